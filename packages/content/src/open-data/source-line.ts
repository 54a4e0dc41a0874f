import type { Producer } from "@hp/contracts/content";
import type { Text } from "@hp/domain";

/**
 * The line that stands beside every figure. Kolada's terms keep what Kolada publishes apart from what others compute
 * on it, so a computed figure never carries the plain line; the same is done for SCB.
 *
 * @param kpi Kolada's id of the indicator, named in the plain line; null for other producers.
 * @param derived True for a mean, rank, index, difference or anything else that we computed.
 * @see packages/content/data/README.md
 */
export function sourceLine(producer: Producer, kpi: string | null, derived: boolean): Text {
  if (derived) return { sv: `Egen bearbetning av data från ${producer}`, en: `Own processing of data from ${producer}` };
  const named = producer === "Kolada" && kpi !== null ? `${producer}, ${kpi}` : producer;
  return { sv: `Källa: ${named}`, en: `Source: ${named}` };
}
