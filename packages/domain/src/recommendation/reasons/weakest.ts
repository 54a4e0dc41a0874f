import { explain, unknownAtoms } from "../../condition/decisive.ts";
import { factOf } from "../../condition/shape.ts";
import { parameters, rankingFields } from "../parameters.ts";
import type { Factors } from "../score-measure.ts";
import type { Reason } from "../types.ts";
import type { MeasureContext } from "./context.ts";
import { atomValues, makeReason, unknownValues } from "./encode.ts";

/**
 * The weakest link: the factor below 1 that takes most from the score, the first of equals in the order damp, evidence,
 * cost, capacity, unknown requirement, commonness, no conditions. There is always one: no evidence grade but an
 * undisputed A counts fully, and then it is said that the effects themselves are proposals.
 */
export function weakestReason(context: MeasureContext): Reason {
  const { factors } = context.candidate;
  let worst: Link | null = null;
  for (const link of links) if (link.factor(factors) < (worst?.factor(factors) ?? 1)) worst = link;
  return worst === null ? makeReason("weakest.general") : worst.reason(context);
}

interface Link {
  readonly factor: (factors: Factors) => number;
  readonly reason: (context: MeasureContext) => Reason;
}

function damped({ damps, fields }: MeasureContext): Reason {
  const atoms = damps.filter((damp) => damp.verdict === "holds").flatMap((damp) => explain(damp, fields).atoms);
  const shown = atomValues(atoms, 2);
  return makeReason("weakest.damp", shown.values, shown.fields);
}

function evidence({ candidate: { measure } }: MeasureContext): Reason {
  const { grade, mixed } = measure.evidence;
  return makeReason(mixed ? "weakest.evidence_mixed" : "weakest.evidence", { grade });
}

function cost({ candidate: { measure }, input }: MeasureContext): Reason {
  const values = { cost: measure.cost, minSek: measure.costSek.min, maxSek: measure.costSek.max };
  const isWeak = factOf(input.facts, rankingFields.weakFinances) === true;
  return isWeak ? makeReason("weakest.cost_weak_finances", values, [rankingFields.weakFinances]) : makeReason("weakest.cost", values);
}

function capacity({ candidate: { measure }, input }: MeasureContext): Reason {
  const field = rankingFields.developmentPosts;
  const posts = factOf(input.facts, field);
  const values = { cost: measure.cost, posts: typeof posts === "number" ? posts : null };
  return makeReason("weakest.capacity", values, typeof posts === "number" ? [field] : []);
}

function unknownRequirement({ require }: MeasureContext): Reason {
  const shown = unknownValues(require === null ? [] : unknownAtoms(require).slice(0, 1), 1);
  return makeReason("weakest.unknown", shown.values, shown.fields);
}

function common({ candidate: { factors } }: MeasureContext): Reason {
  return makeReason("weakest.common", { share: (1 - factors.commonness) / parameters.commonness });
}

/** In the order in which the first of equals is told. */
const links: readonly Link[] = [
  { factor: ({ damp }) => damp, reason: damped },
  { factor: (factors) => factors.evidence, reason: evidence },
  { factor: (factors) => factors.cost, reason: cost },
  { factor: (factors) => factors.capacity, reason: capacity },
  { factor: (factors) => factors.unknownRequirement, reason: unknownRequirement },
  { factor: ({ commonness }) => commonness, reason: common },
];
