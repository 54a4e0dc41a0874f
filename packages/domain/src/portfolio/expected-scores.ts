import type { Party } from "../instrument/types.ts";
import { clamp, sum } from "../scoring/sum.ts";
import type { Scored } from "../scoring/types.ts";
import { checkAction, checkAssumptions, exponentsOf, rangeOf, synergyFactor } from "./exponents.ts";
import { byCodeUnit, checkIds, checkRecords, requireThat } from "./require.ts";
import type { Banded, EffectAssumptions, EffectiveAction, ExpectedDimension, ExpectedScore, Standing } from "./types.ts";

/** A set of actions in a place. */
export interface ExpectedScoresInput {
  readonly standings: readonly Standing[];
  /** Any set, in any order; ids unique. An action whose effects are not known is not among them: unknown moves nothing. */
  readonly actions: readonly EffectiveAction[];
  /** Ids of measures that are there already: they strengthen and weaken, and have no effect of their own left. */
  readonly done: readonly string[];
  readonly assumptions: EffectAssumptions;
}

/**
 * The score to expect of every dimension and party when the actions have had their effect, with a band: what the plan's
 * preview shows and what the optimiser maximises.
 *
 * Expected = s + (100 − s)·(1 − Π(1 − q)). The band joins the score's 95 % interval with the effect's range, low with
 * low and high with high: the errors of effects share their source, so that they are not assumed to cancel out.
 *
 * @returns In the order of the standings. A dimension without a score has `place: null`; one without actions stands still.
 * @throws RangeError naming the field of a caller's mistake.
 * @see SPEC.md E1–E9
 */
export function expectedScores({ standings, actions, done, assumptions }: ExpectedScoresInput): readonly ExpectedDimension[] {
  checkAssumptions(assumptions, "assumptions");
  checkRecords(actions, "actions");
  checkRecords(standings, "standings");
  actions.forEach((action, index) => {
    checkAction(action, assumptions, `actions[${index}]`);
  });
  checkIds(
    actions.map((action) => action.id),
    "actions",
  );
  checkIds(
    standings.map((standing) => standing.dimensionId),
    "standings",
  );
  checkIds(done, "done");
  const closed = closedShares(actions, done, assumptions);
  return standings.map((standing, index) => {
    const closedShare = closed.get(standing.dimensionId) ?? { expected: 0, low: 0, high: 0 };
    return {
      dimensionId: standing.dimensionId,
      closedShare,
      place: moved(standing.place, closedShare, `standings[${index}].place`),
      byParty: Object.fromEntries(
        Object.entries(standing.byParty).flatMap(([party, scored]): [Party, ExpectedScore][] => {
          const expected = moved(scored, closedShare, `standings[${index}].byParty.${party}`);
          return expected === null ? [] : [[party as Party, expected]];
        }),
      ),
    };
  });
}

/**
 * The share of the remaining distance to 100 that a set of actions closes in each dimension it touches.
 * Summed in the order of ids, so that the order of the actions changes nothing, not even the last digit.
 *
 * @param actions Checked by `checkAction`, ids unique.
 * @returns By dimension id. `low` may be below 0 where an action can do harm.
 */
export function closedShares(
  actions: readonly EffectiveAction[],
  done: readonly string[],
  assumptions: EffectAssumptions,
): ReadonlyMap<string, Banded> {
  const there = new Set([...done, ...actions.map((action) => action.id)]);
  const parts = [...actions]
    .sort((one, other) => byCodeUnit(one.id, other.id))
    .flatMap((action) => {
      const { low, high } = rangeOf(action, assumptions);
      const factor = synergyFactor(action, (id) => there.has(id));
      return [...exponentsOf(action, assumptions)].map(([dimensionId, exponent]) => ({
        dimensionId,
        expected: exponent * factor,
        low: exponent * factor * low,
        high: exponent * factor * high,
      }));
    });
  const byDimension = Map.groupBy(parts, (part) => part.dimensionId);
  return new Map(
    [...byDimension].map(([dimensionId, own]) => [
      dimensionId,
      {
        expected: closedBy(sum(own.map((part) => part.expected))),
        low: closedBy(sum(own.map((part) => part.low))),
        high: closedBy(sum(own.map((part) => part.high))),
      },
    ]),
  );
}

/** The share closed by a sum of exponents: 1 − e^(−sum), increasing and concave, below 1. */
export function closedBy(exponent: number): number {
  return -Math.expm1(-exponent);
}

function moved(scored: Scored, closed: Banded, at: string): ExpectedScore | null {
  requireThat(scored?.kind === "scored" || scored?.kind === "insufficient", at, "must be scored or insufficient");
  if (scored.kind !== "scored") return null;
  const { score, interval } = scored;
  const isOrdered = 0 <= interval?.low && interval.low <= score && score <= interval.high && interval.high <= 100;
  requireThat(isOrdered, at, "must be a score of 0 to 100 within its interval");
  return {
    now: { expected: score, low: interval.low, high: interval.high },
    after: { expected: toward(score, closed.expected), low: toward(interval.low, closed.low), high: toward(interval.high, closed.high) },
  };
}

const toward = (score: number, closedShare: number): number => clamp(score + (100 - score) * closedShare, 0, 100);
