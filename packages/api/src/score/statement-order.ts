import type { Instrument, Mode, Party, Statement } from "@hp/domain";

/**
 * The statements of an instrument in the order that stored answers follow: by dimension, as they stand. A published
 * version never changes, so neither does the order.
 */
export const statementOrder = (instrument: Instrument): readonly Statement[] =>
  instrument.dimensions.flatMap((dimension) => dimension.items);

/** Whether a statement is put to a party in a mode: the core ones in quick, all in full. */
export const isPut = (statement: Statement, party: Party, mode: Mode): boolean =>
  statement.parties.includes(party) && (mode === "full" || statement.core);

/** Minutes that the questions of a mode take, at 15 seconds a question, rounded up: what we tell people beforehand. */
export function minutesOf(instrument: Instrument, mode: Mode): number {
  const questions =
    statementOrder(instrument).filter((statement) => mode === "full" || statement.core).length + instrument.dimensions.length;
  return Math.ceil((questions * 15) / 60);
}
