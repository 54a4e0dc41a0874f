import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { condition, facts, fields, forAll } from "../../test/arbitraries.ts";
import { catalogue, instrument, measure, rule } from "../../test/world.ts";
import type { Catalogue, Measure, MeasureRule } from "../catalogue/types.ts";
import { evaluate } from "../condition/evaluate.ts";
import type { Condition } from "../condition/types.ts";
import type { Instrument, Statement } from "../instrument/types.ts";
import { treeChange } from "./condition-change.ts";
import { applyCatalogueChanges, applyInstrumentChanges, diffCatalogues, diffInstruments } from "./diff.ts";
import type { ContentChange } from "./types.ts";

const kpiTitles = { N00610: { sv: "Trygg utomhus, andel", en: "Safe outdoors, share" } };
const diff = (before: Catalogue, after: Catalogue) => diffCatalogues(before, after, instrument, kpiTitles);
const words = fc.constantFrom("alfa", "beta", "gamma", "");
const text = fc.record({ sv: words, en: words });
const amount = fc.nat({ max: 5 });
const range = fc.tuple(amount, amount).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));

const anyMeasure = (id: string): fc.Arbitrary<Measure> =>
  fc
    .record({
      title: text,
      mainDimension: fc.constantFrom("boende", "arbete"),
      effects: fc.dictionary(fc.constantFrom("boende", "arbete", "samverkan"), fc.integer({ min: 1, max: 3 })),
      owners: fc.subarray(["municipality", "company", "civil"] as const),
      cost: fc.constantFrom("small", "medium", "large"),
      costSek: range,
      hours: fc.record({ municipality: amount, company: amount }),
      grade: fc.constantFrom("a", "b", "c", "d"),
      mixed: fc.boolean(),
      note: fc.option(text),
      harm: fc.boolean(),
      kpis: fc.subarray(["N1", "N2", "N3"]),
      caution: fc.option(text),
      retired: fc.constantFrom(undefined, true, false),
      steps: fc.option(fc.array(text, { maxLength: 3 })),
    })
    .map(({ title, grade, mixed, note, kpis, retired, steps, ...rest }) =>
      measure(id, rest.mainDimension, {
        ...(rest as Partial<Measure>),
        ...title,
        evidence: { grade: grade as "a", mixed, note },
        followUp: { kpis, local: null },
        ...(retired === undefined ? {} : { retired }),
        ...(steps === null
          ? {}
          : {
              card: {
                summary: title,
                success: [],
                steps,
                municipality: title,
                company: title,
                followUp: [],
                counterEvidence: title,
                funding: [],
              },
            }),
      }),
    );

const ids = ["BO01", "BO02", "AR01", "AR02", "SV01"];
const anyRule: fc.Arbitrary<MeasureRule> = fc
  .record({
    exclude: fc.option(condition()),
    require: fc.option(condition()),
    inPlace: fc.option(condition()),
    boost: fc.array(condition(), { maxLength: 3 }),
    damp: fc.array(condition(), { maxLength: 2 }),
    prerequisites: fc.shuffledSubarray(ids),
    conflicts: fc.shuffledSubarray(ids),
    synergies: fc.shuffledSubarray(ids).chain((all) => fc.tuple(...all.map((id) => amount.map((factor) => ({ with: id, factor }))))),
  })
  .map((one) => rule(one as Partial<MeasureRule>));

const anyCatalogue: fc.Arbitrary<Catalogue> = fc
  .record({
    version: fc.constantFrom("1", "2"),
    measures: fc.shuffledSubarray(ids).chain((some) => fc.tuple(...some.map(anyMeasure))),
    rules: fc.dictionary(fc.constantFrom(...ids), anyRule),
    commonness: fc.dictionary(fc.constantFrom(...ids), fc.double({ min: 0, max: 1, noNaN: true })),
    basicPackage: fc.shuffledSubarray(ids),
    reference: fc.option(
      fc.record({
        factShare: fc.dictionary(
          fc.constantFrom("vakans gte 5", 'bostadslage eq "brist"', "odd"),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
        spread: fc.dictionary(fc.constantFrom("vakans", "gone"), fc.double({ min: 0.5, max: 9, noNaN: true })),
      }),
    ),
  })
  .map(({ reference, ...rest }) => (reference === null ? rest : { ...rest, reference }) as Catalogue);

/** The same catalogue with parts of it exchanged for another's: near versions, as a draft is. */
const nearby = fc.tuple(anyCatalogue, anyCatalogue, fc.constantFrom(...ids)).map(([one, other, id]): readonly [Catalogue, Catalogue] => {
  const theirs = other.rules[id];
  return [one, theirs === undefined ? { ...one, measures: other.measures } : { ...one, rules: { ...one.rules, [id]: theirs } }];
});

const expectWhole = ({ sentence, path }: ContentChange) => {
  for (const each of [sentence.sv, sentence.en]) {
    expect(each.length).toBeGreaterThan(8);
    expect(each.endsWith(".")).toBe(true);
    expect(each, path.join(".")).not.toMatch(/undefined|NaN|null|\[object|true|false/);
  }
};

describe("two versions of a catalogue", () => {
  test("D1: the changes, applied to the first, give the second; equal versions have none, others some", () => {
    forAll([fc.oneof(fc.tuple(anyCatalogue, anyCatalogue), nearby)], ([before, after]) => {
      const changes = diff(before, after);
      expect(applyCatalogueChanges(before, changes)).toEqual(after);
      expect(diff(after, structuredClone(after))).toEqual([]);
      if (JSON.stringify(before) === JSON.stringify(after)) expect(changes).toEqual([]);
    });
  });

  test("D2: the order of the measures is a change of the list alone, and moves no advice", () => {
    forAll([anyCatalogue, fc.integer()], (before, seed) => {
      const measures = [...before.measures].sort((a, b) => ((a.id.charCodeAt(3) * seed) % 7) - ((b.id.charCodeAt(3) * seed) % 7));
      const changes = diff(before, { ...before, measures });
      expect(changes.every(({ kind, code, path }) => kind === "text" && code === "order" && path.join(".") === "order.measures")).toBe(
        true,
      );
      expect(changes.length).toBeLessThanOrEqual(1);
    });
  });

  test("D4: every sentence is whole in both languages", () => {
    forAll([anyCatalogue, anyCatalogue], (before, after) => diff(before, after).forEach(expectWhole), 400);
  });

  test("D10: a measure that stands twice is refused", () => {
    const twice = { ...catalogue, measures: [...catalogue.measures, catalogue.measures[0] as Measure] };
    expect(() => diff(catalogue, twice)).toThrow(/measure stands twice: AR01/);
    expect(() => diff(twice, catalogue)).toThrow(RangeError);
  });
});

const measureOf = (id: string, extra: Partial<Measure>): Catalogue => ({
  ...catalogue,
  measures: catalogue.measures.map((one) => (one.id === id ? { ...one, ...extra } : one)),
});
const ruleOf = (id: string, extra: Partial<MeasureRule>, from: Catalogue = catalogue): Catalogue => ({
  ...from,
  rules: { ...from.rules, [id]: rule({ ...from.rules[id], ...extra }) },
});
const told = (changes: readonly ContentChange[]) =>
  changes.map(({ code, kind, path, sentence }) => [code, kind, path.join("."), sentence.sv, sentence.en]);

describe("what a change of a measure can do", () => {
  const card = { summary: { sv: "a", en: "a" }, success: [], steps: [], municipality: { sv: "a", en: "a" }, company: { sv: "a", en: "a" } };
  const whole = { ...card, followUp: [], counterEvidence: { sv: "a", en: "a" }, funding: [] } as const;
  test.each<readonly [string, Partial<Measure>, ContentChange["kind"], string, string]>([
    [
      "main dimension",
      { mainDimension: "arbete" },
      "advice",
      "BO01: huvudområdet är nu ”Arbete och karriärvägar”, förut ”Bostäder och boendemiljö”.",
      "BO01: the main area is now “Work and career paths”, before “Housing and living environment”.",
    ],
    [
      "effect",
      { effects: { boende: 2 } },
      "advice",
      "BO01: effekten på ”Bostäder och boendemiljö” är nu 2, förut 3.",
      "BO01: the effect on “Housing and living environment” is now 2, before 3.",
    ],
    [
      "side effect",
      { effects: { boende: 3, arbete: 1 } },
      "advice",
      "BO01: effekten på ”Arbete och karriärvägar” har tillkommit: 1.",
      "BO01: the effect on “Work and career paths” is new: 1.",
    ],
    [
      "cost class",
      { cost: "large" },
      "advice",
      "BO01: kostnadsklassen är nu stor, förut medelstor.",
      "BO01: the cost class is now large, before medium.",
    ],
    [
      "harm",
      { harm: true },
      "advice",
      "BO01 räknas nu som en åtgärd som kan göra skada: den hålls tillbaka medan en avgörande uppgift saknas.",
      "BO01 now counts as one that can do harm: it is held back while a deciding fact is missing.",
    ],
    [
      "retains",
      { retains: false },
      "advice",
      "BO01 räknas inte längre till det som får människor att bo kvar.",
      "BO01 no longer counts among what keeps people.",
    ],
    [
      "evidence grade",
      { evidence: { grade: "a", mixed: false, note: null } },
      "advice",
      "BO01: evidensgraden är nu A, förut C.",
      "BO01: the evidence grade is now A, before C.",
    ],
    [
      "disputed evidence",
      { evidence: { grade: "c", mixed: true, note: null } },
      "advice",
      "Underlaget för BO01 räknas nu som omstritt.",
      "The evidence for BO01 now counts as disputed.",
    ],
    [
      "retired",
      { retired: true },
      "advice",
      "BO01 är tagen ur bruk och ges inte längre som råd.",
      "BO01 is retired and no longer advised.",
    ],
    [
      "hours",
      { hours: { municipality: 1250.5, company: 20 } },
      "plan",
      "BO01: kommunens arbetstid är nu 1 250,5 timmar, förut 100 timmar.",
      "BO01: the municipality's working time is now 1,250.5 hours, before 100 hours.",
    ],
    [
      "cost",
      { costSek: { min: 30_000, max: 2_500_000 } },
      "plan",
      "BO01: kostnaden första året är nu 30 000–2 500 000 kr, förut 30 000–300 000 kr.",
      "BO01: the cost of the first year is now 30,000–2,500,000 SEK, before 30,000–300,000 SEK.",
    ],
    [
      "horizon",
      { horizon: "long" },
      "plan",
      "BO01: tidshorisonten är nu lång, förut kort.",
      "BO01: the horizon is now long, before short.",
    ],
    [
      "months",
      { horizonMonths: { min: 6, max: 12 } },
      "plan",
      "BO01: tiden till ett första resultat är nu 6–12 månader, förut 3–12 månader.",
      "BO01: the time to a first result is now 6–12 months, before 3–12 months.",
    ],
    [
      "owners",
      { owners: ["company", "municipality"] },
      "plan",
      "BO01: de ansvariga, den som leder först, är nu företaget och kommunen, förut kommunen.",
      "BO01: who owns it, the one who leads first, is now the company and the municipality, before the municipality.",
    ],
    ["card", { card: whole }, "plan", "BO01: åtgärdskortet har tillkommit.", "BO01: the measure's card is new."],
    [
      "title",
      { sv: "Rusta lägenheter" },
      "text",
      "BO01: titeln på svenska är nu ”Rusta lägenheter”, förut ”Rusta tomma lägenheter”.",
      "BO01: the Swedish title is now “Rusta lägenheter”, before “Rusta tomma lägenheter”.",
    ],
    [
      "source",
      { source: { sv: "Källa", en: "Report" } },
      "text",
      "BO01: källan på engelska är nu ”Report”, förut ”Source”.",
      "BO01: the source in English is now “Report”, before “Source”.",
    ],
    [
      "review",
      { reviewBy: "2028-01" },
      "text",
      "BO01: månaden för nästa genomgång är nu 2028-01, förut 2027-11.",
      "BO01: the month of the next review is now 2028-01, before 2027-11.",
    ],
    [
      "caution",
      { caution: { sv: "Akta", en: "Mind" } },
      "text",
      "BO01: varningen har tillkommit: ”Akta”.",
      "BO01: the caution is new: “Mind”.",
    ],
    ["said to suit everywhere", { universal: true }, "text", "BO01 sägs nu passa överallt.", "BO01 is now said to suit everywhere."],
    ["retired said to be false", { retired: false }, "text", "BO01 är i bruk igen.", "BO01 is in use again."],
  ])("D3: %s", (_, extra, kind, sv, en) => {
    const nbsp = (given: string) => given.replace(/\u00a0/g, " ");
    const changes = diff(catalogue, measureOf("BO01", extra));
    expect(changes.map((one) => [one.kind, nbsp(one.sentence.sv), nbsp(one.sentence.en)])).toEqual([[kind, sv, en]]);
    expect(changes[0]?.sentence.sv).not.toMatch(/\d \d{3}|\d kr/);
  });

  test("D3: steps of a card belong to the plan, its other words do not", () => {
    const before = measureOf("BO01", { card: whole });
    const steps = measureOf("BO01", { card: { ...whole, steps: [{ sv: "Börja.", en: "Begin." }] } });
    const success = measureOf("BO01", { card: { ...whole, counterEvidence: { sv: "Inget.", en: "None." } } });
    expect(diff(before, steps).map(({ kind }) => kind)).toEqual(["plan"]);
    expect(diff(before, success).map(({ kind }) => kind)).toEqual(["text", "text"]);
  });

  test("D3: a field that nobody has said anything of counts as advice, and is told without its key", () => {
    const [change, ...rest] = diff(catalogue, measureOf("BO01", { colour: 5 } as Partial<Measure>));
    expect([change?.kind, change?.sentence.sv, rest]).toEqual(["advice", "BO01: en uppgift har tillkommit.", []]);
  });

  test("D3: shares, Grundpaket and reference figures can change advice", () => {
    const reference = { factShare: { "vakans gte 5": 0.25 }, spread: { vakans: 4 } };
    const after = { ...catalogue, commonness: { ...catalogue.commonness, SV01: 0.125 }, basicPackage: ["AR03"], reference };
    expect(told(diff({ ...catalogue, reference: { factShare: {}, spread: { vakans: 3 } } }, after))).toEqual([
      [
        "changed",
        "advice",
        "reference.factShare.vakans gte 5",
        "Andelen referensorter där vakansgraden i allmännyttan är minst 5\u00a0procent har tillkommit: 25\u00a0procent.",
        "The share of reference places where the vacancy rate in municipal housing is at least 5\u00a0per cent is new: 25\u00a0per cent.",
      ],
      [
        "changed",
        "advice",
        "reference.spread.vakans",
        "Spridningen bland referensorterna i ”Vakansgrad i allmännyttan” är nu 4, förut 3.",
        "The spread among the reference places of “Vacancy rate in municipal housing” is now 4, before 3.",
      ],
      ["changed", "advice", "basicPackage", "AR03 ingår nu i Grundpaket.", "AR03 is now part of Grundpaket."],
      [
        "changed",
        "advice",
        "commonness",
        "SV01: andelen referensorter som skulle få den är nu 12,5\u00a0procent, förut 50\u00a0procent.",
        "SV01: the share of reference places that would get it is now 12.5\u00a0per cent, before 50\u00a0per cent.",
      ],
    ]);
  });
});

describe("rules in words", () => {
  const exclude = catalogue.rules.BO02?.exclude as { readonly any: readonly Condition[] };
  const [vacancy, decline] = exclude.any as readonly [Condition, Condition];
  const said = (clause: keyof MeasureRule, id: string, after: unknown) =>
    diff(catalogue, ruleOf(id, { [clause]: after })).map(({ code, kind, sentence, moved }) => ({
      code,
      kind,
      holds: moved?.holds,
      sv: sentence.sv,
      en: sentence.en,
    }));

  test("D5: a limit that now excludes sooner", () => {
    expect(said("exclude", "BO02", { any: [{ field: "vakans", op: "gte", value: 3 }, decline] })).toEqual([
      {
        code: "threshold",
        kind: "advice",
        holds: "more",
        sv: "BO02 utesluts nu redan när vakansgraden i allmännyttan är minst 3\u00a0procent, förut 5\u00a0procent.",
        en: "BO02 is now excluded already when the vacancy rate in municipal housing is at least 3\u00a0per cent, before 5\u00a0per cent.",
      },
    ]);
  });
  test("D5: a limit that now excludes later, in another order of the parts", () => {
    expect(said("exclude", "BO02", { any: [decline, { field: "vakans", op: "gt", value: 7.5 }] })).toEqual([
      {
        code: "threshold",
        kind: "advice",
        holds: "less",
        sv: "BO02 utesluts nu först när vakansgraden i allmännyttan är över 7,5\u00a0procent (förut: är minst 5\u00a0procent).",
        en: "BO02 is now excluded only when the vacancy rate in municipal housing is above 7.5\u00a0per cent (before: is at least 5\u00a0per cent).",
      },
    ]);
  });
  test("D5: a limit among others that must hold, and one under a not", () => {
    expect(
      said("require", "BO03", {
        all: [
          { field: "vakans", op: "gte", value: 12 },
          { field: "bef_trend5", op: "lte", value: -1 },
        ],
      }),
    ).toEqual([
      {
        code: "threshold",
        kind: "advice",
        holds: "less",
        sv: "I kravet för BO03 gäller nu att vakansgraden i allmännyttan är minst 12\u00a0procent, förut 10\u00a0procent. Kravet uppfylls mer sällan.",
        en: "In the requirement of BO03 it now says that the vacancy rate in municipal housing is at least 12\u00a0per cent, before 10\u00a0per cent. The requirement is met less often.",
      },
    ]);
    const [change] = diff(
      ruleOf("AR01", { require: { not: vacancy } }),
      ruleOf("AR01", { require: { not: { field: "vakans", op: "gte", value: 3 } } }),
    );
    expect([change?.code, change?.moved?.holds]).toEqual(["threshold", "less"]);
  });
  test("D5: a list of choices that grew, one that is another, and a range that holds the old", () => {
    const [grew] = said("boost", "BO01", [{ field: "bostadslage", op: "in", value: ["balans", "overskott", "brist"] }]);
    expect(grew).toMatchObject({ code: "threshold", holds: "more" });
    const [other] = said("require", "BO02", { field: "bostadslage", op: "eq", value: "balans" });
    expect(other).toMatchObject({ holds: "other", sv: "Kravet för BO02 är nu uppfyllt när bostadsläget är ”Balans”, förut ”Brist”." });
    const [between] = said("exclude", "SV02", { field: "mognad", op: "between", value: [2, 4] });
    expect(between).toMatchObject({ holds: "more" });
  });
  test("D5: how many of the parts must hold", () => {
    const of = [vacancy, { field: "skiftandel", op: "gte", value: 20 }] as readonly Condition[];
    const changes = diff(ruleOf("SV01", { require: { atLeast: 1, of } }), ruleOf("SV01", { require: { atLeast: 2, of } }));
    expect(told(changes)).toEqual([
      [
        "rule",
        "advice",
        "rule.require",
        "I kravet för SV01 gäller nu att minst 2 av delarna ska gälla, förut 1. Kravet uppfylls mer sällan.",
        "In the requirement of SV01 it now says that at least 2 of the parts must hold, before 1. The requirement is met less often.",
      ],
    ]);
  });
  test("D6: parts in another order say the same: text, not advice", () => {
    expect(said("exclude", "BO02", { any: [decline, vacancy] })).toEqual([
      {
        code: "order",
        kind: "text",
        holds: undefined,
        sv: "Uteslutningen av BO02 står i en annan ordning och säger samma sak.",
        en: "The exclusion of BO02 stands in another order and says the same.",
      },
    ]);
  });
  test("D7: another form is told by both readings and by where it holds", () => {
    expect(said("exclude", "BO02", vacancy)).toMatchObject([
      {
        code: "rule",
        kind: "advice",
        sv: "Uteslutningen av BO02 lyder nu: vakansgraden i allmännyttan är minst 5\u00a0procent. Förut: vakansgraden i allmännyttan är minst 5\u00a0procent eller (befolkningsförändringen på fem år är högst −5\u00a0procent och industrins fas är ”Stabil” eller ”Neddragning”). Åtgärden utesluts mer sällan.",
      },
    ]);
    expect(said("exclude", "BO02", null)[0]?.sv).toMatch(/^Uteslutningen av BO02 har tagits bort: vakansgraden/);
    expect(said("inPlace", "BO02", vacancy)[0]?.sv).toBe(
      "BO02 räknas nu som redan på plats när vakansgraden i allmännyttan är minst 5\u00a0procent.",
    );
    expect(said("damp", "BO02", [vacancy])[0]?.en).toBe(
      "BO02 is now toned down when the vacancy rate in municipal housing is at least 5\u00a0per cent.",
    );
  });
  test("D7: a condition that cannot be read is said to be that, and never throws", () => {
    forAll([fc.anything(), fc.constantFrom("exclude", "require", "boost", "damp", "inPlace")], (anything, clause) => {
      const value = clause === "boost" || clause === "damp" ? [anything] : anything;
      diff(catalogue, ruleOf("BO02", { [clause]: value as null })).forEach(({ sentence }) => {
        expect(sentence.sv.length).toBeGreaterThan(8);
      });
    });
  });

  test("D5, D7: what is said to hold in more places holds wherever it did, in fewer nowhere it did not", () => {
    let known = 0;
    forAll([condition(), condition(), facts], (before, after, those) => {
      const change = treeChange(before, after, fields);
      const reaches =
        change.kind === "restructured"
          ? [change.holds]
          : change.kind === "moved" && change.moves.length === 1
            ? change.moves.map(({ holds }) => holds)
            : [];
      const [was, is] = [evaluate(before, those).verdict, evaluate(after, those).verdict];
      for (const reach of reaches) {
        if (reach === "more" && was === "holds") expect(is).not.toBe("fails");
        if (reach === "less" && is === "holds") expect(was).not.toBe("fails");
        if (reach === "same" && was !== "unknown" && is !== "unknown") expect(is).toBe(was);
        if (reach !== null) known += 1;
      }
      if (change.kind === "same") expect(is).toBe(was);
    });
    expect(known).toBeGreaterThan(100);
  });
  test("D5: the same for one comparison with its limit moved, wherever it stands in a tree", () => {
    const limit = fc.integer({ min: 0, max: 60 });
    const atom = fc
      .tuple(fc.constantFrom("lt", "lte", "gt", "gte"), limit)
      .map(([op, value]) => ({ field: "vakans", op, value }) as Condition);
    const wrap = fc.array(fc.constantFrom("all", "any", "not", "of"), { maxLength: 4 });
    forAll([atom, atom, wrap, condition(), facts], (one, other, layers, beside, those) => {
      const inside = (leaf: Condition) =>
        layers.reduce<Condition>(
          (tree, layer) =>
            layer === "not"
              ? { not: tree }
              : layer === "of"
                ? { atLeast: 1, of: [tree, beside] }
                : layer === "all"
                  ? { all: [tree, beside] }
                  : { any: [beside, tree] },
          leaf,
        );
      const [before, after] = [inside(one), inside(other)];
      const change = treeChange(before, after, fields);
      if (change.kind !== "moved") return;
      const [was, is] = [evaluate(before, those).verdict, evaluate(after, those).verdict];
      for (const { holds } of change.moves) {
        if (holds === "more" && was === "holds") expect(is).toBe("holds");
        if (holds === "less" && was === "fails") expect(is).toBe("fails");
      }
    });
  });
});

describe("D8: ids", () => {
  test("added and removed", () => {
    const after = {
      ...catalogue,
      measures: catalogue.measures.filter(({ id }) => id !== "BO01"),
      rules: Object.fromEntries(Object.entries(catalogue.rules).filter(([id]) => id !== "BO01")),
    };
    expect(diff(catalogue, after).map(({ code, subject, sentence }) => [code, subject.id, sentence.sv])).toEqual([
      ["removed", "BO01", "BO01 har tagits bort: ”Rusta tomma lägenheter”."],
    ]);
    expect(diff(after, catalogue).map(({ code, kind, subject }) => [code, kind, subject.id])).toContainEqual(["added", "advice", "BO01"]);
  });
  test("another measure under the same id; a new title alone, or a new main dimension alone, is not one", () => {
    const other = measureOf("BO01", { sv: "Starta en skola", en: "Start a school", mainDimension: "arbete", effects: { arbete: 2 } });
    expect(told(diff(catalogue, other))).toEqual([
      [
        "reused_id",
        "advice",
        "",
        "BO01 står nu för något annat: ”Starta en skola”, förut ”Rusta tomma lägenheter”.",
        "BO01 now stands for something else: “Start a school”, before “Renovate empty flats”.",
      ],
    ]);
    expect(diff(catalogue, measureOf("BO01", { sv: "Ny titel" })).map(({ code }) => code)).toEqual(["changed"]);
    expect(diff(catalogue, measureOf("BO01", { mainDimension: "arbete" })).map(({ code }) => code)).toEqual(["changed"]);
  });
  test("taken out of use and back", () => {
    const retired = measureOf("BO01", { retired: true });
    expect(diff(catalogue, retired).map(({ code }) => code)).toEqual(["retired"]);
    expect(diff(retired, catalogue).map(({ code }) => code)).toEqual(["restored"]);
  });
});

const statementIds = ["a-1", "a-2", "b-1", "b-2"];
const anyInstrument: fc.Arbitrary<Instrument> = fc
  .record({
    order: fc.shuffledSubarray(["a", "b", "c"], { minLength: 1 }),
    homes: fc.shuffledSubarray(statementIds),
    bits: fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
    preconditions: fc.shuffledSubarray(instrument.preconditions.slice(0, 8)),
    choices: fc.shuffledSubarray(["brist", "balans", "overskott"]),
    labels: fc.shuffledSubarray([1, 2, 3]),
  })
  .map(({ order, homes, bits, preconditions, choices, labels }) => {
    const bit = (index: number) => bits[index % bits.length] ?? 0;
    const statement = (id: string, index: number): Statement => ({
      id,
      sv: `s${bit(index)}`,
      en: "e",
      parties: bit(index) > 1 ? ["industry"] : ["municipality"],
      core: bit(index) === 0,
      outcome: false,
      revision: 1,
    });
    const [dimension] = instrument.dimensions;
    if (dimension === undefined) throw new Error("no dimension");
    return {
      ...instrument,
      scale: { ...instrument.scale, labels: labels.map((value) => ({ value, sv: `v${bit(value)}`, en: "v" })) },
      dimensions: order.map((id, index) => ({
        ...dimension,
        id,
        weight: bit(index),
        indicators:
          bit(index + 3) > 1 ? [{ kpi: "N1", direction: bit(index) > 1 ? "higher" : "lower", use: "index", shipped: true } as const] : [],
        items: homes.filter((_, at) => (at + bit(5)) % order.length === index).map(statement),
      })),
      preconditions: preconditions.map((one, index) => ({
        ...one,
        min: bit(index),
        values: one.values === null ? null : choices.map((key) => ({ key, sv: `c${bit(7)}`, en: key })),
      })),
    };
  });

describe("two versions of an instrument", () => {
  test("D1, D9: the changes, applied to the first, give the second; every sentence is whole", () => {
    forAll([anyInstrument, anyInstrument], (before, after) => {
      const changes = diffInstruments(before, after, kpiTitles);
      expect(applyInstrumentChanges(before, changes)).toEqual(after);
      changes.forEach(expectWhole);
      expect(diffInstruments(after, structuredClone(after))).toEqual([]);
    });
  });
  test("D9: what is asked, of whom and where can change advice; words cannot", () => {
    const [first, second] = instrument.dimensions;
    if (first === undefined || second === undefined) throw new Error("no dimensions");
    const [moved, ...rest] = first.items;
    if (moved === undefined) throw new Error("no statement");
    const after: Instrument = {
      ...instrument,
      dimensions: [
        {
          ...first,
          weight: 1.25,
          why: { ...first.why, sv: "Nytt." },
          items: rest.map((one, index) => (index === 0 ? { ...one, parties: ["industry"] } : one)),
        },
        { ...second, items: [...second.items, { ...moved, en: "Other words" }] },
        ...instrument.dimensions.slice(2),
      ],
    };
    expect(
      diffInstruments(instrument, after).map(({ kind, subject, path, sentence }) => [kind, subject.kind, path.join("."), sentence.sv]),
    ).toEqual([
      ["advice", "dimension", "weight", "Området ”Bostäder och boendemiljö”: vikten är nu 1,25, förut 1,2."],
      [
        "text",
        "dimension",
        "why.sv",
        "Området ”Bostäder och boendemiljö”: varför området frågas om på svenska är nu ”Nytt.”, förut ”Därför.”.",
      ],
      ["text", "statement", "en", "Påståendet boende-1: lydelsen på engelska är nu ”Other words”, förut ”The claim on boende number 1”."],
      [
        "advice",
        "statement",
        "dimension",
        "Påståendet boende-1: området det hör till är nu ”Arbete och karriärvägar”, förut ”Bostäder och boendemiljö”.",
      ],
      ["advice", "statement", "parties", "Påståendet boende-2: de som får svara är nu industrin, förut kommunen, industrin och invånarna."],
      ["text", "instrument", "order.statements", "Listan över påståenden har en ny ordning; innehållet är detsamma."],
    ]);
  });
  test("D10: a statement that stands twice is refused", () => {
    const [first] = instrument.dimensions;
    if (first === undefined) throw new Error("no dimension");
    const twice = { ...instrument, dimensions: [{ ...first, items: [...first.items, ...first.items] }] };
    expect(() => diffInstruments(instrument, twice)).toThrow(/statement stands twice/);
  });
});
