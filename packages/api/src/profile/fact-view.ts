import type { FactView } from "@hp/contracts";
import type { FactRow } from "@hp/db";
import type { Facts, Precondition } from "@hp/domain";
import { type MembershipFact, maySeeFact, maySetFact } from "@hp/domain/access";
import type { Locale } from "../services.ts";
import type { openDataOf } from "./open-data.ts";

type Value = FactView["value"];

/** What one fact's view is made from, besides the precondition itself. */
export interface FactContext {
  /** Undefined where nobody has answered. */
  readonly row: FactRow | undefined;
  readonly derived: Facts;
  readonly names: ReadonlyMap<string, string | null>;
  readonly member: MembershipFact;
  readonly openData: ReturnType<typeof openDataOf>;
}

/** What is asked: words and limits, the same for every reader of a language. */
const questionOf = (precondition: Precondition, locale: Locale) => {
  const choices = precondition.values ?? precondition.levels?.map((level) => ({ ...level, key: String(level.value) })) ?? [];
  return {
    key: precondition.key,
    label: precondition[locale],
    type: precondition.type,
    unit: precondition.unit?.[locale] ?? null,
    min: precondition.min,
    max: precondition.max,
    choices: choices.map((choice) => ({ key: choice.key, label: choice[locale] })),
    help: precondition.help[locale],
    askedOf: precondition.askedOf,
    visibility: precondition.visibility,
  };
};

/** Where an open figure comes from, and what to mind; nothing for what people have said themselves. */
function originOf(precondition: Precondition, locale: Locale, { row, openData }: FactContext) {
  if (row?.source !== "open_data") return { sourceLine: null, caution: null };
  const figure = openData.prefilled.get(precondition.key);
  return { sourceLine: (figure?.sourceLine ?? precondition.source)?.[locale] ?? null, caution: figure?.caution?.[locale] ?? null };
}

/** Who set it, and when; nobody for open data and what is computed. */
const setOf = ({ row, names }: FactContext) => ({
  setBy: row?.setById ? { name: names.get(row.setById) ?? null, party: row.setByParty } : null,
  setAt: row?.setAt.toISOString() ?? null,
  version: row?.version ?? 0,
});

/** The value and its state: the only place where a private value is let through or held back. */
function shownValue(precondition: Precondition, { row, derived, member }: FactContext): Pick<FactView, "value" | "state" | "note"> {
  const isDerived = precondition.askedOf === "derived";
  const stored = isDerived ? (derived[precondition.key] ?? null) : (row?.value ?? null);
  if (isDerived ? stored === null : row === undefined) return { value: null, state: "unanswered", note: null };
  if (!maySeeFact(member, precondition.visibility, precondition.askedOf)) return { value: null, state: "hidden", note: null };
  return { value: stored as Value, state: stored === null ? "unknown" : "known", note: row?.note ?? null };
}

/** One precondition as its reader may see it. */
export const factView = (precondition: Precondition, locale: Locale, context: FactContext): FactView => ({
  ...questionOf(precondition, locale),
  ...shownValue(precondition, context),
  ...originOf(precondition, locale, context),
  ...setOf(context),
  editable: maySetFact(context.member, precondition.askedOf),
  source: precondition.askedOf === "derived" ? "derived" : (context.row?.source ?? null),
  period: context.row?.period ?? null,
});
