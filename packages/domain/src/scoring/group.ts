import type { Dimension, Mode, Party, Statement } from "../instrument/types.ts";

/** The statements put to a party in a mode, outcome statements included: what its people are asked. */
export function statementsPutTo(dimension: Dimension, party: Party, mode: Mode): readonly Statement[] {
  return dimension.items.filter((item) => item.parties.includes(party) && (mode === "full" || item.core));
}

/** Those of them that make up the score: outcome statements never do. */
export function scoredStatements(dimension: Dimension, party: Party, mode: Mode): readonly string[] {
  return statementsPutTo(dimension, party, mode)
    .filter((item) => !item.outcome)
    .map((item) => item.id);
}
