import { type Instrument, type Mode, type Party, parties } from "../instrument/types.ts";
import { type Answers, CELL, giveBack, readAnswers } from "./answers.ts";
import { type Estimate, estimateAlone, estimateMean, meanEstimate, toPlaceScored, toScored } from "./estimate.ts";
import { consensusIndex, gapBetween, type Side } from "./gap.ts";
import { type PanelsByParty, scoreItems } from "./items.ts";
import { type DimensionLayout, layoutOf } from "./layout.ts";
import { type Panel, panelOfGroups, panelOfOrganisations } from "./panel.ts";
import { type ByParty, setParty } from "./parties.ts";
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
 * @param round.instrument Never changed while it is in use: what follows from it is worked out once.
 * @returns One entry per dimension, in the instrument's order. Without any answers everything is insufficient.
 * @throws RangeError if a count is not a whole number from 0, a group stands twice, or a population is smaller than its answers.
 * @see docs/method.md and scoring/SPEC.md
 */
export function scoreRound({ instrument, mode, tallies }: RoundTallies): RoundScores {
  const layout = layoutOf(instrument, mode);
  const answers = readAnswers(layout, tallies);
  const groups = groupsOf(answers);
  const partiesPresent = [...groups.byParty.keys()];
  const drafts = layout.dimensions.map((dimension) => draftDimension(dimension, groups));
  giveBack(answers);
  const means = placeMeans({ partiesPresent, dimensions: drafts.map((draft) => draft.shown), consensusIndex: null });
  const dimensions = drafts.map(({ shown, score, importance }) => {
    shown.quadrant = quadrantOf(score, importance, means);
    return shown;
  });
  const gaps = dimensions.flatMap(({ gap, importanceByParty }) =>
    gap === null ? [] : [{ ...gap, importance: sharedImportance(importanceByParty) }],
  );
  return { partiesPresent, dimensions, consensusIndex: consensusIndex(gaps) };
}

/** Everyone whose mean is asked for: each party, and each company. */
interface Groups {
  readonly byParty: PanelsByParty;
  readonly byCompany: ReadonlyMap<string, Panel>;
}

function groupsOf(answers: Answers): Groups {
  const byParty = new Map<Party, Panel>();
  let byCompany: Groups["byCompany"] = new Map();
  for (const party of parties) {
    const organisations = organisationsOf(answers, party);
    if (organisations.size === 0) continue;
    byParty.set(party, panelOfOrganisations([...organisations.values()]));
    if (party === "industry") byCompany = organisations;
  }
  return { byParty, byCompany };
}

function organisationsOf(answers: Answers, party: Party): ReadonlyMap<string, Panel> {
  const rows = new Map<string, number[]>();
  answers.tallies.forEach((tally, row) => {
    if (tally.party !== party) return;
    const known = rows.get(tally.organisationId);
    if (known === undefined) rows.set(tally.organisationId, [row]);
    else known.push(row);
  });
  return new Map([...rows].map(([id, members]) => [id, panelOfGroups(answers, members)]));
}

interface Draft {
  /** Everything but its field, for which the place's means must be known first. */
  readonly shown: Omit<DimensionScore, "quadrant"> & { quadrant: DimensionScore["quadrant"] };
  readonly score: Measured | null;
  readonly importance: Measured | null;
}

function draftDimension(dimension: DimensionLayout, groups: Groups): Draft {
  const sides = sidesOf(dimension, groups.byParty);
  const municipality = sides.find((side) => side.party === "municipality");
  const industry = sides.find((side) => side.party === "industry");
  const byParty: ByParty<Scored> = {};
  for (const { party, scored } of sides) setParty(byParty, party, scored);
  const place = meanEstimate(sides.map((side) => side.estimate));
  const importance = importanceOf(dimension, sides);
  const shown: Draft["shown"] = {
    dimensionId: dimension.id,
    place: toPlaceScored(sides.length > 0 ? place : { ...place, missing: dimension.everyScored }),
    byParty,
    byOrganisation: byCompany(industry, groups.byCompany),
    byRoleGroup: roleGroupsOf(sides),
    gap: gapBetween(municipality, industry),
    importance: importance.place?.value ?? null,
    importanceByParty: importance.byParty,
    quadrant: null,
    items: scoreItems(dimension, groups.byParty),
  };
  return { shown, score: measured(place), importance: importance.place };
}

/** The parties present that anything of the dimension is put to, in the order of the parties. */
function sidesOf({ scored }: DimensionLayout, panels: PanelsByParty): readonly Side[] {
  const sides: Side[] = [];
  for (const party of parties) {
    const panel = panels.get(party);
    const columns = scored[party];
    if (panel === undefined || columns.length === 0) continue;
    const estimate = estimateMean(panel, columns);
    sides.push({ party, panel, columns, estimate, scored: toScored(estimate) });
  }
  return sides;
}

const measured = ({ score, errorVariance }: Estimate): Measured | null =>
  score === null ? null : { value: score, standardError: Math.sqrt(errorVariance) };

function byCompany(industry: Side | undefined, companies: Groups["byCompany"]): Readonly<Record<string, Scored>> {
  const scores: Record<string, Scored> = {};
  if (industry === undefined) return scores;
  for (const [id, panel] of companies)
    scores[id] = panel === industry.panel ? industry.scored : toScored(estimateMean(panel, industry.columns));
  return scores;
}

/** Role groups large enough to be shown, by respondents and by answers in this very dimension: never a single person's. */
function roleGroupsOf(sides: readonly Side[]): DimensionScore["byRoleGroup"] {
  const shown: DimensionScore["byRoleGroup"][number][] = [];
  for (const { panel, columns } of sides) {
    const { answers } = panel;
    for (const row of panel.members) {
      const tally = answers.tallies[row];
      if (tally === undefined || peopleIn(answers, row, columns) < leastOf(tally)) continue;
      const { organisationId, roleGroup } = tally;
      shown.push({ organisationId, roleGroup, score: toScored(estimateAlone(answers, row, columns)) });
    }
  }
  return shown;
}

const leastOf = ({ party, roleGroup }: GroupTally): number =>
  party === "residents" || roleGroup === "employees" || roleGroup === "residents" ? SHOWN_FROM.many : SHOWN_FROM.keyPersons;

/** Those who have answered anything in the round, or the most that have answered one statement here if they are fewer. */
function peopleIn({ cells, tallies, width }: Answers, row: number, columns: readonly number[]): number {
  let most = 0;
  for (let index = 0; index < columns.length; index += 1) {
    const answered = cells[CELL * (row * width + (columns[index] as number))] as number;
    if (answered > most) most = answered;
  }
  return Math.min(most, tallies[row]?.respondents ?? 0);
}

function importanceOf({ importance }: DimensionLayout, sides: readonly Side[]): { place: Measured | null; byParty: ByParty<number> } {
  const estimates: Estimate[] = [];
  const byParty: ByParty<number> = {};
  for (const { party, panel } of sides) {
    const estimate = estimateMean(panel, [importance]);
    if (estimate.score === null) continue;
    estimates.push(estimate);
    setParty(byParty, party, toImportance(estimate.score));
  }
  const place = measured(meanEstimate(estimates));
  return { place: place === null ? null : { value: toImportance(place.value), standardError: place.standardError / 25 }, byParty };
}

const toImportance = (score: number): number => 1 + score / 25;

/** Importance in the consensus index: the mean of municipality and industry, or the one that has said; null for neither. */
function sharedImportance({ municipality, industry }: DimensionScore["importanceByParty"]): number | null {
  return meanOf([municipality, industry].filter((importance) => importance !== undefined));
}
