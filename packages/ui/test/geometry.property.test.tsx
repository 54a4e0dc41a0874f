import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contributionDrawing, contributionNarrow, contributionWide } from "../src/charts/contribution-geometry.ts";
import type { PlacedText } from "../src/charts/drawing.tsx";
import { type DumbbellGroup, dumbbellDrawing, dumbbellNarrow, dumbbellWide, gapSize, sortBySize } from "../src/charts/dumbbell-geometry.ts";
import { frontDrawing, frontNarrow, frontWide } from "../src/charts/front-geometry.ts";
import { hatchRect, markPath } from "../src/charts/marks.ts";
import { matrixDrawing, matrixNarrow, matrixWide, overlap, textBox } from "../src/charts/matrix-geometry.ts";
import { clamp, linear, n, span, ticks } from "../src/charts/number.ts";
import { perceivedDrawing, perceivedNarrow, perceivedWide } from "../src/charts/perceived-geometry.ts";
import { textWidth, wrapText } from "../src/charts/text-width.ts";
import { sectorAngles, type WheelGroup, wheelDrawing, wheelGaps, wheelNarrow, wheelWide } from "../src/charts/wheel-geometry.ts";
import * as sample from "./sample.tsx";

const parties = ["municipality", "industry", "residents"] as const;
const anyNumber = fc.oneof(fc.double(), fc.double({ min: 0, max: 100, noNaN: true }), fc.constantFrom(Number.NaN, Infinity, -Infinity, -0));
const maybe = fc.option(anyNumber, { nil: null });
const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzåäö"), minLength: 1, maxLength: 12 });
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));

const wheelGroups: fc.Arbitrary<readonly WheelGroup[]> = fc.array(
  fc.record({
    label: phrase,
    sectors: fc.array(
      fc.record({
        id: fc.uuid(),
        label: phrase,
        short: word,
        value: maybe,
        low: anyNumber,
        high: anyNumber,
        marks: fc.array(
          fc.record({ party: fc.constantFrom(...parties), value: maybe, low: anyNumber, high: anyNumber, hidden: fc.boolean() }),
          { maxLength: 3 },
        ),
        emphasis: fc.option(phrase, { nil: undefined }),
        note: fc.option(phrase, { nil: undefined }),
      }),
      { maxLength: 5 },
    ),
  }),
  { maxLength: 6 },
);

/** Every path and text of a drawing, whatever its shape. */
function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Map) return [...value.values()].flatMap(strings);
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(strings);
  return [];
}

function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(numbers);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(numbers);
  return [];
}

function expectSound(drawing: unknown) {
  for (const text of strings(drawing)) expect(text).not.toMatch(/NaN|Infinity|undefined/);
  for (const value of numbers(drawing)) expect(Number.isFinite(value)).toBe(true);
}

function expectInside(text: PlacedText, size: { readonly width: number; readonly height: number }, font: number) {
  const box = textBox(text, font);
  expect(box.x0).toBeGreaterThanOrEqual(-3);
  expect(box.x1).toBeLessThanOrEqual(size.width + 3);
  expect(text.y).toBeGreaterThan(0);
  expect(text.y).toBeLessThanOrEqual(size.height);
}

describe("numbers", () => {
  test("a coordinate is never NaN and has one decimal at most", () => {
    fc.assert(fc.property(anyNumber, (value) => /^-?\d+(\.\d)?$/.test(n(value))));
  });
  test("a linear map stays inside its range", () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(finite, finite, finite, (a, b, value) => {
        const y = linear([a, b], [10, 20])(value);
        return y >= 10 && y <= 20;
      }),
    );
  });
  test("a span holds its values, and its ticks lie in it", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 100),
          { minLength: 1, maxLength: 20 },
        ),
        (values) => {
          const [low, high] = span(values, 5, [0, 1]);
          expect(values.every((value) => value >= low && value <= high)).toBe(true);
          expect(high).toBeGreaterThan(low);
          expect(ticks([low, high], 5).every((tick) => tick >= low && tick <= high)).toBe(true);
        },
      ),
    );
  });
  test("a span of nothing is the fallback", () => expect(span([Number.NaN], 5, [0, 100])).toEqual([0, 100]));
});

describe("text", () => {
  test("bold and serif are wider, and wrapped lines keep every word", () => {
    fc.assert(
      fc.property(phrase, fc.integer({ min: 20, max: 400 }), (text, room) => {
        const style = { size: 15 };
        expect(textWidth(text, { ...style, bold: true })).toBeGreaterThan(textWidth(text, style));
        const lines = wrapText(text, room, style);
        expect(lines.join(" ")).toBe(text);
        expect(lines.every((line) => textWidth(line, style) <= room || !line.includes(" "))).toBe(true);
      }),
    );
  });
});

describe("marks", () => {
  test("hatching stays in its rectangle", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }), (width, height) => {
        const coordinates = [...hatchRect(5, 7, width, height).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)];
        return coordinates.every(([, x, y]) => Number(x) >= 5 && Number(x) <= 5 + width && Number(y) >= 7 && Number(y) <= 7 + height);
      }),
    );
  });
  test("every shape is closed", () => {
    for (const shape of [...parties, "facts", "dot", "diamond"] as const) expect(markPath(shape, 8, 8, 7)).toMatch(/^M.*z$/);
  });
});

describe("wheel", () => {
  test("thirteen sectors in five groups cover the circle minus the gaps", () => {
    const angles = sectorAngles([2, 5, 3, 2, 1]);
    expect(angles).toHaveLength(13);
    const covered = angles.reduce((sum, { start, end }) => sum + end - start, 0);
    expect(covered + wheelGaps.top + 4 * wheelGaps.group + 8 * wheelGaps.sector).toBeCloseTo(360);
    expect(angles.at(-1)?.end).toBeCloseTo(360 - wheelGaps.top / 2);
  });
  test("whatever the groups, sectors are equally wide, in order, and never overlap", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 7 }), (sizes) => {
        const angles = sectorAngles(sizes);
        expect(angles).toHaveLength(sizes.reduce((a, b) => a + b, 0));
        angles.forEach(({ start, end }, index) => {
          expect(end).toBeGreaterThan(start);
          const next = angles[index + 1];
          if (next !== undefined) expect(next.start - end).toBeGreaterThan(1.7);
        });
      }),
    );
  });
  test("no value, however broken, breaks the drawing", () => {
    fc.assert(
      fc.property(wheelGroups, (groups) => {
        expectSound(wheelDrawing(groups, wheelWide));
        expectSound(wheelDrawing(groups, wheelNarrow));
      }),
    );
  });
  test("labels stay inside both drawings", () => {
    fc.assert(
      fc.property(wheelGroups, (groups) => {
        for (const size of [wheelWide, wheelNarrow])
          for (const label of wheelDrawing(groups, size).labels) expectInside(label, size, label.weight === "note" ? 13.5 : size.font);
      }),
    );
  });
  test("a party that is missing is left out, a hidden one and an unknown sector are hatched", () => {
    const drawing = wheelDrawing(sample.gappyWheel, wheelWide);
    const count = (d: string | undefined) => (d ?? "").split("M").length - 1;
    expect(count(drawing.marks.get("municipality"))).toBe(12);
    expect(count(drawing.marks.get("industry"))).toBe(11);
    expect(count(drawing.marks.get("residents"))).toBe(11);
    expect(drawing.hatch).not.toBe("");
    expect(wheelDrawing(sample.wheelGroups, wheelWide).hatch).toBe("");
  });
});

const estimate = fc.record({ value: anyNumber, low: anyNumber, high: anyNumber, text: fc.constant("58") });
const dumbbellGroups: fc.Arbitrary<readonly DumbbellGroup[]> = fc.array(
  fc.record({
    heading: phrase,
    rows: fc.array(
      fc.record({
        id: fc.uuid(),
        label: phrase,
        a: fc.option(estimate, { nil: null }),
        b: fc.option(estimate, { nil: null }),
        gap: fc.constant("24"),
        strong: fc.boolean(),
        note: fc.option(phrase, { nil: undefined }),
      }),
      { maxLength: 8 },
    ),
  }),
  { maxLength: 4 },
);

describe("dumbbell", () => {
  test("the largest gap comes first, what is missing last", () => {
    fc.assert(
      fc.property(dumbbellGroups, (groups) => {
        for (const group of groups) {
          const sizes = sortBySize(group.rows).map((row) => gapSize(row) ?? -1);
          expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
          expect(sizes).toHaveLength(group.rows.length);
        }
      }),
    );
  });
  test("no value breaks the drawing, rows follow each other downwards, marks stay in the width", () => {
    fc.assert(
      fc.property(dumbbellGroups, (groups) => {
        for (const size of [dumbbellWide, dumbbellNarrow]) {
          const drawing = dumbbellDrawing(groups, size);
          expectSound({ ...drawing, rows: drawing.rows.map(({ id: _, ...row }) => row) });
          drawing.rows.forEach((row, index) => {
            const before = drawing.rows[index - 1];
            if (before !== undefined) expect(row.y).toBeGreaterThan(before.y);
            expect(row.y).toBeLessThan(drawing.height);
            for (const x of [row.points.a, row.points.b]) if (x !== null) expect(clamp(x, 0, size.width)).toBe(x);
          });
        }
      }),
    );
  });
  test("labels do not run into the bands of the mock-up's data", () => {
    const drawing = dumbbellDrawing(sample.dumbbellGroups, dumbbellWide);
    const numbersLeft = Math.min(...drawing.rows.flatMap((row) => row.numbers.map((number) => textBox(number, 13.5).x0)));
    const labelsRight = Math.max(...drawing.rows.flatMap((row) => row.labels.map((line) => textBox(line, 15).x1)));
    expect(labelsRight).toBeLessThan(numbersLeft);
  });
});

describe("matrix", () => {
  const fields = { topLeft: "Prioritera", topRight: "Bevara", bottomLeft: "Förbättra om möjligt", bottomRight: "Lägre prioritet" };
  const points = fc.array(
    fc.record({ id: fc.uuid(), label: word, x: maybe, xLow: anyNumber, xHigh: anyNumber, y: maybe, certain: fc.boolean() }),
    { maxLength: 15 },
  );

  test("no value breaks the drawing, and labels stay inside", () => {
    fc.assert(
      fc.property(points, (given) => {
        for (const size of [matrixWide, matrixNarrow]) {
          const drawing = matrixDrawing(given, sample.matrixSplit, fields, size);
          expectSound(drawing);
          for (const label of drawing.labels) expectInside(label, size, size.font);
        }
      }),
    );
  });
  test("the labels of the mock-up's data lie apart in both drawings", () => {
    for (const size of [matrixWide, matrixNarrow]) {
      const drawing = matrixDrawing(sample.matrixPoints, sample.matrixSplit, fields, size);
      const boxes = [
        ...drawing.labels.map((label) => textBox(label, 13)),
        ...drawing.fields.map((field) => textBox(field, size.fieldFont - 2, true)),
      ];
      boxes.forEach((box, i) => {
        boxes.slice(i + 1).forEach((other) => {
          expect(overlap(box, other)).toBe(0);
        });
      });
    }
  });
});

describe("perceived and fact", () => {
  test("no value breaks the drawing; a row without one of the two is left out", () => {
    const rows = fc.array(
      fc.record({
        id: fc.uuid(),
        label: phrase,
        perceived: fc.option(fc.record({ value: anyNumber, low: anyNumber, high: anyNumber }), { nil: null }),
        fact: maybe,
        difference: fc.constant("+4"),
        strong: fc.boolean(),
        note: fc.option(phrase, { nil: undefined }),
      }),
    );
    fc.assert(
      fc.property(rows, (given) => {
        for (const size of [perceivedWide, perceivedNarrow]) {
          const drawing = perceivedDrawing(given, size);
          expectSound(drawing);
          expect(drawing.rows).toHaveLength(
            given.filter(
              (row) => row.perceived !== null && Number.isFinite(row.perceived.value) && row.fact !== null && Number.isFinite(row.fact),
            ).length,
          );
        }
      }),
    );
  });
});

describe("contributions", () => {
  test("bars share one scale within a group and leave room for their words", () => {
    const row = fc.record({
      party: fc.constantFrom(...parties),
      name: word,
      planned: maybe,
      proposed: maybe,
      done: maybe,
      text: fc.constant("1 975 000 kr"),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ heading: word, rows: fc.array(row, { maxLength: 3 }) }), { maxLength: 3 }), (groups) => {
        for (const size of [contributionWide, contributionNarrow]) {
          const drawing = contributionDrawing(groups, size);
          expectSound(drawing);
          for (const placed of drawing.rows) expect(textBox(placed.text, 15).x1).toBeLessThanOrEqual(size.width + 1);
        }
      }),
    );
  });
});

describe("cost against gain", () => {
  test("no number breaks it, words never meet nor leave the drawing, and the last point keeps its own", () => {
    const point = fc.record({
      id: fc.uuid(),
      cost: anyNumber,
      gain: anyNumber,
      costText: fc.constantFrom("0 kr", "450 000 kr", "12,5 mkr"),
      gainText: fc.constantFrom("+0,1", "+12,4"),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (given) => {
        const points = [...given].sort((one, other) => one.cost - other.cost);
        for (const size of [frontWide, frontNarrow]) {
          const drawing = frontDrawing(points, { cost: "Kostnad", gain: "Lyfter orten, poäng" }, size);
          expectSound(drawing);
          expect(drawing.gains[0]?.text).toBe(points.at(-1)?.gainText);
          for (const words of [
            [...drawing.gains, ...drawing.axisNames],
            [...drawing.costs, ...drawing.axisNames],
          ])
            words.forEach((one, index) => {
              const box = textBox(one, size.font);
              expect(box.x1).toBeLessThanOrEqual(size.width + 1);
              for (const other of words.slice(index + 1)) expect(overlap(box, textBox(other, size.font))).toBe(0);
            });
        }
      }),
    );
  });
});
