import {
  checkPlan,
  checkPortfolioRequest,
  type PackageLimits,
  type PackageQuestion,
  packageCandidates,
  packageCosts,
  packageRequest,
  placeExpectation,
  planExpectation,
  planValue,
  preparePortfolio,
  proposedAmounts,
  recommend,
  usualLimits,
} from "@hp/domain";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadCatalogue, loadInstrument } from "../src/index.ts";
import { referenceAdviceInput, referencePlaces } from "../src/reference/index.ts";

const instrument = loadInstrument();
const catalogue = loadCatalogue();
const limits: PackageLimits = usualLimits(2027);
const questions = referencePlaces("package")
  .slice(0, 12)
  .map((place): PackageQuestion => {
    const input = referenceAdviceInput(place);
    const told = recommend({ instrument, catalogue, input }).measures;
    return { instrument, catalogue, scores: input.scores, told, actions: [], limits };
  });
const [place] = questions as [PackageQuestion, ...PackageQuestion[]];
const advisedOf = ({ told }: PackageQuestion) => told.filter(({ status }) => status === "advised").map(({ measureId }) => measureId);
const [first = "", second = "", third = ""] = advisedOf(place);
const unknown = { municipalityCostSek: null, industryCostSek: null, municipalityHours: null, industryHours: null };
const action = (id: string, rest: Partial<PackageQuestion["actions"][number]>): PackageQuestion["actions"][number] => ({
  id,
  title: id,
  measureId: null,
  status: "planned",
  startsOn: null,
  ...unknown,
  ...rest,
});
const measureIn = (question: PackageQuestion, id: string) => packageRequest(question).measures.find((one) => one.id === id);

describe("a place's question to the optimiser", () => {
  test("Q1 chooses among what is advised, with what it builds on, or among everything that nothing stands in the way of", () => {
    for (const question of questions) {
      const statusOf = new Map(question.told.map(({ measureId, status }) => [measureId, status]));
      const ids = (choose: "advised" | "possible") => packageCandidates({ ...question, limits: { ...limits, choose } }).map(({ id }) => id);
      const [advised, possible] = [ids("advised"), ids("possible")];
      expect(advised.slice(0, 9)).toEqual(advisedOf(question));
      expect(possible).toEqual(expect.arrayContaining(advised));
      for (const id of possible) expect(["advised", "basic", "open"]).toContain(statusOf.get(id));
      for (const id of advised)
        for (const before of catalogue.rules[id]?.prerequisites ?? []) if (possible.includes(before)) expect(advised).toContain(before);
    }
  });

  test("Q2 what is planned is locked in with the plan's amounts; where one is not known the catalogue's stands in", () => {
    const amounts = { municipalityCostSek: 123_000, industryHours: 7 };
    const question = { ...place, actions: [action("a", { measureId: first, ...amounts })] };
    const measure = catalogue.measures.find(({ id }) => id === first);
    if (measure === undefined) throw new Error("no measure");
    const { industryCostSek, municipalityHours } = proposedAmounts(measure);
    expect(packageRequest(question).lockedIn).toEqual([first]);
    expect(measureIn(question, first)).toMatchObject({
      costSek: { municipality: [123_000], industry: [industryCostSek] },
      hours: { municipality: [municipalityHours], industry: [7] },
    });
    expect(packageCandidates(question).map(({ id }) => id)).not.toContain(first);
  });

  test("Q3 an action starts in the year it says, in the first if that is past, in the last if it lies beyond", () => {
    for (const [startsOn, year] of [
      ["2025-05-01", 0],
      ["2028-12-31", 1],
      ["2040-01-01", 2],
    ] as const)
      expect(measureIn({ ...place, actions: [action("a", { measureId: first, startsOn })] }, first)).toMatchObject({
        earliestYear: year,
        latestYear: year,
      });
    expect(measureIn({ ...place, actions: [action("a", { measureId: first })] }, first)).not.toHaveProperty("earliestYear");
  });

  test("Q4 actions of the place's own cost and move no score, and take nobody's place", () => {
    const own = ["x", "y", "z"].map((id) => action(id, { municipalityCostSek: 10_000 }));
    const request = packageRequest({ ...place, actions: own, limits: { ...limits, atMostPerDimension: 1 } });
    const plan = own.map(({ id }) => ({ measureId: id, startYear: 0 }));
    expect(checkPlan(request, plan)).toEqual({ figures: { value: 0, costSek: 30_000, extraSek: 0 }, broken: [] });
  });

  test("Q5 what is done counts as done, and what has stopped is left out", () => {
    const actions = [action("a", { measureId: first, status: "done" }), action("b", { measureId: second, status: "stopped" })];
    const { done, measures, lockedIn } = packageRequest({ ...place, actions });
    expect(done).toEqual([first]);
    expect(lockedIn).toEqual([]);
    expect(measures.map(({ id }) => id)).not.toContain(first);
    expect(measures.map(({ id }) => id)).not.toContain(second);
    expect(measures.map(({ id }) => id)).toContain(third);
  });

  test("Q6 costs fall in the year a measure starts, and those after the last year in the last", () => {
    const request = packageRequest(place);
    const measures = request.measures.map((one, at) => (at === 0 ? { ...one, costSek: { municipality: [5, 6, 7], industry: [] } } : one));
    const [one] = measures;
    expect(packageCosts({ ...request, measures: one === undefined ? [] : [one] }, { [one?.id ?? ""]: 1 }).municipality.sekByYear).toEqual([
      0, 5, 13,
    ]);
  });

  test("Q7 any plan and any limits make a question that the optimiser takes", () => {
    const ids = catalogue.measures.map(({ id }) => id);
    const amount = fc.option(fc.nat(1_000_000_000));
    const anyAction = fc.record({
      id: fc.uuid(),
      title: fc.string(),
      measureId: fc.option(fc.constantFrom(...ids, "ZZ99")),
      status: fc.constantFrom("proposed", "planned", "under_way", "done", "stopped" as const),
      startsOn: fc.option(
        fc
          .date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
          .map((day) => day.toISOString().slice(0, 10)),
      ),
      municipalityCostSek: amount,
      industryCostSek: amount,
      municipalityHours: fc.option(fc.nat(1_000_000)),
      industryHours: fc.option(fc.nat(1_000_000)),
    });
    const years = fc.record({ sekByYear: fc.array(amount, { maxLength: 5 }), hoursByYear: fc.array(amount, { maxLength: 5 }) });
    const anyLimits = fc.record({
      firstYear: fc.integer({ min: 2020, max: 2095 }),
      years: fc.integer({ min: 1, max: 5 }),
      budgets: fc.record({ municipality: years, industry: years }),
      choose: fc.constantFrom("advised", "possible" as const),
      atMostPerDimension: fc.option(fc.integer({ min: 1, max: 20 })),
      municipalityShare: fc.option(
        fc
          .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
          .map(([one, other]) => ({ min: Math.min(one, other), max: Math.max(one, other) })),
      ),
      lockedIn: fc.subarray(ids, { maxLength: 5 }),
      lockedOut: fc.subarray(ids, { maxLength: 5 }),
      requiredDimensions: fc.subarray(instrument.dimensions.map(({ id }) => id)),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...questions),
        fc.uniqueArray(anyAction, { maxLength: 8, selector: ({ id, measureId }) => measureId ?? id }),
        anyLimits,
        (question, actions, asked) => {
          const disjoint = { ...asked, lockedOut: asked.lockedOut.filter((id) => !asked.lockedIn.includes(id)) };
          expect(() => checkPortfolioRequest(packageRequest({ ...question, actions, limits: disjoint }))).not.toThrow();
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("Q8 what some measures are expected to do to the place is what the optimiser maximises, and the dimensions that move say what moves", () => {
    for (const question of questions) {
      const request = packageRequest(question);
      const selection = request.measures.slice(0, 5).map(({ id }) => id);
      const { place: whole, dimensions } = placeExpectation(request, selection);
      const prepared = preparePortfolio(request);
      const chosen = prepared.measures.filter(({ id }) => selection.includes(id)).map(({ index }) => index);
      if (whole === null) throw new Error("a place without scores");
      expect(whole.after.expected - whole.now).toBeCloseTo(planValue(prepared, chosen), 9);
      expect(whole.after.low).toBeLessThanOrEqual(whole.after.expected);
      expect(whole.after.high).toBeGreaterThanOrEqual(whole.after.expected);
      const moved = new Set(request.measures.filter(({ id }) => selection.includes(id)).flatMap(({ effects }) => Object.keys(effects)));
      for (const { dimensionId } of dimensions) expect(moved).toContain(dimensionId);
      const gains = dimensions.map((one) => one.place.after.expected - one.place.now.expected);
      expect(gains).toEqual([...gains].sort((one, other) => other - one));
    }
    expect(placeExpectation(packageRequest(place), []).dimensions).toEqual([]);
  });

  test("Q9 of a plan, what is proposed, planned or under way has its effect; what is done, stopped or the place's own moves nothing", () => {
    const { instrument: asked, catalogue: of, scores } = place;
    const expected = (...actions: PackageQuestion["actions"]) => planExpectation({ instrument: asked, catalogue: of, scores, actions });
    const alone = expected(action("a", { measureId: first }));
    expect(alone.dimensions.length).toBeGreaterThan(0);
    expect(alone).toEqual(expected(action("a", { measureId: first, status: "under_way", startsOn: "2031-01-01" })));
    expect(alone).toEqual(
      expected(action("a", { measureId: first }), action("b", {}), action("c", { measureId: second, status: "stopped" })),
    );
    expect(expected(action("a", { measureId: first, status: "done" })).dimensions).toEqual([]);
    expect(expected().place?.after.expected).toBe(expected().place?.now);
  });
});
