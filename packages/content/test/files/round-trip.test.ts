import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCells, toCells } from "../../src/files/cells.ts";
import { readContentFile, writeWorkbook, writeYaml } from "../../src/files/index.ts";
import { loadCatalogue, loadInstrument } from "../../src/index.ts";

const { measures, rules } = loadCatalogue();
const { dimensions, preconditions } = loadInstrument();
const shipped = [
  ...measures.map((measure) => ({ kind: "measure" as const, key: measure.id, document: { measure, rule: rules[measure.id] } })),
  ...dimensions.map((dimension) => ({ kind: "dimension" as const, key: dimension.id, document: dimension })),
  ...preconditions.map((precondition) => ({ kind: "precondition" as const, key: precondition.key, document: precondition })),
];
const bare = (items: readonly { kind: string; key: string; document: unknown }[]) =>
  items.map(({ kind, key, document }) => ({ kind, key, document }));

test("the whole content goes into YAML and back without a difference", async () => {
  const read = await readContentFile(new TextEncoder().encode(writeYaml(shipped)));
  expect("items" in read && bare(read.items)).toEqual(shipped);
});

test("the whole content goes into a workbook and back without a difference", async () => {
  const read = await readContentFile(await writeWorkbook(shipped));
  expect("items" in read && bare(read.items)).toEqual(shipped);
});

const key = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const text = fc.record({ sv: fc.string(), en: fc.string() });
const value = fc.oneof(
  fc.string(),
  fc.constantFrom("(null)", "'", "[1]", "{}", "=1+1", "", "-5", "+x", "@a", "true", "0"),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(fc.integer(), fc.string()), { maxLength: 3 }),
  fc.array(text, { maxLength: 3 }),
  text,
);
const document = fc.dictionary(key, fc.oneof(value, fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 })), { minKeys: 1, maxKeys: 5 });

test("any document of content's shapes goes into cells and back", () => {
  fc.assert(
    fc.property(document, (given) => {
      const plain = JSON.parse(JSON.stringify(given));
      const { document: back, problems } = fromCells(toCells(plain, () => false));
      expect(problems).toEqual([]);
      expect(back).toEqual(plain);
    }),
    { numRuns: 1000 },
  );
});
