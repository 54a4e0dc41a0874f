import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll, runs, tallies } from "../../test/arbitraries.ts";
import { all, boende, dimension, none, points, score, tally } from "../../test/tallies.ts";
import { instrument } from "../../test/world.ts";
import type { Mode, Party } from "../instrument/types.ts";
import { statementsPutTo } from "./group.ts";
import type { AnswerCounts } from "./posterior.ts";
import type { GroupTally, RoleGroup, RoundScores, Scored } from "./types.ts";

test.each([
  [1, 0],
  [2, 25],
  [3, 50],
  [4, 75],
  [5, 100],
] as const)("S1 answers of %d score %d", (answer, expected) => {
  expect(points(dimension(score([tally("municipality", "administration", boende(4, answer))])).byParty.municipality)).toBe(expected);
});

test("S2 thirty clerks do not drown three politicians", () => {
  const round = score([tally("municipality", "administration", boende(30, 5)), tally("municipality", "politicians", boende(3, 1))]);
  expect(points(dimension(round).byParty.municipality)).toBe(50);
  expect(points(dimension(round).place)).toBe(50);
});

test("S3 a large company does not drown a small one, however many role groups it has", () => {
  const large = [
    tally("industry", "management", boende(20, 5)),
    tally("industry", "hr", boende(9, 5)),
    tally("industry", "employees", boende(40, 5)),
  ];
  const small = tally("industry", "management", boende(2, 1), { organisationId: "gruvan" });
  const found = dimension(score([...large, small]));
  expect(points(found.byParty.industry)).toBe(50);
  expect(points(found.byOrganisation.verket)).toBe(100);
  expect(points(found.byOrganisation.gruvan)).toBe(0);
});

describe("S4 coverage", () => {
  test("one of two core statements is enough, with coverage one half", () => {
    expect(dimension(score([tally("municipality", "politicians", boende(3, 4, ["boende-1"]))])).byParty.municipality).toMatchObject({
      kind: "scored",
      score: 75,
      coverage: 0.5,
    });
  });
  test("in full mode the same answers are one of four, too little, and the rest is named", () => {
    expect(dimension(score([tally("municipality", "politicians", boende(3, 4, ["boende-1"]))], "full")).byParty.municipality).toEqual({
      kind: "insufficient",
      coverage: 0.25,
      respondents: 3,
      missing: ["boende-2", "boende-3", "boende-4"],
    });
  });
  test("each party is measured by what it was put: five for industry, four for the municipality, three for residents", () => {
    const put = (party: Party, mode: Mode) =>
      statementsPutTo(instrument.dimensions[0] as (typeof instrument.dimensions)[0], party, mode).length;
    expect([put("industry", "full"), put("municipality", "full"), put("residents", "full"), put("industry", "quick")]).toEqual([
      5, 4, 3, 2,
    ]);
  });
  test("without anyone everything is insufficient and names what would be put", () => {
    const round = score([]);
    expect(round).toMatchObject({ partiesPresent: [], consensusIndex: null });
    expect(dimension(round)).toMatchObject({
      place: { kind: "insufficient", coverage: 0, respondents: 0, missing: ["boende-1", "boende-2"] },
      byParty: {},
      gap: null,
      importance: null,
      quadrant: null,
      items: [],
    });
  });
});

test("S5 cannot judge is missing, never 3, and its share is told", () => {
  const answered = tally("municipality", "politicians", boende(4, 5));
  const doubtful: GroupTally = {
    ...answered,
    respondents: 10,
    items: { ...answered.items, "boende-1": { counts: all(4, 5), cannotJudge: 6 } },
  };
  const found = dimension(score([doubtful]));
  expect(points(found.byParty.municipality)).toBe(100);
  expect(found.items.find((item) => item.statementId === "boende-1")?.cannotJudgeShare).toBeCloseTo(0.6, 12);
  const silent = dimension(score([{ ...answered, items: { "boende-1": { counts: none, cannotJudge: 4 } } }]));
  expect(silent.byParty.municipality).toMatchObject({ kind: "insufficient", coverage: 0 });
  expect(silent.items[0]).toMatchObject({ place: null, cannotJudgeShare: 1 });
});

test("S6 outcome statements and statements not put in this mode or to this party never move a score", () => {
  const stray = fc.constantFrom<AnswerCounts>(all(9, 1), all(9, 5), [1, 0, 3, 0, 9]);
  forAll(
    [tallies, stray, fc.constantFrom<Mode>("quick", "full")],
    (those, answer, mode) => {
      const extra = those.map((one) => {
        const without = new Set(
          instrument.dimensions.flatMap((its) => {
            const put = statementsPutTo(its, one.party, mode)
              .filter((item) => !item.outcome)
              .map((item) => item.id);
            return its.items.map((item) => item.id).filter((id) => !put.includes(id));
          }),
        );
        return {
          ...one,
          items: { ...one.items, ...Object.fromEntries([...without].map((id) => [id, { counts: answer, cannotJudge: 2 }])) },
        };
      });
      const scores = (round: RoundScores) =>
        round.dimensions.map(({ place, byParty, byOrganisation, gap, importance }) => ({
          place,
          byParty,
          byOrganisation,
          gap,
          importance,
        }));
      expect(scores(score(extra, mode))).toEqual(scores(score(those, mode)));
    },
    runs,
  );
});

test("S6 an outcome statement is still shown among the statements", () => {
  const round = score(
    [tally("municipality", "politicians", { "samverkan-1": all(3, 2), "samverkan-2": all(3, 2), "samverkan-3": all(3, 5) })],
    "full",
  );
  expect(dimension(round, "samverkan").items.map((item) => [item.statementId, item.place])).toEqual([
    ["samverkan-1", 25],
    ["samverkan-2", 25],
    ["samverkan-3", 100],
  ]);
  expect(points(dimension(round, "samverkan").place)).toBe(25);
});

test("S7 the place is the equal mean of the parties present; an absent party is not 0", () => {
  const [kommun, verket, orten] = [
    tally("municipality", "politicians", boende(3, 5)),
    tally("industry", "management", boende(8, 2)),
    tally("residents", "residents", boende(90, 3)),
  ];
  expect(points(dimension(score([kommun])).place)).toBe(100);
  expect(points(dimension(score([kommun, verket])).place)).toBe(62.5);
  const round = score([kommun, verket, orten]);
  expect(points(dimension(round).place)).toBeCloseTo(175 / 3, 12);
  expect(round.partiesPresent).toEqual(["municipality", "industry", "residents"]);
});

test("S8 random partial surveys: scores within 0–100, intervals that contain them, no NaN", () => {
  const checkScored = (those: Scored): void => {
    expect(those.coverage).toBeGreaterThanOrEqual(0);
    expect(those.coverage).toBeLessThanOrEqual(1);
    if (those.kind !== "scored") return;
    expect(those.coverage).toBeGreaterThanOrEqual(0.5 / 3 - 1e-9);
    expect(0 <= those.interval.low && those.interval.low <= those.score).toBe(true);
    expect(those.score <= those.interval.high && those.interval.high <= 100).toBe(true);
  };
  const noNaN = (value: unknown): void => {
    if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
    else if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) noNaN(inner);
  };
  forAll([tallies, fc.constantFrom<Mode>("quick", "full")], (those, mode) => {
    const round = score(those, mode);
    noNaN(round);
    for (const one of round.dimensions) {
      for (const scored of [
        one.place,
        ...Object.values(one.byParty),
        ...Object.values(one.byOrganisation),
        ...one.byRoleGroup.map((group) => group.score),
      ])
        checkScored(scored);
      if (one.gap === null) continue;
      expect(
        -100 <= one.gap.interval.low &&
          one.gap.interval.low <= one.gap.points &&
          one.gap.points <= one.gap.interval.high &&
          one.gap.interval.high <= 100,
      ).toBe(true);
      expect(0 <= one.gap.wasserstein && one.gap.wasserstein <= 1).toBe(true);
    }
    const index = round.consensusIndex;
    if (index !== null)
      expect(
        0 <= index.interval.low && index.interval.low <= index.value && index.value <= index.interval.high && index.interval.high <= 100,
      ).toBe(true);
  });
});

describe("S18 role groups", () => {
  const shown = (roleGroup: RoleGroup, people: number, extra: Partial<GroupTally> = {}, party: Party = "industry") =>
    dimension(score([tally(party, roleGroup, boende(people, 4), extra)])).byRoleGroup.length === 1;
  test("are shown from three key persons, and from five employees or residents", () => {
    expect([shown("management", 2), shown("management", 3)]).toEqual([false, true]);
    expect([shown("employees", 4), shown("employees", 5)]).toEqual([false, true]);
    expect([shown("residents", 4, {}, "residents"), shown("residents", 5, {}, "residents")]).toEqual([false, true]);
  });
  test("are not shown where one person alone has answered the dimension", () => {
    expect(shown("management", 1, { respondents: 9 })).toBe(false);
    expect(shown("management", 9, { respondents: 2 })).toBe(false);
  });
  test("a small group is in the party's mean all the same", () => {
    const found = dimension(score([tally("industry", "management", boende(1, 5)), tally("industry", "hr", boende(4, 1))]));
    expect(points(found.byParty.industry)).toBe(50);
    expect(found.byRoleGroup.map((group) => group.roleGroup)).toEqual(["hr"]);
  });
});

test("S19 a group without respondents is as if it were not there", () => {
  const real = tally("municipality", "politicians", boende(3, 4));
  const empty = tally("industry", "management", boende(3, 1), { respondents: 0 });
  expect(score([real, empty])).toEqual(score([real]));
});

test("S20 the order of the tallies does not matter, to the last digit", () => {
  forAll(
    [tallies.chain((those) => fc.tuple(fc.constant(those), fc.shuffledSubarray([...those], { minLength: those.length })))],
    ([those, shuffled]) => {
      expect(score(shuffled, "full")).toEqual(score(those, "full"));
    },
    runs,
  );
});

describe("S21 a caller's mistake", () => {
  const good = tally("municipality", "politicians", boende(3, 4));
  const counts = (...those: number[]) => ({ ...good, items: { "boende-1": { counts: those as unknown as AnswerCounts, cannotJudge: 0 } } });
  test.each([
    ["a group that stands twice", [good, good], "stands twice"],
    ["a negative count", [counts(1, 2, -1, 0, 0)], "counts of boende-1"],
    ["half a person", [counts(1, 0.5, 0, 0, 0)], "counts of boende-1"],
    ["four categories", [counts(1, 2, 3, 4)], "counts of boende-1"],
    [
      "no categories",
      [{ ...good, items: { "boende-1": { counts: undefined as unknown as AnswerCounts, cannotJudge: 0 } } }],
      "counts of boende-1",
    ],
    ["NaN", [counts(1, 2, Number.NaN, 0, 0)], "counts of boende-1"],
    ["a negative number of people", [{ ...good, respondents: -1 }], "respondents"],
    ["broken importance", [{ ...good, importance: { boende: [1, 2] as unknown as AnswerCounts } }], "importance of boende"],
  ])("%s throws and is named", (_, those, message) => {
    expect(() => score(those)).toThrow(RangeError);
    expect(() => score(those)).toThrow(message);
  });
});

test("agreement is told per party and statement, counted by people", () => {
  const found = dimension(
    score([
      tally("municipality", "politicians", { "boende-1": [2, 0, 0, 0, 2] }),
      tally("industry", "management", { "boende-1": all(4, 3) }),
    ]),
  );
  expect(found.items[0]).toMatchObject({
    statementId: "boende-1",
    agreement: { municipality: -1, industry: 1 },
    byParty: { municipality: 50, industry: 50 },
    place: 50,
  });
  const alone = dimension(score([tally("municipality", "politicians", { "boende-1": all(1, 3) })]));
  expect(alone.items[0]?.agreement).toEqual({});
});
