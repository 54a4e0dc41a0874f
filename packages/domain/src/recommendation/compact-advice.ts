import type { ToldAdvice, ToldInFull, ToldMeasure } from "./told-advice.ts";
import type { Contribution, OpenQuestion, Reason } from "./types.ts";

type Scalar = Reason["values"][string];
/** A template and the keys of its values, in alphabetical order: reasons that have both in common share one. */
export type ReasonShape = readonly [template: string, ...keys: string[]];
/** Place of the shape, the values in the order of its keys, and the fields: a number is the place of a value that is the field's key. */
export type CompactReason = readonly [shape: number, values: readonly Scalar[], fields: readonly (string | number)[]];
/** Kind, dimension, points, value; of fit also the fields that call and their strengths, one after the other. */
export type CompactContribution = readonly [
  kind: Contribution["kind"],
  dimensionId: string | null,
  points: number,
  value: number,
  calls?: readonly (string | number)[],
];
/** What is told in full of a measure that is advised. */
export type CompactInFull = readonly [
  contributions: readonly CompactContribution[],
  strongest: CompactReason,
  suits: CompactReason,
  weakest: CompactReason,
  startWith: readonly string[],
  needsExternalFunding: boolean,
  broughtBy: ToldInFull["broughtBy"],
];
/** Id, status, rank, score, what would change it, why not; of one that is advised also the rest. */
export type CompactMeasure = readonly [
  measureId: string,
  status: ToldMeasure["status"],
  rank: number | null,
  score: number | null,
  wouldChange: CompactReason,
  whyNot: CompactReason | null,
  inFull?: CompactInFull,
];

/** What a place was told, in few bytes: lists in a fixed order instead of objects, and each shape of reason once. Plain JSON. */
export interface CompactAdvice {
  readonly shapes: readonly ReasonShape[];
  readonly measures: readonly CompactMeasure[];
  readonly openQuestions: readonly (readonly [field: string, measureIds: readonly string[], heldBack: readonly string[]])[];
}

/** A told advice in few bytes. Nothing is left out: `readCompact` gives the same back. The same advice gives the same bytes. */
export function compactAdvice({ measures, openQuestions }: ToldAdvice): CompactAdvice {
  const shapes: ReasonShape[] = [];
  const places = new Map<string, number>();
  const reason = ({ template, values, fields }: Reason): CompactReason => {
    const keys = Object.keys(values).sort();
    const name = JSON.stringify([template, keys]);
    const shape = places.get(name) ?? shapes.push([template, ...keys]) - 1;
    places.set(name, shape);
    const list = keys.map((key) => values[key] ?? null);
    const place = (field: string) => list.indexOf(field);
    return [shape, list, fields.map((field) => (place(field) < 0 ? field : place(field)))];
  };
  const inFull = (its: ToldInFull): CompactInFull => [
    its.contributions.map(compactContribution),
    reason(its.strongest),
    reason(its.suits),
    reason(its.weakest),
    its.startWith,
    its.needsExternalFunding,
    its.broughtBy,
  ];
  const measure = (one: ToldMeasure): CompactMeasure => {
    const { measureId, status, rank, score, wouldChange, whyNot } = one;
    const start = [measureId, status, rank, score, reason(wouldChange), whyNot === null ? null : reason(whyNot)] as const;
    return one.inFull === null ? start : [...start, inFull(one.inFull)];
  };
  return {
    measures: measures.map(measure),
    shapes,
    openQuestions: openQuestions.map(({ field, measureIds, heldBack }) => [field, measureIds, heldBack]),
  };
}

function compactContribution({ kind, dimensionId, points, value, calls }: Contribution): CompactContribution {
  const start = [kind, dimensionId ?? null, points, value] as const;
  return calls === undefined ? start : [...start, calls.flatMap(({ field, strength }) => [field, strength])];
}

/**
 * The advice that a compact one says.
 *
 * @throws RangeError naming the place in it that has not the form: a list that is none, a reason without its shape, a
 *   value that is missing.
 */
export function readCompact(compact: CompactAdvice): ToldAdvice {
  const { shapes, measures, openQuestions } = compact;
  for (const [name, list] of Object.entries({ shapes, measures, openQuestions })) requireList(list, name);
  const reason = (its: CompactReason, path: string): Reason => readReason(its, shapes, path);
  return {
    measures: measures.map((one, index) => readMeasure(one, reason, `measures[${index}]`)),
    openQuestions: openQuestions.map(([field, measureIds, heldBack]): OpenQuestion => ({ field, measureIds, heldBack })),
  };
}

type ReadReason = (its: CompactReason, path: string) => Reason;

function readMeasure(one: CompactMeasure, reason: ReadReason, path: string): ToldMeasure {
  requireList(one, path);
  const [measureId, status, rank, score, wouldChange, whyNot, inFull] = one;
  return {
    measureId,
    status,
    rank,
    score,
    wouldChange: reason(wouldChange, `${path}[4]`),
    whyNot: whyNot === null ? null : reason(whyNot, `${path}[5]`),
    inFull: inFull === undefined ? null : readInFull(inFull, reason, `${path}[6]`),
  };
}

function readInFull(its: CompactInFull, reason: ReadReason, path: string): ToldInFull {
  requireList(its, path);
  const [contributions, strongest, suits, weakest, startWith, needsExternalFunding, broughtBy] = its;
  requireList(contributions, `${path}[0]`);
  return {
    contributions: contributions.map((one, index) => readContribution(one, `${path}[0][${index}]`)),
    strongest: reason(strongest, `${path}[1]`),
    suits: reason(suits, `${path}[2]`),
    weakest: reason(weakest, `${path}[3]`),
    startWith,
    needsExternalFunding,
    broughtBy,
  };
}

function readContribution(one: CompactContribution, path: string): Contribution {
  requireList(one, path);
  const [kind, dimensionId, points, value, calls] = one;
  return {
    kind,
    ...(dimensionId === null ? {} : { dimensionId }),
    points,
    value,
    ...(calls === undefined ? {} : { calls: readCalls(calls, `${path}[4]`) }),
  };
}

function readCalls(calls: readonly (string | number)[], path: string): NonNullable<Contribution["calls"]> {
  requireList(calls, path);
  return Array.from({ length: Math.ceil(calls.length / 2) }, (_, index) => ({
    field: String(calls[2 * index]),
    strength: Number(calls[2 * index + 1]),
  }));
}

function readReason(its: CompactReason, shapes: readonly ReasonShape[], path: string): Reason {
  requireList(its, path);
  const [shape, values, fields] = its;
  const known = shapes[shape];
  if (known === undefined) throw new RangeError(`${path}[0] must be the place of a shape: ${shape}`);
  requireList(values, `${path}[1]`);
  requireList(fields, `${path}[2]`);
  const [template, ...keys] = known;
  if (values.length !== keys.length) throw new RangeError(`${path}[1] must have ${keys.length} values: ${values.length}`);
  return {
    template,
    values: Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null])),
    fields: fields.map((field) => String(typeof field === "number" ? values[field] : field)),
  };
}

function requireList(list: unknown, path: string): void {
  if (!Array.isArray(list)) throw new RangeError(`${path} must be a list: ${typeof list}`);
}
