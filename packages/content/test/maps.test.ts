import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import borders from "../data/borders.json" with { type: "json" };
import { ringArcs, ringOf } from "../src/borders/topology.ts";
import { openData, placeOnMap } from "../src/index.ts";

const all = openData.municipalities();

function size(viewBox: string) {
  const [, , width = 0, height = 0] = viewBox.split(" ").map(Number);
  return { width, height };
}

/** Points of a path of `M x y l dx dy … z` parts. */
function pointsOf(path: string): readonly (readonly [number, number])[][] {
  return path
    .split("z")
    .filter((part) => part !== "")
    .map((part) => {
      const numbers = [...part.matchAll(/-?\d*\.?\d+/g)].map(([number]) => Number(number));
      let [x, y] = [0, 0];
      const points: (readonly [number, number])[] = [];
      for (let index = 0; index + 1 < numbers.length; index += 2) {
        x += numbers[index] ?? 0;
        y += numbers[index + 1] ?? 0;
        points.push([x, y]);
      }
      return points;
    });
}

describe("outlines of municipalities", () => {
  test("each has one path that fills its own frame, the longer side 100 units", () => {
    for (const { code } of all) {
      const { viewBox, path } = openData.municipalityOutline(code);
      const { width, height } = size(viewBox);
      expect(Math.max(width, height), code).toBe(100);
      expect(path).toMatch(/^(M-?[\d.]+ ?-?[\d.]+l[-\d. ]+z)+$/);
      const points = pointsOf(path).flat();
      expect(Math.min(...points.map(([x]) => x)), code).toBeCloseTo(0, 1);
      expect(Math.max(...points.map(([x]) => x)), code).toBeLessThanOrEqual(width + 0.11);
      expect(Math.max(...points.map(([, y]) => y)), code).toBeLessThanOrEqual(height + 0.11);
    }
  });

  test("have the area of the municipality: sum of land and lakes within a tenth for most", () => {
    const near = all.filter(({ code, landKm2 }) => {
      const rings = (ringArcs(code) ?? []).map((ring) => ringOf(ring, 0));
      const area =
        Math.abs(
          rings.reduce(
            (sum, ring) =>
              sum +
              ring.reduce((part, [x, y], index) => {
                const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
                return part + (x * nextY - nextX * y) / 2;
              }, 0),
            0,
          ),
        ) / 10_000;
      return area > 0.85 * landKm2 && area < 1.35 * landKm2;
    });
    expect(near.length).toBeGreaterThan(260);
  });

  test("are small: 290 paths in under 100 kB, borders in under 100 kB", () => {
    expect(all.reduce((sum, { code }) => sum + openData.municipalityOutline(code).path.length, 0)).toBeLessThan(100_000);
    expect(JSON.stringify(borders).length).toBeLessThan(100_000);
  });
});

describe("maps of counties and of Sweden", () => {
  test("every county shows its municipalities inside one outline", () => {
    for (const county of openData.counties()) {
      const map = openData.countyMap(county.code);
      expect(map.areas.map(({ code }) => code)).toEqual(all.filter(({ countyCode }) => countyCode === county.code).map(({ code }) => code));
      expect(map.areas.every(({ path }) => path.startsWith("M"))).toBe(true);
      expect(map.outline.startsWith("M")).toBe(true);
    }
    expect(() => openData.countyMap("99")).toThrow(RangeError);
  });

  test("towns stand where they should: inside the frame, Avesta in the south-east of Dalarna", () => {
    for (const { countyCode, lat, lon, code } of all) {
      const { frame } = openData.countyMap(countyCode);
      const { x, y } = placeOnMap(frame, { lat, lon });
      expect(x >= -5 && x <= frame.width + 5 && y >= -5 && y <= frame.height + 5, code).toBe(true);
    }
    const { frame } = openData.countyMap("20");
    const avesta = openData.municipality("2084");
    const mora = openData.municipality("2062");
    if (avesta === null || mora === null) throw new Error("No Avesta or Mora");
    expect(placeOnMap(frame, avesta).x).toBeGreaterThan(placeOnMap(frame, mora).x);
    expect(placeOnMap(frame, avesta).y).toBeGreaterThan(placeOnMap(frame, mora).y);
  });

  test("Sweden is about 2.4 times as high as wide, and small enough to send", () => {
    const map = openData.swedenMap();
    expect(map.areas).toHaveLength(290);
    expect(map.frame.height / map.frame.width).toBeCloseTo(2.4, 1);
    expect(map.outline.length).toBeLessThan(15_000);
  });

  test("assets/sweden.svg has all 290 and no style or script", () => {
    const svg = readFileSync(new URL("../assets/sweden.svg", import.meta.url), "utf8");
    expect(svg.match(/<path id="m\d{4}" d="M[^"]+"\/>/g)).toHaveLength(290);
    expect(svg).not.toMatch(/style|script|href/);
    expect(svg.length).toBeLessThan(100_000);
  });
});
