import crime from "../../data/BRA_VIOLENT_CRIME_1000.json" with { type: "json" };
import tax from "../../data/N00900.json" with { type: "json" };
import income from "../../data/N00905.json" with { type: "json" };
import unemployment from "../../data/N03937.json" with { type: "json" };
import housePrice from "../../data/N07909.json" with { type: "json" };
import eligible from "../../data/N15424.json" with { type: "json" };
import merit from "../../data/N15504.json" with { type: "json" };
import population from "../../data/population.json" with { type: "json" };
import { deepFreeze, once } from "../published/parse-content.ts";
import type { Table } from "./table.ts";

/** One observed value with the time it is about. */
export interface Figure {
  /** In the indicator's own unit, as published. */
  readonly value: number;
  /** As the producer writes it: `2024`, `2020-2022`. */
  readonly period: string;
  /** The last year of the period. */
  readonly year: number;
}

/** The indicators that ship with values for the municipalities. */
export const shippedKpis = ["N00900", "N00905", "N01951", "N03937", "N07909", "N15424", "N15504", "BRA_VIOLENT_CRIME_1000"] as const;
/** One of {@link shippedKpis}. */
export type ShippedKpi = (typeof shippedKpis)[number];

const files: Readonly<Record<ShippedKpi, unknown>> = {
  N00900: tax,
  N00905: income,
  N01951: population,
  N03937: unemployment,
  N07909: housePrice,
  N15424: eligible,
  N15504: merit,
  BRA_VIOLENT_CRIME_1000: crime,
};

function seriesByCode(table: Table): ReadonlyMap<string, readonly Figure[]> {
  const periods = table.columns.slice(1);
  return new Map(
    table.rows.map(([code, ...values]) => {
      const figures = periods.flatMap((period, index) => {
        const value = values[index];
        return typeof value === "number" ? [{ value, period, year: Number(period.slice(-4)) }] : [];
      });
      return [String(code), deepFreeze(figures)];
    }),
  );
}

const loaded = once(() => new Map(shippedKpis.map((kpi) => [kpi as string, seriesByCode(files[kpi] as Table)])));

/** True for an indicator that ships with values. */
export function isShipped(kpi: string): kpi is ShippedKpi {
  return loaded().has(kpi);
}

/** A municipality's values of an indicator, oldest first; empty where there is none, or the indicator does not ship. */
export function figureSeries(kpi: string, municipalityCode: string): readonly Figure[] {
  return loaded().get(kpi)?.get(municipalityCode) ?? [];
}

/** The latest value, or null where there is none. */
export function latestFigure(kpi: string, municipalityCode: string): Figure | null {
  return figureSeries(kpi, municipalityCode).at(-1) ?? null;
}

/** The value of one year, or null. */
export function figureOf(kpi: string, municipalityCode: string, year: number): Figure | null {
  return figureSeries(kpi, municipalityCode).find((figure) => figure.year === year) ?? null;
}
