import { describe, expect, test } from "vitest";
import { instrument } from "../../test/world.ts";
import { createRandom, type Random } from "../statistics/random.ts";
import type { AnswerCounts } from "./posterior.ts";
import { scoreRound } from "./score-round.ts";
import type { DimensionScore, GroupTally, Interval, Scored } from "./types.ts";

const SURVEYS = 10_000;
const groups = [
  ["municipality", "kommun", "politicians"],
  ["municipality", "kommun", "administration"],
  ["industry", "verket", "management"],
  ["industry", "verket", "employees"],
  ["industry", "gruvan", "management"],
  ["residents", "orten", "residents"],
] as const;
const statements = instrument.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id));

/** Mostly few people who lean one way; at times none, and at times very many. */
function countsOf(random: Random): AnswerCounts {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const people = random.below(12) === 0 ? 0 : random.below(9);
  const [from, reach] = [random.below(5), 1 + random.below(5)];
  const each = random.below(200) === 0 ? 10 ** random.below(15) : 1;
  for (let person = 0; person < people; person += 1) {
    const answer = Math.min(4, from + random.below(reach));
    counts[answer] = (counts[answer] ?? 0) + each;
  }
  return counts;
}

/** A survey in which whole groups, statements and importances are missing, some of them or nearly all. */
function survey(random: Random): readonly GroupTally[] {
  const answeredOf = random.uniform();
  const some = <T>(list: readonly T[]) => list.filter(() => random.uniform() < answeredOf);
  return groups
    .filter(() => random.uniform() < 0.7)
    .map(([party, organisationId, roleGroup]) => {
      const items = Object.fromEntries(some(statements).map((id) => [id, { counts: countsOf(random), cannotJudge: random.below(4) }]));
      const importance = Object.fromEntries(some(instrument.dimensions).map(({ id }) => [id, countsOf(random)]));
      const respondents = random.below(10);
      return { party, organisationId, roleGroup, respondents, items, importance };
    });
}

/** Faults of a value and all in it: whatever is not finite, by its path. A loop, since a matcher for each would take minutes. */
function notFinite(value: unknown, path: string): readonly string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}

const contains = ({ low, high }: Interval, value: number, least: number, most: number): boolean =>
  least <= low && low <= value && value <= high && high <= most;

function faultsOf(scored: Scored, path: string): readonly string[] {
  const covered = scored.coverage >= 0 && scored.coverage <= 1 && scored.respondents >= 0;
  if (scored.kind === "insufficient") return covered ? [] : [path];
  const { score, interval, posterior } = scored;
  const within = contains(interval, score, 0, 100) && (posterior === undefined || contains(posterior, score, 0, 100));
  return covered && within ? [] : [`${path}: ${JSON.stringify(scored)}`];
}

function faultsIn({ dimensionId, place, byParty, byOrganisation, byRoleGroup, gap, importance, items }: DimensionScore): readonly string[] {
  const scores = [place, ...Object.values(byParty), ...Object.values(byOrganisation), ...byRoleGroup.map((group) => group.score)];
  const isGap = gap === null || (contains(gap.interval, gap.points, -100, 100) && gap.wasserstein >= 0 && gap.wasserstein <= 1);
  const isImportance = importance === null || (importance >= 1 && importance <= 5);
  const areItems = items.every((item) => item.place === null || (item.place >= 0 && item.place <= 100));
  return [
    ...scores.flatMap((scored, index) => faultsOf(scored, `${dimensionId}[${index}]`)),
    ...(isGap && isImportance && areItems ? [] : [`${dimensionId}: ${JSON.stringify({ gap, importance, items })}`]),
  ];
}

describe("S8", () => {
  test("10,000 random partial surveys: no NaN, no infinity, no score outside 0–100, every interval holds its score", () => {
    const random = createRandom("partial surveys");
    const kinds = { scored: 0, insufficient: 0 };
    for (let index = 0; index < SURVEYS; index += 1) {
      const tallies = survey(random);
      const round = scoreRound({ instrument, mode: index % 2 === 0 ? "quick" : "full", tallies });
      const faults = [...notFinite(round, "round"), ...round.dimensions.flatMap(faultsIn)];
      const consensus = round.consensusIndex;
      if (consensus !== null && !contains(consensus.interval, consensus.value, 0, 100)) faults.push(JSON.stringify(consensus));
      if (faults.length > 0) throw new Error(`survey ${index}: ${faults.join("\n")}\n${JSON.stringify(tallies)}`);
      for (const { place } of round.dimensions) kinds[place.kind] += 1;
    }
    // The surveys are of both kinds, many of each: otherwise the loop proves nothing.
    expect(kinds.scored).toBeGreaterThan(5000);
    expect(kinds.insufficient).toBeGreaterThan(5000);
  });
});
