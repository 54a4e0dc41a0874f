import { atomVerdict } from "./atom.ts";
import { decided, type Rank, rankOf } from "./rank.ts";
import type { Atom, Facts, FactValue } from "./types.ts";

/** A condition or comparison as a function of facts that inherit nothing it names (`inheritsNothing`). */
export type Ranked = (facts: Facts) => Rank;

/** What stands under a field's key as it counts: null where it is unknown, that is absent, null or not finite. */
export function knownFact(fact: FactValue | null | undefined): FactValue | null {
  if (fact === undefined || fact === null) return null;
  return typeof fact === "number" && fact - fact !== 0 ? null : fact;
}

/** Whether a fact is a finite number: only of those is the difference with itself 0. */
export const isNumber = (fact: FactValue | null | undefined): fact is number => typeof fact === "number" && fact - fact === 0;

/**
 * The comparison with what depends on the atom alone worked out beforehand: the rank of `atomVerdict` for any fact. Each
 * kind reads the fact itself, since one call more would take as long as the comparison.
 *
 * @param wanted False for the opposite: fails where the comparison holds, and the other way.
 */
export function compileAtom(atom: Atom, wanted: boolean): Ranked {
  return ofLimit(atom, wanted) ?? ofScalar(atom, wanted) ?? ofList(atom, wanted) ?? ofAny(atom, wanted);
}

function ofAny(atom: Atom, wanted: boolean): Ranked {
  return (facts) => {
    const rank = rankOf(atomVerdict(atom, knownFact(facts[atom.field])));
    return wanted ? rank : ((2 - rank) as Rank);
  };
}

/** `lt` and `lte` hold under the limit, `gte` and `gt` where those fail: one function for the four, since few are called quicker than many. */
function ofLimit({ field, op, value }: Atom, wanted: boolean): Ranked | null {
  const under = op === "lt" || op === "lte";
  const inclusive = op === "lte" || op === "gt";
  if (typeof value !== "number" || !(under || op === "gt" || op === "gte")) return null;
  const below = under === wanted;
  return (facts) => {
    const fact = facts[field];
    return isNumber(fact) ? decided((inclusive ? fact <= value : fact < value) === below) : 1;
  };
}

function ofScalar({ field, op, value }: Atom, wanted: boolean): Ranked | null {
  if (op === "known" && typeof value === "boolean") {
    const there = value === wanted;
    return (facts) => decided((knownFact(facts[field]) !== null) === there);
  }
  if (op === "contains" && typeof value === "string") {
    return (facts) => {
      const fact = facts[field];
      return Array.isArray(fact) ? decided(fact.includes(value) === wanted) : 1;
    };
  }
  return op === "eq" || op === "ne" ? ofEqual(field, value, (op === "eq") === wanted) : null;
}

function ofEqual(field: string, value: Atom["value"], equal: boolean): Ranked | null {
  if (typeof value === "number") {
    return (facts) => {
      const fact = facts[field];
      return isNumber(fact) ? decided((fact === value) === equal) : 1;
    };
  }
  if (typeof value === "string") {
    return (facts) => {
      const fact = facts[field];
      return typeof fact === "string" ? decided((fact === value) === equal) : 1;
    };
  }
  if (typeof value !== "boolean") return null;
  return (facts) => {
    const fact = facts[field];
    return typeof fact === "boolean" ? decided((fact === value) === equal) : 1;
  };
}

function ofList({ field, op, value }: Atom, wanted: boolean): Ranked | null {
  if (!Array.isArray(value)) return null;
  const list = value as readonly (string | number)[];
  if (op === "between") {
    const [low, high] = list;
    if (typeof low !== "number" || typeof high !== "number") return null;
    return (facts) => {
      const fact = facts[field];
      return isNumber(fact) ? decided((fact >= low && fact <= high) === wanted) : 1;
    };
  }
  if (op !== "in" || list.length === 0) return null;
  if (list.every((entry) => typeof entry === "string")) {
    return (facts) => {
      const fact = facts[field];
      return typeof fact === "string" ? decided(list.includes(fact) === wanted) : 1;
    };
  }
  if (!list.every((entry) => typeof entry === "number")) return null;
  return (facts) => {
    const fact = facts[field];
    return isNumber(fact) ? decided(list.includes(fact) === wanted) : 1;
  };
}
