import type { Atom, FactValue, Verdict } from "./types.ts";

/**
 * The verdict of one comparison on one fact. A fact of another type than the comparison asks for is unknown, not false:
 * it says nothing about the matter. `known` is the only operator that is never unknown.
 *
 * @param fact Null if unknown; a number must be finite.
 * @returns Total: never throws. `between` includes both limits; `in` an empty list fails.
 */
export function atomVerdict(atom: Atom, fact: FactValue | null): Verdict {
  if (atom.op === "known") return typeof atom.value !== "boolean" ? "unknown" : verdict((fact !== null) === atom.value);
  return fact === null ? "unknown" : compare(atom, fact);
}

const verdict = (holds: boolean): Verdict => (holds ? "holds" : "fails");

function compare({ op, value }: Atom, fact: FactValue): Verdict {
  if (op === "eq" || op === "ne") return isScalarLike(fact, value) ? verdict((fact === value) === (op === "eq")) : "unknown";
  if (op === "in") return isList(value) && sameType(fact, value) ? verdict(value.includes(fact as string | number)) : "unknown";
  if (op === "contains") return isList(fact) && typeof value === "string" ? verdict(fact.includes(value)) : "unknown";
  return typeof fact === "number" ? compareNumber(op, value, fact) : "unknown";
}

function compareNumber(op: Atom["op"], value: Atom["value"], fact: number): Verdict {
  if (op === "between") {
    const [low, high] = isList(value) ? value : [];
    return typeof low === "number" && typeof high === "number" ? verdict(fact >= low && fact <= high) : "unknown";
  }
  if (typeof value !== "number") return "unknown";
  if (op === "lt") return verdict(fact < value);
  if (op === "lte") return verdict(fact <= value);
  if (op === "gt") return verdict(fact > value);
  return op === "gte" ? verdict(fact >= value) : "unknown";
}

const isList = (value: Atom["value"] | FactValue): value is readonly (string | number)[] & readonly string[] => Array.isArray(value);
const isScalarLike = (fact: FactValue, value: Atom["value"]): boolean => typeof fact === typeof value && !isList(fact) && !isList(value);
const sameType = (fact: FactValue, list: readonly (string | number)[]): boolean =>
  !isList(fact) && typeof fact !== "boolean" && (list.length === 0 || list.some((entry) => typeof entry === typeof fact));
