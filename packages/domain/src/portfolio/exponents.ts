import { checkIds, checkRecords, isFraction, isRecord, own, requireThat } from "./require.ts";
import type { EffectAssumptions, EffectiveAction, EffectRange } from "./types.ts";

/** Highest factor of a synergy. */
const strongestSynergy = 3;

/**
 * What an action closes of the remaining distance in each of its dimensions, as exponents y = −ln(1 − q) with
 * q = closes-share × evidence factor: closed shares multiply, exponents add, so that a set closes 1 − exp(−Σy) = 1 − Π(1 − q).
 *
 * @returns By dimension id, each at least 0; dimensions whose share is 0 are left out.
 * @throws RangeError naming the action, for an unknown effect level or evidence grade.
 * @see SPEC.md E1
 */
export function exponentsOf(action: EffectiveAction, assumptions: EffectAssumptions): ReadonlyMap<string, number> {
  const factors = action.evidence.mixed ? assumptions.evidenceMixed : assumptions.evidence;
  const factor = own(factors, action.evidence.grade, `${action.id}.evidence.grade`);
  const exponents = Object.keys(action.effects).map((dimensionId): [string, number] => {
    const level = own(action.effects, dimensionId, `${action.id}.effects`);
    const share = own(assumptions.closesShare, String(level), `${action.id}.effects.${dimensionId}`);
    return [dimensionId, -Math.log1p(-share * factor)];
  });
  return new Map(exponents.filter(([, exponent]) => exponent > 0));
}

/**
 * How far an action's effect may be from the expected, as multiples of its exponents: the range of its evidence grade,
 * down to `mixedLow` where the sources disagree and to `harmLow` where it can do harm.
 */
export function rangeOf(action: EffectiveAction, assumptions: EffectAssumptions): EffectRange {
  const { low, high } = own(assumptions.range, action.evidence.grade, `${action.id}.evidence.grade`);
  const mixed = action.evidence.mixed ? Math.min(low, assumptions.mixedLow) : low;
  return { low: action.harm ? Math.min(mixed, assumptions.harmLow) : mixed, high };
}

/**
 * The factor that the other measures there put on an action's exponents: 1 + Σ (factor − 1) over its synergies whose
 * partner is there. Put on exponents rather than on shares, and added rather than multiplied, so that the optimiser's
 * model is linear in it; for the catalogue's factors (1.05 and 1.1) the difference is under a fifth of a point.
 *
 * @returns 0 or more: `checkAction` refuses weakenings that sum to over 1.
 */
export function synergyFactor(action: EffectiveAction, isThere: (id: string) => boolean): number {
  return action.synergies.reduce((factor, synergy) => (isThere(synergy.with) ? factor + synergy.factor - 1 : factor), 1);
}

/**
 * Refuses an action that no score can be computed for.
 *
 * @throws RangeError naming the field: evidence that is no grade, an effect outside `closesShare`, a synergy with
 *   itself, twice with the same, outside [0, 3], or weakenings that together turn the effect around.
 */
export function checkAction(action: EffectiveAction, assumptions: EffectAssumptions, at: string): void {
  requireThat(typeof action.id === "string" && action.id !== "", `${at}.id`, "must be a text that is not empty");
  requireThat(typeof action.harm === "boolean", `${at}.harm`, "must be true or false");
  requireThat(isRecord(action.evidence), `${at}.evidence`, "must be a grade and whether it is mixed");
  requireThat(typeof action.evidence.mixed === "boolean", `${at}.evidence.mixed`, "must be true or false");
  requireThat(isRecord(action.effects), `${at}.effects`, "must be effects by dimension");
  exponentsOf(action, assumptions);
  rangeOf(action, assumptions);
  checkRecords(action.synergies, `${at}.synergies`);
  const partners = action.synergies.map((synergy) => synergy.with);
  checkIds(partners, `${at}.synergies`);
  requireThat(!partners.includes(action.id), `${at}.synergies`, "must not name the measure itself");
  const factors = action.synergies.map((synergy) => synergy.factor);
  requireThat(
    factors.every((factor) => Number.isFinite(factor) && factor >= 0 && factor <= strongestSynergy),
    `${at}.synergies`,
    `must have factors of 0 to ${strongestSynergy}`,
  );
  const weakest = factors.reduce((sum, factor) => sum + Math.min(0, factor - 1), 1);
  requireThat(weakest >= -1e-9, `${at}.synergies`, "must not weaken the measure by more than all of its effect");
}

/**
 * Refuses assumptions under which a set of actions could close more than all that is left.
 *
 * @throws RangeError naming the field.
 */
export function checkAssumptions(assumptions: EffectAssumptions, at: string): void {
  requireThat(isRecord(assumptions), at, "must be given");
  requireThat(isRecord(assumptions.closesShare), `${at}.closesShare`, "must be shares by effect level");
  for (const [level, share] of Object.entries(assumptions.closesShare))
    requireThat(isFraction(share) && share < 1, `${at}.closesShare.${level}`, "must be at least 0 and below 1");
  for (const grade of ["a", "b", "c", "d"] as const) {
    requireThat(isFraction(assumptions.evidence?.[grade]), `${at}.evidence.${grade}`, "must be 0 to 1");
    requireThat(isFraction(assumptions.evidenceMixed?.[grade]), `${at}.evidenceMixed.${grade}`, "must be 0 to 1");
    const range = assumptions.range?.[grade];
    requireThat(isFraction(range?.low) && Number.isFinite(range?.high) && range.high >= 1, `${at}.range.${grade}`, "must reach around 1");
  }
  requireThat(isFraction(assumptions.mixedLow), `${at}.mixedLow`, "must be 0 to 1");
  requireThat(
    Number.isFinite(assumptions.harmLow) && assumptions.harmLow >= -1 && assumptions.harmLow <= 1,
    `${at}.harmLow`,
    "must be −1 to 1",
  );
}
