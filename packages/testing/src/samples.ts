import { appRouter, type Policy } from "@hp/api";
import { type PlaceRole, placeRoles } from "@hp/domain/access";
import { limitsOf, type World, type WorldStage } from "./world.ts";

/** How one procedure is called when all is well, for the tests that call every procedure. */
export interface Sample {
  /** The world that the call needs. */
  readonly stage: WorldStage;
  /** A good input. What only some roles may say is up to the role. */
  readonly input: (world: World, role: PlaceRole) => object;
}

const uuid = () => crypto.randomUUID();
const place = ({ placeId }: World) => ({ placeId });
const round = (world: World) => ({ placeId: world.placeId, roundId: world.roundId });
const action = (world: World) => ({ placeId: world.placeId, actionId: world.actionId, version: 1 });
const draft = ({ content }: World) => ({ draftId: content.draftId });
const bench = ({ content }: World) => ({ benchId: content.benchId });
const measures = (world: World) => ({
  ...draft(world),
  measures: [world.content.changed],
  change: { field: "effect", dimensionId: "boende", value: 1 },
});
// Each role is asked for something else.
const factFor: Record<PlaceRole, { key: string; value: number | boolean }> = {
  coordinator: { key: "vakans", value: 4 },
  municipality_editor: { key: "vakans", value: 4 },
  company_editor: { key: "skiftandel", value: 35 },
  viewer: { key: "vakans", value: 4 },
};

/** One sample for every procedure. A procedure without one fails the inventory test. */
export const samples: Readonly<Record<string, Sample>> = {
  "place.search": { stage: "joined", input: () => ({ query: "hagf" }) },
  "place.create": {
    stage: "joined",
    input: () => ({
      municipalityCode: "1863",
      localityCode: "1863TC103",
      name: "Hällefors",
      organisationName: "Nätverket",
      idempotencyKey: uuid(),
    }),
  },
  "place.head": { stage: "joined", input: place },
  "place.overview": { stage: "planned", input: place },
  "portfolio.list": { stage: "joined", input: () => ({}) },
  "member.me": { stage: "joined", input: () => ({}) },
  "member.updateMe": { stage: "joined", input: () => ({ name: "New Name", locale: "en" }) },
  "member.list": { stage: "joined", input: place },
  "member.invite": {
    stage: "joined",
    input: (world, role) => ({
      placeId: world.placeId,
      email: `${uuid()}@test.example`,
      organisation: { id: world.organisationIds[role] },
      role: "viewer",
      roleGroup: null,
      idempotencyKey: uuid(),
    }),
  },
  "member.revokeInvitation": {
    stage: "joined",
    input: (world, role) => ({ placeId: world.placeId, invitationId: world.invitationIds[role] }),
  },
  "member.remove": { stage: "joined", input: (world) => ({ placeId: world.placeId, userId: world.as.viewer.userId }) },
  "member.setRoleGroup": {
    stage: "joined",
    input: (world, role) => ({ placeId: world.placeId, roleGroup: role === "company_editor" ? "management" : "politicians" }),
  },
  "invitation.show": { stage: "joined", input: (world) => ({ token: world.invitationToken }) },
  "invitation.accept": {
    stage: "joined",
    input: (world) => ({ token: world.invitationToken, name: "Newcomer", roleGroup: "management", locale: "sv" }),
  },
  "profile.get": { stage: "joined", input: place },
  "profile.setFact": { stage: "joined", input: (world, role) => ({ placeId: world.placeId, ...factFor[role], note: null, version: 0 }) },
  "assessment.state": { stage: "answered", input: place },
  "assessment.start": { stage: "joined", input: (world) => ({ placeId: world.placeId, mode: "full", deadlineOn: null }) },
  "assessment.myAnswers": { stage: "answered", input: round },
  "assessment.saveStep": {
    stage: "answered",
    input: (world, role) => ({
      ...round(world),
      dimensionId: "boende",
      answers: { "boende-1": 4, "boende-2": "cannot_judge" },
      importance: 5,
      version: world.responseVersions[role] ?? 0,
    }),
  },
  "assessment.submit": { stage: "answered", input: (world, role) => ({ ...round(world), version: world.responseVersions[role] ?? 0 }) },
  "assessment.declareReady": { stage: "answered", input: round },
  "assessment.agreeToOpen": { stage: "answered", input: round },
  "assessment.open": { stage: "answered", input: (world) => ({ ...round(world), version: world.roundVersion }) },
  "score.view": { stage: "opened", input: place },
  "recommendation.latest": { stage: "advised", input: place },
  "recommendation.measure": { stage: "joined", input: (world) => ({ ...place(world), measureId: "BO06" }) },
  "recommendation.run": { stage: "opened", input: place },
  "plan.get": { stage: "planned", input: place },
  "plan.addFromAdvice": {
    stage: "planned",
    input: (world) => ({ placeId: world.placeId, runId: world.runId, measureId: world.measureIds[1], idempotencyKey: uuid() }),
  },
  "plan.addOwn": {
    stage: "joined",
    input: (world) => ({ placeId: world.placeId, title: "Our own", responsibleParty: "both", idempotencyKey: uuid() }),
  },
  "plan.updateAction": {
    stage: "planned",
    input: (world) => ({ ...action(world), patch: { title: "Renamed", industryCostSek: 120_000, startsOn: "2027-02-01" } }),
  },
  "plan.removeAction": { stage: "planned", input: action },
  "plan.restoreAction": { stage: "planned", input: (world) => ({ placeId: world.placeId, actionId: world.removedActionId, version: 2 }) },
  "plan.setDecision": {
    stage: "joined",
    input: (world) => ({
      placeId: world.placeId,
      version: 1,
      decisionOn: "2027-03-01",
      decisionNote: "Decided together",
      followUpOn: "2028-03-01",
    }),
  },
  "proposal.view": { stage: "proposed", input: (world) => ({ ...place(world), proposalId: world.answeredId }) },
  "proposal.ask": {
    stage: "planned",
    input: (world) => ({ ...place(world), runId: world.runId, limits: limitsOf(3, 1_000_000, null), idempotencyKey: uuid() }),
  },
  "proposal.callOff": { stage: "proposed", input: (world) => ({ ...place(world), proposalId: world.proposalId }) },
  "proposal.adopt": {
    stage: "proposed",
    input: (world) => ({
      ...place(world),
      proposalId: world.answeredId,
      measureIds: world.measureIds.slice(1, 3),
      idempotencyKey: uuid(),
    }),
  },
  "catalogue.versions": { stage: "joined", input: () => ({}) },
  "catalogue.difference": { stage: "drafted", input: ({ content }) => ({ kind: "catalogue", from: content.older, to: content.newest }) },
  "catalogue.retire": { stage: "drafted", input: ({ content }) => ({ kind: "catalogue", version: content.older }) },
  "catalogue.usage": { stage: "joined", input: () => ({}) },
  "draft.list": { stage: "joined", input: () => ({}) },
  "draft.create": { stage: "joined", input: () => ({ name: "Next year", idempotencyKey: uuid() }) },
  "draft.get": { stage: "drafted", input: draft },
  "draft.update": {
    stage: "drafted",
    input: (world) => ({ ...draft(world), version: world.content.draftVersion, name: "Renamed", status: "review" }),
  },
  "draft.item": { stage: "drafted", input: (world) => ({ ...draft(world), kind: "measure", key: world.content.changed.key }) },
  "draft.saveItem": {
    stage: "drafted",
    input: (world) => ({ ...draft(world), kind: "measure", key: world.content.added, version: 1, document: world.content.measureItem }),
  },
  "draft.removeItem": { stage: "drafted", input: (world) => ({ ...draft(world), kind: "measure", key: world.content.added, version: 1 }) },
  "draft.previewChange": { stage: "drafted", input: measures },
  "draft.changeMeasures": { stage: "drafted", input: measures },
  "draft.undo": { stage: "drafted", input: draft },
  "draft.redo": { stage: "drafted", input: draft },
  "draft.rebase": { stage: "drafted", input: (world) => ({ ...draft(world), version: world.content.draftVersion }) },
  "draft.comment": { stage: "drafted", input: (world) => ({ ...draft(world), item: null, body: "A word", idempotencyKey: uuid() }) },
  "draft.resolveComment": { stage: "drafted", input: (world) => ({ ...draft(world), commentId: world.content.commentId }) },
  "draft.condition": {
    stage: "drafted",
    input: (world) => ({ ...draft(world), condition: { field: "vakans", op: "gte", value: 3 } }),
  },
  "draft.instrument": { stage: "drafted", input: draft },
  "draft.difference": { stage: "drafted", input: draft },
  "draft.publish": {
    stage: "drafted",
    input: (world) => ({
      ...draft(world),
      version: world.content.draftVersion,
      fingerprint: world.content.fingerprint,
      contentVersion: world.content.newest.replace("2027-02", "2027-03"),
      changeNote: "What changes and why",
      idempotencyKey: uuid(),
    }),
  },
  "draft.export": { stage: "drafted", input: (world) => ({ ...draft(world), format: "xlsx" }) },
  "draft.importPreview": {
    stage: "drafted",
    input: (world) => ({ ...draft(world), fileName: "catalogue.yaml", base64: world.content.file }),
  },
  "draft.importApply": {
    stage: "drafted",
    input: (world) => ({
      ...draft(world),
      fileName: "catalogue.yaml",
      base64: world.content.file,
      fingerprint: world.content.fingerprint,
    }),
  },
  "bench.list": { stage: "drafted", input: draft },
  "bench.get": { stage: "drafted", input: bench },
  "bench.start": { stage: "drafted", input: (world) => ({ ...draft(world), idempotencyKey: uuid() }) },
  "bench.cancel": { stage: "drafted", input: bench },
  "bench.expectations": { stage: "drafted", input: () => ({}) },
  "bench.expect": {
    stage: "drafted",
    input: (world) => ({
      place: { placeId: world.placeId },
      measureId: "BO01",
      kind: "among_first",
      within: 10,
      note: "Here it must come",
      idempotencyKey: uuid(),
    }),
  },
  "bench.unexpect": { stage: "drafted", input: ({ content }) => ({ expectationId: content.expectationId }) },
  "upgrade.preview": { stage: "drafted", input: place },
  "upgrade.list": { stage: "upgraded", input: place },
  "upgrade.move": {
    stage: "drafted",
    input: ({ placeId, content }) => ({
      placeId,
      toInstrument: content.newest,
      toCatalogue: content.newest,
      previewDigest: content.upgradeDigest,
      decisions: [],
      idempotencyKey: uuid(),
    }),
  },
  "upgrade.rollBack": {
    stage: "upgraded",
    input: ({ placeId, content }) => ({ placeId, upgradeId: content.upgradeId, idempotencyKey: uuid() }),
  },
  "upgrade.earlierAnswers": { stage: "upgraded", input: place },
};

/** A procedure as its router tells. */
export interface ProcedureInfo {
  readonly path: string;
  readonly type: "query" | "mutation";
  readonly policy: Policy | undefined;
  /** Whether an input passes every contract of the procedure. */
  readonly accepts: (input: unknown) => boolean;
}

interface RouterProcedure {
  readonly _def: {
    readonly type: "query" | "mutation";
    readonly meta?: { readonly policy?: Policy };
    readonly inputs: readonly { safeParse(input: unknown): { success: boolean } }[];
  };
}

/** Every procedure of the product, from the router itself. */
export const procedures: readonly ProcedureInfo[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, RouterProcedure>,
).map(([path, { _def }]) => ({
  path,
  type: _def.type,
  policy: _def.meta?.policy,
  accepts: (input) => _def.inputs.every((parser) => parser.safeParse(input).success),
}));

/** Calls a procedure by its path. */
export function call(caller: object, path: string, input: unknown): Promise<unknown> {
  const [noun = "", verb = ""] = path.split(".");
  const router = (caller as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[noun];
  const procedure = router?.[verb];
  if (procedure === undefined) throw new RangeError(`no procedure ${path}`);
  return procedure(input);
}

export { placeRoles };
