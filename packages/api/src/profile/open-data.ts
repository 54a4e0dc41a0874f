import { kpis, openData } from "@hp/content";
import type { IndicatorRow, OpenScores, ProfileView } from "@hp/contracts";
import type { FactValue, Instrument, Text } from "@hp/domain";
import type { Locale } from "../services.ts";

interface PlaceLocation {
  readonly municipalityCode: string;
  readonly localityCode: string | null;
}

/** What open data says of one place, in the forms that services need. Throws RangeError for a code that is no municipality. */
export function openDataOf({ municipalityCode, localityCode }: PlaceLocation) {
  const prefilled = new Map(openData.prefill({ municipalityCode, localityCode }).map((figure) => [figure.key, figure]));
  const indexes = openData.factIndexes(municipalityCode);
  return {
    prefilled,
    /** Rows for a new place: every prefilled precondition that the instrument has. */
    prefillRows: (instrument: Instrument) =>
      instrument.preconditions.flatMap(({ key }) => {
        const figure = prefilled.get(key);
        return figure ? [{ key, value: figure.value as FactValue & (number | boolean | string | string[]), period: figure.period }] : [];
      }),
    /** By dimension, 0–100; null where "fakta saknas". */
    factIndex: Object.fromEntries(Object.entries(indexes).map(([id, index]) => [id, index.value])) as Readonly<
      Record<string, number | null>
    >,
    factSource: Object.fromEntries(Object.entries(indexes).map(([id, index]) => [id, index.sourceLine])) as Readonly<Record<string, Text>>,
    peers: openData.peerDifferences(municipalityCode),
    latest: openData.indicatorValues(municipalityCode),
    indicators: (locale: Locale): IndicatorRow[] =>
      openData.indicators(municipalityCode).map((one) => ({
        key: one.key,
        label: one.title[locale],
        value: one.value,
        unit: one.unit[locale],
        decimals: one.decimals,
        period: one.period ?? "",
        sourceLine: one.sourceLine[locale],
        caution: one.caution?.[locale] ?? null,
        peers: one.peers.map(({ code, name, value }) => ({ code, name, value })),
      })),
    similar: openData
      .similarMunicipalities(municipalityCode)
      .map(({ code, name, mainLocality }) => ({ code, name, lat: mainLocality.lat, lon: mainLocality.lon })) as ProfileView["similar"],
    municipalityGroup: (locale: Locale) => openData.municipality(municipalityCode)?.group.name[locale] ?? "",
    outcome: (locale: Locale): OpenScores["outcome"] =>
      openData.outcomes(municipalityCode).flatMap((one) =>
        one.value === null || one.expected === null || one.verdict === null
          ? []
          : [
              {
                key: one.kpi,
                label: kpis().get(one.kpi)?.[locale] ?? one.kpi,
                value: one.value,
                median: one.expected,
                standing: one.verdict,
                sourceLine: one.sourceLine[locale],
              },
            ],
      ),
  };
}
