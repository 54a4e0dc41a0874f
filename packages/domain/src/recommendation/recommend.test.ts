import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advise, find, one, withFacts, yes } from "../../test/advice.ts";
import { fields, forAll, input, reference } from "../../test/arbitraries.ts";
import { catalogue, even, inputOf, instrument, measure, rule, wideCatalogue } from "../../test/world.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { evaluate } from "../condition/evaluate.ts";
import type { Condition } from "../condition/types.ts";
import { sum } from "../scoring/sum.ts";
import { needsOf } from "./need.ts";
import { byScore, select } from "./select.ts";
import type { AdviceInput } from "./types.ts";

/** The single measure's factor of a kind, as it stands in the formula. */
const factor = (kind: string, its: AdviceInput, of: Catalogue): number | undefined =>
  find(its, "X", of).contributions.find((part) => part.kind === kind)?.value;
describe("the gate", () => {
  test.each([
    ["exclude true", { exclude: yes }, true, "excluded"],
    ["exclude false", { exclude: yes }, false, "advised"],
    ["exclude unknown", { exclude: yes }, null, "advised"],
    ["require true", { require: yes }, true, "advised"],
    ["require false", { require: yes }, false, "excluded"],
    ["require unknown", { require: yes }, null, "advised"],
    ["in place", { inPlace: yes, exclude: yes }, true, "in_place"],
    ["no condition", {}, null, "advised"],
  ] as const)("M1 %s", (_, its, fact, status) => {
    expect(find(withFacts({ rekryt_externt: fact }), "X", one({}, its)).status).toBe(status);
  });
  test.each([
    ["exclude unknown", { exclude: yes }, null, "held_back"],
    ["require unknown", { require: yes }, null, "held_back"],
    ["require true", { require: yes }, true, "advised"],
    ["exclude true, so excluded and not held back", { exclude: yes }, true, "excluded"],
  ] as const)("M2 a harmful measure: %s", (_, its, fact, status) => {
    const found = find(withFacts({ rekryt_externt: fact }), "X", one({ harm: true }, its));
    expect(found.status).toBe(status);
    if (status !== "advised") expect([found.score, found.rank, found.contributions]).toEqual([null, null, []]);
  });
  test("M1 done comes before everything", () => {
    expect(find(withFacts({ rekryt_externt: true }, { done: ["X"] }), "X", one({}, { exclude: yes })).status).toBe("done");
  });
  test("M3 an unknown requirement takes 5 %, an unknown exclusion nothing", () => {
    const unknown = withFacts({ rekryt_externt: null });
    expect(factor("unknown_requirement", unknown, one({}, { require: yes }))).toBe(0.95);
    expect(factor("unknown_requirement", unknown, one({}, { exclude: yes }))).toBeUndefined();
    expect(factor("unknown_requirement", withFacts({ rekryt_externt: true }), one({}, { require: yes }))).toBeUndefined();
  });
});

describe("need and relevance", () => {
  // Scores 38, 58 and 50 of `even`: mean 146/3. Their intervals are ±8, so se = 8/1.96 = 4.0817, the reliability
  // 144/(144 + 16.6604) = 0.8963, and half of that is kept: 0.44815 of a difference from the mean.
  const mean = 146 / 3;
  const kept = (0.5 * 144) / (144 + (8 / 1.959963984540054) ** 2);
  const counted = mean + kept * (38 - mean);
  const need = (its: AdviceInput, id: string) => needsOf(instrument, its).get(id);

  test("M4 by hand: 38 counts as 48.667 + 0.44815 · (38 − 48.667) = 43.886, and 1.2 · (1 − 0.43886) · (0.6 + 0.2·3) = 0.80804", () => {
    expect(counted).toBeCloseTo(43.8864, 4);
    expect(need(inputOf(even), "boende")).toMatchObject({
      perceived: 38,
      counted: expect.closeTo(counted, 12),
      kept: expect.closeTo(kept, 12),
    });
    expect(need(inputOf(even), "boende")?.need).toBeCloseTo(0.80804, 5);
    expect(need(inputOf(even), "boende")?.need).toBeCloseTo(1.2 * (1 - counted / 100) * 1.2, 12);
  });
  test("M4 with a fact index: s = 0.7·43.886 + 0.3·20 = 36.72; the fact is not drawn towards anything", () => {
    const its = need(inputOf(even, {}, { factIndex: { boende: 20 } }), "boende");
    expect(its?.standing).toBeCloseTo(0.7 * counted + 6, 12);
    expect(its?.need).toBeCloseTo(1.2 * (1 - (0.7 * counted + 6) / 100) * 1.2, 12);
  });
  test("M4 without importance it counts as 3; without a score as the mean of the others; 50 if none has one", () => {
    expect(need(inputOf({ ...even, boende: { municipality: 40, industry: 36 } }), "boende")?.need).toBeCloseTo(
      1.2 * (1 - counted / 100),
      12,
    );
    const partial = inputOf({ ...even, samverkan: { municipality: null, industry: null } });
    expect(need(partial, "samverkan")).toMatchObject({ perceived: null, kept: 0, standing: (38 + 58) / 2 });
    expect(need(inputOf({}), "boende")).toMatchObject({ perceived: null, standing: 50 });
  });
  test("M4 a place with one score has no other to be drawn towards", () => {
    expect(need(inputOf({ boende: { municipality: 40, industry: 36, importance: 4 } }), "boende")?.need).toBeCloseTo(0.8928, 12);
  });
  test.each([
    ["no width: half of a difference is kept", 0, 0.5],
    ["±1.96·12 points: a quarter", 12 * 1.959963984540054, 0.25],
    ["±1.96·36 points: a twentieth", 36 * 1.959963984540054, 0.05],
  ])("M4 an interval of %s", (_, half, expected) => {
    const its = inputOf(even);
    const [first, ...others] = its.scores.dimensions;
    if (first?.place.kind !== "scored") throw new Error("boende has a score");
    const place = { ...first.place, interval: { low: 38 - half, high: 38 + half } };
    const widened = { ...its, scores: { ...its.scores, dimensions: [{ ...first, place }, ...others] } };
    expect(need(widened, "boende")?.kept).toBeCloseTo(expected, 12);
  });
  test("M4 needs of a place keep their order, and lie closer together, the less reliable the scores", () => {
    forAll([fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true })], (a, b) => {
      const its = inputOf({ boende: { municipality: a, industry: a }, arbete: { municipality: b, industry: b } });
      const [first, second] = [need(its, "boende"), need(its, "arbete")];
      expect(Math.sign((first?.counted ?? 0) - (second?.counted ?? 0)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      expect(Math.abs((first?.counted ?? 0) - (second?.counted ?? 0))).toBeLessThanOrEqual(Math.abs(a - b) / 2 + 1e-9);
    });
  });
  test("M5 by hand: main (0.80804·3)/3, side 0.35·(need of samverkan·1)/3", () => {
    // samverkan counts as 48.667 + 0.44815 · 1.333 = 49.264: need 1 · (1 − 0.49264) · 1 = 0.50736.
    const side = 1 - (mean + kept * (50 - mean)) / 100;
    const found = find(inputOf(even), "X", one({ effects: { boende: 3, samverkan: 1 } }));
    expect(side).toBeCloseTo(0.50736, 5);
    expect(found.contributions.slice(0, 2)).toEqual([
      { kind: "need", dimensionId: "boende", points: expect.closeTo(0.80804, 5), value: expect.closeTo(0.80804, 5) },
      { kind: "side_need", dimensionId: "samverkan", points: expect.closeTo((0.35 * side) / 3, 10), value: expect.closeTo(side, 10) },
    ]);
  });
});

describe("factors", () => {
  test.each([
    ["a", false, 1],
    ["b", false, 0.95],
    ["c", false, 0.85],
    ["d", false, 0.75],
    ["a", true, 0.5],
    ["b", true, 0.75],
  ] as const)("M7 evidence %s, disputed %s: %d", (grade, mixed, expected) => {
    expect(factor("evidence", inputOf(even), one({ evidence: { grade, mixed, note: null } }))).toBe(expected);
  });
  test.each([
    ["small", false, 0.5, 1],
    ["small", true, 0, 1],
    ["medium", false, 2, 0.95],
    ["medium", true, 2, 0.85],
    ["medium", null, null, 0.9],
    ["medium", false, 0.9, 0.95 * 0.95],
    ["large", false, 3, 0.9],
    ["large", true, 3, 0.65],
    ["large", null, 3, 0.775],
    ["large", true, 0.5, 0.65 * 0.9],
    ["large", true, 1, 0.65 * 0.95],
    ["large", true, null, 0.65 * 0.95],
  ] as const)("M8 %s cost, weak finances %s, %s posts: %d", (cost, weak, posts, expected) => {
    expect(factor("feasibility", withFacts({ ekonomi_svag: weak, utv_resurs: posts }), one({ cost }))).toBeCloseTo(expected, 12);
  });
  test("M8 a costly measure under weak finances is shown, and says that it needs outside funding", () => {
    expect(find(withFacts({ ekonomi_svag: true }), "X", one({ cost: "large" }))).toMatchObject({
      status: "advised",
      needsExternalFunding: true,
    });
    expect(find(withFacts({ ekonomi_svag: false }), "X", one({ cost: "large" })).needsExternalFunding).toBe(false);
    expect(find(withFacts({ ekonomi_svag: true }), "X", one({ cost: "medium" })).needsExternalFunding).toBe(false);
  });
  test("M9 a measure that half of the places get loses a tenth", () => {
    expect(factor("commonness", inputOf(even), one({}, {}, { commonness: { X: 0.5 } }))).toBeCloseTo(0.9, 12);
    expect(factor("commonness", inputOf(even), one({}))).toBe(1);
  });
  test("the whole, by hand: need 0.8928 · fit 3 (two facts that half of the places have) · 0.85 · 0.85 · 0.9 = 1.7416", () => {
    const its = one(
      { cost: "medium" },
      { require: yes, boost: [{ field: "ob_omsorg", op: "eq", value: false }] },
      { commonness: { X: 0.5 } },
    );
    const place = inputOf(
      { boende: { municipality: 40, industry: 36, importance: 4 } },
      { rekryt_externt: true, ob_omsorg: false, ekonomi_svag: true, utv_resurs: 2 },
    );
    expect(find(place, "X", its).score).toBeCloseTo(0.8928 * 3 * 0.85 * 0.85 * 0.9, 12);
  });
});

describe("over random places", () => {
  test("M10 the contributions sum to the score, and fit is one and its calls, at most 4, times the damps", () => {
    forAll(
      [input],
      (its) => {
        for (const found of advise(its, { ...catalogue, reference }).measures) {
          if (found.score === null) expect(found.contributions).toEqual([]);
          else expect(sum(found.contributions.map((part) => part.points))).toBeCloseTo(found.score, 9);
          const step = found.contributions.find(({ kind }) => kind === "fit");
          const strengths = (step?.calls ?? []).map(({ strength }) => strength);
          expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
          expect(strengths.every((strength) => strength > 0 && strength <= 3)).toBe(true);
          const damps = found.damps.filter(({ verdict }) => verdict === "holds").length;
          if (step !== undefined) expect(step.value).toBeCloseTo((1 + Math.min(4, sum(strengths))) * 0.8 ** damps, 9);
        }
      },
      400,
    );
  });

  test("M11 neither the order of the catalogue nor that of keys matters", () => {
    const turned = (value: unknown): unknown =>
      typeof value !== "object" || value === null || Array.isArray(value)
        ? value
        : Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, turned(inner)]),
          );
    forAll(
      [input, fc.shuffledSubarray([...catalogue.measures], { minLength: catalogue.measures.length })],
      (its, measures) => {
        const other = { ...(turned(catalogue) as Catalogue), measures };
        expect(advise(turned(its) as AdviceInput, other)).toEqual(advise(its));
      },
      300,
    );
  });

  test("M12 a new measure changes no other's score and reorders no others, whatever its rule names", () => {
    const known = { ...wideCatalogue, reference };
    const added: Catalogue = {
      ...known,
      measures: [measure("AA00", "boende", { retains: true }), ...known.measures],
      rules: { ...known.rules, AA00: rule({ require: yes, boost: [{ field: "vakans", op: "gte", value: 7 }] }) },
    };
    forAll(
      [input],
      (its) => {
        const order = (of: Catalogue) =>
          select(instrument, of, its)
            .candidates.filter(({ gate }) => gate.status === "open")
            .sort(byScore)
            .map(({ measure: { id }, factors }) => [id, factors.score])
            .filter(([id]) => id !== "AA00");
        expect(order(added)).toEqual(order(known));
      },
      300,
    );
  });

  test("M13 every measure exactly once, in order", () => {
    forAll(
      [input],
      (its) => {
        const { measures } = advise(its, { ...catalogue, basicPackage: ["SV01", "AR03"] });
        expect(measures.map((found) => found.measureId).sort()).toEqual(catalogue.measures.map(({ id }) => id).sort());
        const of = (status: string) => measures.filter((found) => found.status === status);
        const [advised, basic] = [of("advised"), of("basic")];
        expect(measures.slice(0, advised.length + basic.length)).toEqual([...advised, ...basic]);
        for (const list of [advised, basic]) {
          expect(list.map((found) => found.rank)).toEqual(list.map((_, index) => index + 1));
          for (let i = 1; i < list.length; i += 1) expect(list[i - 1]?.score).toBeGreaterThanOrEqual(list[i]?.score ?? 0);
        }
        const rest = measures.slice(advised.length + basic.length).map((found) => found.measureId);
        expect(rest).toEqual([...rest].sort());
        expect(advised.length).toBeLessThanOrEqual(9);
        if (of("open").length > 0) expect(advised).toHaveLength(9);
      },
      400,
    );
  });

  test("M28 reasons never contradict gate, facts and contributions", () => {
    forAll(
      [input],
      (its) => {
        for (const found of advise(its).measures) {
          const { suits, weakest, whyNot, status, strongest } = found;
          expect(whyNot === null).toBe(status === "advised" || status === "basic");
          if (suits.template === "suits.facts") {
            expect(Number(suits.values.count)).toBeGreaterThan(0);
            for (let i = 0; i < Number(suits.values.count); i += 1)
              expect(its.facts[String(suits.values[`field${i}`])] ?? null).not.toBeNull();
          }
          if (weakest.template === "weakest.damp") expect(found.damps.some((damp) => damp.verdict === "holds")).toBe(true);
          if (weakest.template === "weakest.unknown") expect(found.gate.require?.verdict).toBe("unknown");
          if (whyNot?.template === "not.excluded") expect(found.gate.exclude?.verdict).toBe("holds");
          if (whyNot?.template === "not.required") expect(found.gate.require?.verdict).toBe("fails");
          if (strongest.template === "strongest.statement") expect(Number(strongest.values.score)).toBeLessThan(50);
          const needs = found.contributions.filter((part) => part.kind === "need" || part.kind === "side_need");
          const top = Math.max(...needs.map((part) => part.points));
          const named = needs.find((part) => part.dimensionId === strongest.values.dimensionId);
          if (found.score !== null && strongest.template !== "strongest.gap" && strongest.template !== "strongest.fact_gap")
            expect(named?.points).toBe(top);
        }
      },
      400,
    );
  });
});
test("M34 suits names the loudest of the calls that both parties may read; a party's own only where there is no other", () => {
  let own = 0;
  forAll(
    [input],
    (its) => {
      for (const { measureId, suits } of advise(its, { ...wideCatalogue, reference }).measures) {
        const { candidates } = select(instrument, { ...wideCatalogue, reference }, its);
        const calls = candidates.find((one) => one.measure.id === measureId)?.factors.calls.map(({ field }) => field) ?? [];
        if (calls.length === 0) continue;
        const shared = calls.filter((field) => fields.get(field)?.visibility !== "ownParty");
        if (shared.length === 0) own += 1;
        expect(suits).toMatchObject({ template: "suits.facts", fields: (shared.length > 0 ? shared : calls).slice(0, 2) });
      }
    },
    100,
  );
  expect(own).toBeGreaterThan(0);
});
test("M34 what stands under a not, and so does not call, is named only where nothing calls", () => {
  const ripe: Condition = { not: { field: "mognad", op: "gte", value: 3 } };
  const both = one({}, { require: { all: [{ field: "vakans", op: "gte", value: 5 }, ripe] } });
  const { suits } = find(inputOf(even, { vakans: 12, mognad: 1 }), "X", both);
  expect([suits.fields, suits.values.count]).toEqual([["vakans"], 1]);
  expect(find(inputOf(even, { mognad: 1 }), "X", one({}, { require: ripe })).suits.fields).toEqual(["mognad"]);
});
test("M27 prerequisites are named unless done or in place", () => {
  expect(find(inputOf(even), "SV02").startWith).toEqual(["SV01", "SK01"]);
  expect(find(inputOf(even, { ob_omsorg: true }), "SV02").startWith).toEqual(["SV01"]);
  expect(find(inputOf(even, { ob_omsorg: true }, { done: ["SV01"] }), "SV02").startWith).toEqual([]);
});

test("an advice keeps its findings: the gate's trace is that of evaluate", () => {
  const its = inputOf(even, { vakans: 12, bef_trend5: -7, fas: "stabil", bostadslage: "balans" });
  const found = find(its, "BO02");
  expect(found.gate.exclude).toEqual(evaluate(catalogue.rules.BO02?.exclude as Condition, its.facts, fields));
  expect(found.status).toBe("excluded");
});
