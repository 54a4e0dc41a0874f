import { indicatorValues, peerDifferences } from "./comparison.ts";
import { factIndexes } from "./fact-indexes.ts";
import { indicators } from "./indicators.ts";
import { localities, locality } from "./localities.ts";
import { countyMap, municipalityOutline, swedenMap } from "./maps.ts";
import { counties, municipalities, municipality } from "./municipalities.ts";
import { outcomes } from "./outcomes.ts";
import { populationSeries } from "./population.ts";
import { prefill, prefilledKeys } from "./prefill.ts";
import { searchPlaces } from "./search.ts";
import { similarMunicipalities } from "./similar.ts";

/**
 * The open data that ship, as pure lookups: the first call of each builds what it needs, later ones only look up.
 * Everything given is frozen. Where a code is none, `municipality` and `locality` give null and the rest throw.
 */
export const openData = {
  municipalities,
  municipality,
  counties,
  localities,
  locality,
  searchPlaces,
  similarMunicipalities,
  prefill,
  prefilledKeys,
  indicators,
  indicatorValues,
  peerDifferences,
  factIndexes,
  outcomes,
  populationSeries,
  municipalityOutline,
  countyMap,
  swedenMap,
} as const;
/** The lookups of {@link openData}. */
export type OpenData = typeof openData;
