/** The seven stations of the path, in order. */
export const stationKeys = ["profile", "assessment", "situation", "advice", "plan", "decision", "follow_up"] as const;
export type StationKey = (typeof stationKeys)[number];
/** Done, the one where the place is, or still to come. */
export type StationState = "done" | "now" | "next";
/** Whom a place can wait for. */
export type Waiting = "coordinator" | "municipality" | "industry";

/** Counts and dates of a place: everything that decides where it stands on the path. Instants are ISO 8601, days `YYYY-MM-DD`. */
export interface PlaceState {
  readonly createdAt: string;
  /** Parties with at least one person who has joined, and with at least one invitation waiting. */
  readonly joined: readonly ("municipality" | "industry")[];
  readonly invited: readonly ("municipality" | "industry")[];
  /** Preconditions that are asked for, and those with an answer ("we do not know" is one). */
  readonly profile: { readonly answered: number; readonly total: number };
  readonly round: {
    readonly startedAt: string;
    readonly deadlineOn: string | null;
    readonly openedAt: string | null;
    readonly submitted: Readonly<Record<"municipality" | "industry", number>>;
    readonly ready: readonly ("municipality" | "industry")[];
    readonly canOpen: boolean;
  } | null;
  readonly advisedAt: string | null;
  readonly actions: { readonly total: number; readonly incomplete: number; readonly done: number };
  readonly decisionOn: string | null;
  readonly followUpOn: string | null;
}

/** Who asks, for the next step that is theirs. */
export interface PathReader {
  readonly role: "coordinator" | "municipality_editor" | "company_editor" | "viewer";
  readonly party: "municipality" | "industry" | null;
  /** Statements answered in the round under way, and whether they have been handed in. Null if not asked or not begun. */
  readonly mine: { readonly answered: number; readonly submitted: boolean } | null;
}

/** A line of state as a message key with its values. */
export interface StationLine {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}
/** One station of a place's path. */
export interface PathStation {
  readonly key: StationKey;
  readonly state: StationState;
  readonly line: StationLine;
}

const line = (key: string, values: Record<string, string | number> = {}): StationLine => ({ key, values });

const isDone: Record<StationKey, (place: PlaceState) => boolean> = {
  // A profile is never quite full: once a round has begun, the place has moved on.
  profile: (place) => place.profile.answered >= place.profile.total || place.round !== null,
  assessment: (place) => place.round?.openedAt != null,
  situation: (place) => place.round?.openedAt != null,
  advice: (place) => place.advisedAt !== null,
  plan: (place) => place.actions.total > 0 && (place.actions.incomplete === 0 || place.decisionOn !== null),
  decision: (place) => place.decisionOn !== null,
  follow_up: (place) => place.actions.total > 0 && place.actions.done === place.actions.total && place.followUpOn !== null,
};

const lines: Record<StationKey, (place: PlaceState) => StationLine> = {
  profile: (place) => line("profile", { answered: place.profile.answered, total: place.profile.total }),
  assessment: ({ round }) => {
    if (round === null) return line("assessment_none");
    if (round.openedAt !== null) return line("assessment_opened", { at: round.openedAt });
    return line("assessment_open", { municipality: round.submitted.municipality, industry: round.submitted.industry });
  },
  situation: ({ round }) => (round?.openedAt ? line("situation_open", { at: round.openedAt }) : line("situation_closed")),
  advice: (place) => (place.advisedAt ? line("advice_run", { at: place.advisedAt }) : line("advice_none")),
  plan: (place) => line("plan", { total: place.actions.total, incomplete: place.actions.incomplete }),
  decision: (place) => (place.decisionOn ? line("decision_on", { on: place.decisionOn }) : line("decision_none")),
  follow_up: (place) => (place.followUpOn ? line("follow_up_on", { on: place.followUpOn }) : line("follow_up_none")),
};

/**
 * The path of a place: what is done, the one station where it is now, and what comes. The current station is the first
 * that is not done; when all are, it is the last.
 */
export function placePath(place: PlaceState): { readonly stations: readonly PathStation[]; readonly current: number } {
  const first = stationKeys.findIndex((key) => !isDone[key](place));
  const current = first === -1 ? stationKeys.length - 1 : first;
  const stateOf = (index: number): StationState => (index === current ? "now" : index < current ? "done" : "next");
  return { current, stations: stationKeys.map((key, index) => ({ key, state: stateOf(index), line: lines[key](place) })) };
}
