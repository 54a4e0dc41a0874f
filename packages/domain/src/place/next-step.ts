import type { PathReader, PlaceState, Waiting } from "./path.ts";

/** Everything that a next step can be; the same as the domain's. */
export const nextStepKeys = [
  "invite_municipality",
  "invite_company",
  "fill_profile",
  "start_round",
  "answer",
  "submit_answers",
  "declare_ready",
  "open_results",
  "run_advice",
  "add_to_plan",
  "complete_actions",
  "set_decision",
  "set_follow_up",
  "follow_up",
  "wait_for_parties",
  "wait_for_answers",
  "wait_for_opening",
  "wait_for_round",
  "read_only",
] as const;
export type NextStepKey = (typeof nextStepKeys)[number];

/** The one next step of a place, seen by one reader. */
export interface NextStep {
  readonly key: NextStepKey;
  /** The reader can take it. */
  readonly mine: boolean;
  /** Those who can; empty when nothing waits. */
  readonly waitsOn: readonly Waiting[];
  readonly since: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

const both = ["municipality", "industry"] as const;
type Step = Omit<NextStep, "mine">;
const step = (key: NextStepKey, waitsOn: readonly Waiting[], since: string | null, values: Step["values"] = {}): Step => ({
  key,
  waitsOn,
  since,
  values,
});

function beforeRound(place: PlaceState): Step {
  const missing = both.filter((party) => !place.joined.includes(party));
  const uninvited = missing.find((party) => !place.invited.includes(party));
  if (uninvited) return step(uninvited === "municipality" ? "invite_municipality" : "invite_company", ["coordinator"], place.createdAt);
  if (place.joined.length === 0) return step("wait_for_parties", missing, place.createdAt);
  const { answered, total } = place.profile;
  // Half of the questions is enough to begin: the rest can be filled in while people answer.
  if (answered * 2 < total) return step("fill_profile", place.joined, place.createdAt, { answered, total });
  return step("start_round", ["coordinator"], place.createdAt);
}

function duringRound(round: NonNullable<PlaceState["round"]>): Step {
  const silent = both.filter((party) => round.submitted[party] === 0);
  if (round.canOpen) return step("open_results", ["coordinator"], round.startedAt);
  const notReady = both.filter((party) => !round.ready.includes(party));
  if (silent.length > 0) return step("answer", silent, round.startedAt);
  return step("declare_ready", notReady, round.startedAt);
}

function afterOpening(place: PlaceState, openedAt: string): Step {
  const everyone = ["coordinator", ...both] as const;
  if (place.advisedAt === null) return step("run_advice", everyone, openedAt);
  if (place.actions.total === 0) return step("add_to_plan", both, place.advisedAt);
  if (place.decisionOn === null && place.actions.incomplete > 0)
    return step("complete_actions", both, place.advisedAt, { incomplete: place.actions.incomplete, total: place.actions.total });
  if (place.decisionOn === null) return step("set_decision", everyone, place.advisedAt);
  if (place.followUpOn === null) return step("set_follow_up", everyone, null, { on: place.decisionOn });
  return step("follow_up", [], null, { on: place.followUpOn, done: place.actions.done, total: place.actions.total });
}

const asWaiting = (reader: PathReader): Waiting | null =>
  reader.role === "viewer" ? null : reader.role === "coordinator" ? "coordinator" : reader.party;

/** What the reader can do while a round is under way, whatever the place as a whole waits for: their own answers come first. */
function ownAnswers(place: PlaceState, reader: PathReader): Step | null {
  const { round } = place;
  if (round === null || round.openedAt !== null || reader.party === null || reader.role === "viewer") return null;
  if (reader.mine?.submitted) return null;
  return step(reader.mine && reader.mine.answered > 0 ? "submit_answers" : "answer", [reader.party], round.startedAt);
}

/**
 * The one next step: the reader's own if they have one, else what the place waits for and on whom.
 * A viewer never has one of their own.
 */
export function nextStep(place: PlaceState, reader: PathReader): NextStep {
  const own = ownAnswers(place, reader);
  if (own) return { ...own, mine: true };
  const { round } = place;
  const common = round === null ? beforeRound(place) : round.openedAt === null ? duringRound(round) : afterOpening(place, round.openedAt);
  const me = asWaiting(reader);
  const mine = me !== null && common.waitsOn.includes(me);
  if (mine || common.waitsOn.length === 0) return { ...common, mine: mine || (common.key === "follow_up" && me !== null) };
  return { ...common, mine: false };
}
