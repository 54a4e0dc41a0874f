import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advise, context, en, find, one, reasonsOf, sv, yes } from "../../test/advice.ts";
import { fields, forAll, input } from "../../test/arbitraries.ts";
import { catalogue, catalogueOf, even, inputOf, measure, rule, wideCatalogue } from "../../test/world.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { Condition, Facts } from "../condition/types.ts";
import { contributionText, reasonText } from "./reason-text.ts";
import { reasonTemplates } from "./reasons/templates.ts";
import type { AdviceInput, Reason } from "./types.ts";

describe("M20 every reason reads as a sentence", () => {
  const keys = [...fields.keys(), ...catalogue.measures.map(({ id }) => id), "overskott", "ingenjor", "ekonomi_svag"].filter((key) =>
    /[_.\d]|gg|ov|nj/.test(key),
  );
  const rawKey = new RegExp(`(^|[^\\p{L}\\d])(${keys.map((key) => key.replaceAll(".", "\\.")).join("|")})($|[^\\p{L}\\d])`, "u");

  test("for every measure of random places, in both languages", () => {
    const seen = new Set<string>();
    forAll(
      [input, fc.subarray(["SV01", "AR03"])],
      (its, basicPackage) => {
        for (const reason of advise(its, { ...wideCatalogue, basicPackage }).measures.flatMap(reasonsOf)) {
          seen.add(reason.template);
          for (const text of [sv(reason), en(reason)]) {
            expect(text).toMatch(/^[\p{Lu}”“\d].{10,}\.$/u);
            expect(text).not.toMatch(/undefined|NaN|null|\[object|\s{2}|\.\.|”””|,\s*\./);
            expect(text).not.toMatch(rawKey);
          }
        }
      },
      300,
    );
    expect(seen.size).toBeGreaterThanOrEqual(30);
  });

  test.each(reasonTemplates)("%s is a sentence even with nothing to tell", (template) => {
    for (const locale of ["sv", "en"] as const) {
      const text = reasonText({ template, values: { count: 0 }, fields: [] }, locale, context);
      expect(text).toMatch(/\.$/);
    }
  });

  test("an unknown template is refused, an unknown key is not shown", () => {
    expect(() => reasonText({ template: "toString", values: {}, fields: [] }, "sv", context)).toThrow(RangeError);
    expect(
      sv({ template: "strongest.statement", values: { party: "x", statementId: "y-1", dimensionId: "z", score: 3 }, fields: [] }),
    ).toBe("En part ger påståendet ”ett påstående” 3 av 100.");
    expect(
      sv({
        template: "not.required",
        values: { count: 1, more: 0, field0: "borttagen", op0: "eq", limit0: "q", fact0: "z", holds0: false },
        fields: [],
      }),
    ).toBe("Passar inte nu: en uppgift som inte längre finns är ett annat alternativ, och rådet kräver ett annat alternativ.");
  });
});

const at = (field: string, op: "gte" | "gt" | "lt" | "lte", value: number): Condition => ({ field, op, value });

describe("the sentences", () => {
  const place = (facts: Facts, extra: Partial<AdviceInput> = {}) => inputOf(even, facts, extra);
  const items = inputOf({
    boende: { municipality: 40, industry: 36, importance: 4, items: { "boende-1": { municipality: 45, industry: 21.6 } } },
  });
  const about = (
    kind: "strongest" | "suits" | "weakest" | "wouldChange" | "whyNot",
    its: AdviceInput,
    id: string,
    of: Catalogue = catalogue,
  ) => {
    const reason = find(its, id, of)[kind];
    return [sv(reason), en(reason)];
  };

  test.each<readonly [string, readonly (string | null)[], string, string]>([
    [
      "statement",
      about("strongest", items, "X", one({})),
      "Industrin ger påståendet ”Påståendet om boende nummer 1” 22 av 100.",
      "The industry gives the statement “The claim on boende number 1” 22 of 100.",
    ],
    [
      "dimension and importance",
      about("strongest", place({}), "X", one({})),
      "Bostäder och boendemiljö får 38 av 100, och ni ger det betydelsen 4 av 5.",
      "Housing and living environment gets 38 of 100, and you rate its importance 4 of 5.",
    ],
    [
      "dimension and fact",
      about("strongest", place({}, { factIndex: { boende: 12 } }), "X", one({})),
      "Bostäder och boendemiljö får 38 av 100 i er bedömning och 12 av 100 i fakta.",
      "Housing and living environment gets 38 of 100 in your assessment and 12 of 100 in the facts.",
    ],
    [
      "gap",
      about("strongest", inputOf({ boende: { municipality: 61, industry: 39 } }), "SV04"),
      "Kommunen ger bostäder och boendemiljö 61 av 100 och industrin 39: ett glapp på 22 poäng.",
      "The municipality gives housing and living environment 61 of 100 and the industry 39: a gap of 22 points.",
    ],
    [
      "required and boosting facts, the louder first: a number with an unknown spread counts 0.75",
      about("suits", place({ vakans: 12, bostadslage: "balans" }), "BO01"),
      "Bostadsläget är ”Balans” (”Balans” eller ”Överskott” talar för rådet). Vakansgraden i allmännyttan är 12 procent (regeln kräver minst 5).",
      "The state of the housing market is “Balance” (“Balance” or “Surplus” speaks for the measure). The vacancy rate in municipal housing is 12 per cent (the rule requires at least 5).",
    ],
    [
      "a shift share",
      about("suits", place({ skiftandel: 38 }), "X", one({}, { require: at("skiftandel", "gte", 25) })),
      "Andelen anställda i skift är 38 procent (regeln kräver minst 25).",
      "The share of employees on shifts is 38 per cent (the rule requires at least 25).",
    ],
    [
      "a yes",
      about("suits", place({ rekryt_externt: true }), "X", one({}, { require: yes })),
      "Svaret på ”Rekryterar utifrån” är ja (det kräver regeln).",
      "The answer to “Recruits from outside” is yes (as the rule requires).",
    ],
    [
      "no obstacle",
      about("suits", place({ vakans: 1 }), "X", one({}, { exclude: at("vakans", "gte", 5) })),
      "Inget hinder: vakansgraden i allmännyttan är 1 procent, och rådet gäller inte från 5 procent.",
      "No obstacle: the vacancy rate in municipal housing is 1 per cent, and the measure does not apply from 5 per cent.",
    ],
    [
      "unknown",
      about("suits", place({}), "X", one({}, { require: at("vakans", "gte", 5) })),
      "Vi vet inte om rådet passar. Regeln kräver att vakansgraden i allmännyttan är minst 5 procent, och det är okänt.",
      "We do not know whether it suits. The rule requires that the vacancy rate in municipal housing is at least 5 per cent, and this is unknown.",
    ],
    [
      "an unknown that must not be",
      about("suits", place({}), "X", one({}, { require: { not: yes } })),
      "Vi vet inte om rådet passar. Regeln kräver att det inte gäller att svaret på ”Rekryterar utifrån” är ja, och det är okänt.",
      "We do not know whether it suits. The rule requires that it is not so that the answer to “Recruits from outside” is yes, and this is unknown.",
    ],
    [
      "no conditions",
      about("suits", place({}), "X", one({})),
      "Rådet kräver inga särskilda förutsättningar.",
      "The measure requires no special conditions.",
    ],
    [
      "evidence",
      about("weakest", place({}), "X", one({})),
      "Underlaget är praktik som ingen har utvärderat (grad C).",
      "The evidence is practice that nobody has evaluated (grade C).",
    ],
    [
      "disputed evidence",
      about("weakest", place({}), "X", one({ evidence: { grade: "a", mixed: true, note: null } })),
      "Källorna går isär om effekten (grad A, omtvistat).",
      "The sources disagree about the effect (grade A, contested).",
    ],
    [
      "cost under weak finances",
      about("weakest", place({ ekonomi_svag: true }), "X", one({ cost: "large", costSek: { min: 3_000_000, max: 15_000_000 } })),
      "Kostnaden är stor (3 000 000–15 000 000 kronor första året) och kommunens ekonomi är svag.",
      "The cost is large (SEK 3,000,000–15,000,000 in the first year) and the municipality’s finances are weak.",
    ],
    [
      "a damp",
      about(
        "weakest",
        place({ restid_stad: 10 }),
        "X",
        one({ evidence: { grade: "b", mixed: false, note: null } }, { damp: [at("restid_stad", "lt", 15)] }),
      ),
      "Talar emot: restiden till närmaste stad är 10 minuter (regeln: under 15).",
      "Speaks against: the travel time to the nearest city is 10 minutes (the rule: below 15).",
    ],
    [
      "nearest closing fact",
      about("wouldChange", place({ skiftandel: 38 }), "X", one({}, { require: at("skiftandel", "gte", 25) })),
      "Om andelen anställda i skift sjunker under 25 procent faller rådet bort. Ni har 38 procent.",
      "If the share of employees on shifts falls below 25 per cent, the advice falls away. You have 38 per cent.",
    ],
    [
      "unknown closing fact",
      about("wouldChange", place({}), "X", one({}, { require: at("vakans", "gte", 5) })),
      "Om vakansgraden i allmännyttan är under 5 procent faller rådet bort. Uppgiften saknas.",
      "If the vacancy rate in municipal housing is below 5 per cent, the advice falls away. The fact is missing.",
    ],
    [
      "nearest opening facts",
      about("wouldChange", place({ vakans: 8, bef_trend5: 2 }), "BO03"),
      "Om vakansgraden i allmännyttan stiger till 10 procent och befolkningsförändringen på fem år sjunker till −1 procent kan rådet bli aktuellt. I dag: 8 procent och 2 procent.",
      "If the vacancy rate in municipal housing rises to 10 per cent and the population change over five years falls to −1 per cent, the measure may come into question. Today: 8 per cent and 2 per cent.",
    ],
    [
      "a choice",
      about("wouldChange", place({ bostadslage: "brist" }), "X", one({}, { exclude: { field: "bostadslage", op: "eq", value: "brist" } })),
      "Om bostadsläget blir ”Balans” kan rådet bli aktuellt. I dag: ”Brist”.",
      "If the state of the housing market becomes “Balance”, the measure may come into question. Today: “Shortage”.",
    ],
    [
      "one more key",
      about(
        "wouldChange",
        place({ profil: ["operator"] }),
        "X",
        one({}, { require: { field: "profil", op: "contains", value: "ingenjor" } }),
      ),
      "Om svaret på ”Bristkompetens” omfattar även ”Ingenjör” kan rådet bli aktuellt. I dag: ”Operatör”.",
      "If the answer to “Shortage occupations” also includes “Engineer”, the measure may come into question. Today: “Operator”.",
    ],
    [
      "a gap on both sides names the very value",
      about("wouldChange", inputOf({ boende: { municipality: 30, industry: 52 } }), "BO04"),
      "Om glappet mellan kommun och industri i Bostäder och boendemiljö stiger till −14,9 poäng faller rådet bort. I dag: −22 poäng.",
      "If the gap between municipality and industry in Housing and living environment rises to −14.9 points, the advice falls away. Today: −22 points.",
    ],
    [
      "excluded",
      about("whyNot", place({ vakans: 12 }), "X", one({}, { exclude: at("vakans", "gte", 5) })),
      "Utesluts nu: vakansgraden i allmännyttan är 12 procent, och rådet gäller inte från 5 procent.",
      "Excluded now: the vacancy rate in municipal housing is 12 per cent, and the measure does not apply from 5 per cent.",
    ],
    [
      "excluded by two facts together",
      about(
        "whyNot",
        place({ vakans: 1, bostadslage: "brist" }),
        "X",
        one({}, { exclude: { all: [at("vakans", "lt", 2), { field: "bostadslage", op: "eq", value: "brist" }] } }),
      ),
      "Utesluts nu: vakansgraden i allmännyttan är 1 procent (regeln: under 2) och bostadsläget är ”Brist”. Det räcker att ett av dem ändras.",
      "Excluded now: the vacancy rate in municipal housing is 1 per cent (the rule: below 2) and the state of the housing market is “Shortage”. It is enough that one of them changes.",
    ],
    [
      "not required",
      about("whyNot", place({ skiftandel: 12 }), "SK01"),
      "Passar inte nu: andelen anställda i skift är 12 procent, och rådet kräver minst 25 procent.",
      "Does not suit now: the share of employees on shifts is 12 per cent, and the measure requires at least 25 per cent.",
    ],
    [
      "held back",
      about("whyNot", place({ vakans: 12 }), "BO03"),
      "Besvara först: befolkningsförändringen på fem år. Rådet kan göra skada och hålls tillbaka tills det är känt.",
      "Answer first: the population change over five years. The measure can do harm and is held back until this is known.",
    ],
    [
      "in place",
      about("whyNot", place({ ob_omsorg: true }), "SK01"),
      "Finns redan: svaret på ”Barnomsorg på obekväm tid” är ja.",
      "Exists already: the answer to “Childcare at unsocial hours” is yes.",
    ],
    [
      "done",
      about("whyNot", place({}, { done: ["SV01"] }), "SV01"),
      "Ni har redan gjort eller beslutat det här.",
      "You have done or decided this already.",
    ],
    [
      "worse than similar municipalities",
      about("suits", place({ "peer.N00610": -4.1 }), "SV05"),
      "Kommunen ligger 4,1 sämre till än liknande kommuner i ”Trygg utomhus” (regeln kräver sämre än liknande kommuner).",
      "The municipality is 4.1 worse off than similar ones in “Safe outdoors” (the rule requires worse than similar municipalities).",
    ],
  ])("%s", (_, texts, swedish, english) => {
    expect(texts).toEqual([swedish, english]);
  });

  test("a value close to its limit is told with the decimals it takes", () => {
    const reason = find(place({ skiftandel: 24.96 }), "X", one({}, { require: at("skiftandel", "gte", 25) })).whyNot;
    expect(sv(reason)).toContain("är 24,96 procent");
  });
  test("outranked names its place, and what would bring it level", () => {
    const ten = Array.from(
      { length: 10 },
      (_, index) => [measure(`S${String(index).padStart(2, "0")}`, "arbete"), rule({ boost: [yes] })] as const,
    );
    // S00–S07 and the measure that the weakest dimension brings; the last that came on its own points is S07.
    const many = catalogueOf([...ten, [measure("T0", "boende", { retains: true }), rule()], [measure("T1", "boende"), rule()]]);
    const found = find(place({ rekryt_externt: true }), "T1", many);
    expect(sv(found.whyNot)).toBe("Andra råd kommer före: det här står på plats 12 av 12 möjliga råd utanför Grundpaket.");
    expect(found.wouldChange).toMatchObject({ template: "change.out_of_reach", values: { dimensionId: "boende", from: 38 } });
    // Without the boosts, S a little ahead by its evidence: T1, on another dimension, comes level as that dimension falls.
    const ahead = { grade: "b", mixed: false, note: null } as const;
    const near = {
      ...many,
      rules: {},
      measures: many.measures.map((one) => (one.mainDimension === "arbete" ? { ...one, evidence: ahead } : one)),
    };
    expect(find(place({ rekryt_externt: true }), "T1", near).wouldChange).toMatchObject({
      template: "change.score_down",
      values: { dimensionId: "boende", from: 38, rivalId: "S07" },
    });
  });
  test("a measure in by a rule for the list says which", () => {
    const strong = Array.from(
      { length: 12 },
      (_, index) => [measure(`S${String(index).padStart(2, "0")}`, "boende"), rule({ boost: [yes] })] as const,
    );
    const its = inputOf({ ...even, samverkan: { municipality: 20, industry: 20 } }, { rekryt_externt: true });
    const found = find(its, "W1", catalogueOf([...strong, [measure("W1", "samverkan", { effects: { samverkan: 1 } }), rule()]]));
    expect(sv(found.wouldChange)).toBe(
      "Rådet har sin plats för att samverkan och genomförandekraft är ortens svagaste dimension (20 av 100). Stiger den över 38 är bostäder och boendemiljö svagast i stället.",
    );
  });
});

describe("M21 private facts", () => {
  const all = ["fas"];
  test("the phase never shows when it is hidden, whatever the place", () => {
    forAll([input], (its) => {
      for (const reason of advise(its).measures.flatMap(reasonsOf)) {
        for (const locale of ["sv", "en"] as const) {
          expect(reasonText(reason, locale, { ...context, hiddenFields: all })).not.toMatch(
            /[”“](Neddragning|Stabil|Expansion|Cutting back|Stable|Expanding)”/,
          );
        }
      }
    });
  });
  test("the sentence says whose fact it is", () => {
    const its = one({}, { require: { field: "fas", op: "eq", value: "expansion" } });
    const found = find(inputOf(even, { fas: "stabil" }), "X", its);
    expect(sv(found.whyNot, all)).toBe("Gäller inte nu. Bygger på en uppgift som industrin inte har delat.");
    expect(sv(found.wouldChange, all)).toBe("Kan ändras av en uppgift som industrin inte har delat.");
    expect(sv(find(inputOf(even, { fas: "expansion" }), "X", its).suits, all)).toBe("Bygger på en uppgift som industrin inte har delat.");
    expect(sv(find(inputOf(even, { vakans: 12 }), "BO01").suits, ["vakans"])).toBe("Bygger på en uppgift som kommunen inte har delat.");
    expect(reasonText(found.whyNot as Reason, "en", { ...context, hiddenFields: all })).toBe(
      "Does not apply now. It rests on a fact that the industry has not shared.",
    );
  });
  test("where a public fact explains as well, it is the one that is told", () => {
    const found = find(inputOf(even, { fas: "expansion", profil: ["ingenjor"] }), "AR02");
    expect(found.suits.fields).toEqual(["profil"]);
    // Louder, but private: not named beside a fact that both may read.
    const loud = { ...catalogue, reference: { factShare: { "fas eq expansion": 0.1 }, spread: {} } };
    expect(find(inputOf(even, { fas: "expansion", profil: ["ingenjor"] }), "AR02", loud).suits.fields).toEqual(["profil"]);
    expect(find(inputOf(even, { fas: "expansion" }), "AR02", loud).suits.fields).toEqual(["fas"]);
  });
});

test("contributions have labels in both languages", () => {
  const label = (kind: "need" | "fit" | "unknown_requirement", value: number) =>
    ["sv", "en"].map((locale) =>
      contributionText({ kind, value, points: 1, dimensionId: "boende" }, locale as "sv" | "en", context).replaceAll("\u00a0", " "),
    );
  expect(label("need", 0.8)).toEqual(["Behov: Bostäder och boendemiljö", "Need: Housing and living environment"]);
  expect(label("fit", 1.25)).toEqual(["Passar er ort (× 1,25)", "Suits your place (× 1.25)"]);
  expect(label("unknown_requirement", 0.95)).toEqual(["Okänd förutsättning (× 0,95)", "Unknown condition (× 0.95)"]);
});

test("M21 the step of fit names the two loudest calls, and none that is hidden from the reader", () => {
  const calls = ["fas", "skiftandel", "vakans", "mognad"].map((field, index) => ({ field, strength: 3 - index / 2 }));
  const label = (hiddenFields: readonly string[]) =>
    contributionText({ kind: "fit", value: 5, points: 1, calls }, "sv", { ...context, hiddenFields }).replaceAll("\u00a0", " ");
  expect(label([])).toBe("Passar er ort (× 5): Industrins fas · Andel anställda i skift");
  expect(label(["fas"])).toBe("Passar er ort (× 5): Andel anställda i skift · Vakansgrad i allmännyttan");
  expect(label(calls.map(({ field }) => field))).toBe("Passar er ort (× 5)");
});
