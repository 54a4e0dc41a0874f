import type { AnswerCounts, GroupTally, Mode, Party, RoleGroup, RoundScores, Scored } from "../src/index.ts";
import { scoreRound } from "../src/index.ts";
import { instrument } from "./world.ts";

/** Short ways to the counted answers of a round in the test world, and to its scores. */
export const none: AnswerCounts = [0, 0, 0, 0, 0];
/** So many people who all gave the same answer. */
export const all = (people: number, answer: 1 | 2 | 3 | 4 | 5): AnswerCounts =>
  none.map((_, index) => (index === answer - 1 ? people : 0)) as unknown as AnswerCounts;
export type Answers = Readonly<Record<string, AnswerCounts>>;

export function tally(party: Party, roleGroup: RoleGroup, items: Answers, extra: Partial<GroupTally> = {}): GroupTally {
  const people = Math.max(0, ...Object.values(items).map((those) => those.reduce((a, b) => a + b, 0)));
  const organisationId = party === "municipality" ? "kommun" : party === "industry" ? "verket" : "orten";
  return {
    party,
    organisationId,
    roleGroup,
    respondents: people,
    items: Object.fromEntries(Object.entries(items).map(([id, those]) => [id, { counts: those, cannotJudge: 0 }])),
    importance: {},
    ...extra,
  };
}
export const boende = (people: number, answer: 1 | 2 | 3 | 4 | 5, ids = ["boende-1", "boende-2"]): Answers =>
  Object.fromEntries(ids.map((id) => [id, all(people, answer)]));

export const score = (those: readonly GroupTally[], mode: Mode = "quick"): RoundScores => scoreRound({ instrument, mode, tallies: those });
export const dimension = (round: RoundScores, id = "boende") => {
  const found = round.dimensions.find((one) => one.dimensionId === id);
  if (found === undefined) throw new Error(`no dimension ${id}`);
  return found;
};
export const points = (those: Scored | undefined): number | null => (those?.kind === "scored" ? those.score : null);
