import { type Packing, packYears } from "./pack-years.ts";
import type { Prepared } from "./prepared.ts";
import { planValue } from "./value.ts";

/** Start years of a chosen set, or why there are none. */
export type Schedule =
  | {
      readonly kind: "found";
      /** By measure index: the year it starts; −1 for what is not chosen. */
      readonly startYears: Int8Array;
      /** Whole kronor needed on top of the budgets. */
      readonly extraSek: number;
      /** False where the search was cut off: the years fit, but earlier ones, or less extra, may do as well. */
      readonly isCertain: boolean;
    }
  | { readonly kind: "none" }
  /** The search was cut off: there may be one or not. */
  | { readonly kind: "unknown" };

/** How start years are looked for. */
export interface ScheduleOptions {
  /** Whole kronor allowed on top of the budgets. */
  readonly maxExtraSek: number;
  /** What of several schedules is wanted: the earliest starts, the least extra, or whichever is found first. */
  readonly aim: "earliest" | "least_extra" | "any";
  /** Looks at the years of a measure, in all, before giving up: a few million a second. */
  readonly mostLooks: number;
}

/**
 * Years for a chosen set that keep the budgets and hours of every year and the order of prerequisites. The earliest are
 * those where the measure that gives most alone starts as early as any schedule allows, then the next (ties by
 * id). Totals over all years are not looked at, but for the extra kronor they ask for: no schedule changes them.
 *
 * @param chosen Measure indexes.
 * @see SPEC.md S1–S5
 */
export function scheduleOf(prepared: Prepared, chosen: readonly number[], options: ScheduleOptions): Schedule {
  let looksLeft = options.mostLooks;
  const pack = (maxExtraSek: number, fixed: ReadonlyMap<number, number>): Packing => {
    const packing = packYears(prepared, chosen, { maxExtraSek, mostLooks: looksLeft, fixed });
    looksLeft -= packing.looks;
    return packing;
  };
  const first = pack(options.maxExtraSek, new Map());
  if (first.kind !== "found") return { kind: first.kind };
  if (options.aim === "any") return { ...first, isCertain: true };
  return options.aim === "least_extra"
    ? withLeastExtra(first, pack)
    : withEarliest(prepared, chosen, first, (fixed) => pack(options.maxExtraSek, fixed));
}

type Found = Extract<Packing, { kind: "found" }>;
type Pack = (maxExtraSek: number, fixed: ReadonlyMap<number, number>) => Packing;

function withLeastExtra(first: Found, pack: Pack): Schedule {
  let best = first;
  while (best.extraSek > 0) {
    const next = pack(best.extraSek - 1, new Map());
    if (next.kind !== "found") return { ...best, isCertain: next.kind === "none" };
    best = next;
  }
  return { ...best, isCertain: true };
}

function withEarliest(
  prepared: Prepared,
  chosen: readonly number[],
  first: Found,
  pack: (fixed: ReadonlyMap<number, number>) => Packing,
): Schedule {
  const isChosen = new Set(chosen);
  const fixed = new Map<number, number>();
  let best = first;
  let isCertain = true;
  for (const index of startOrder(prepared).filter((each) => isChosen.has(each))) {
    const earlier = (prepared.measures[index]?.starts ?? []).filter((year) => year < (best.startYears[index] as number));
    for (const year of earlier) {
      const next = pack(new Map([...fixed, [index, year]]));
      isCertain &&= next.kind !== "unknown";
      if (next.kind !== "found") continue;
      best = next;
      break;
    }
    fixed.set(index, best.startYears[index] as number);
  }
  return { ...best, isCertain };
}

/** The indexes of all candidates in the order in which they may choose their year: most value alone first, then by id. */
export function inStartOrder(prepared: Prepared): readonly number[] {
  const alone = prepared.measures.map((measure) => planValue(prepared, [measure.index]));
  return prepared.measures.map((measure) => measure.index).sort((one, other) => (alone[other] ?? 0) - (alone[one] ?? 0) || one - other);
}

const orders = new WeakMap<Prepared, readonly number[]>();

function startOrder(prepared: Prepared): readonly number[] {
  const known = orders.get(prepared);
  if (known !== undefined) return known;
  const order = inStartOrder(prepared);
  orders.set(prepared, order);
  return order;
}
