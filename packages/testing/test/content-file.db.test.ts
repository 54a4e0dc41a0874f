import { writeWorkbook, writeYaml } from "@hp/content/files";
import { type Player, signUp } from "@hp/demo";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, makeAdmin, openHouse } from "../src/index.ts";

interface MeasureDocument {
  readonly measure: { readonly id: string; readonly sv: string; readonly reviewBy: string } & Record<string, unknown>;
  readonly rule: Record<string, unknown>;
}
interface Item {
  readonly kind: "measure" | "dimension" | "precondition";
  readonly key: string;
  readonly document: object;
}

let house: House;
let admin: Player;
beforeAll(async () => {
  house = await openHouse();
  admin = await signUp(house, "files@test.example", "Admin");
  await makeAdmin(house, admin);
});
afterAll(() => house.close());

const base64 = (file: Uint8Array | string) => Buffer.from(file).toString("base64");
const asYaml = (items: readonly Item[]) => base64(writeYaml(items));
const asWorkbook = async (items: readonly Item[]) => base64(await writeWorkbook(items));

/** A new draft, and one of its measures as it stands there. */
async function begun(name: string) {
  const { draft } = admin.api;
  const { draft: row, fingerprint } = await draft.create({ name, idempotencyKey: crypto.randomUUID() });
  const draftId = row.id;
  const measureOf = async (key: string) => (await draft.item({ draftId, kind: "measure", key })).document as MeasureDocument;
  const now = async () => (await draft.get({ draftId })).fingerprint;
  const preview = (file: string) => draft.importPreview({ draftId, fileName: "file", base64: file });
  const apply = (file: string, of: string) => draft.importApply({ draftId, fileName: "file", base64: file, fingerprint: of });
  return { draft, draftId, fingerprint, measureOf, now, preview, apply };
}
const item = (document: MeasureDocument): Item => ({ kind: "measure", key: document.measure.id, document });

test.each(["xlsx", "yaml"] as const)("a draft goes out as %s and in again without a change", async (format) => {
  const { draft, draftId, fingerprint, preview, apply } = await begun(`Out and in ${format}`);
  const file = await draft.export({ draftId, format });
  expect(file.name).toMatch(new RegExp(`\\.${format}$`));
  const seen = await preview(file.base64);
  expect(seen).toEqual({ fingerprint, problems: [], added: [], changed: [], notInFile: [], unchanged: 93 + 13 + 72 });
  expect(await apply(file.base64, fingerprint)).toMatchObject({ fingerprint, undo: null });
});

test("what was edited in a workbook is told in words, written as one act, taken back at once, and done again", async () => {
  const { draft, draftId, fingerprint, measureOf, now, preview, apply } = await begun("Edited outside");
  const bo06 = await measureOf("BO06");
  const ar01 = await measureOf("AR01");
  const added = {
    measure: { ...ar01.measure, id: "ZZ01", sv: "En ny åtgärd" },
    rule: { ...ar01.rule, conflicts: [], prerequisites: [], synergies: [] },
  };
  const changed = { ...bo06, rule: { ...bo06.rule, exclude: { field: "vakans", op: "gte", value: 7 } } };
  // Two that name each other come in together.
  const friend = { ...ar01, rule: { ...ar01.rule, synergies: [{ with: "ZZ01", factor: 1.2 }] } };
  const file = await asWorkbook([changed, friend, added].map(item));

  const seen = await preview(file);
  expect(seen.problems).toEqual([]);
  expect(seen.added).toEqual([{ key: "ZZ01", title: { sv: "En ny åtgärd", en: ar01.measure.en } }]);
  expect(seen.changed.map(({ key }) => key).sort()).toEqual(["AR01", "BO06"]);
  for (const { sentences } of seen.changed) expect(sentences.length).toBeGreaterThan(0);
  expect(seen.notInFile).toHaveLength(93 + 13 + 72 - 2);
  expect(await now()).toBe(fingerprint);

  const view = await apply(file, seen.fingerprint);
  expect(view.fingerprint).not.toBe(fingerprint);
  expect(view.undo?.keys.toSorted()).toEqual(["AR01", "BO06", "ZZ01"]);
  expect(await measureOf("BO06")).toEqual(changed);
  expect(await measureOf("ZZ01")).toEqual(added);
  expect((await draft.get({ draftId })).measures).toHaveLength(94);
  expect((await preview(file)).unchanged).toBe(3);

  const undone = await draft.undo({ draftId });
  expect(undone.keys.toSorted()).toEqual(["AR01", "BO06", "ZZ01"]);
  expect(await now()).toBe(fingerprint);
  await draft.redo({ draftId });
  expect(await now()).toBe(view.fingerprint);
});

test("a file that was previewed against another state of the draft is refused, and nothing is written", async () => {
  const { draft, draftId, fingerprint, measureOf, preview, apply } = await begun("Overtaken");
  const bo06 = await measureOf("BO06");
  const file = asYaml([item({ ...bo06, measure: { ...bo06.measure, reviewBy: "2028-01" } })]);
  expect((await preview(file)).fingerprint).toBe(fingerprint);
  const change = { field: "effect", dimensionId: "natur", value: 1 } as const;
  await draft.changeMeasures({ draftId, measures: [{ key: "AR01", version: 1 }], change });
  await expect(apply(file, fingerprint)).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await measureOf("BO06")).measure.reviewBy).toBe(bo06.measure.reviewBy);
});

test("one fault anywhere stops all of it: each is told with its row and field, and nothing is written", async () => {
  const { draft, draftId, fingerprint, measureOf, now, preview, apply } = await begun("Faulty");
  const bo06 = await measureOf("BO06");
  const { document } = await draft.item({ draftId, kind: "dimension", key: "boende" });
  const dimension = document as { items: readonly object[] };
  const good = { ...bo06, measure: { ...bo06.measure, reviewBy: "2028-01" } };
  const [first, ...others] = dimension.items;
  const faulty = async (measure: MeasureDocument, boende: object = dimension) => {
    const items: Item[] = [item(good), item(measure), { kind: "dimension", key: "boende", document: boende }];
    return { file: await asWorkbook(items), yaml: asYaml(items) };
  };
  const ar01 = await measureOf("AR01");
  const rule = (change: object) => ({ ...ar01, rule: { ...ar01.rule, ...change } });
  const measure = (change: object) => ({ ...ar01, measure: { ...ar01.measure, ...change } });
  const atom = { field: "vakans", op: "gte", value: 3 };
  const deep = Array.from({ length: 40 }).reduce<object>((inner) => ({ not: inner }), atom);

  const cases: readonly (readonly [made: Awaited<ReturnType<typeof faulty>>, row: string, yamlRow: string, field: string])[] = [
    [await faulty(rule({ require: { ...atom, value: 900 } })), "Åtgärder rad 3", "measures.AR01", "rule.require.value"],
    [await faulty(rule({ require: { ...atom, field: "ingenting" } })), "Åtgärder rad 3", "measures.AR01", "rule.require.field"],
    [await faulty(rule({ exclude: { ...atom, op: "like" } })), "Åtgärder rad 3", "measures.AR01", "rule.exclude.op"],
    [await faulty(rule({ prerequisites: ["QQ99"] })), "Åtgärder rad 3", "measures.AR01", "rule.QQ99"],
    [await faulty(rule({ colour: "red" })), "Åtgärder rad 3", "measures.AR01", "rule"],
    [await faulty(measure({ hours: { municipality: -5, company: 1 } })), "Åtgärder rad 3", "measures.AR01", "measure.hours.municipality"],
    [await faulty(measure({ cost: "huge" })), "Åtgärder rad 3", "measures.AR01", "measure.cost"],
    [await faulty(measure({ effects: { arbete: 3, lycka: 1 } })), "Åtgärder rad 3", "measures.AR01", "measure.effects.lycka"],
    [await faulty(measure({ costSek: { min: 1e12, max: 1e12 } })), "Åtgärder rad 3", "measures.AR01", "measure.costSek.min"],
    [await faulty(measure({ reviewBy: "snart" })), "Åtgärder rad 3", "measures.AR01", "measure.reviewBy"],
    [
      await faulty(ar01, { ...dimension, items: [{ ...first, revision: 0 }, ...others] }),
      "Påståenden rad 2",
      "dimensions.boende",
      "revision",
    ],
    [await faulty(ar01, { ...dimension, items: [first, { ...first, id: "arbete-1" }] }), "Påståenden rad 3", "dimensions.boende", ""],
  ];
  for (const [{ file, yaml }, row, yamlRow, field] of cases) {
    const seen = await preview(file);
    expect(seen.problems.map((one) => ({ row: one.row, field: one.field }))).toContainEqual({ row, field });
    expect({ added: seen.added, changed: seen.changed }).toEqual({ added: [], changed: [] });
    expect((await preview(yaml)).problems.map((one) => one.row)).toContain(yamlRow);
    for (const one of [file, yaml]) await expect(apply(one, fingerprint)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  const bottomless = await faulty(rule({ exclude: deep }));
  expect((await preview(bottomless.file)).problems[0]).toMatchObject({ row: "Åtgärder rad 3" });

  for (const file of ["", "PK", "measures: [", "format: hallbara-platser-innehall-1\nmeasures: &a {b: *a}"]) {
    const seen = await preview(base64(file));
    expect(seen.problems.length).toBe(1);
    await expect(apply(base64(file), fingerprint)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  }
  expect(await now()).toBe(fingerprint);
  expect((await draft.get({ draftId })).undo).toBeNull();
});

test("an id under which something else stands is refused: a row is called what its key says", async () => {
  const { measureOf, now, fingerprint, preview, apply } = await begun("Reused");
  const bo06 = await measureOf("BO06");
  const file = asYaml([{ kind: "measure", key: "AR01", document: bo06 }]);
  expect((await preview(file)).problems).toContainEqual({ row: "measures.AR01", field: "measure.id", problem: "not_the_key" });
  await expect(apply(file, fingerprint)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await now()).toBe(fingerprint);
});

test("nothing is read into a draft that is laid aside", async () => {
  const { draft, draftId, fingerprint, measureOf, apply } = await begun("Laid aside");
  const bo06 = await measureOf("BO06");
  const file = asYaml([item({ ...bo06, measure: { ...bo06.measure, reviewBy: "2028-01" } })]);
  await draft.update({ draftId, version: 1, status: "discarded" });
  await expect(apply(file, fingerprint)).rejects.toThrow();
  expect((await measureOf("BO06")).measure.reviewBy).toBe(bo06.measure.reviewBy);
});
