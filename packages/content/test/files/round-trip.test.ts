import { draftMeasure, measureRule } from "@hp/contracts/content";
import type { Text } from "@hp/domain";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCells, toCells } from "../../src/files/cells.ts";
import { type FileItem, placeInFile, readContentFile, writeWorkbook, writeYaml } from "../../src/files/index.ts";
import { loadCatalogue, loadInstrument } from "../../src/index.ts";

type Item = Omit<FileItem, "row">;
const { measures, rules } = loadCatalogue();
const { dimensions, preconditions } = loadInstrument();
const shipped: readonly Item[] = [
  ...measures.map((measure) => ({ kind: "measure" as const, key: measure.id, document: { measure, rule: rules[measure.id] } })),
  ...dimensions.map((dimension) => ({ kind: "dimension" as const, key: dimension.id, document: dimension })),
  ...preconditions.map((precondition) => ({ kind: "precondition" as const, key: precondition.key, document: precondition })),
];
const readItems = async (file: Uint8Array): Promise<readonly FileItem[]> => {
  const read = await readContentFile(file);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return read.items;
};
const bare = (items: readonly Item[]) => items.map(({ kind, key, document }) => ({ kind, key, document }));
const yaml = (items: readonly Item[]) => new TextEncoder().encode(writeYaml(items));

test("the whole content goes into YAML and back without a difference", async () => {
  expect(bare(await readItems(yaml(shipped)))).toEqual(shipped);
});

test("the whole content goes into a workbook and back without a difference", async () => {
  expect(bare(await readItems(await writeWorkbook(shipped)))).toEqual(shipped);
});

test("content goes from YAML into a workbook, from there into YAML and back, without a difference", async () => {
  const inWorkbook = await writeWorkbook(await readItems(yaml(shipped)));
  expect(bare(await readItems(yaml(await readItems(inWorkbook))))).toEqual(shipped);
});

test("a workbook is told apart by row: an item by its own, a statement by the statement's", async () => {
  const items = await readItems(await writeWorkbook(shipped));
  const [measure] = items;
  const dimension = items.find(({ kind }) => kind === "dimension");
  if (measure === undefined || dimension === undefined) throw new Error("nothing was read");
  expect(placeInFile(measure, "measure.costSek.min")).toEqual({ row: "Åtgärder rad 2", field: "measure.costSek.min" });
  expect(placeInFile(dimension, "weight")).toEqual({ row: "Områden rad 2", field: "weight" });
  expect(placeInFile(dimension, "items.1.sv")).toEqual({ row: "Påståenden rad 3", field: "sv" });
  expect(placeInFile(dimension, `items.${dimensions[0]?.items[2]?.id}`)).toEqual({ row: "Påståenden rad 4", field: "" });
});

// Texts as drafts hold them: trimmed, empty in a language or both, with whatever a file could take for something else.
const odd = [
  "(null)",
  "'",
  "[1]",
  "{}",
  "=1+1",
  "-5",
  "+x",
  "@a",
  "true",
  "0",
  "1e5",
  "2027-11",
  "~",
  "null",
  "- a",
  "# b",
  "a: b",
  "<b>&amp;",
];
const oddInside = [
  "a\r\nb",
  "a\rb",
  "a\n\nb",
  "a\tb",
  "_x000D_",
  "a _x0041_ b",
  "x\u0085y\u2028z",
  "x\u0080\u009fy",
  "\ufffd",
  "x\ufdd0\u{1fffe}y",
  "toString",
  "constructor",
  "__proto__",
  "x\ufffey",
  "😀",
  "e\u0301",
  "]]>",
  "a  b",
  "''a'",
];
const written = fc
  .oneof(fc.constantFrom(...odd, ...oddInside), fc.string({ unit: "grapheme", maxLength: 30 }))
  .map((one) => one.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "").trim());
const words = fc.record({ sv: written, en: written });
const list = fc.array(words, { maxLength: 8 });
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
);
const word = written.filter((one) => one.length > 0 && one.length <= 60);
const atom = fc.record({
  field: fc.constantFrom("vakans", "score.boende", "item.boende-1"),
  op: fc.constantFrom("eq" as const, "ne" as const),
  value: fc.oneof(number, fc.boolean(), word),
});
const condition = fc.oneof(
  atom,
  fc.record({ all: fc.array(fc.oneof(atom, fc.record({ not: atom })), { minLength: 1, maxLength: 3 }) }),
  fc.record({ atLeast: fc.constant(1), of: fc.array(atom, { minLength: 1, maxLength: 3 }) }),
);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const mutation = fc.record({
  at: fc.nat(measures.length - 1),
  title: words,
  source: words,
  caution: maybe(words),
  legal: maybe(words),
  local: maybe(words),
  costMin: fc.nat(1_000_000_000),
  effect: fc.integer({ min: 1, max: 3 }),
  retired: fc.option(fc.boolean(), { nil: undefined }),
  card: fc.option(
    fc.record({
      summary: words,
      success: list,
      steps: list,
      municipality: words,
      company: words,
      followUp: list,
      counterEvidence: words,
      funding: fc.subarray(["leader" as const, "esf" as const]),
    }),
    { nil: undefined },
  ),
  exclude: maybe(condition),
  require: maybe(condition),
  boost: fc.array(condition, { maxLength: 3 }),
  synergies: fc.array(fc.record({ with: fc.constant("BO01"), factor: fc.double({ min: 0.01, max: 3, noNaN: true }) }), { maxLength: 2 }),
});

/** A shipped measure with everything about it changed that a draft may change. */
function mutated(change: typeof mutation extends fc.Arbitrary<infer M> ? M : never): Item {
  const measure = measures[change.at];
  const rule = rules[measure?.id ?? ""];
  if (measure === undefined || rule === undefined) throw new Error("no such measure");
  const { card: _card, retired: _retired, ...rest } = measure;
  const { title, source, caution, legal, local, costMin, effect, retired, card, exclude, require, boost, synergies } = change;
  const changed = {
    ...rest,
    ...(title satisfies Text),
    source,
    caution,
    legal,
    followUp: { ...rest.followUp, local },
    costSek: { min: costMin, max: 1_000_000_000 },
    effects: { ...rest.effects, [rest.mainDimension]: effect },
    ...(retired === undefined ? {} : { retired }),
    ...(card === undefined ? {} : { card }),
  };
  const document = { measure: draftMeasure.parse(changed), rule: measureRule.parse({ ...rule, exclude, require, boost, synergies }) };
  return { kind: "measure", key: measure.id, document };
}
const many = fc.uniqueArray(mutation, { selector: ({ at }) => at, minLength: 1, maxLength: 12 }).map((changes) => changes.map(mutated));

test("whatever a draft may hold of measures goes into YAML and back without a difference", async () => {
  await fc.assert(
    fc.asyncProperty(many, async (items) => {
      expect(bare(await readItems(yaml(items)))).toEqual(items);
    }),
    { numRuns: 100 },
  );
});

test("whatever a draft may hold of measures goes into a workbook and back without a difference", async () => {
  await fc.assert(
    fc.asyncProperty(many, async (items) => {
      expect(bare(await readItems(await writeWorkbook(items)))).toEqual(items);
    }),
    { numRuns: 100 },
  );
});

const key = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), fc.stringMatching(/^[0-9]{1,3}$/), fc.constantFrom("a.b", ""));
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
const document = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/),
  fc.oneof(value, fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 })),
  { minKeys: 1, maxKeys: 5 },
);

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
