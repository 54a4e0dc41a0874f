import fc from "fast-check";
import { expect, test } from "vitest";
import { forAll, tallies } from "../../test/arbitraries.ts";
import { all, dimension, score, tally } from "../../test/tallies.ts";
import type { AnswerCounts } from "./posterior.ts";
import type { GroupTally, RoundScores, Scored } from "./types.ts";

/** The laws of whole rounds, held against random partial surveys. */
const withCounts = (tally: GroupTally, change: (counts: AnswerCounts) => AnswerCounts): GroupTally => ({
  ...tally,
  items: Object.fromEntries(Object.entries(tally.items).map(([id, item]) => [id, { ...item, counts: change(item.counts) }])),
});
const reversed = ([one, two, three, four, five]: AnswerCounts): AnswerCounts => [five, four, three, two, one];
const scoresOf = ({ dimensions }: RoundScores): readonly Scored[] =>
  dimensions.flatMap((one) => [
    one.place,
    ...Object.values(one.byParty),
    ...Object.values(one.byOrganisation),
    ...one.byRoleGroup.map((group) => group.score),
  ]);

/** Calls with each pair of scores of two rounds that must have the same ones. */
function pairs(first: RoundScores, second: RoundScores, same: (a: Scored, b: Scored) => void): void {
  const [ours, theirs] = [scoresOf(first), scoresOf(second)];
  expect(theirs).toHaveLength(ours.length);
  ours.forEach((one, index) => {
    const other = theirs[index];
    expect(other?.kind).toBe(one.kind);
    if (other !== undefined) same(one, other);
  });
}

test("N1 a score lies between the lowest and the highest answer given to it", () => {
  const answer = fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>;
  forAll([answer, answer, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })], (a, b, people, others) => {
    const groups = [
      tally("municipality", "politicians", { "boende-1": all(people, a), "boende-2": all(people, b) }),
      tally("industry", "management", { "boende-1": all(others, b), "boende-2": all(others, a) }),
    ];
    const { place } = dimension(score(groups));
    const points = place.kind === "scored" ? place.score : Number.NaN;
    expect(points).toBeGreaterThanOrEqual(25 * (Math.min(a, b) - 1));
    expect(points).toBeLessThanOrEqual(25 * (Math.max(a, b) - 1));
  });
});

test("N3 turning the scale around mirrors every score and interval, turns every gap, and leaves agreement and distance", () => {
  forAll([tallies], (those) => {
    const [round, mirror] = [
      score(those, "full"),
      score(
        those.map((one) => withCounts(one, reversed)),
        "full",
      ),
    ];
    pairs(round, mirror, (a, b) => {
      if (a.kind !== "scored" || b.kind !== "scored") return expect(b).toEqual(a) as undefined;
      expect(b.score).toBeCloseTo(100 - a.score, 9);
      expect(b.interval.low).toBeCloseTo(100 - a.interval.high, 9);
      expect(b.interval.high).toBeCloseTo(100 - a.interval.low, 9);
    });
    round.dimensions.forEach((one, index) => {
      const other = mirror.dimensions[index];
      if (one.gap !== null) {
        expect(other?.gap?.points).toBeCloseTo(-one.gap.points, 9);
        expect(other?.gap?.interval.low).toBeCloseTo(-one.gap.interval.high, 9);
        expect(other?.gap?.wasserstein).toBeCloseTo(one.gap.wasserstein, 9);
      }
      one.items.forEach((item, at) => {
        for (const [party, united] of Object.entries(item.agreement))
          expect(other?.items[at]?.agreement[party as "industry"]).toBeCloseTo(united, 9);
      });
    });
  });
});

test("N4 a score does not see how many gave the answers, only which; the interval does", () => {
  forAll([tallies, fc.integer({ min: 2, max: 50 })], (those, times) => {
    const often = those.map((one) => withCounts(one, (counts) => counts.map((count) => count * times) as unknown as AnswerCounts));
    const [round, more] = [score(those, "full"), score(often, "full")];
    const places = round.dimensions.map((one, index) => [one.place, more.dimensions[index]?.place] as const);
    for (const [a, b] of places) {
      expect(b?.kind).toBe(a.kind);
      if (a.kind !== "scored" || b?.kind !== "scored") continue;
      expect(b.score).toBeCloseTo(a.score, 9);
      expect(b.interval.high - b.interval.low).toBeLessThan(a.interval.high - a.interval.low);
    }
  });
});

test("A4 a statement without an answer is as one that is absent", () => {
  forAll([tallies], (those) => {
    const without = those.map((one) => ({
      ...one,
      items: Object.fromEntries(
        Object.entries(one.items).filter(([, { counts, cannotJudge }]) => cannotJudge > 0 || counts.some((count) => count > 0)),
      ),
      importance: Object.fromEntries(Object.entries(one.importance).filter(([, counts]) => counts.some((count) => count > 0))),
    }));
    expect(score(without, "full")).toEqual(score(those, "full"));
  });
});

test("S5 more who cannot judge move their share and nothing else", () => {
  forAll([tallies], (those) => {
    const more = those.map((one) => ({
      ...one,
      items: Object.fromEntries(Object.entries(one.items).map(([id, item]) => [id, { ...item, cannotJudge: item.cannotJudge + 3 }])),
    }));
    const withoutShares = (round: RoundScores) => ({
      ...round,
      dimensions: round.dimensions.map((one) => ({ ...one, items: one.items.map((item) => ({ ...item, cannotJudgeShare: null })) })),
    });
    expect(withoutShares(score(more, "full"))).toEqual(withoutShares(score(those, "full")));
  });
});

test("S5 the share of those who cannot judge is over everyone who was put the statement: 1 and 2 of 10 in two parties", () => {
  const group = (party: "municipality" | "industry", cannotJudge: number) =>
    tally(
      party,
      party === "industry" ? "management" : "politicians",
      {},
      {
        respondents: 5,
        items: { "boende-1": { counts: all(5 - cannotJudge, 4), cannotJudge } },
      },
    );
  const found = dimension(score([group("municipality", 1), group("industry", 2)]));
  expect(found.items[0]?.cannotJudgeShare).toBe(0.3);
});

test("S26 knowing how many there are moves intervals and what is certain, never a score; all of them heard leaves no doubt", () => {
  forAll([tallies], (those) => {
    const heard = (one: GroupTally) =>
      Math.max(
        one.respondents,
        ...Object.values(one.items).map(({ counts }) => counts.reduce((a, b) => a + b)),
        ...Object.values(one.importance).map((counts) => counts.reduce((a, b) => a + b)),
      );
    const round = score(those, "full");
    pairs(
      round,
      score(
        those.map((one) => ({ ...one, population: 2 * heard(one) + 5 })),
        "full",
      ),
      (a, b) => {
        if (a.kind !== "scored" || b.kind !== "scored") return expect(b).toEqual(a) as undefined;
        expect(b.score).toBe(a.score);
        expect(b.posterior).toEqual(a.posterior);
        expect(b.interval.high - b.interval.low).toBeLessThanOrEqual(a.interval.high - a.interval.low + 1e-9);
      },
    );
  });
  const everyone = tally("municipality", "politicians", { "boende-1": all(3, 4), "boende-2": all(3, 2) }, { population: 3 });
  expect(dimension(score([everyone])).place).toMatchObject({ score: 50, interval: { low: 50, high: 50 } });
});

test("S21 a population smaller than its answers is refused and named", () => {
  const group = tally("municipality", "politicians", { "boende-1": all(3, 4) });
  expect(() => score([{ ...group, population: 2 }])).toThrow(RangeError);
  expect(() => score([{ ...group, population: 2 }])).toThrow("population of municipality kommun politicians");
  expect(() => score([{ ...group, respondents: 1, population: 2 }])).toThrow("population");
});
