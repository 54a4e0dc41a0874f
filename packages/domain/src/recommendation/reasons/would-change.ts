import { type Change, type Goal, nearestChanges } from "../../condition/changes.ts";
import { isAtom, partsOf } from "../../condition/shape.ts";
import type { Condition } from "../../condition/types.ts";
import { gateCondition } from "../gate.ts";
import { parameters } from "../parameters.ts";
import type { Reason } from "../types.ts";
import type { MeasureContext } from "./context.ts";
import { changeValues, makeReason } from "./encode.ts";

/** Changes named in a reason at most. */
const SHOWN = 3;

/**
 * What would change the advice. For a measure outside its gate: the nearest facts that open it. For one inside: the
 * nearest that close it, or where there is no gate, the score of its main dimension at which another measure would stand
 * level with it. For one that others come before: the score at which it would stand level with them. Every change named
 * has been tried before it is told.
 */
export function wouldChangeReason(context: MeasureContext): Reason {
  const { status } = context;
  if (status === "done") return makeReason("change.done");
  if (status === "excluded" || status === "in_place" || status === "held_back") return opens(context);
  if (status === "open") return rankUp(context);
  return closes(context) ?? (status === "basic" ? makeReason("change.basic") : rankDown(context));
}

/** A measure that may do harm opens only when nothing is unknown any more; others already when nothing speaks against. */
function opens({ candidate: { measure, rule }, input, fields }: MeasureContext): Reason {
  const gate = gateCondition(rule);
  const changes = nearestChanges(gate, input.facts, measure.harm ? "holds" : "passes", fields);
  return changes === null || changes.length === 0 ? makeReason("change.none") : changeReason("change.opens", changes, gate);
}

function closes({ candidate: { rule }, input, fields }: MeasureContext): Reason | null {
  const gate = gateCondition(rule);
  const goal: Goal = "fails";
  const changes = nearestChanges(gate, input.facts, goal, fields);
  return changes === null || changes.length === 0 ? null : changeReason("change.closes", changes, gate);
}

function changeReason(template: "change.closes" | "change.opens", changes: readonly Change[], gate: Condition): Reason {
  if (changes.length > SHOWN) {
    return makeReason("change.many", { count: changes.length, opens: template === "change.opens" });
  }
  const named = fieldsInAtoms(gate);
  const { values, fields } = changeValues(changes, (field) => named.filter((other) => other === field).length === 1);
  return makeReason(template, values, fields);
}

/** The field of every atom, once per atom. */
function fieldsInAtoms(condition: Condition): readonly string[] {
  return isAtom(condition) ? [condition.field] : partsOf(condition).flatMap(fieldsInAtoms);
}

/** A measure that holds its seat by a rule for the list, since better ones stand outside. */
function keptByRule({ candidate, selection, input }: MeasureContext): Reason {
  const reason = selection.keptFor.get(candidate.measure.id);
  if (reason === "retain") return makeReason("change.retain");
  const scored = input.scores.dimensions.flatMap(({ dimensionId, place }) =>
    place.kind === "scored" ? [{ dimensionId, score: place.score }] : [],
  );
  const own = scored.find((one) => one.dimensionId === selection.weakest);
  const next = scored.filter((one) => one !== own).sort((a, b) => a.score - b.score)[0];
  if (reason !== "weakest_dimension" || own === undefined || next === undefined) return makeReason("change.kept");
  return makeReason(
    "change.weakest_dimension",
    { dimensionId: own.dimensionId, from: own.score, to: next.score, nextId: next.dimensionId },
    [`score.${own.dimensionId}`],
  );
}

/** Up to what score of its main dimension an advised measure stays ahead of the best one outside. */
function rankDown(context: MeasureContext): Reason {
  const rival = context.selection.open[0];
  if (rival === undefined) return makeReason("change.no_rival");
  if (rival.factors.score >= context.candidate.factors.score) return keptByRule(context);
  const reached = scoreAtWhich(context, rival.factors.score);
  if (reached === null) return makeReason("change.unscored", { dimensionId: context.candidate.measure.mainDimension });
  const to = Math.ceil(reached.to * 10 - 1e-9) / 10;
  if (to > 100) return makeReason("change.stays", { dimensionId: reached.dimensionId, from: reached.from }, [reached.field]);
  return makeReason("change.score_up", { dimensionId: reached.dimensionId, from: reached.from, to, rivalId: rival.measure.id }, [
    reached.field,
  ]);
}

/** Down to what score of its main dimension a measure outside would have to fall to stand level with the last that came in on its own points. */
function rankUp(context: MeasureContext): Reason {
  const { advised, broughtBy } = context.selection;
  const last = advised.filter((one) => !broughtBy.has(one.measure.id)).at(-1);
  if (last === undefined) return makeReason("change.no_rival");
  const reached = scoreAtWhich(context, last.factors.score);
  if (reached === null) return makeReason("change.unscored", { dimensionId: context.candidate.measure.mainDimension });
  const to = Math.floor(reached.to * 10 + 1e-9) / 10;
  if (to < 0) return makeReason("change.out_of_reach", { dimensionId: reached.dimensionId, from: reached.from }, [reached.field]);
  return makeReason("change.score_down", { dimensionId: reached.dimensionId, from: reached.from, to, rivalId: last.measure.id }, [
    reached.field,
  ]);
}

/**
 * The perceived score of the main dimension at which the measure would have the wanted ranking score, all else equal:
 * the score is linear in it, so this is exact. May lie outside 0–100. Null where the dimension has no score.
 */
function scoreAtWhich({ candidate: { measure, factors }, selection }: MeasureContext, wanted: number) {
  const dimensionId = measure.mainDimension;
  const need = selection.needs.get(dimensionId);
  const effect = measure.effects[dimensionId] ?? 0;
  if (need === undefined || need.perceived === null || effect === 0 || need.perPoint === 0) return null;
  const { fit, evidence, cost, capacity, commonness, unknownRequirement, score } = factors;
  const factor = fit * evidence * cost * capacity * commonness * unknownRequirement;
  const perPoint = (factor * need.perPoint * effect) / parameters.highestEffect;
  return { dimensionId, field: `score.${dimensionId}`, from: need.perceived, to: need.perceived + (score - wanted) / perPoint };
}
