import { describe, expect, test } from "vitest";
import { tally } from "../../test/tallies.ts";
import { instrument } from "../../test/world.ts";
import { createRandom, type Random } from "../statistics/random.ts";
import { scoreRound } from "./score-round.ts";
import type { GroupTally, Interval, RoleGroup, Scored } from "./types.ts";

/*
 * How often the intervals hold the truth. People are drawn from made-up populations: each person has a leaning of their own
 * that is in all their answers, each answer a part of its own, and both are cut to 1–5. From few people, over and over.
 */
interface Population {
  readonly name: string;
  /** Mean before the cut. */
  readonly middle: number;
  /** Spread between people, and between a person's answers. */
  readonly people: number;
  readonly answers: number;
  /** Distance of two camps from the middle. */
  readonly camps?: number;
}

const populations: readonly Population[] = [
  { name: "low", middle: 1.6, people: 0.6, answers: 0.6 },
  { name: "below the middle", middle: 2.4, people: 0.7, answers: 0.7 },
  { name: "middle", middle: 3, people: 0.7, answers: 0.7 },
  { name: "middle, far apart", middle: 3, people: 1.1, answers: 0.7 },
  { name: "two camps", middle: 3, people: 0.4, answers: 0.5, camps: 1.3 },
  { name: "good", middle: 3.7, people: 0.6, answers: 0.7 },
  { name: "good, the same in every statement", middle: 3.6, people: 0.9, answers: 0.05 },
  { name: "good, of one mind", middle: 3.5, people: 0.3, answers: 0.3 },
  { name: "high", middle: 4.2, people: 0.6, answers: 0.6 },
  { name: "very high", middle: 4.7, people: 0.6, answers: 0.5 },
];

const ids = ["boende-1", "boende-2", "boende-3", "boende-4"];
const roles: readonly RoleGroup[] = ["politicians", "administration", "municipal_companies"];

function answersOf(random: Random, { middle, people, answers, camps = 0 }: Population, shift: number): readonly number[] {
  const leaning = middle + shift + people * random.normal() + (random.below(2) === 0 ? camps : -camps);
  return ids.map(() => Math.min(5, Math.max(1, Math.round(leaning + answers * random.normal()))));
}

function truthOf(population: Population, shift: number): number {
  const random = createRandom(`truth of ${population.name} ${shift}`);
  let total = 0;
  for (let person = 0; person < 10_000; person += 1) for (const answer of answersOf(random, population, shift)) total += answer;
  return 25 * (total / (10_000 * ids.length) - 1);
}

/** A group's people: how many, and by how much it leans another way than the rest. */
type Group = readonly [people: number, shift: number];

function drawn(random: Random, population: Population, party: GroupTally["party"], groups: readonly Group[]): readonly GroupTally[] {
  return groups.map(([people, shift], index) => {
    const counts = ids.map((): [number, number, number, number, number] => [0, 0, 0, 0, 0]);
    for (let person = 0; person < people; person += 1)
      answersOf(random, population, shift).forEach((answer, item) => {
        const its = counts[item];
        if (its !== undefined) its[answer - 1] = (its[answer - 1] ?? 0) + 1;
      });
    return tally(party, roles[index] ?? "administration", Object.fromEntries(ids.map((id, item) => [id, counts[item] ?? [0, 0, 0, 0, 0]])));
  });
}

const RUNS = 250;
const holds = ({ low, high }: Interval, value: number): number => (low <= value && value <= high ? 1 : 0);
const intervalOf = (scored: Scored | undefined): Interval =>
  scored?.kind === "scored" ? scored.interval : { low: Number.NaN, high: Number.NaN };
const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

/** Shares of the runs in which the place's interval holds its mean and the gap's holds the difference, per population. */
function coverage(municipality: readonly Group[], industry: readonly Group[]): { readonly place: number[]; readonly gap: number[] } {
  const shares = populations.map((population) => {
    const random = createRandom(`${population.name} ${municipality.join()} ${industry.join()}`);
    const truth = (groups: readonly Group[]) => mean(groups.map(([, shift]) => truthOf(population, shift)));
    const [ours, theirs] = [truth(municipality), industry.length === 0 ? null : truth(industry)];
    let [place, gap] = [0, 0];
    for (let run = 0; run < RUNS; run += 1) {
      const tallies = [...drawn(random, population, "municipality", municipality), ...drawn(random, population, "industry", industry)];
      const [found] = scoreRound({ instrument, mode: "full", tallies }).dimensions;
      place += holds(intervalOf(found?.place), theirs === null ? ours : (ours + theirs) / 2);
      gap += found?.gap == null ? 0 : holds(found.gap.interval, ours - (theirs ?? 0));
    }
    return { place: place / RUNS, gap: gap / RUNS };
  });
  return { place: shares.map((share) => share.place), gap: shares.map((share) => share.gap) };
}

describe("S25 the 95 % interval holds the true mean in at least 93 % of the runs on average, and in 88 % of any population", () => {
  test.each([
    ["a party of two", [[2, 0]], []],
    ["a party of three", [[3, 0]], []],
    ["a party of five", [[5, 0]], []],
    ["a party of ten", [[10, 0]], []],
    ["a party of forty", [[40, 0]], []],
    [
      "three groups that lean different ways",
      [
        [3, 0],
        [5, 0.3],
        [8, -0.3],
      ],
      [],
    ],
    [
      "two parties of two groups of two",
      [
        [2, 0],
        [2, 0.3],
      ],
      [
        [2, -0.2],
        [2, 0],
      ],
    ],
    [
      "two parties of groups of five and three",
      [
        [5, 0.4],
        [3, 0],
      ],
      [
        [5, -0.4],
        [3, 0.2],
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly Group[], readonly Group[]])[])("%s", (_, municipality, industry) => {
    const { place, gap } = coverage(municipality, industry);
    expect(mean(place)).toBeGreaterThanOrEqual(0.93);
    expect(Math.min(...place)).toBeGreaterThanOrEqual(0.88);
    if (industry.length === 0) return;
    expect(mean(gap)).toBeGreaterThanOrEqual(0.93);
    expect(Math.min(...gap)).toBeGreaterThanOrEqual(0.88);
  });
});
