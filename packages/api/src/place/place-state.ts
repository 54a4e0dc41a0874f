import type { PlaceStateRow } from "@hp/db";
import { type Instrument, isComplete, nextStep, type PathReader, type PlaceState, placePath } from "@hp/domain";
import type { MembershipFact } from "@hp/domain/access";
import { openingOf } from "../assessment/opening.ts";
import { toDay } from "../day.ts";
import { profileProgress } from "../profile/profile.service.ts";

const parties = ["municipality", "industry"] as const;
type PlaceParty = (typeof parties)[number];

/** Parties that some rows' organisations belong to. */
function partiesOf(row: PlaceStateRow, organisationIds: readonly string[]): PlaceParty[] {
  return parties.filter((party) =>
    row.organisations.some((organisation) => organisation.party === party && organisationIds.includes(organisation.id)),
  );
}

const submittedOf = (row: PlaceStateRow, party: PlaceParty) =>
  row.progress.filter((one) => one.party === party).reduce((sum, one) => sum + one.submitted, 0);

function roundState(row: PlaceStateRow): PlaceState["round"] {
  const { round } = row;
  if (round === null) return null;
  const states = parties.map((party) => {
    const said = round.parties.find((one) => one.party === party);
    return {
      party,
      submitted: submittedOf(row, party),
      readyAt: said?.readyAt?.toISOString() ?? null,
      agreedAt: said?.agreedAt?.toISOString() ?? null,
    };
  });
  const opening = openingOf({
    openedAt: round.openedAt,
    deadlineOn: toDay(round.deadlineOn),
    parties: states,
    today: new Date().toISOString().slice(0, 10),
  });
  return {
    startedAt: round.startedAt.toISOString(),
    deadlineOn: toDay(round.deadlineOn),
    openedAt: round.openedAt?.toISOString() ?? null,
    submitted: { municipality: submittedOf(row, "municipality"), industry: submittedOf(row, "industry") },
    ready: states.filter((state) => state.readyAt !== null).map((state) => state.party),
    canOpen: opening.canOpen,
  };
}

/** Where a place stands, from what the database counted. */
export function toPlaceState(row: PlaceStateRow, instrument: Instrument): PlaceState {
  const actions = row.actions.map((action) => ({ ...action, startsOn: toDay(action.startsOn) }));
  return {
    createdAt: row.place.createdAt.toISOString(),
    joined: partiesOf(
      row,
      row.members.filter((member) => member.role !== "viewer").map((member) => member.organisationId),
    ),
    invited: partiesOf(
      row,
      row.invitations.map((invitation) => invitation.organisationId),
    ),
    profile: profileProgress(instrument, row),
    round: roundState(row),
    advisedAt: row.latestRun !== null && row.latestRun.roundId === row.round?.id ? row.latestRun.createdAt.toISOString() : null,
    actions: {
      total: actions.length,
      incomplete: actions.filter((action) => !isComplete(action)).length,
      done: actions.filter((action) => action.status === "done" || action.status === "stopped").length,
    },
    decisionOn: toDay(row.plan?.decisionOn ?? null),
    followUpOn: toDay(row.plan?.followUpOn ?? null),
  };
}

/** The path and the reader's next step. */
export function pathFor(row: PlaceStateRow, instrument: Instrument, member: MembershipFact) {
  const state = toPlaceState(row, instrument);
  const mine: PathReader["mine"] = row.mine && {
    answered: row.mine.answers.filter((answer) => answer > 0).length,
    submitted: row.mine.submittedAt !== null,
  };
  const path = placePath(state);
  return { state, ...path, next: nextStep(state, { role: member.role, party: member.party, mine }) };
}

/** The reader's own membership among a place's rows, in the form that the domain decides on. */
export function memberIn(row: PlaceStateRow, userId: string): MembershipFact | null {
  const own = row.members.find((member) => member.userId === userId);
  if (own === undefined) return null;
  const party = row.organisations.find((organisation) => organisation.id === own.organisationId)?.party ?? null;
  return { placeId: row.place.id, role: own.role, organisationId: own.organisationId, roleGroup: own.roleGroup, party };
}
