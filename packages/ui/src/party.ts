/** A voice that has its own shape and colour everywhere: circle, square, triangle, and the bar of facts. */
export type Party = "municipality" | "industry" | "residents" | "facts";

/** The two that hold a key. */
export type KeyParty = Extract<Party, "municipality" | "industry">;

/** The order in which parties always stand: circle, square, triangle, bar. */
export const partyOrder: readonly Party[] = ["municipality", "industry", "residents", "facts"];

const suffix = { municipality: "k", industry: "f", residents: "i", facts: "x" } as const satisfies Record<Party, string>;

/**
 * The letter that the stylesheet's party classes end with: `c-` (text and fill), `m-` (mark), `iv-` (interval),
 * `bar-` (tint), `t-` (chart text), `p-` (the scale's chosen colour).
 */
export function partyClass(kind: "c" | "m" | "iv" | "bar" | "t" | "p", party: Party): string {
  return `${kind}-${suffix[party]}`;
}
