import { type Change, type Goal, nearestChanges } from "../../condition/changes.ts";
import { isAtom, partsOf } from "../../condition/shape.ts";
import type { Condition } from "../../condition/types.ts";
import { gateCondition } from "../gate.ts";
import { scoreSlope } from "../score-measure.ts";
import type { Candidate } from "../select.ts";
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
  const { values, fields } = changeValues(changes, isAloneIn(gate));
  return makeReason(template, values, fields);
}

const lone = new WeakMap<Condition, ReadonlySet<string>>();

/** Whether a single comparison of the condition is about a field: found once per condition. */
function isAloneIn(condition: Condition): (field: string) => boolean {
  const known = lone.get(condition) ?? loneFields(fieldsInAtoms(condition));
  lone.set(condition, known);
  return (field) => known.has(field);
}

const loneFields = (fields: readonly string[]): ReadonlySet<string> =>
  new Set(fields.filter((field) => fields.indexOf(field) === fields.lastIndexOf(field)));

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

/** Up to what score of its main dimension an advised measure stays ahead of all outside: where the first of them is level. */
function rankDown(context: MeasureContext): Reason {
  const { candidate, selection } = context;
  const [best] = selection.open;
  if (best === undefined) return makeReason("change.no_rival");
  if (best.factors.score >= candidate.factors.score) return keptByRule(context);
  const from = scoreOfMain(context);
  const dimensionId = candidate.measure.mainDimension;
  if (from === null) return makeReason("change.unscored", { dimensionId });
  const fields = [`score.${dimensionId}`];
  const slopes = context.slopes(dimensionId);
  const levels = selection.open.flatMap((rival) => {
    const rise = pointsUntilLevel("rise", candidate, rival, slopes);
    return rise === null ? [] : [{ rivalId: rival.measure.id, to: from + rise }];
  });
  const first = levels.sort((a, b) => a.to - b.to)[0];
  const to = first === undefined ? Number.POSITIVE_INFINITY : Math.ceil(first.to * 10 - 1e-9) / 10;
  if (first === undefined || to > 100) return makeReason("change.stays", { dimensionId, from }, fields);
  return makeReason("change.score_up", { dimensionId, from, to, rivalId: first.rivalId }, fields);
}

/** Down to what score of its main dimension a measure outside would have to fall to stand level with the one whose seat it would take. */
function rankUp(context: MeasureContext): Reason {
  const { candidate, selection } = context;
  const last = selection.advised.findLast((one) => !selection.keptFor.has(one.measure.id));
  if (last === undefined) return makeReason("change.no_rival");
  const from = scoreOfMain(context);
  const dimensionId = candidate.measure.mainDimension;
  if (from === null) return makeReason("change.unscored", { dimensionId });
  const fields = [`score.${dimensionId}`];
  const fall = pointsUntilLevel("fall", last, candidate, context.slopes(dimensionId));
  const to = fall === null ? Number.NEGATIVE_INFINITY : Math.floor((from + fall) * 10 + 1e-9) / 10;
  if (to < 0) return makeReason("change.out_of_reach", { dimensionId, from }, fields);
  return makeReason("change.score_down", { dimensionId, from, to, rivalId: last.measure.id }, fields);
}

function scoreOfMain({ candidate, selection }: MeasureContext): number | null {
  return selection.needs.get(candidate.measure.mainDimension)?.perceived ?? null;
}

/**
 * How many points the dimension's perceived score must rise (or fall, below 0) for two measures to stand level, all else
 * equal. Both ranking scores are linear in it, by the need of the dimension and, since it moves the mean, a little by all
 * others: so this is exact, and may lead outside 0–100. Null where they do not come closer that way.
 *
 * @param ahead Has the higher ranking score, or the same.
 * @param slopes Of all needs, for the dimension in question.
 */
function pointsUntilLevel(way: "rise" | "fall", ahead: Candidate, behind: Candidate, slopes: ReadonlyMap<string, number>): number | null {
  const closing = scoreSlope(behind, slopes) - scoreSlope(ahead, slopes);
  return (way === "rise" ? closing : -closing) > 0 ? (ahead.factors.score - behind.factors.score) / closing : null;
}
