import { atomVerdict } from "./atom.ts";
import type { Field } from "./field-catalogue.ts";
import { candidateValues, isAllowed, nearestFlip } from "./flip.ts";
import type { Atom, Flip } from "./types.ts";

/** The flips that a field allows to the wanted verdict, numbers smallest first. For numbers and booleans the fact has no say in which they are. */
export function flipsTo(wanted: "holds" | "fails", atom: Atom, field: Field): readonly Flip[] {
  return candidateValues(atom, null, field)
    .filter((value) => atomVerdict(atom, value) === wanted && isAllowed(value, field))
    .map((to): Flip => ({ field: atom.field, to }));
}

/** Flips to numbers, smallest first, and where they lead. */
export interface NumberFlips {
  readonly flips: readonly Flip[];
  readonly values: readonly number[];
}

/** The flips of a comparison with numbers to the wanted verdict: which they are is worked out once. */
export function numberFlips(wanted: "holds" | "fails", atom: Atom, field: Field): NumberFlips {
  const flips = flipsTo(wanted, atom, field);
  return { flips, values: flips.map(({ to }) => to as number) };
}

/** The flip nearest to the fact, the first of several as near; null if there is none. */
export function nearestOf({ flips, values }: NumberFlips, fact: number): Flip | null {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1) {
    const distance = Math.abs((values[index] as number) - fact);
    // Past the nearest they only lie further off.
    if (distance > least) break;
    if (distance < least) nearest = index;
    least = distance;
  }
  return flips[nearest] ?? null;
}

/** Choices whose flips are kept per comparison: more than a field has, few enough for any text. */
const KEPT = 64;

/** `nearestFlip` of a comparison of choices, kept once found. */
export function choiceFlip(atom: Atom, field: Field): (fact: string) => Flip | null {
  const kept = new Map<string, Flip | null>();
  return (fact) => {
    const known = kept.get(fact);
    if (known !== undefined) return known;
    const flip = nearestFlip(atom, fact, field);
    if (kept.size < KEPT) kept.set(fact, flip);
    return flip;
  };
}

/** `nearestFlip` of a list that lacks the key of `contains`: the key at its place in the field's order. A list in another order is put in it. */
export function withKey(atom: Atom, key: string, field: Field): (fact: readonly string[]) => Flip | null {
  const order = field.choices?.map((choice) => choice.key) ?? [];
  const place = order.indexOf(key);
  return (fact) => {
    const to: string[] = [];
    let before = -1;
    for (const entry of fact) {
      const its = order.indexOf(entry);
      if (its < before) return nearestFlip(atom, fact, field);
      if (before <= place && its > place) to.push(key);
      to.push(entry);
      before = its;
    }
    if (before <= place) to.push(key);
    return { field: atom.field, to };
  };
}

/** A comparison with a limit: true on one side of it, and one flip for either side. */
export interface LimitFlips {
  readonly value: number;
  /** Whether the limit itself counts as under. */
  readonly inclusive: boolean;
  /** Whether the comparison holds under the limit, and not over it. */
  readonly below: boolean;
  /** The flip of a fact under the limit, and of one over it. */
  readonly up: Flip | null;
  readonly down: Flip | null;
}

/** Further from 0 than this, there are steps that a number no longer tells apart. */
export const FAR = 1e9;

/** The flips of `lt`, `lte`, `gt` and `gte`, for facts no further out than `FAR`; null for other comparisons and where steps are too small to tell apart. */
export function limitFlips(atom: Atom, field: Field): LimitFlips | null {
  const { op, value } = atom;
  const limit = op === "lt" || op === "lte" || op === "gt" || op === "gte";
  if (!limit || typeof value !== "number" || !(Math.abs(value) < FAR) || field.decimals > 6) return null;
  const below = op === "lt" || op === "lte";
  const over = flipsTo(below ? "fails" : "holds", atom, field);
  const under = flipsTo(below ? "holds" : "fails", atom, field);
  return { value, inclusive: op === "lte" || op === "gt", below, up: over[0] ?? null, down: under.at(-1) ?? null };
}
