import fc from "fast-check";
import { defaultAssumptions } from "../src/portfolio/assumptions.ts";
import type { Balance, EffectiveAction, PartyBudget, PortfolioMeasure, PortfolioRequest } from "../src/portfolio/types.ts";
import type { Scored } from "../src/scoring/types.ts";

/** Runs per property; FC_RUNS asks for a longer run. */
export const runs = Number(process.env.FC_RUNS ?? 1000);

/** A score with its interval. */
export const scoredAt = (score: number, half = 0): Scored => ({
  kind: "scored",
  score,
  interval: { low: Math.max(0, score - half), high: Math.min(100, score + half) },
  coverage: 1,
  respondents: 12,
});
export const unscored: Scored = { kind: "insufficient", coverage: 0.2, respondents: 3, missing: ["boende-1"] };

/** An action without anything special; what matters is given. */
export const action = (id: string, given: Partial<EffectiveAction> = {}): EffectiveAction => ({
  id,
  effects: { boende: 3 },
  evidence: { grade: "a", mixed: false },
  harm: false,
  synergies: [],
  ...given,
});

/** A candidate without anything special, free of charge; what matters is given. */
export const measure = (id: string, given: Partial<PortfolioMeasure> = {}): PortfolioMeasure => ({
  ...action(id),
  mainDimension: "boende",
  costSek: { municipality: [], industry: [] },
  hours: { municipality: [], industry: [] },
  prerequisites: [],
  exclusions: [],
  ...given,
});

/** No limits over the years. */
export const boundless = (years: number): PartyBudget => ({
  sekByYear: Array.from({ length: years }, () => null),
  totalSek: null,
  hoursByYear: Array.from({ length: years }, () => null),
  totalHours: null,
});

/** A question without limits; what matters is given. */
export const request = (measures: readonly PortfolioMeasure[], given: Partial<PortfolioRequest> = {}): PortfolioRequest => ({
  dimensions: ["boende", "arbete", "skola"].map((dimensionId, index) => ({
    dimensionId,
    weight: 1,
    place: scoredAt(40 + 10 * index, 5),
    byParty: { municipality: scoredAt(45 + 10 * index, 5), industry: scoredAt(35 + 10 * index, 5) },
  })),
  measures,
  done: [],
  horizonYears: 1,
  budgets: { municipality: boundless(given.horizonYears ?? 1), industry: boundless(given.horizonYears ?? 1) },
  extraSek: 0,
  costLimitSek: null,
  lockedIn: [],
  lockedOut: [],
  atMostPerDimension: null,
  requiredDimensions: [],
  balance: null,
  assumptions: defaultAssumptions,
  ...given,
});

const names = ["boende", "arbete", "skola"];
const grade = fc.constantFrom("a", "b", "c", "d" as const);
const amounts = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { maxLength: 2 });
const byParty = (most: number) => fc.record({ municipality: amounts(most), industry: amounts(most) });

const scored = fc.oneof(
  { arbitrary: fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 30, noNaN: true })), weight: 9 },
  { arbitrary: fc.constant(null), weight: 1 },
);
const scoredOrNot = scored.map((pair) => (pair === null ? unscored : scoredAt(pair[0], pair[1])));

/** Standings of three dimensions, some of them without a score. */
export const standings = fc.tuple(...names.map(() => fc.tuple(scoredOrNot, scoredOrNot, scoredOrNot))).map((all) =>
  all.map(([place, municipality, industry], index) => ({
    dimensionId: names[index] as string,
    place,
    byParty: { municipality, industry },
  })),
);

/** Actions with any effects, evidence, harm and synergies among themselves and with `done`. */
export const actions = fc.integer({ min: 0, max: 6 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc.record({
        id: fc.constant(`M${index}`),
        effects: fc.dictionary(fc.constantFrom(...names), fc.integer({ min: 1, max: 3 }), { maxKeys: 3, noNullPrototype: true }),
        evidence: fc.record({ grade, mixed: fc.boolean() }),
        harm: fc.boolean(),
        synergies: fc.uniqueArray(
          fc.record({
            with: fc.constantFrom(...["M0", "M1", "M2", "M3", "M4", "M5", "done"].filter((id) => id !== `M${index}`)),
            factor: fc.double({ min: 0.7, max: 1.4, noNaN: true }),
          }),
          { maxLength: 2, selector: (synergy) => synergy.with },
        ),
      }),
    ),
  ),
);

const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
const limits = fc.option(fc.tuple(share, share).map(([one, other]) => ({ min: Math.min(one, other), max: Math.max(one, other) })));
const balance: fc.Arbitrary<Balance | null> = fc.oneof(
  { arbitrary: fc.constant(null), weight: 3 },
  fc.record({ carries: limits, gets: limits, hourSek: fc.constantFrom(0, 400) }),
);

const limit = (most: number) => fc.oneof({ arbitrary: fc.integer({ min: 0, max: most }), weight: 3 }, fc.constant(null));
const budget = (years: number): fc.Arbitrary<PartyBudget> =>
  fc.record({
    sekByYear: fc.array(limit(900), { minLength: years, maxLength: years }),
    totalSek: limit(1500),
    hoursByYear: fc.array(limit(90), { minLength: years, maxLength: years }),
    totalHours: limit(150),
  });

/** Small questions with every kind of rule, two years at most. */
export const requests: fc.Arbitrary<PortfolioRequest> = fc.integer({ min: 1, max: 2 }).chain((years) =>
  fc
    .record({
      standings,
      weights: fc.array(fc.constantFrom(0, 1, 1.3), { minLength: 3, maxLength: 3 }),
      actions,
      mains: fc.array(fc.constantFrom(...names), { minLength: 6, maxLength: 6 }),
      costs: fc.array(byParty(300), { minLength: 6, maxLength: 6 }),
      hours: fc.array(byParty(30), { minLength: 6, maxLength: 6 }),
      ties: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(3), fc.nat(1)), { minLength: 6, maxLength: 6 }),
      municipality: budget(years),
      industry: budget(years),
      extraSek: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
      costLimitSek: limit(1500),
      locks: fc.array(fc.nat(12), { maxLength: 2 }),
      atMostPerDimension: fc.option(fc.integer({ min: 1, max: 3 })),
      required: fc.option(fc.constantFrom(...names), { freq: 4 }),
      balance,
    })
    .map((drawn): PortfolioRequest => {
      const measures = drawn.actions.map((each, index): PortfolioMeasure => {
        const [needs, orNeeds, excludes, kind, lagYears] = drawn.ties[index] as [number, number, number, number, number];
        const others = (ids: readonly number[]) => [...new Set(ids.map((id) => `M${id}`))].filter((id) => id !== each.id);
        const anyOf = others([needs, orNeeds]);
        return {
          ...each,
          mainDimension: drawn.mains[index] as string,
          costSek: drawn.costs[index] as PortfolioMeasure["costSek"],
          hours: drawn.hours[index] as PortfolioMeasure["hours"],
          prerequisites: kind === 1 && anyOf.length > 0 ? [{ anyOf, lagYears }] : [],
          exclusions: kind === 2 ? others([excludes]) : [],
        };
      });
      const idAt = (lock: number) => measures[lock % 6]?.id;
      const lockedIn = drawn.locks.filter((lock) => lock < 6).flatMap((lock) => idAt(lock) ?? []);
      return request(measures, {
        dimensions: drawn.standings.map((standing, index) => ({ ...standing, weight: drawn.weights[index] as number })),
        done: ["done"],
        horizonYears: years,
        budgets: { municipality: drawn.municipality, industry: drawn.industry },
        extraSek: drawn.extraSek,
        costLimitSek: drawn.costLimitSek,
        lockedIn: [...new Set(lockedIn)],
        lockedOut: drawn.locks
          .filter((lock) => lock >= 6)
          .map((lock) => `M${lock % 6}`)
          .filter((id, at, all) => !lockedIn.includes(id) && all.indexOf(id) === at),
        atMostPerDimension: drawn.atMostPerDimension,
        requiredDimensions: drawn.required === null ? [] : [drawn.required],
        balance: isGettable(drawn.standings) ? drawn.balance : null,
      });
    }),
);

/** A balance of what the parties get needs scores of both. */
function isGettable(all: readonly { readonly byParty: { readonly municipality: Scored; readonly industry: Scored } }[]): boolean {
  return (["municipality", "industry"] as const).every((party) => all.some((standing) => standing.byParty[party].kind === "scored"));
}
