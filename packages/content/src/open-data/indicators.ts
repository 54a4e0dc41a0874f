import type { ShownIndicator } from "@hp/contracts/content";
import type { Text } from "@hp/domain";
import { openDataSettings } from "../published/settings.ts";
import { isOld } from "./comparison.ts";
import { type Figure, figureSeries } from "./figures.ts";
import { type Municipality, requireMunicipality } from "./municipalities.ts";
import { populationTrend } from "./population.ts";
import { type PeerValue, peerValues } from "./similar.ts";
import { sourceLine } from "./source-line.ts";

/** A figure of open data as a profile shows it: read, not filled in by anyone. */
export interface Indicator {
  /** The indicator id (`N07909`), or what it is computed from (`bef_trend5`, `tertiary`). */
  readonly key: string;
  readonly title: Text;
  readonly unit: Text;
  readonly direction: "higher" | "lower" | "neutral";
  /** Decimals to show. */
  readonly decimals: number;
  /** In `unit`, unrounded; null where the producer has none ("uppgift saknas"). */
  readonly value: number | null;
  /** `2024`, `2019–2024`, `2020-2022`; null without a value. */
  readonly period: string | null;
  readonly year: number | null;
  readonly sourceLine: Text;
  /** What to mind when reading it: few cases in a small municipality, or an old figure. */
  readonly caution: Text | null;
  /** All years that ship, oldest first; the last is `value`. */
  readonly series: readonly Figure[];
  /** The seven similar municipalities, alphabetical, at the same time as `value`. */
  readonly peers: readonly PeerValue<number>[];
}

const tertiaryYear = 2021;

function seriesOf(key: string, of: Municipality): readonly Figure[] {
  if (key === "tertiary") {
    const perCent = Math.round(of.tertiaryShare * 10_000) / 100;
    return [{ value: perCent, period: String(tertiaryYear), year: tertiaryYear }];
  }
  if (key === "bef_trend5") return [populationTrend(of.code)].filter((figure) => figure !== null);
  return figureSeries(key, of.code);
}

function cautionFor({ caution }: ShownIndicator, of: Municipality, latest: Figure | undefined, asOfYear: number | undefined): Text | null {
  const { cautions, smallBelowResidents } = openDataSettings();
  if (latest === undefined) return null;
  if (caution !== null && of.population < smallBelowResidents) return cautions[caution];
  return isOld(latest.year, asOfYear) ? cautions.old_period : null;
}

/**
 * The figures that a profile shows as background, in the order of content/open-data.json, for a municipality.
 *
 * @param asOfYear The year to count age from; the year in which the data were gathered if left out.
 * @returns Every indicator, those without a value included.
 * @throws RangeError for a code that is no municipality.
 */
export function indicators(municipalityCode: string, asOfYear?: number): readonly Indicator[] {
  const of = requireMunicipality(municipalityCode);
  return openDataSettings().indicators.map((shown) => {
    const { key, title, unit, direction, decimals, producer, derived } = shown;
    const series = seriesOf(key, of);
    const latest = series.at(-1);
    return {
      key,
      title,
      unit,
      direction,
      decimals,
      value: latest?.value ?? null,
      period: latest?.period ?? null,
      year: latest?.year ?? null,
      sourceLine: sourceLine(producer, key, derived),
      caution: cautionFor(shown, of, latest, asOfYear),
      series,
      peers: peerValues(municipalityCode, (peer) => {
        const theirs = seriesOf(key, peer);
        return (latest === undefined ? theirs.at(-1) : theirs.find((figure) => figure.year === latest.year))?.value ?? null;
      }),
    };
  });
}
