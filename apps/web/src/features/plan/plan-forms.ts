import type { ActionView, DecisionView } from "@hp/contracts";
import type { ConflictChoiceWords } from "../place/form/conflict-choice.tsx";
import { fieldText, type VersionedField } from "../place/form/versioned-fields.ts";
import type { VersionedFormWords } from "../place/form/versioned-form.tsx";
import type { Say } from "../place/kit.ts";
import type { PlanKit } from "./plan-kit.ts";

const statuses = ["proposed", "planned", "under_way", "done", "stopped"] as const;
const responsible = ["municipality", "industry", "both"] as const;

/** Who can be responsible, as choices. */
export const responsibleOptions = (t: Say) => responsible.map((value) => ({ value, label: t(`responsible.${value}`) }));

/** The fields of an action, with what is saved. */
export function actionFields(action: ActionView, { t, locale }: PlanKit): VersionedField[] {
  const field = (name: keyof ActionView & string, kind: VersionedField["kind"], more: Partial<VersionedField> = {}): VersionedField => ({
    name,
    kind,
    label: t(`field.${name}`),
    hint: t.has(`hint.${name}`) ? t(`hint.${name}`) : undefined,
    value: fieldText(kind, action[name], locale),
    ...more,
  });
  return [
    field("title", "line"),
    field("status", "choice", { options: statuses.map((value) => ({ value, label: t(`status.${value}`) })) }),
    field("responsibleParty", "choice", { options: responsibleOptions(t) }),
    field("responsibleName", "line"),
    field("startsOn", "day"),
    field("endsOn", "day"),
    field("municipalityCostSek", "number", { unit: t("unit.sek") }),
    field("industryCostSek", "number", { unit: t("unit.sek") }),
    field("municipalityHours", "number", { unit: t("unit.hours") }),
    field("industryHours", "number", { unit: t("unit.hours") }),
    field("note", "text"),
  ];
}

/** The decision's and the follow-up's fields, with what is saved. */
export function decisionFields(decision: DecisionView, { t, locale }: PlanKit): VersionedField[] {
  return (["decisionOn", "decisionNote", "followUpOn"] as const).map((name) => {
    const kind = name === "decisionNote" ? "text" : "day";
    return {
      name,
      kind,
      label: t(`field.${name}`),
      hint: t.has(`hint.${name}`) ? t(`hint.${name}`) : undefined,
      value: fieldText(kind, decision[name], locale),
    };
  });
}

function conflictWords(t: Say): ConflictChoiceWords {
  return {
    title: t("conflict.title"),
    explanation: t("conflict.explanation"),
    caption: t("conflict.caption"),
    field: t("conflict.field"),
    mine: t("conflict.mine"),
    saved: t("conflict.saved"),
    savedBy: t("conflict.savedBy"),
    differs: t("conflict.differs"),
    empty: t("conflict.empty"),
    keepMine: t("conflict.keepMine"),
    takeSaved: t("conflict.takeSaved"),
    savePicked: t("conflict.savePicked"),
  };
}

/** The words of a form over one of the plan's rows. */
export const planFormWords = (t: Say, submit: string): VersionedFormWords => ({
  submit,
  busy: t("saving"),
  done: t("saved"),
  errorTitle: t("errorTitle"),
  conflict: conflictWords(t),
});
