import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll, runs, tallies } from "../../test/arbitraries.ts";
import { type Answers, all, boende, dimension, score, tally } from "../../test/tallies.ts";
import { instrument } from "../../test/world.ts";
import type { Mode } from "../instrument/types.ts";
import type { AnswerCounts } from "./posterior.ts";
import type { GroupTally } from "./types.ts";

describe("intervals of a dimension", () => {
  const width = (those: readonly GroupTally[], mode: Mode = "full"): number => {
    const found = dimension(score(those, mode)).place;
    return found.kind === "scored" ? found.interval.high - found.interval.low : Number.NaN;
  };
  const spread: AnswerCounts = [1, 2, 4, 2, 1];
  const answers = (ids: readonly string[]): Answers => Object.fromEntries(ids.map((id) => [id, spread]));
  test("S11 four statements answered alike are no surer than two", () => {
    const [two, four] = [
      ["boende-1", "boende-2"],
      ["boende-1", "boende-2", "boende-3", "boende-4"],
    ].map((ids) => width([tally("municipality", "politicians", answers(ids))]));
    expect(four).toBeCloseTo(two ?? 0, 9);
  });
  test("S11 two groups of ten are as sure as twice as many answers, whether of one party or of two", () => {
    const ids = ["boende-1", "boende-2"];
    const one = worth([tally("municipality", "politicians", answers(ids))]);
    const [first, second] = [tally("municipality", "politicians", answers(ids)), tally("municipality", "administration", answers(ids))];
    expect(worth([first, second])).toBeCloseTo(2 * one, 9);
    expect(worth([first, tally("industry", "management", answers(ids))])).toBeCloseTo(2 * one, 9);
  });
});

/** How many answers a score of 50 rests on by the width of its interval: half = 50/√(1 + n/1.96²). */
function worth(those: readonly GroupTally[]): number {
  const found = dimension(score(those)).place;
  if (found.kind !== "scored") return Number.NaN;
  const half = (found.interval.high - found.interval.low) / 2;
  return 1.959963984540054 ** 2 * ((50 / half) ** 2 - 1);
}

test("S11 each group weighs in the interval as in the score: a quarter, a quarter and a half of industry", () => {
  const spread: AnswerCounts = [1, 2, 4, 2, 1];
  const answers: Answers = { "boende-1": spread, "boende-2": spread };
  const industry = [
    tally("industry", "management", answers),
    tally("industry", "hr", answers),
    tally("industry", "management", answers, { organisationId: "gruvan" }),
  ];
  expect(worth(industry)).toBeCloseTo(worth(industry.slice(0, 1)) / (1 / 16 + 1 / 16 + 1 / 4), 9);
});

test("S24 the place's score carries the posterior's own interval: centre ± 1.96·sd, as for the mean of two groups by hand", () => {
  const spread: AnswerCounts = [1, 2, 2, 2, 1];
  const answers: Answers = { "boende-1": spread, "boende-2": spread };
  const found = dimension(score([tally("municipality", "politicians", answers), tally("municipality", "administration", answers)]));
  const { posterior } = found.place as { posterior?: { low: number; high: number } };
  expect(posterior?.low).toBeCloseTo(50 - (1.959963984540054 * 9.380416) / Math.SQRT2, 4);
  expect(posterior?.high).toBeCloseTo(50 + (1.959963984540054 * 9.380416) / Math.SQRT2, 4);
  expect(found.byParty.municipality).not.toHaveProperty("posterior");
});

test("S13 swapping the parties turns the sign of the gap and nothing else", () => {
  const swapped = { municipality: "industry", industry: "municipality", residents: "residents" } as const;
  // Only statements put to both, so that the parties are put the same.
  const both = new Set(instrument.dimensions.flatMap((one) => one.items.filter((item) => item.core).map((item) => item.id)));
  forAll(
    [tallies],
    (those) => {
      const common = those.map((one) => ({ ...one, items: Object.fromEntries(Object.entries(one.items).filter(([id]) => both.has(id))) }));
      const [a, b] = [score(common), score(common.map((one) => ({ ...one, party: swapped[one.party] })))];
      a.dimensions.forEach((one, index) => {
        const other = b.dimensions[index];
        expect(other?.gap === null).toBe(one.gap === null);
        if (one.gap === null || other?.gap == null) return;
        expect(other.gap.points).toBeCloseTo(-one.gap.points, 9);
        expect(other.gap.interval.low).toBeCloseTo(-one.gap.interval.high, 9);
        expect(other.gap.band).toBe(one.gap.band);
        expect(other.gap.wasserstein).toBeCloseTo(one.gap.wasserstein, 9);
      });
      if (a.consensusIndex !== null) expect(b.consensusIndex?.value).toBeCloseTo(a.consensusIndex.value, 9);
    },
    runs,
  );
});

test("S14 the distance says at least as much as the gap where both have answered the same statements", () => {
  const anyCounts = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 5 })) as fc.Arbitrary<AnswerCounts>;
  forAll(
    [anyCounts, anyCounts, anyCounts, anyCounts],
    (a, b, c, d) => {
      const gap = dimension(
        score([
          tally("municipality", "politicians", { "boende-1": a, "boende-2": b }),
          tally("industry", "management", { "boende-1": c, "boende-2": d }),
        ]),
      ).gap;
      expect(100 * (gap?.wasserstein ?? 0)).toBeGreaterThanOrEqual(Math.abs(gap?.points ?? 100) - 1e-9);
    },
    runs,
  );
});

test("S13 the municipality at 75 and industry at 50: a gap of +25, a glapp, and it weighs on the consensus index", () => {
  const round = score([
    tally("municipality", "politicians", boende(6, 4), { importance: { boende: all(6, 5) } }),
    tally("industry", "management", boende(6, 3), { importance: { boende: all(6, 3) } }),
  ]);
  expect(dimension(round).gap).toMatchObject({ points: 25, band: "gap", wasserstein: 0.25 });
  expect(round.consensusIndex?.value).toBe(75);
});

test("S16 importance is the equal mean of groups, companies and parties", () => {
  const important = (people: number, value: 1 | 2 | 3 | 4 | 5) => ({ importance: { boende: all(people, value) } });
  const found = dimension(
    score([
      tally("municipality", "politicians", boende(3, 3), important(3, 5)),
      tally("municipality", "administration", boende(30, 3), important(30, 3)),
      tally("industry", "management", boende(3, 3), important(3, 1)),
      tally("industry", "management", boende(3, 3), { organisationId: "gruvan", ...important(50, 3) }),
    ]),
  );
  expect(found.importanceByParty).toEqual({ municipality: 4, industry: 2 });
  expect(found.importance).toBe(3);
});

test("S17 an important dimension with a low score is to be prioritised", () => {
  const people = (answer: 1 | 2 | 3 | 4 | 5, id: string) => ({ [`${id}-1`]: all(40, answer), [`${id}-2`]: all(40, answer) });
  const importance = { boende: all(40, 5), arbete: all(40, 2) };
  const round = score([tally("municipality", "politicians", { ...people(2, "boende"), ...people(5, "arbete") }, { importance })]);
  expect(dimension(round, "boende").quadrant).toEqual({ name: "prioritise", certain: true });
  expect(dimension(round, "arbete").quadrant).toEqual({ name: "lower_priority", certain: true });
  expect(dimension(round, "samverkan").quadrant).toBeNull();
});
