import { closedBy } from "./expected-scores.ts";
import type { GainCurve, ModelConstraint } from "./model-types.ts";

/** Distance between the first two tangents, in exponents; further ones lie e^(z/2) times as far apart. */
const firstStep = 0.1;

/**
 * The tangent of a gain curve at an exponent: gain <= points·(1 − e^(−z)) + points·e^(−z)·(exponent − z). The curve is
 * concave, so it cuts off nothing that can be.
 *
 * @param exponent 0 or more.
 */
export function tangentAt({ dimension, points, exponentColumn, gainColumn }: GainCurve, exponent: number): ModelConstraint {
  const slope = points * Math.exp(-exponent);
  return {
    kind: "tangent",
    subject: String(dimension),
    terms: [
      [gainColumn, 1],
      [exponentColumn, -slope],
    ],
    lower: Number.NEGATIVE_INFINITY,
    upper: points * closedBy(exponent) - slope * exponent,
  };
}

/**
 * The tangents that a model starts with: at most 25 per dimension, from 0 to what all candidates together could reach.
 * Between tangents h apart their envelope lies above the curve by at most points·e^(−z)·h²/8; with h = 0.1·e^(z/2) that
 * is one eighth of a percent of the dimension's points everywhere.
 *
 * @see SPEC.md M3
 */
export function firstTangents(curve: GainCurve): readonly ModelConstraint[] {
  const rows = [tangentAt(curve, 0)];
  for (let exponent = 0; exponent < curve.mostExponent; ) {
    exponent += firstStep * Math.exp(exponent / 2);
    rows.push(tangentAt(curve, Math.min(exponent, curve.mostExponent)));
  }
  return rows;
}

/** How far the first tangents may lie above the true value, in points. */
export function tangentErrorBound(curves: readonly GainCurve[]): number {
  return curves.reduce((sum, { points }) => sum + (points * firstStep ** 2) / 8, 0);
}
