import type { Measure, MeasureRule } from "../catalogue/types.ts";
import type { ActionAmounts } from "../plan/plan.ts";
import type { PortfolioMeasure } from "./types.ts";

/**
 * A measure of the catalogue as a candidate for the plan: its effects, its rule's prerequisites (all of them, in the same
 * year at the latest), conflicts and synergies, and the amounts of its first year, which are all the catalogue knows.
 *
 * @param amounts Whole kronor and hours by party, as from `proposedAmounts`. Not known is not free: a measure with an
 *   amount that is null gives null, and is no candidate until someone has said what it costs.
 */
export function portfolioMeasure(
  measure: Measure,
  rule: Pick<MeasureRule, "prerequisites" | "conflicts" | "synergies">,
  amounts: ActionAmounts,
): PortfolioMeasure | null {
  const { municipalityCostSek, industryCostSek, municipalityHours, industryHours } = amounts;
  if (municipalityCostSek === null || industryCostSek === null || municipalityHours === null || industryHours === null) return null;
  return {
    id: measure.id,
    mainDimension: measure.mainDimension,
    effects: measure.effects,
    evidence: measure.evidence,
    harm: measure.harm,
    synergies: rule.synergies,
    costSek: { municipality: [municipalityCostSek], industry: [industryCostSek] },
    hours: { municipality: [municipalityHours], industry: [industryHours] },
    prerequisites: rule.prerequisites.map((id) => ({ anyOf: [id], lagYears: 0 })),
    exclusions: rule.conflicts,
  };
}
