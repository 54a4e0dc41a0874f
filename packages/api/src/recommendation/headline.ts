import type { AdviceItem } from "@hp/contracts";
import type { Locale } from "../services.ts";

/** One sentence over the advice: the dimensions that most of it is about, at most two. Empty advice says so. */
export function headlineOf(items: readonly Pick<AdviceItem, "dimension">[], locale: Locale): string {
  const counts = new Map<string, number>();
  for (const { dimension } of items) counts.set(dimension, (counts.get(dimension) ?? 0) + 1);
  // Ties go to the dimension of the higher ranked measure: the map keeps the order of first mention.
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]).map(([dimension]) => dimension.toLocaleLowerCase(locale));
  if (first === undefined)
    return locale === "sv"
      ? "Inget råd passar just nu. Svara på frågorna nedan, så kan det ändras."
      : "No advice fits right now. Answer the questions below, and that may change.";
  if (second === undefined) return locale === "sv" ? `Råden börjar med ${first}.` : `The advice begins with ${first}.`;
  return locale === "sv" ? `Råden handlar mest om ${first} och om ${second}.` : `Most of the advice is about ${first} and about ${second}.`;
}
