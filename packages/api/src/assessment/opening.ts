import type { RoundView } from "@hp/contracts";

/** What decides whether a round's results can be opened. */
export interface OpeningState {
  readonly openedAt: Date | null;
  readonly deadlineOn: string | null;
  readonly parties: readonly { readonly submitted: number; readonly readyAt: string | null; readonly agreedAt: string | null }[];
  /** Today, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Whether the results can be opened now, and if not, why. They can when every party has answers and has said that it is
 * ready, or when the deadline has passed and every party has answers. With a silent party they stay closed until those
 * who have answered agree to open without it, and even then not before the deadline where there is one.
 */
export function openingOf(state: OpeningState): Pick<RoundView, "canOpen" | "notYet"> {
  if (state.openedAt !== null) return { canOpen: false, notYet: null };
  const answered = state.parties.filter((party) => party.submitted > 0);
  if (answered.length === 0) return { canOpen: false, notYet: "no_answers" };
  const isPast = state.deadlineOn !== null && state.today > state.deadlineOn;
  if (answered.length < state.parties.length) {
    const agreed = answered.every((party) => party.agreedAt !== null) && (state.deadlineOn === null || isPast);
    return agreed ? { canOpen: true, notYet: null } : { canOpen: false, notYet: "silent_party" };
  }
  const ready = isPast || state.parties.every((party) => party.readyAt !== null);
  return ready ? { canOpen: true, notYet: null } : { canOpen: false, notYet: "parties_not_ready" };
}
