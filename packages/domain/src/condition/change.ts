import type { Field, FieldCatalogue } from "./field-catalogue.ts";
import type { Atom, FactValue, Verdict } from "./types.ts";

/** One fact and what it would have to be instead. */
export interface Change {
  /** The comparison that the change turns: gives the words ("sjunker under 25"). */
  readonly atom: Atom;
  /** Null if unknown. */
  readonly from: FactValue | null;
  readonly to: FactValue;
}

/** A set of verdicts to reach: `passes` is "not fails", `not_holds` its mirror. */
export type Goal = "holds" | "fails" | "passes" | "not_holds";

/** Whether a verdict is what the goal asks for. */
export const reached = {
  holds: (verdict: Verdict) => verdict === "holds",
  fails: (verdict: Verdict) => verdict === "fails",
  passes: (verdict: Verdict) => verdict !== "fails",
  not_holds: (verdict: Verdict) => verdict !== "holds",
} as const satisfies Record<Goal, (verdict: Verdict) => boolean>;

/** One whole point per change, plus up to a half for how far it goes and two fifths if it is a party's private fact. */
export function costOf(changes: readonly Change[], fields: FieldCatalogue): number {
  let cost = 0;
  for (const change of changes) cost += 1 + changeCost(change, fields.get(change.atom.field));
  return cost;
}

function changeCost(change: Change, field: Field | undefined): number {
  return distanceOf(change, field) / 2 + (field?.visibility === "ownParty" ? 0.4 : 0);
}

/** As a share of the field's range, 0–1; a half where there is no distance. */
function distanceOf({ from, to }: Change, field: Field | undefined): number {
  if (from === null) return 0;
  if (typeof from !== "number" || typeof to !== "number") return 0.5;
  const range = field?.min != null && field.max != null ? field.max - field.min : Math.max(1, Math.abs(from));
  return Math.min(1, Math.abs(to - from) / range);
}
