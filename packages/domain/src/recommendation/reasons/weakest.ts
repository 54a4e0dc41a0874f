import { explain, unknownAtoms } from "../../condition/decisive.ts";
import { factOf } from "../../condition/shape.ts";
import { parameters, rankingFields } from "../parameters.ts";
import type { Reason } from "../types.ts";
import type { MeasureContext } from "./context.ts";
import { atomValues, makeReason, unknownValues } from "./encode.ts";

/**
 * The weakest link: the factor below 1 that takes most from the score, the first of equals in the order damp, evidence,
 * cost, capacity, unknown requirement, commonness, no conditions. There is always one: no evidence grade but an
 * undisputed A counts fully, and then it is said that the effects themselves are proposals.
 */
export function weakestReason(context: MeasureContext): Reason {
  const candidates = [damped(context), evidence(context), cost(context), capacity(context), unknownRequirement(context), common(context)];
  const worst = candidates.filter((one) => one.factor < 1).sort((a, b) => a.factor - b.factor)[0];
  return worst?.reason() ?? makeReason("weakest.general");
}

interface Link {
  readonly factor: number;
  readonly reason: () => Reason;
}

function damped({ candidate, damps, fields }: MeasureContext): Link {
  return {
    factor: candidate.factors.damp,
    reason: () => {
      const atoms = damps.filter((damp) => damp.verdict === "holds").flatMap((damp) => explain(damp, fields).atoms);
      const shown = atomValues(atoms, 2);
      return makeReason("weakest.damp", shown.values, shown.fields);
    },
  };
}

function evidence({ candidate: { measure, factors } }: MeasureContext): Link {
  const { grade, mixed } = measure.evidence;
  return { factor: factors.evidence, reason: () => makeReason(mixed ? "weakest.evidence_mixed" : "weakest.evidence", { grade }) };
}

function cost({ candidate: { measure, factors }, input }: MeasureContext): Link {
  const values = { cost: measure.cost, minSek: measure.costSek.min, maxSek: measure.costSek.max };
  const isWeak = factOf(input.facts, rankingFields.weakFinances) === true;
  return {
    factor: factors.cost,
    reason: () =>
      isWeak ? makeReason("weakest.cost_weak_finances", values, [rankingFields.weakFinances]) : makeReason("weakest.cost", values),
  };
}

function capacity({ candidate: { measure, factors }, input }: MeasureContext): Link {
  const field = rankingFields.developmentPosts;
  const posts = factOf(input.facts, field);
  const values = { cost: measure.cost, posts: typeof posts === "number" ? posts : null };
  return { factor: factors.capacity, reason: () => makeReason("weakest.capacity", values, typeof posts === "number" ? [field] : []) };
}

function unknownRequirement({ candidate, require }: MeasureContext): Link {
  return {
    factor: candidate.factors.unknownRequirement,
    reason: () => {
      const shown = unknownValues(require === null ? [] : unknownAtoms(require).slice(0, 1), 1);
      return makeReason("weakest.unknown", shown.values, shown.fields);
    },
  };
}

function common({ candidate: { factors } }: MeasureContext): Link {
  return {
    factor: factors.commonness,
    reason: () => makeReason("weakest.common", { share: (1 - factors.commonness) / parameters.commonness }),
  };
}
