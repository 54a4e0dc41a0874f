import fc from "fast-check";
import readSheets from "read-excel-file/node";
import { expect, test } from "vitest";
import { inOrder } from "../../src/files/column-order.ts";
import { type FileItem, writeWorkbook } from "../../src/files/index.ts";
import { loadCatalogue, loadInstrument } from "../../src/index.ts";

const { measures, rules } = loadCatalogue();
const { dimensions, preconditions } = loadInstrument();
const shipped: readonly Omit<FileItem, "row">[] = [
  ...measures.map((measure) => ({ kind: "measure" as const, key: measure.id, document: { measure, rule: rules[measure.id] } })),
  ...dimensions.map((dimension) => ({ kind: "dimension" as const, key: dimension.id, document: dimension })),
  ...preconditions.map((precondition) => ({ kind: "precondition" as const, key: precondition.key, document: precondition })),
];

test("the last sheet says in both languages what every column of the others means, and shows one", async () => {
  const sheets = await readSheets(Buffer.from(await writeWorkbook(shipped)));
  const readMe = sheets.at(-1);
  expect(readMe?.sheet).toBe("Läs mig");
  const told = new Map(readMe?.data.map(([sheet, column, means, example]) => [`${sheet} ${column}`, { means, example }]));
  const columns = sheets.slice(0, -1).flatMap(({ sheet, data }) => (data[0] ?? []).slice(1).map((column) => `${sheet} ${column}`));
  expect(columns.length).toBeGreaterThan(100);
  for (const column of columns) {
    expect(told.get(column)?.means, column).toMatch(/^.+ \/ .+$/);
    expect(told.get(column)?.example, column).not.toBeNull();
  }
});

test("a column stands beside those it shares most of its way with, whichever row it comes from", () => {
  const rows = [
    ["a", "effects.x", "steps.0", "steps.1", "b"],
    ["a", "effects.y", "steps.0", "steps.1", "steps.2", "b", "c"],
  ];
  expect(inOrder(rows)).toEqual(["a", "effects.x", "effects.y", "steps.0", "steps.1", "steps.2", "b", "c"]);
});

test("ordering columns neither loses nor repeats any", () => {
  const path = fc.array(fc.constantFrom("a", "b", "0", "1"), { minLength: 1, maxLength: 4 }).map((segments) => segments.join("."));
  fc.assert(
    fc.property(fc.array(fc.array(path, { maxLength: 8 }), { maxLength: 5 }), (rows) => {
      expect([...inOrder(rows)].sort()).toEqual([...new Set(rows.flat())].sort());
    }),
    { numRuns: 1000 },
  );
});
