import { peerDifference } from "@hp/domain";
import { kpis } from "../published/kpis.ts";
import { openDataSettings } from "../published/settings.ts";
import { latestFigure, shippedKpis } from "./figures.ts";
import { requireMunicipality } from "./municipalities.ts";
import { similarMunicipalities } from "./similar.ts";

/** True for a figure too old to compare with. */
export function isOld(year: number, asOfYear: number = openDataSettings().gatheredYear): boolean {
  return asOfYear - year > openDataSettings().oldestYears;
}

/** A municipality's latest value of an indicator, or null if there is none or it is more than three years old. */
export function currentValue(kpi: string, municipalityCode: string, asOfYear?: number): number | null {
  const figure = latestFigure(kpi, municipalityCode);
  return figure === null || isOld(figure.year, asOfYear) ? null : figure.value;
}

/**
 * The latest value of every shipped indicator, by indicator id, in its own unit; null where missing or too old.
 *
 * @param asOfYear The year to count age from; the year in which the data were gathered if left out.
 * @throws RangeError for a code that is no municipality.
 */
export function indicatorValues(municipalityCode: string, asOfYear?: number): Readonly<Record<string, number | null>> {
  requireMunicipality(municipalityCode);
  return Object.fromEntries(shippedKpis.map((kpi) => [kpi, currentValue(kpi, municipalityCode, asOfYear)]));
}

/**
 * How far a municipality is from the median of its seven similar ones, by indicator id (`N15424`, the field
 * `peer.N15424`): sign turned where lower is better, so below 0 is always worse. Only indicators with a direction;
 * null without a value of its own, with fewer than four of the seven, or where values are more than three years old.
 * Computed by us: shown with "Egen bearbetning av data från Kolada".
 *
 * @param asOfYear The year to count age from; the year in which the data were gathered if left out.
 * @throws RangeError for a code that is no municipality.
 * @see content/model.json, computedFields, peer.{kpi}
 */
export function peerDifferences(municipalityCode: string, asOfYear?: number): Readonly<Record<string, number | null>> {
  const peers = similarMunicipalities(municipalityCode);
  return Object.fromEntries(
    shippedKpis.flatMap((kpi) => {
      const direction = kpis().get(kpi)?.direction;
      if (direction === undefined || direction === "neutral") return [];
      const values = peers.map((peer) => currentValue(kpi, peer.code, asOfYear));
      return [[kpi, peerDifference(currentValue(kpi, municipalityCode, asOfYear), values, direction)]];
    }),
  );
}
