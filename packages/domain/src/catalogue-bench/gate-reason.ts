import { explain, unknownAtoms } from "../condition/decisive.ts";
import { evaluate } from "../condition/evaluate.ts";
import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import { readCondition } from "../condition/read.ts";
import type { Atom, Condition, Facts, Verdict } from "../condition/types.ts";
import type { Candidate } from "../recommendation/select.ts";
import { joinWords } from "../text/format.ts";
import type { Locale, Text } from "../text/text.ts";

/** Why a gate is closed, as the fewest comparisons that close it. */
export interface GateReason {
  readonly clause: "exclude" | "require" | "inPlace" | "done";
  /** With the verdict that closes the gate; `unknown` where the measure is held back. */
  readonly atoms: readonly { readonly atom: Atom; readonly verdict: Verdict }[];
}

/**
 * Why a closed gate is closed.
 *
 * @returns No atoms for a measure that is done.
 */
export function gateReason({ rule, gate }: Pick<Candidate, "rule" | "gate">, facts: Facts, fields: FieldCatalogue): GateReason {
  if (gate.status === "done") return { clause: "done", atoms: [] };
  if (gate.status === "in_place") return decided("inPlace", rule.inPlace, facts, fields);
  const isHeld = gate.status === "held_back";
  const byExclusion = isHeld ? gate.exclude === "unknown" : gate.exclude === "holds";
  const [clause, condition] = byExclusion ? (["exclude", rule.exclude] as const) : (["require", rule.require] as const);
  if (!isHeld || condition === null) return decided(clause, condition, facts, fields);
  return {
    clause,
    atoms: unknownAtoms(evaluate(condition, facts, fields)).map(({ atom }) => ({ atom: atom.condition, verdict: "unknown" })),
  };
}

function decided(clause: GateReason["clause"], condition: Condition | null, facts: Facts, fields: FieldCatalogue): GateReason {
  if (condition === null) return { clause, atoms: [] };
  const { atoms } = explain(evaluate(condition, facts, fields), fields);
  return { clause, atoms: atoms.map(({ condition: atom, verdict }) => ({ atom, verdict })) };
}

const secret: Text = { sv: "en uppgift som bara den egna parten ser avgör", en: "a fact that only its own party sees decides" };
const turned: Record<Locale, Record<Exclude<Verdict, "holds">, (reading: string) => string>> = {
  sv: { unknown: (reading) => `det är okänt om ${reading}`, fails: (reading) => `det inte stämmer att ${reading}` },
  en: { unknown: (reading) => `it is not known whether ${reading}`, fails: (reading) => `it is not so that ${reading}` },
};

/**
 * The reason as a clause after "av att": "vakansgraden är minst 5 procent". Empty without comparisons.
 *
 * @param isPrivate The place is one of the product's own: a fact that only its own party sees is not told.
 */
export function gateReasonText({ atoms }: GateReason, locale: Locale, fields: FieldCatalogue, isPrivate: boolean): string {
  const texts = atoms.map(({ atom, verdict }) => {
    if (isPrivate && fields.get(atom.field)?.visibility === "ownParty") return secret[locale];
    const reading = readCondition(atom, locale, fields);
    return verdict === "holds" ? reading : turned[locale][verdict](reading);
  });
  return joinWords([...new Set(texts)], locale, "and");
}
