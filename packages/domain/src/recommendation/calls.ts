import type { MeasureRule, ReferenceFigures } from "../catalogue/types.ts";
import { type CompiledCondition, compileCondition } from "../condition/evaluate.ts";
import type { Field, FieldCatalogue } from "../condition/field-catalogue.ts";
import { factOf, isAtom, partsOf } from "../condition/shape.ts";
import type { Atom, Condition, Facts } from "../condition/types.ts";
import { sumOf } from "../scoring/sum.ts";
import { ln } from "../statistics/elementary.ts";
import { parameters, triggerFields } from "./parameters.ts";
import { factKey, hasLimit } from "./reference-figures.ts";
import { sortFew } from "./sort-few.ts";

/** A fact of the place that a measure's rule asks for and that holds. One per field: the strongest. */
export interface Call {
  readonly field: string;
  /** 0 where it holds everywhere, so that it says nothing of this place; at most 3. */
  readonly strength: number;
  readonly atom: Atom;
  readonly from: "require" | "boost";
}

/** What a call is weighed by. */
export interface CallContext {
  readonly fields: FieldCatalogue;
  readonly reference: ReferenceFigures | undefined;
}

/**
 * What calls for a measure in a place: every comparison that holds in a requirement or a boost that holds. Of `any`, all
 * that hold, since several true facts call louder than one; nothing under a `not`, and not `known`. A fact that is
 * learned can only add calls or make one stronger.
 *
 * @returns Strongest first, ties by field.
 * @see docs/method.md#fit
 */
export function callsOf({ require, boost }: MeasureRule, facts: Facts, context: CallContext): readonly Call[] {
  const calls: Call[] = [];
  if (require !== null) addCalls(calls, comparisonsOf(require), facts, context, "require");
  for (const condition of boost) addCalls(calls, comparisonsOf(condition), facts, context, "boost");
  sortFew(calls, (a, b) => b.strength - a.strength || (a.field < b.field ? -1 : 1));
  return calls;
}

/** The sum of the strengths, at most the ceiling: what fit has above 1. */
export function strengthOfAll(calls: readonly Call[]): number {
  return Math.min(
    parameters.fit.ceiling,
    sumOf(calls, ({ strength }) => strength),
  );
}

/** A condition with its verdict and its parts: what `addCalls` goes through. */
interface Comparisons {
  readonly verdict: CompiledCondition;
  /** Null for a branch, and for `known`, which calls for nothing. */
  readonly atom: Atom | null;
  readonly parts: readonly Comparisons[];
}

const comparisons = new WeakMap<Condition, Comparisons>();

/** Put together once per condition, which must not be changed after. */
function comparisonsOf(condition: Condition): Comparisons {
  const known = comparisons.get(condition);
  if (known !== undefined) return known;
  const fresh: Comparisons = {
    verdict: compileCondition(condition),
    atom: isAtom(condition) && condition.op !== "known" ? condition : null,
    parts: partsOf(condition).map(comparisonsOf),
  };
  comparisons.set(condition, fresh);
  return fresh;
}

/** Adds the comparisons that hold in a condition that holds; none of one that does not, so that nothing under a `not` is among them. */
function addCalls(calls: Call[], { verdict, atom, parts }: Comparisons, facts: Facts, context: CallContext, from: Call["from"]): void {
  if (verdict(facts) !== "holds") return;
  for (const part of parts) addCalls(calls, part, facts, context, from);
  if (atom === null) return;
  const { field } = atom;
  const strength = strengthOf(atom, facts, context);
  for (let index = 0; index < calls.length; index += 1) {
    const call = calls[index] as Call;
    if (call.field !== field) continue;
    if (strength > call.strength) calls[index] = { field, strength, atom, from };
    return;
  }
  calls.push({ field, strength, atom, from });
}

/** How loudly one fact calls: its rarity in bits, 0–3, by how far beyond the limit it lies, by what kind of fact it is. */
function strengthOf(atom: Atom, facts: Facts, { fields, reference }: CallContext): number {
  const field = fields.get(atom.field);
  return bitsOf(atom, reference) * marginOf(atom, facts, field, reference) * weightOf(atom.field, field);
}

const bitsBy = new WeakMap<ReferenceFigures, WeakMap<Atom, number>>();
const noFigures: ReferenceFigures = { factShare: {}, spread: {} };

/** `rarityOf`, worked out once per comparison and figures; neither may be changed after. */
function bitsOf(atom: Atom, reference: ReferenceFigures = noFigures): number {
  let known = bitsBy.get(reference);
  if (known === undefined) {
    known = new WeakMap();
    bitsBy.set(reference, known);
  }
  const bits = known.get(atom);
  if (bits !== undefined) return bits;
  const fresh = rarityOf(atom, reference);
  known.set(atom, fresh);
  return fresh;
}

function rarityOf(atom: Atom, reference: ReferenceFigures): number {
  const { mostBits, unknownShare } = parameters.call;
  const share = own(reference.factShare, factKey(atom)) ?? unknownShare;
  return share <= 0 ? mostBits : Math.min(mostBits, -ln(share) / Math.LN2 + 0);
}

function marginOf(atom: Atom, facts: Facts, field: Field | undefined, reference: ReferenceFigures | undefined): number {
  if (!hasLimit(atom)) return 1;
  const { atLimit, untold } = parameters.call;
  const spread = own(reference?.spread, atom.field);
  const fact = factOf(facts, atom.field);
  // The strength of a party's own fact shows in the points that the other party reads: its distance would give it away.
  if (field?.visibility === "ownParty" || spread === null || typeof fact !== "number") return untold;
  const beyond = Math.abs(fact - Number(atom.value)) / (spread / 2);
  return atLimit + (1 - atLimit) * Math.min(1, beyond);
}

function weightOf(key: string, field: Field | undefined): number {
  const { fact, gap, perception } = parameters.call.weight;
  if (key === triggerFields.gap || key === triggerFields.factGap || field?.kind === "gap" || field?.kind === "factGap") return gap;
  return field?.kind === "score" || field?.kind === "item" ? perception : fact;
}

function own(record: Readonly<Record<string, number>> | undefined, key: string): number | null {
  return record !== undefined && Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
