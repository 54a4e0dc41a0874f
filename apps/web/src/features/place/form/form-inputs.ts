import type { AppRouter } from "@hp/api";
import type { inferRouterInputs } from "@trpc/server";
import { type FormFields, number, once, orNull, place, text, whole } from "./form-fields.ts";
import { packageLimits } from "./package-limits.ts";

type Inputs = inferRouterInputs<AppRouter>;
type InputOf<C extends string> = C extends `${infer Noun extends keyof Inputs & string}.${infer Verb}`
  ? Verb extends keyof Inputs[Noun]
    ? Inputs[Noun][Verb]
    : never
  : never;

const readAnswer = (value: string) => (value === "cannot_judge" ? "cannot_judge" : value === "" ? null : Number(value));

/** Answers of one step: the fields named `answer.<statement id>`. */
function answers(form: FormFields): Record<string, number | "cannot_judge" | null> {
  const entries = [...form.entries()].filter(([name]) => name.startsWith("answer."));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice("answer.".length), readAnswer(String(value))]));
}

function factValue(form: FormFields): number | boolean | string | string[] | null {
  if (form.has("unknown") || text(form, "value") === "unknown") return null;
  switch (text(form, "type")) {
    case "number":
    case "integer":
      return number(form, "value");
    case "boolean":
      return text(form, "value") === "yes";
    case "multiEnum":
      return form
        .getAll("value")
        .map(String)
        .filter((value) => value !== "none");
    default:
      return orNull(text(form, "value"));
  }
}

const actionReaders = {
  title: (form: FormFields) => text(form, "title"),
  note: (form: FormFields) => text(form, "note"),
  responsibleParty: (form: FormFields) => text(form, "responsibleParty") as "municipality" | "industry" | "both",
  responsibleName: (form: FormFields) => text(form, "responsibleName"),
  startsOn: (form: FormFields) => orNull(text(form, "startsOn")),
  endsOn: (form: FormFields) => orNull(text(form, "endsOn")),
  municipalityCostSek: (form: FormFields) => number(form, "municipalityCostSek"),
  industryCostSek: (form: FormFields) => number(form, "industryCostSek"),
  municipalityHours: (form: FormFields) => number(form, "municipalityHours"),
  industryHours: (form: FormFields) => number(form, "industryHours"),
  status: (form: FormFields) => text(form, "status") as "proposed" | "planned" | "under_way" | "done" | "stopped",
};

/** The fields of an action that the form has; the others stay as they are. */
function actionPatch(form: FormFields): InputOf<"plan.updateAction">["patch"] {
  return Object.fromEntries(Object.entries(actionReaders).flatMap(([name, read]) => (form.has(name) ? [[name, read(form)]] : [])));
}

/** `<id>` of an organisation in the place, or `new:<kind>` with a name beside. */
function organisation(form: FormFields): InputOf<"member.invite">["organisation"] {
  const chosen = text(form, "organisation");
  if (!chosen.startsWith("new:")) return { id: chosen.split(":")[0] ?? "" };
  return { kind: chosen === "new:municipality" ? "municipality" : "company", name: text(form, "organisationName") };
}

function role(form: FormFields): InputOf<"member.invite">["role"] {
  if (text(form, "may") !== "edit") return "viewer";
  return text(form, "organisation").endsWith("municipality") ? "municipality_editor" : "company_editor";
}

const draft = (form: FormFields) => ({ draftId: text(form, "draftId") });

/** `place:<id>` of a place of ours, or `municipality:<code>`. */
function benchPlace(chosen: string): InputOf<"bench.expect">["place"] {
  const [kind, id = ""] = chosen.split(":");
  return kind === "place" ? { placeId: id } : { municipalityCode: id };
}

/** Decisions on reworded statements: the fields named `decision.<statement id>`. */
function decisions(form: FormFields): InputOf<"upgrade.move">["decisions"] {
  return [...form.entries()].flatMap(([name, value]) =>
    name.startsWith("decision.") ? [{ statementId: name.slice("decision.".length), decision: value as "keep" | "ask_again" }] : [],
  );
}

/**
 * Every form of the place's pages as the input of its procedure. Used by the browser and by the handler that takes the
 * same forms without scripts, so that a form means one thing. Nothing is checked here: the contract does that.
 */
export const formInputs = {
  "place.create": (form) => {
    const [municipalityCode = "", localityCode = ""] = text(form, "hit").split(":");
    return {
      municipalityCode,
      localityCode: orNull(localityCode),
      name: text(form, "name"),
      organisationName: orNull(text(form, "organisationName")),
      ...once(form),
    };
  },
  "member.invite": (form) => ({
    ...place(form),
    email: text(form, "email"),
    organisation: organisation(form),
    role: role(form),
    roleGroup: orNull(text(form, "roleGroup")) as InputOf<"member.invite">["roleGroup"],
    ...once(form),
  }),
  "member.revokeInvitation": (form) => ({ ...place(form), invitationId: text(form, "invitationId") }),
  "member.remove": (form) => ({ ...place(form), userId: text(form, "userId") }),
  "member.setRoleGroup": (form) => ({ ...place(form), roleGroup: text(form, "roleGroup") as InputOf<"member.setRoleGroup">["roleGroup"] }),
  "profile.setFact": (form) => ({
    ...place(form),
    key: text(form, "key"),
    value: factValue(form),
    note: orNull(text(form, "note")),
    version: whole(form, "version"),
  }),
  "assessment.start": (form) => ({
    ...place(form),
    mode: text(form, "mode") as "quick" | "full",
    deadlineOn: orNull(text(form, "deadlineOn")),
  }),
  "assessment.saveStep": (form) => ({
    ...place(form),
    roundId: text(form, "roundId"),
    dimensionId: text(form, "dimensionId"),
    answers: answers(form),
    importance: readAnswer(text(form, "importance")) as number | null,
    version: whole(form, "version"),
  }),
  "assessment.submit": (form) => ({ ...place(form), roundId: text(form, "roundId"), version: whole(form, "version") }),
  "assessment.declareReady": (form) => ({ ...place(form), roundId: text(form, "roundId") }),
  "assessment.agreeToOpen": (form) => ({ ...place(form), roundId: text(form, "roundId") }),
  "assessment.open": (form) => ({ ...place(form), roundId: text(form, "roundId"), version: whole(form, "version") }),
  "recommendation.run": (form) => place(form),
  "plan.addFromAdvice": (form) => ({ ...place(form), runId: text(form, "runId"), measureId: text(form, "measureId"), ...once(form) }),
  "plan.addOwn": (form) => ({
    ...place(form),
    title: text(form, "title"),
    responsibleParty: actionReaders.responsibleParty(form),
    ...once(form),
  }),
  "plan.updateAction": (form) => ({
    ...place(form),
    actionId: text(form, "actionId"),
    version: whole(form, "version"),
    patch: actionPatch(form),
  }),
  "plan.removeAction": (form) => ({ ...place(form), actionId: text(form, "actionId"), version: whole(form, "version") }),
  "plan.restoreAction": (form) => ({ ...place(form), actionId: text(form, "actionId"), version: whole(form, "version") }),
  "plan.setDecision": (form) => ({
    ...place(form),
    version: whole(form, "version"),
    decisionOn: orNull(text(form, "decisionOn")),
    decisionNote: text(form, "decisionNote"),
    followUpOn: orNull(text(form, "followUpOn")),
  }),
  "proposal.ask": (form) => ({ ...place(form), runId: text(form, "runId"), limits: packageLimits(form), ...once(form) }),
  "proposal.callOff": (form) => ({ ...place(form), proposalId: text(form, "proposalId") }),
  "proposal.adopt": (form) => ({
    ...place(form),
    proposalId: text(form, "proposalId"),
    measureIds: text(form, "measureIds").split(" "),
    ...once(form),
  }),
  "draft.create": (form) => ({ name: text(form, "name"), ...once(form) }),
  "draft.update": (form) => ({
    ...draft(form),
    version: whole(form, "version"),
    ...(form.has("status") ? { status: text(form, "status") as "draft" | "review" | "discarded" } : {}),
    ...(form.has("name") ? { name: text(form, "name") } : {}),
  }),
  "draft.rebase": (form) => ({ ...draft(form), version: whole(form, "version") }),
  "draft.comment": (form) => ({
    ...draft(form),
    item: form.has("key") ? { kind: text(form, "kind") as "measure" | "dimension" | "precondition", key: text(form, "key") } : null,
    body: text(form, "body"),
    ...once(form),
  }),
  "draft.resolveComment": (form) => ({ ...draft(form), commentId: text(form, "commentId") }),
  "draft.publish": (form) => ({
    ...draft(form),
    version: whole(form, "version"),
    fingerprint: text(form, "fingerprint"),
    contentVersion: text(form, "contentVersion").trim(),
    // The contract takes one line: what was written on several becomes one.
    changeNote: text(form, "changeNote").replaceAll(/\s+/g, " "),
    ...once(form),
  }),
  "catalogue.retire": (form) => ({ kind: text(form, "kind") as "instrument" | "catalogue", version: text(form, "version") }),
  "bench.start": (form) => ({ ...draft(form), ...once(form) }),
  "bench.cancel": (form) => ({ benchId: text(form, "benchId") }),
  "bench.expect": (form) => ({
    place: benchPlace(text(form, "place")),
    measureId: text(form, "measureId"),
    kind: text(form, "kind") as "among_first" | "not_advised" | "excluded",
    within: text(form, "kind") === "among_first" ? number(form, "within") : null,
    note: text(form, "note"),
    ...once(form),
  }),
  "bench.unexpect": (form) => ({ expectationId: text(form, "expectationId") }),
  "upgrade.move": (form) => ({
    ...place(form),
    toInstrument: text(form, "toInstrument"),
    toCatalogue: text(form, "toCatalogue"),
    previewDigest: text(form, "previewDigest"),
    decisions: decisions(form),
    ...once(form),
  }),
  "upgrade.rollBack": (form) => ({ ...place(form), upgradeId: text(form, "upgradeId"), ...once(form) }),
} satisfies { readonly [C in CallName]: (form: FormFields) => InputOf<C> };

/** A procedure that a form of the place's pages can call. */
export type CallName =
  | "place.create"
  | "member.invite"
  | "member.revokeInvitation"
  | "member.remove"
  | "member.setRoleGroup"
  | "profile.setFact"
  | "assessment.start"
  | "assessment.saveStep"
  | "assessment.submit"
  | "assessment.declareReady"
  | "assessment.agreeToOpen"
  | "assessment.open"
  | "recommendation.run"
  | "plan.addFromAdvice"
  | "plan.addOwn"
  | "plan.updateAction"
  | "plan.removeAction"
  | "plan.restoreAction"
  | "plan.setDecision"
  | "proposal.ask"
  | "proposal.callOff"
  | "proposal.adopt"
  | "draft.create"
  | "draft.update"
  | "draft.rebase"
  | "draft.comment"
  | "draft.resolveComment"
  | "draft.publish"
  | "catalogue.retire"
  | "bench.start"
  | "bench.cancel"
  | "bench.expect"
  | "bench.unexpect"
  | "upgrade.move"
  | "upgrade.rollBack";

/** Whether a text names such a procedure. */
export const isCallName = (name: string): name is CallName => Object.hasOwn(formInputs, name);
