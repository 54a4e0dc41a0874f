import {
  type Atom,
  type Candidate,
  type Condition,
  compileCondition,
  type Facts,
  type FactValue,
  type Selection,
  select,
} from "@hp/domain";
import { loadCatalogue, loadInstrument } from "../../src/index.ts";
import { type Archetype, archetypeInput, archetypes } from "../../test/archetype.ts";

/** Where an expected measure stands in a made-up place, and what explains it. */
export interface Expected {
  readonly archetype: string;
  readonly measureId: string;
  readonly seat: "nine" | "basic" | "none";
  /** Among all that pass their gate, Grundpaket included. */
  readonly rank: number;
  readonly of: number;
  readonly parts: Parts;
  /** The same of the measure on the twenty-fifth place. */
  readonly beside: Parts;
  /** Facts that its rule asks for and the made-up place leaves unknown. */
  readonly unknown: readonly string[];
  /** Its rank if those facts were what the rule asks for; null if there are none. */
  readonly rankIfKnown: number | null;
}

/** The parts of a ranking score. */
export interface Parts {
  readonly relevance: number;
  readonly fit: number;
  readonly evidence: number;
  readonly feasibility: number;
  readonly score: number;
}

/** How far down an expected measure may stand without needing an explanation. */
export const expectedAmong = 25;

/** Every measure that a made-up place is expected to get, in the order of the file; of alternatives, the one that stands best. */
export function expectedMeasures(): readonly Expected[] {
  return archetypes.flatMap((archetype) => {
    const found = archetype.expectedIn.map((alternatives) => {
      const all = alternatives.map((id) => expected(archetype, id));
      return all.sort((a, b) => a.rank - b.rank)[0];
    });
    return found.filter((one) => one !== undefined);
  });
}

function expected(archetype: Archetype, measureId: string): Expected {
  const input = archetypeInput(archetype);
  const selection = select(loadInstrument(), loadCatalogue(), input);
  const order = inOrder(selection);
  const own = order.find(({ measure }) => measure.id === measureId);
  const last = order[expectedAmong - 1];
  if (own === undefined || last === undefined) throw new Error(`${measureId} does not pass its gate in ${archetype.id}`);
  const { require, boost } = own.rule;
  const missing = [...(require === null ? [] : [require]), ...boost].flatMap((condition) => unknownAtoms(condition, input.facts));
  const known = { ...input, facts: { ...input.facts, ...Object.fromEntries(missing.map((atom) => [atom.field, valueFor(atom)])) } };
  return {
    archetype: archetype.id,
    measureId,
    seat: selection.advised.includes(own) ? "nine" : selection.basic.includes(own) ? "basic" : "none",
    rank: order.indexOf(own) + 1,
    of: order.length,
    parts: partsOf(own),
    beside: partsOf(last),
    unknown: [...new Set(missing.map(({ field }) => field))],
    rankIfKnown:
      missing.length === 0
        ? null
        : inOrder(select(loadInstrument(), loadCatalogue(), known)).findIndex(({ measure }) => measure.id === measureId) + 1,
  };
}

function inOrder({ candidates }: Selection): readonly Candidate[] {
  return candidates
    .filter(({ gate }) => gate.status === "open")
    .sort((a, b) => b.factors.score - a.factors.score || (a.measure.id < b.measure.id ? -1 : 1));
}

function partsOf({ factors }: Candidate): Parts {
  const { main, sides, fit, evidence, cost, capacity, unknownRequirement, score } = factors;
  return {
    relevance: main + sides.reduce((total, { points }) => total + points, 0),
    fit: fit * unknownRequirement,
    evidence,
    feasibility: cost * capacity,
    score,
  };
}

/** The comparisons of a condition that are unknown while it is. */
function unknownAtoms(condition: Condition, facts: Facts): readonly Atom[] {
  if (compileCondition(condition)(facts) !== "unknown") return [];
  if ("field" in condition) return [condition];
  if ("not" in condition) return [];
  return ("all" in condition ? condition.all : "any" in condition ? condition.any : condition.of).flatMap((part) =>
    unknownAtoms(part, facts),
  );
}

/** A value that makes the comparison hold, clearly where there is a limit. */
function valueFor({ op, value }: Atom): FactValue {
  const clearly = 15;
  if (typeof value === "number")
    return op === "lt" || op === "lte" ? value - clearly : op === "gt" || op === "gte" ? value + clearly : value;
  if (Array.isArray(value)) return value[0] ?? "";
  return op === "contains" ? [String(value)] : (value as boolean | string);
}
