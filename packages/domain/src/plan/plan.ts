import type { Locale, Text } from "../text/text.ts";

/** The money and hours that one action asks of each party. Whole kronor and hours; null where not yet known. */
export interface ActionAmounts {
  readonly municipalityCostSek: number | null;
  readonly industryCostSek: number | null;
  readonly municipalityHours: number | null;
  readonly industryHours: number | null;
}

/** What one party carries. Whole kronor and hours, each at least 0. */
export interface PartyTotals {
  readonly costSek: number;
  readonly hours: number;
  /** Actions whose cost to the party is not known yet: the sum is at least this much, not exactly. */
  readonly unknownCosts: number;
}

/** What each party carries: sums over the known amounts, with the number of unknown ones beside. Empty plan: zeros. */
export function planTotals(actions: readonly ActionAmounts[]): Record<"municipality" | "industry", PartyTotals> {
  const total = (cost: (action: ActionAmounts) => number | null, hours: (action: ActionAmounts) => number | null): PartyTotals => ({
    costSek: actions.reduce((sum, action) => sum + (cost(action) ?? 0), 0),
    hours: actions.reduce((sum, action) => sum + (hours(action) ?? 0), 0),
    unknownCosts: actions.filter((action) => cost(action) === null).length,
  });
  return {
    municipality: total(
      (action) => action.municipalityCostSek,
      (action) => action.municipalityHours,
    ),
    industry: total(
      (action) => action.industryCostSek,
      (action) => action.industryHours,
    ),
  };
}

/** Whether an action says what a decision needs: who, from when, and what it costs each party. A stopped action asks for nothing more. */
export function isComplete(
  action: ActionAmounts & { readonly status: string; readonly startsOn: string | null; readonly responsibleName: string },
): boolean {
  if (action.status === "stopped") return true;
  return (
    action.startsOn !== null && action.responsibleName !== "" && action.municipalityCostSek !== null && action.industryCostSek !== null
  );
}

/**
 * What an action is called for a reader: the catalogue's title in the reader's language as long as the parties have left it as
 * it was in either; otherwise their own words.
 *
 * @param measure The action's measure; undefined for an action of the place's own.
 */
export function actionTitle(title: string, measure: Text | undefined, locale: Locale): string {
  return measure !== undefined && (title === measure.sv || title === measure.en) ? measure[locale] : title;
}

/**
 * How a measure's cost and hours are first shared between the parties: the middle of the cost range, to the leading owner
 * alone, or halved where both own it. A proposal that the parties change; rounded to whole thousands of kronor.
 */
export function proposedAmounts(measure: {
  readonly owners: readonly string[];
  readonly costSek: { readonly min: number; readonly max: number };
  readonly hours: { readonly municipality: number; readonly company: number };
}): ActionAmounts & { readonly responsibleParty: "municipality" | "industry" | "both" } {
  const municipality = measure.owners.includes("municipality");
  const company = measure.owners.includes("company");
  const middle = Math.round((measure.costSek.min + measure.costSek.max) / 2000) * 1000;
  const half = Math.round(middle / 2);
  const responsibleParty = municipality === company ? "both" : municipality ? "municipality" : "industry";
  const amounts = { both: [half, middle - half], municipality: [middle, 0], industry: [0, middle] }[responsibleParty] as [number, number];
  return {
    responsibleParty,
    municipalityCostSek: amounts[0],
    industryCostSek: amounts[1],
    municipalityHours: measure.hours.municipality,
    industryHours: measure.hours.company,
  };
}
