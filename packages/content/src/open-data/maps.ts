import { type AreaMap, drawAreas, drawMunicipality, type Outline } from "../borders/maps.ts";
import { deepFreeze, once } from "../published/parse-content.ts";
import { municipalities, requireMunicipality } from "./municipalities.ts";

const outlines = new Map<string, Outline>();

/**
 * A municipality's land as one SVG path in its own `viewBox`, the longer side 100 units. Simplified borders, SCB.
 *
 * @throws RangeError for a code that is no municipality.
 */
export function municipalityOutline(municipalityCode: string): Outline {
  const { code } = requireMunicipality(municipalityCode);
  const known = outlines.get(code) ?? deepFreeze(drawMunicipality(code));
  outlines.set(code, known);
  return known;
}

const countyMaps = new Map<string, AreaMap>();

/**
 * A county with its municipalities, the longer side 500 units. Positions are put on it by `placeOnMap(map.frame, …)`.
 *
 * @throws RangeError for a code that is no county.
 */
export function countyMap(countyCode: string): AreaMap {
  const known = countyMaps.get(countyCode);
  if (known !== undefined) return known;
  const codes = municipalities().flatMap((each) => (each.countyCode === countyCode ? [each.code] : []));
  const map = deepFreeze(drawAreas(codes, { longSide: 500, tolerance: 0.2, smallest: 1 }));
  countyMaps.set(countyCode, map);
  return map;
}

const wholeCountry = once(() =>
  deepFreeze(
    drawAreas(
      municipalities().map(({ code }) => code),
      { longSide: 500, tolerance: 0.3, smallest: 1 },
    ),
  ),
);

/** Sweden, 500 units high, as one outline and 290 areas; assets/sweden.svg is the same at 1,000. */
export function swedenMap(): AreaMap {
  return wholeCountry();
}
