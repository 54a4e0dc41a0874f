import { type Dimension, type Instrument, type Mode, type Party, parties } from "../instrument/types.ts";
import { type Estimate, estimateMean, meanEstimate, toScored } from "./estimate.ts";
import { consensusIndex, gapBetween, type Side } from "./gap.ts";
import { type GroupsByParty, readGroups, scoredStatements } from "./group.ts";
import { scoreItems } from "./items.ts";
import { type Measured, placeMeans, quadrantOf } from "./quadrant.ts";
import { meanOf } from "./sum.ts";
import type { DimensionScore, GroupTally, RoundScores, Scored } from "./types.ts";

/** Answers from which a role group is shown on its own: named key persons, and residents or employees. */
export const SHOWN_FROM = { keyPersons: 3, many: 5 } as const;

/** A round's answers, counted, with the questions they answer. */
export interface RoundTallies {
  readonly instrument: Instrument;
  readonly mode: Mode;
  /** At most one per party, organisation and role group. Answers to statements not put to the party in this mode are left out. */
  readonly tallies: readonly GroupTally[];
}

/**
 * Every score of a round: by role group, company, party and place, with intervals, coverage, gaps, importance and fields.
 * A dimension is scored for a party where at least half of the statements put to it have an answer; below that the result
 * says what is missing. A party without respondents is absent; the place is the equal mean of the parties present.
 *
 * @returns One entry per dimension, in the instrument's order. Without any answers everything is insufficient.
 * @throws RangeError if a count is not a whole number from 0, or a group stands twice.
 * @see docs/method.md and scoring/SPEC.md (S1–S20)
 */
export function scoreRound({ instrument, mode, tallies }: RoundTallies): RoundScores {
  const groups = readGroups(tallies);
  const partiesPresent = parties.filter((party) => groups.some((group) => group.tally.party === party));
  const byParty = new Map(partiesPresent.map((party) => [party, groups.filter((group) => group.tally.party === party)]));
  const drafts = instrument.dimensions.map((dimension) => draftDimension(dimension, mode, byParty));
  const means = placeMeans({ partiesPresent, dimensions: drafts.map((draft) => draft.shown), consensusIndex: null });
  const dimensions = drafts.map(({ shown, score, importance }) => ({ ...shown, quadrant: quadrantOf(score, importance, means) }));
  const gaps = dimensions.flatMap(({ gap, importanceByParty }) =>
    gap === null ? [] : [{ ...gap, importance: sharedImportance(importanceByParty) }],
  );
  return { partiesPresent, dimensions, consensusIndex: consensusIndex(gaps) };
}

interface Draft {
  readonly shown: DimensionScore;
  readonly score: Measured | null;
  readonly importance: Measured | null;
}

function draftDimension(dimension: Dimension, mode: Mode, byParty: GroupsByParty): Draft {
  const sides = new Map<Party, Side>();
  for (const [party, own] of byParty) {
    const statements = scoredStatements(dimension, party, mode);
    if (statements.length > 0) sides.set(party, { groups: own, statements, estimate: estimateMean(own, statements) });
  }
  const place = meanEstimate([...sides.values()].map((side) => side.estimate));
  const importance = importanceOf(dimension.id, sides);
  const shown: DimensionScore = {
    dimensionId: dimension.id,
    place: toScored(sides.size > 0 ? place : { ...place, missing: everyStatement(dimension, mode) }),
    byParty: Object.fromEntries([...sides].map(([party, side]) => [party, toScored(side.estimate)])),
    byOrganisation: byCompany(sides.get("industry")),
    byRoleGroup: [...sides.values()].flatMap(roleGroupsOf),
    gap: gapBetween(sides.get("municipality"), sides.get("industry")),
    importance: importance.place?.value ?? null,
    importanceByParty: importance.byParty,
    quadrant: null,
    items: scoreItems(dimension, mode, byParty),
  };
  return { shown, score: measured(place), importance: importance.place };
}

function everyStatement(dimension: Dimension, mode: Mode): readonly string[] {
  return [...new Set(parties.flatMap((party) => scoredStatements(dimension, party, mode)))];
}

const measured = ({ score, variance }: Estimate): Measured | null =>
  score === null ? null : { value: score, standardError: Math.sqrt(variance) };

function byCompany(side: Side | undefined): Readonly<Record<string, Scored>> {
  if (side === undefined) return {};
  const companies = new Set(side.groups.map((group) => group.tally.organisationId));
  const scoreOf = (id: string) =>
    toScored(
      estimateMean(
        side.groups.filter((group) => group.tally.organisationId === id),
        side.statements,
      ),
    );
  return Object.fromEntries([...companies].map((id) => [id, scoreOf(id)]));
}

/** Role groups large enough to be shown, by respondents and by answers in this very dimension: never a single person's. */
function roleGroupsOf({ groups, statements }: Side): DimensionScore["byRoleGroup"] {
  return groups.flatMap((group) => {
    const { organisationId, roleGroup, party, respondents } = group.tally;
    const least = party === "residents" || roleGroup === "employees" || roleGroup === "residents" ? SHOWN_FROM.many : SHOWN_FROM.keyPersons;
    const answers = Math.max(0, ...statements.map((id) => group.items.get(id)?.answers ?? 0));
    return Math.min(respondents, answers) < least
      ? []
      : [{ organisationId, roleGroup, score: toScored(estimateMean([group], statements)) }];
  });
}

function importanceOf(
  dimensionId: string,
  sides: ReadonlyMap<Party, Side>,
): { place: Measured | null; byParty: Partial<Record<Party, number>> } {
  const estimates = [...sides].flatMap(([party, { groups }]) => {
    const estimate = estimateMean(groups, [dimensionId], (group, id) => group.importance.get(id));
    return estimate.score === null ? [] : [{ party, estimate }];
  });
  const place = measured(meanEstimate(estimates.map(({ estimate }) => estimate)));
  return {
    place: place === null ? null : { value: toImportance(place.value), standardError: place.standardError / 25 },
    byParty: Object.fromEntries(estimates.map(({ party, estimate }) => [party, toImportance(estimate.score ?? 0)])),
  };
}

const toImportance = (score: number): number => 1 + score / 25;

/** Importance in the consensus index: the mean of municipality and industry, or the one that has said; null for neither. */
function sharedImportance({ municipality, industry }: DimensionScore["importanceByParty"]): number | null {
  return meanOf([municipality, industry].filter((importance) => importance !== undefined));
}
