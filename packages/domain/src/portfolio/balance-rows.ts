import { closedBy } from "./expected-scores.ts";
import { exponentsOf } from "./exponents.ts";
import {
  type PayingParty,
  type PortfolioDimension,
  type PortfolioMeasure,
  type PortfolioRequest,
  type PortfolioRule,
  payingParties,
  type ShareLimits,
} from "./types.ts";

/** A condition Σ weights[chosen] >= 0 in whole numbers. */
export interface BalanceRow {
  readonly rule: PortfolioRule;
  /** Which end of the municipality's share it holds: `min` or `max`. */
  readonly subject: string;
  /** By measure index. */
  readonly weights: readonly number[];
}

/**
 * The limits of the balance as whole-number conditions, so that a share exactly on its limit is within it.
 * What a party gets is counted measure by measure, each as if it were alone: the share is then linear, and every
 * action says of itself what it gives whom.
 *
 * @param request Checked.
 * @param measures In the order of the prepared candidates.
 * @param dimensions In the order of their ids.
 */
export function balanceRows(
  { balance, assumptions }: PortfolioRequest,
  measures: readonly PortfolioMeasure[],
  dimensions: readonly PortfolioDimension[],
): readonly BalanceRow[] {
  if (balance === null) return [];
  const carries = (measure: PortfolioMeasure, party: PayingParty) =>
    total(measure.costSek[party]) + total(measure.hours[party]) * balance.hourSek;
  const gets = (measure: PortfolioMeasure, party: PayingParty) => pointsOf(exponentsOf(measure, assumptions), party, dimensions);
  return [
    ...sharesWithin("balance_carries", balance.carries, measures, carries),
    ...sharesWithin("balance_gets", balance.gets, measures, gets),
  ];
}

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** Millionths of points that a measure alone gives in a party's own weighted mean score. */
function pointsOf(exponents: ReadonlyMap<string, number>, party: PayingParty, dimensions: readonly PortfolioDimension[]): number {
  const weights = total(dimensions.map((dimension) => dimension.weight));
  const points = dimensions.map((dimension) => {
    const scored = dimension.byParty[party];
    const left = scored?.kind === "scored" ? 100 - scored.score : 0;
    return dimension.weight === 0 ? 0 : (dimension.weight / weights) * left * closedBy(exponents.get(dimension.dimensionId) ?? 0);
  });
  return Math.round(1e6 * total(points));
}

function sharesWithin(
  rule: PortfolioRule,
  limits: ShareLimits | null,
  measures: readonly PortfolioMeasure[],
  amountOf: (measure: PortfolioMeasure, party: PayingParty) => number,
): BalanceRow[] {
  if (limits === null) return [];
  const parts = measures.map((measure) => payingParties.map((party) => amountOf(measure, party)) as [number, number]);
  const row = (subject: "min" | "max", share: number): BalanceRow => {
    const thousandths = Math.round(share * 1000);
    const sign = subject === "min" ? 1 : -1;
    return { rule, subject, weights: parts.map(([one, other]) => sign * (1000 * one - thousandths * (one + other)) + 0) };
  };
  return [row("min", limits.min), row("max", limits.max)].filter((entry) => entry.weights.some((weight) => weight < 0));
}
