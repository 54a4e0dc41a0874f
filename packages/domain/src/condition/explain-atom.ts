import { atomVerdict } from "./atom.ts";
import { isNumber, knownFact } from "./compile-atom.ts";
import type { Field } from "./field-catalogue.ts";
import { choiceFlip, FAR, flipsTo, type LimitFlips, limitFlips, nearestOf, numberFlips, withKey } from "./find-flip.ts";
import { nearestFlip } from "./flip.ts";
import type { Atom, Facts, FactValue, Finding, Flip } from "./types.ts";

/** A condition or comparison as a function that keeps the reasoning, of facts that inherit nothing it names (`inheritsNothing`). */
export type Explained = (facts: Facts) => Finding;

/**
 * A comparison with its fact, verdict and nearest flip: as `atomVerdict` and `nearestFlip`, with what does not depend on the
 * fact worked out once. A function for each kind of comparison, which reads the fact itself: one that called another
 * for the verdict and a third for the flip took twice the time.
 */
export function explainAtom(atom: Atom, field?: Field): Explained {
  if (atom.op === "known" && typeof atom.value === "boolean") return explainKnown(atom, atom.value);
  if (field === undefined) return explainAny(atom, field);
  const flips = limitFlips(atom, field);
  if (flips !== null) return explainLimit(atom, field, flips);
  return explainOfType(atom, field) ?? explainAny(atom, field);
}

const none: readonly Finding[] = [];
const unknown = (condition: Atom, fact: FactValue | null): Finding => ({ condition, verdict: "unknown", fact, flip: null, parts: none });
const known = (condition: Atom, holds: boolean, fact: FactValue | null, flip: Flip | null): Finding => ({
  condition,
  verdict: holds ? "holds" : "fails",
  fact,
  flip,
  parts: none,
});

function explainAny(atom: Atom, field?: Field): Explained {
  return (facts) => {
    const fact = knownFact(facts[atom.field]);
    return { condition: atom, verdict: atomVerdict(atom, fact), fact, flip: nearestFlip(atom, fact, field), parts: none };
  };
}

function explainKnown(atom: Atom, wanted: boolean): Explained {
  const { field } = atom;
  return (facts) => {
    const fact = knownFact(facts[field]);
    return known(atom, (fact !== null) === wanted, fact, null);
  };
}

/** Most comparisons are with a limit: the flip is then one of two, by the side of the limit that the fact is on. */
function explainLimit(atom: Atom, by: Field, { value, inclusive, below, up, down }: LimitFlips): Explained {
  const { field } = atom;
  return (facts) => {
    const fact = facts[field];
    if (!isNumber(fact)) return unknown(atom, knownFact(fact));
    const under = inclusive ? fact <= value : fact < value;
    const flip = fact > FAR || fact < -FAR ? nearestFlip(atom, fact, by) : under ? up : down;
    return known(atom, under === below, fact, flip);
  };
}

function explainOfType(atom: Atom, field: Field): Explained | null {
  const { op, value } = atom;
  if (op === "contains") return typeof value === "string" ? explainList(atom, value, field) : null;
  if (op === "between") return explainBetween(atom, field);
  const list: unknown = op === "in" ? value : [value];
  if ((op !== "eq" && op !== "ne" && op !== "in") || !Array.isArray(list) || list.length === 0) return null;
  if (list.every((entry) => typeof entry === "number")) return explainNumber(atom, list, field);
  if (list.every((entry) => typeof entry === "string")) return explainChoice(atom, list, field);
  return typeof value === "boolean" ? explainBoolean(atom, value, field) : null;
}

function explainBetween(atom: Atom, by: Field): Explained | null {
  const [low, high] = Array.isArray(atom.value) ? atom.value : [];
  if (typeof low !== "number" || typeof high !== "number") return null;
  const ofHolding = numberFlips("fails", atom, by);
  const ofFailing = numberFlips("holds", atom, by);
  const { field } = atom;
  return (facts) => {
    const fact = facts[field];
    if (!isNumber(fact)) return unknown(atom, knownFact(fact));
    const holds = fact >= low && fact <= high;
    return known(atom, holds, fact, nearestOf(holds ? ofHolding : ofFailing, fact));
  };
}

function explainNumber(atom: Atom, list: readonly number[], by: Field): Explained {
  const ofHolding = numberFlips("fails", atom, by);
  const ofFailing = numberFlips("holds", atom, by);
  const { field } = atom;
  const wanted = atom.op !== "ne";
  const [first] = list;
  const several = list.length > 1;
  return (facts) => {
    const fact = facts[field];
    if (!isNumber(fact)) return unknown(atom, knownFact(fact));
    const holds = (fact === first || (several && list.includes(fact))) === wanted;
    return known(atom, holds, fact, nearestOf(holds ? ofHolding : ofFailing, fact));
  };
}

function explainChoice(atom: Atom, list: readonly string[], by: Field): Explained {
  const flip = choiceFlip(atom, by);
  const { field } = atom;
  const wanted = atom.op !== "ne";
  const [first] = list;
  const several = list.length > 1;
  return (facts) => {
    const fact = facts[field];
    if (typeof fact !== "string") return unknown(atom, knownFact(fact));
    const holds = (fact === first || (several && list.includes(fact))) === wanted;
    return known(atom, holds, fact, flip(fact));
  };
}

function explainBoolean(atom: Atom, value: boolean, by: Field): Explained {
  const [ifHolds = null] = flipsTo("fails", atom, by);
  const [ifFails = null] = flipsTo("holds", atom, by);
  const { field } = atom;
  const wanted = value === (atom.op === "eq");
  return (facts) => {
    const fact = facts[field];
    if (typeof fact !== "boolean") return unknown(atom, knownFact(fact));
    return known(atom, fact === wanted, fact, fact === wanted ? ifHolds : ifFails);
  };
}

function explainList(atom: Atom, key: string, by: Field): Explained {
  const added = withKey(atom, key, by);
  const { field } = atom;
  return (facts) => {
    const fact = facts[field];
    if (!isList(fact)) return unknown(atom, knownFact(fact));
    const holds = fact.includes(key);
    return known(atom, holds, fact, holds ? { field, to: fact.filter((entry) => entry !== key) } : added(fact));
  };
}

const isList = (fact: FactValue | null | undefined): fact is readonly string[] => Array.isArray(fact);
