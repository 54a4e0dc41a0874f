import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { sortBySize } from "../src/charts/dumbbell-geometry.ts";
import { contributionTwin, DataTable, dumbbellTwin, matrixTwin, perceivedTwin, type TableData, wheelTwin } from "../src/index.ts";
import * as sample from "./sample.tsx";

const format = { number: (value: number) => `n${value}`, interval: (low: number, high: number) => `${low}–${high}`, missing: "saknas" };

/** The text of every cell, row by row, as a reader of the table gets it. */
function cells(table: TableData): string[][] {
  const body = renderToStaticMarkup(<DataTable {...table} />).split("<tbody>")[1] ?? "";
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? "").matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => (cell ?? "").replace(/<[^>]+>/g, "")),
  );
}

const score = fc.integer({ min: 0, max: 100 });
const value = fc.option(score, { nil: null });

describe("a twin says exactly what was given", () => {
  test("wheel: every value with its interval, every missing one as missing", () => {
    const sector = fc.record({
      id: fc.uuid(),
      label: fc.constant("Område"),
      value,
      low: score,
      high: score,
      m: fc.record({ value, low: score, high: score }),
      i: fc.record({ value, low: score, high: score }),
    });
    fc.assert(
      fc.property(fc.array(sector, { maxLength: 13 }), (given) => {
        const groups = [
          {
            label: "G",
            sectors: given.map(({ m, i, ...rest }) => ({
              ...rest,
              marks: [
                { party: "municipality" as const, ...m },
                { party: "industry" as const, ...i },
              ],
            })),
          },
        ];
        const words = { caption: "c", area: "a", parties: { municipality: "K", industry: "I", residents: "B" }, place: "P" };
        const write = (e: { value: number | null; low: number; high: number }) =>
          e.value === null ? "saknas" : `n${e.value} (${e.low}–${e.high})`;
        expect(cells(wheelTwin(groups, words, format))).toEqual(
          given.map((row) => ["Område", write(row.m), write(row.i), "saknas", write(row)]),
        );
      }),
    );
  });
  test("wheel: a hidden group is said in its own words", () => {
    const table = cells(
      wheelTwin(
        sample.gappyWheel,
        { caption: "c", area: "a", parties: { municipality: "K", industry: "I", residents: "B" }, place: "P" },
        format,
      ),
    );
    expect(table[0]).toEqual(["Arbete och karriärvägar", "n62 (54–70)", "n55 (46–64)", "Invånarna: färre än fem svar", "n58 (54–62)"]);
    expect(table[3]?.[2]).toBe("saknas");
    expect(table[9]).toEqual(["Trygghet och skötsel", "saknas", "saknas", "saknas", "saknas"]);
  });
  test("dumbbell: in the order of the drawing", () => {
    const table = cells(
      dumbbellTwin(
        sample.dumbbellGroups,
        { caption: "c", area: "a", a: "K", b: "I", gap: "g", state: "s", states: ["Glapp", "Nyans", "Samsyn"] },
        format,
      ),
    );
    const expected = sample.dumbbellGroups.flatMap((group, index) =>
      sortBySize(group.rows).map((row) => [row.label, row.a?.text, row.b?.text, row.gap, ["Glapp", "Nyans", "Samsyn"][index]]),
    );
    expect(table).toEqual(expected);
    expect(table[0]).toEqual(["Bostäder och boendemiljö", "58", "34", "24", "Glapp"]);
  });
  test("matrix", () => {
    const points = [...sample.matrixPoints.slice(0, 2), { id: "x", label: "Okänd", x: null, xLow: 0, xHigh: 0, y: 3, certain: false }];
    expect(
      cells(
        matrixTwin(points, { caption: "c", area: "a", x: "x", y: "y", field: "f" }, (point) => (point.certain ? "Bevara" : "Osäker"), {
          x: String,
          y: String,
          missing: "saknas",
        }),
      ),
    ).toEqual([
      ["Arbete", "58", "4.6", "Bevara"],
      ["Kompetens", "51", "4.5", "Bevara"],
      ["Okänd", "saknas", "3", "Osäker"],
    ]);
  });
  test("perceived and fact: what the drawing leaves out stands here", () => {
    const rows = [
      ...sample.perceivedRows.slice(0, 1),
      { id: "x", label: "Centrum", perceived: { value: 44, low: 39, high: 49 }, fact: null, difference: "" },
    ];
    expect(cells(perceivedTwin(rows, { caption: "c", area: "a", perceived: "p", fact: "f", difference: "d" }, format))).toEqual([
      ["Arbete och karriärvägar", "n58 (54–62)", "n14", "+44"],
      ["Centrum", "n44 (39–49)", "saknas", "saknas"],
    ]);
  });
  test("contributions", () => {
    expect(
      cells(contributionTwin(sample.contributionGroups, { caption: "c", party: "p", planned: "i", proposed: "f", done: "u" }, format)),
    ).toEqual([
      ["Kommunen, Pengar", "n1975000", "n0", "n0"],
      ["Industrin, Pengar", "n1075000", "n460000", "n0"],
      ["Kommunen, Timmar", "n640", "n0", "n120"],
      ["Industrin, Timmar", "n510", "n0", "n80"],
    ]);
  });
});
