import { describe, expect, test } from "vitest";
import { en, one, sv } from "../../test/advice.ts";
import { forAll, input, reference } from "../../test/arbitraries.ts";
import { catalogueOf, even, inputOf, instrument, measure, rule, wideCatalogue } from "../../test/world.ts";
import type { Catalogue } from "../catalogue/types.ts";
import type { FactValue } from "../condition/types.ts";
import { withScore, withWeight } from "./place-change.ts";
import { type PlaceCounterfactuals, placeCounterfactuals, rankCounterfactual } from "./rank-counterfactual.ts";
import { select } from "./select.ts";
import { toldAdvice } from "./told-advice.ts";
import type { AdviceInput } from "./types.ts";

/** With what is usual, a basic package, and rules that read the very scores that are moved. */
const known: Catalogue = {
  ...wideCatalogue,
  reference: { ...reference, spread: { ...reference.spread, "score.boende": 30 } },
  basicPackage: ["Z00", "SV01"],
  measures: [...wideCatalogue.measures, measure("SC01", "boende"), measure("SC02", "samverkan", { retains: true })],
  rules: {
    ...wideCatalogue.rules,
    SC01: rule({ boost: [{ field: "score.boende", op: "lte", value: 45 }] }),
    SC02: rule({ exclude: { field: "score.boende", op: "lt", value: 20 }, damp: [{ field: "factGap.arbete", op: "gt", value: 10 }] }),
  },
};

/** A random place with the fact gaps that follow from its scores and fact indexes. */
const place = input.map((its): AdviceInput => {
  const facts: Record<string, FactValue | null> = { ...its.facts };
  const gaps = its.scores.dimensions.flatMap(({ dimensionId, place: own }) => {
    const fact = its.factIndex[dimensionId] ?? null;
    if (own.kind !== "scored" || fact === null) return [];
    facts[`factGap.${dimensionId}`] = own.score - fact;
    return [Math.abs(own.score - fact)];
  });
  facts.fact_gap_abs = gaps.length === 0 ? null : Math.max(...gaps);
  return { ...its, facts };
});

const seatsOf = (its: AdviceInput, k = 9, of = instrument, catalogue = known): ReadonlySet<string> =>
  new Set(select(of, catalogue, its, k).advised.map((candidate) => candidate.measure.id));
const openOf = (its: AdviceInput, k = 9) => select(instrument, known, its, k).open.map((candidate) => candidate.measure);
const counterfactuals = (its: AdviceInput, k = 9): PlaceCounterfactuals =>
  placeCounterfactuals({ instrument, catalogue: known, input: its }, k);
const scoreIn = (its: AdviceInput, id: string): number | null => {
  const its2 = its.scores.dimensions.find(({ dimensionId }) => dimensionId === id)?.place;
  return its2?.kind === "scored" ? its2.score : null;
};

describe("M36 counterfactual of rank", () => {
  test("the score named, applied, seats the measure, and a step less does not", () => {
    let tried = 0;
    forAll(
      [place],
      (its) => {
        const found = counterfactuals(its);
        for (const { id, effects } of openOf(its)) {
          const change = found.scoreChange(id);
          if (change === null) continue;
          tried += 1;
          const { dimensionId, from, to } = change;
          expect(Object.keys(effects)).toContain(dimensionId);
          expect(from).toBe(scoreIn(its, dimensionId));
          expect(Math.round(to * 10) / 10).toBe(to);
          expect(seatsOf(withScore(its, dimensionId, to)).has(id)).toBe(true);
          const less = (Math.round(to * 10) + (to > from ? -1 : 1)) / 10;
          if (to > from ? less > from : less < from) expect(seatsOf(withScore(its, dimensionId, less)).has(id)).toBe(false);
        }
      },
      100,
    );
    expect(tried).toBeGreaterThan(200);
  });

  test("the weight named, applied, seats the measure, and a step less does not", () => {
    let tried = 0;
    forAll(
      [place],
      (its) => {
        const found = counterfactuals(its);
        for (const { id, effects } of openOf(its)) {
          const change = found.weightChange(id);
          if (change === null) continue;
          tried += 1;
          const { dimensionId, from, to, percent } = change;
          expect(Object.keys(effects)).toContain(dimensionId);
          const changed = withWeight(instrument, dimensionId, percent);
          expect(changed.dimensions.find((dimension) => dimension.id === dimensionId)?.weight).toBe(to);
          expect(from).toBe(instrument.dimensions.find((dimension) => dimension.id === dimensionId)?.weight);
          expect(seatsOf(its, 9, changed).has(id)).toBe(true);
          const less = percent - Math.sign(percent);
          if (less !== 0) expect(seatsOf(its, 9, withWeight(instrument, dimensionId, less)).has(id)).toBe(false);
        }
      },
      100,
    );
    expect(tried).toBeGreaterThan(200);
  });

  /** Every step of every dimension selected anew: how near each measure first has a seat, by the dimensions it has an effect on. */
  function nearestByTrying(
    its: AdviceInput,
    k: number,
  ): (effects: Readonly<Record<string, number>>, id: string) => readonly [number, number] {
    const scores = new Map<string, number>();
    const weights = new Map<string, number>();
    const note = (of: Map<string, number>, key: string, distance: number) =>
      of.set(key, Math.min(distance, of.get(key) ?? Number.POSITIVE_INFINITY));
    for (const { id: dimensionId } of instrument.dimensions) {
      const from = scoreIn(its, dimensionId);
      for (let step = 0; from !== null && step <= 1000; step += 1) {
        for (const id of seatsOf(withScore(its, dimensionId, step / 10), k))
          if (Math.abs(step / 10 - from) > 1e-9) note(scores, `${dimensionId} ${id}`, Math.abs(step / 10 - from));
      }
      for (let percent = -100; percent <= 100; percent += 1) {
        for (const id of seatsOf(its, k, withWeight(instrument, dimensionId, percent)))
          note(weights, `${dimensionId} ${id}`, Math.abs(percent));
      }
    }
    const least = (of: Map<string, number>, effects: Readonly<Record<string, number>>, id: string) =>
      Math.min(
        Number.POSITIVE_INFINITY,
        ...Object.keys(effects).map((dimensionId) => of.get(`${dimensionId} ${id}`) ?? Number.POSITIVE_INFINITY),
      );
    return (effects, id) => [least(scores, effects, id), least(weights, effects, id)];
  }

  test.each([9, 2])("is the smallest of all steps, and null only where none does it: %i seats, every step tried", (k) => {
    const seen = { some: 0, none: 0 };
    forAll(
      [place],
      (its) => {
        const found = counterfactuals(its, k);
        const nearest = nearestByTrying(its, k);
        for (const { id, effects } of openOf(its, k)) {
          const [score, weight] = nearest(effects, id);
          const scoreChange = found.scoreChange(id);
          const weightChange = found.weightChange(id);
          if (scoreChange === null) seen.none += 1;
          else seen.some += 1;
          if (scoreChange === null) expect(score).toBe(Number.POSITIVE_INFINITY);
          else expect(Math.abs(scoreChange.to - scoreChange.from)).toBeCloseTo(score, 9);
          expect(weightChange === null ? Number.POSITIVE_INFINITY : Math.abs(weightChange.percent)).toBe(weight);
        }
      },
      5,
    );
    expect(seen.some).toBeGreaterThan(0);
    expect(seen.none).toBeGreaterThan(0);
  });

  test("worked by hand: two measures, one seat", () => {
    // Scores 40 and 60 without width: mean 50, kept ½, so 45 and 55 count. Needs with weight 1.2 and 1.3, importance 3:
    // 1.2·0.55 = 0.66 and 1.3·0.45 = 0.585, times evidence 0.85. B leads by 0.075. A score of arbete one point lower: it counts
    // 0.75 less (½ its own, ¼ by the mean), boende 0.25 less. So the lead closes by 1.3·0.0075 − 1.2·0.0025 = 0.00675 a
    // point: 11.1 points, and the first tenth beyond is 48.8. In weight: 1.3·(1 + p)·0.45 > 0.66 from p = 12.82 %: 13.
    const exact = { kind: "scored", coverage: 1, respondents: 12 } as const;
    const sharp = inputOf({ boende: { municipality: 40, industry: 40 }, arbete: { municipality: 60, industry: 60 } });
    const dimensions = sharp.scores.dimensions.map((its) => {
      const score = its.place.kind === "scored" ? its.place.score : 0;
      return { ...its, place: { ...exact, score, interval: { low: score, high: score } } };
    });
    const two = catalogueOf([
      [measure("B", "boende"), rule()],
      [measure("A", "arbete"), rule()],
    ]);
    const its = { ...sharp, scores: { ...sharp.scores, dimensions } };
    // The weakest dimension is boende, so that B holds the seat by a rule until arbete is as weak and first by id: at 40.
    expect(rankCounterfactual({ instrument, catalogue: two, input: its }, "A", { k: 1 })).toEqual({
      measureId: "A",
      status: "open",
      score: { dimensionId: "arbete", from: 60, to: 40 },
      weight: null,
    });
    // With a third, weaker dimension that no measure meets, nothing but the scores decides.
    const third = { ...exact, score: 20, interval: { low: 20, high: 20 } };
    const weak = inputOf({
      ...{ boende: { municipality: 40, industry: 40 }, arbete: { municipality: 60, industry: 60 } },
      samverkan: { municipality: 20, industry: 20 },
    });
    const all = weak.scores.dimensions.map(
      (own) => dimensions.find(({ dimensionId }) => dimensionId === own.dimensionId) ?? { ...own, place: third },
    );
    const { score, weight } = rankCounterfactual(
      { instrument, catalogue: two, input: { ...weak, scores: { ...weak.scores, dimensions: all } } },
      "A",
      { k: 1 },
    );
    // Mean 40: boende counts 40, arbete 50; needs 0.72 and 0.65, lead 0.07. Per point ⅙ by the mean and ½ its own:
    // 1.3·0.006667 − 1.2·0.001667 = 0.006667, so 10.5 points, level at 49.5: by id A comes first there. In weight 0.72/0.65 = 1.1077: 11 %.
    expect(score?.dimensionId).toBe("arbete");
    expect(Math.abs((score?.to ?? 0) - 49.5)).toBeLessThan(0.11);
    expect(weight).toMatchObject({ dimensionId: "arbete", from: 1.3, percent: 11 });
  });

  test("worked by hand: a rule that reads the very score turns at its limit, and the list with it", () => {
    // At 45.1 A leads: 1.3 · 0.5 or more against 1.2 · 0.55 or less. At 45 the boost of B holds: half of the places, no spread,
    // a score of a dimension, so 1 · 0.75 · 0.2 = 0.15 more.
    const two = catalogueOf([
      [measure("A", "arbete"), rule()],
      [measure("B", "boende"), rule({ boost: [{ field: "score.boende", op: "lte", value: 45 }] })],
    ]);
    const sketches = {
      boende: { municipality: 60, industry: 60 },
      arbete: { municipality: 40, industry: 40 },
      samverkan: { municipality: 20, industry: 20 },
    };
    const { score } = rankCounterfactual({ instrument, catalogue: two, input: inputOf(sketches) }, "B", { k: 1 });
    expect(score).toEqual({ dimensionId: "boende", from: 60, to: 45 });
  });

  test("only for a measure that others come before: not one with a seat, in Grundpaket or outside its gate", () => {
    forAll(
      [place],
      (its) => {
        const { candidates, advised, basic } = select(instrument, known, its);
        const found = counterfactuals(its);
        for (const candidate of candidates) {
          const { id } = candidate.measure;
          const status = found.statusOf(id);
          expect(status === "advised").toBe(advised.includes(candidate));
          expect(status === "basic").toBe(basic.includes(candidate));
          if (status !== "open") expect([found.scoreChange(id), found.weightChange(id)]).toEqual([null, null]);
          if (candidate.gate.status !== "open") expect(status).toBe(candidate.gate.status);
        }
      },
      200,
    );
  });

  test("a measure of dimensions without a score has no counterfactual of score", () => {
    const its = inputOf({ boende: { municipality: null, industry: null }, arbete: { municipality: 20, industry: 20 } });
    const of = catalogueOf([
      [measure("A", "arbete"), rule()],
      [measure("B", "boende", { effects: { boende: 1 } }), rule()],
    ]);
    const { status, score } = rankCounterfactual({ instrument, catalogue: of, input: its }, "B", { k: 1 });
    expect([status, score]).toEqual(["open", null]);
  });

  test("an unknown measure, a retired one and a wrong k are the caller's mistakes", () => {
    const request = { instrument, catalogue: one({ retired: true }), input: inputOf(even) };
    expect(() => rankCounterfactual(request, "Y")).toThrow(/^measureId /);
    expect(() => rankCounterfactual(request, "X")).toThrow(/^measureId /);
    for (const k of [0, 1.5, Number.NaN]) expect(() => rankCounterfactual(request, "X", { k })).toThrow(/^k /);
  });
});

describe("M37 a change applied", () => {
  test("a score moves its facts and intervals along, and nothing else", () => {
    forAll([place], (its) => {
      for (const { dimensionId, place: own } of its.scores.dimensions) {
        if (own.kind !== "scored") continue;
        const after = withScore(its, dimensionId, 12.3);
        const there = after.scores.dimensions.find((dimension) => dimension.dimensionId === dimensionId)?.place;
        if (there?.kind !== "scored") throw new Error("no score");
        expect(there.score).toBe(12.3);
        expect(there.interval.high - there.interval.low).toBeCloseTo(own.interval.high - own.interval.low, 9);
        expect(after.facts[`score.${dimensionId}`]).toBe(12.3);
        const fact = its.factIndex[dimensionId] ?? null;
        if (fact !== null) expect(after.facts[`factGap.${dimensionId}`]).toBeCloseTo(12.3 - fact, 9);
        const gaps = Object.entries(after.facts).flatMap(([key, value]) => (key.startsWith("factGap.") ? [Math.abs(Number(value))] : []));
        expect(after.facts.fact_gap_abs).toBe(gaps.length === 0 ? null : Math.max(...gaps));
        const others = (from: AdviceInput) => from.scores.dimensions.filter((dimension) => dimension.dimensionId !== dimensionId);
        expect(others(after)).toEqual(others(its));
        const touched = new Set([`score.${dimensionId}`, `factGap.${dimensionId}`, "fact_gap_abs"]);
        for (const key of Object.keys(its.facts)) if (!touched.has(key)) expect(after.facts[key]).toEqual(its.facts[key]);
      }
    });
  });
  test("a posterior interval moves along too, so that reliability stands", () => {
    const its = inputOf(even);
    const dimensions = its.scores.dimensions.map((dimension) =>
      dimension.place.kind === "scored" ? { ...dimension, place: { ...dimension.place, posterior: { low: 30, high: 44 } } } : dimension,
    );
    const after = withScore({ ...its, scores: { ...its.scores, dimensions } }, "boende", 40);
    expect(after.scores.dimensions[0]?.place).toMatchObject({ posterior: { low: 32, high: 46 } });
  });
  test.each([
    ["dimensionId", () => withScore(inputOf(even), "nowhere", 40)],
    ["to", () => withScore(inputOf(even), "boende", 100.1)],
    ["to", () => withScore(inputOf(even), "boende", Number.NaN)],
    ["dimensionId", () => withWeight(instrument, "nowhere", 10)],
    ["percent", () => withWeight(instrument, "boende", -101)],
  ])("a mistake names %s", (field, mistake) => {
    expect(mistake).toThrow(RangeError);
    expect(mistake).toThrow(new RegExp(`^${field} `));
  });
});

describe("M38 what is told of a measure that others come before", () => {
  test("is the score that seats it, or that none does; without scores, what the advice says", () => {
    const seen = new Map<string, number>();
    forAll(
      [place],
      (its) => {
        const found = counterfactuals(its);
        for (const { measureId, status, wouldChange } of toldAdvice({ instrument, catalogue: known, input: its }).measures) {
          if (status !== "open") continue;
          seen.set(wouldChange.template, (seen.get(wouldChange.template) ?? 0) + 1);
          const change = found.scoreChange(measureId);
          if (change !== null)
            expect(wouldChange).toEqual({ template: "change.enters", values: { ...change }, fields: [`score.${change.dimensionId}`] });
          else
            expect(["change.never_enters", "change.unscored", "change.score_down", "change.out_of_reach", "change.no_rival"]).toContain(
              wouldChange.template,
            );
          if (wouldChange.template === "change.never_enters") expect(change).toBeNull();
          expect(sv(wouldChange)).toMatch(/^[A-ZÅÄÖ].*\.$/);
          expect(en(wouldChange)).toMatch(/^[A-Z].*\.$/);
        }
      },
      60,
    );
    expect(seen.get("change.enters")).toBeGreaterThan(30);
    expect(seen.get("change.never_enters")).toBeGreaterThan(30);
  });
  const enters = (from: number, to: number) => ({
    template: "change.enters",
    values: { dimensionId: "boende", from, to },
    fields: ["score.boende"],
  });
  test("reads as one sentence in both languages", () => {
    expect(sv(enters(43.17, 39.9))).toBe(
      "Om poängen för bostäder och boendemiljö sjunker från 43,2 till 39,9 av 100, allt annat lika, får rådet en plats i Särskilt för er ort.",
    );
    expect(en(enters(43.17, 50))).toBe(
      "If the score of housing and living environment rises from 43.2 to 50 of 100, all else equal, the measure gets a place under Especially for your place.",
    );
    expect(sv({ template: "change.never_enters", values: {}, fields: [] })).toContain("allt annat lika");
  });
  test("is told without its value to a reader who may not see the score", () => {
    expect(sv(enters(43.17, 39.9), ["score.boende"])).not.toMatch(/\d/);
  });
});
