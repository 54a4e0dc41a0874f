import { type Figure, figureSeries } from "./figures.ts";

/** Residents on 31 December of a year. */
export interface PopulationYear {
  readonly year: number;
  readonly population: number;
}

/** Years between the two ends of the trend. */
export const trendYears = 5;

/** A municipality's population by year, oldest first: 2001, 2005, 2009, then every year from 2011. Source: SCB. */
export function populationSeries(municipalityCode: string): readonly PopulationYear[] {
  return figureSeries("N01951", municipalityCode).map(({ year, value }) => ({ year, population: value }));
}

/**
 * Population change in per cent over the five years up to the latest (2019–2024), never the ten-year column of the
 * sources. Unrounded; null where one of the ends is missing.
 *
 * @see content/model.json, bef_trend5 — 100 · (population[t] − population[t − 5]) / population[t − 5]
 */
export function populationTrend(municipalityCode: string): Figure | null {
  const series = figureSeries("N01951", municipalityCode);
  const last = series.at(-1);
  const first = series.find((figure) => figure.year === (last?.year ?? 0) - trendYears);
  if (last === undefined || first === undefined || first.value === 0) return null;
  return { value: (100 * (last.value - first.value)) / first.value, period: `${first.year}–${last.year}`, year: last.year };
}
