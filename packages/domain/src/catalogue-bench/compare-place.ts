import type { Catalogue } from "../catalogue/types.ts";
import type { FieldCatalogue } from "../condition/field-catalogue.ts";
import type { Instrument } from "../instrument/types.ts";
import type { Candidate } from "../recommendation/select.ts";
import { sum } from "../scoring/sum.ts";
import { causeText } from "./cause-text.ts";
import { gateReason } from "./gate-reason.ts";
import type { Rankable, RankedPlace } from "./ranked-place.ts";
import type { BenchPlace, GateMove, MeasureMove, MoveCause, PlaceChange, ScoreFactor, ScoreMove } from "./types.ts";

/** Both catalogues of a comparison, and the words for it. */
export interface Compared {
  readonly before: Rankable;
  readonly draft: Rankable;
  readonly all: { readonly before: Catalogue; readonly draft: Catalogue };
  readonly instrument: Instrument;
  readonly fields: FieldCatalogue;
}

/** Scores and gates listed of a place at most. */
const SHOWN = 10;
/** Scores that differ by less than this part of themselves are the same: another order of the same sums. */
const DUST = 1e-12;

/** What changes in a place, or null if nothing does. */
export function comparePlace(place: BenchPlace, before: RankedPlace, after: RankedPlace, compared: Compared): PlaceChange | null {
  const sides: Sides = { place, before, after, compared };
  const scores = scoreMoves(before, after);
  const gains = [...moves(sides, "gain", false), ...moves(sides, "gain", true)];
  const losses = [...moves(sides, "loss", false), ...moves(sides, "loss", true)];
  const gates = gateMoves(before, after);
  if (scores.length + gates.length + gains.length + losses.length === 0) return null;
  const { id, name, kind } = place;
  return {
    id,
    name,
    kind,
    gains,
    losses,
    scoresMoved: scores.length,
    scores: scores.slice(0, SHOWN),
    gatesMoved: gates.length,
    gates: gates.slice(0, SHOWN),
  };
}

interface Sides {
  readonly place: BenchPlace;
  readonly before: RankedPlace;
  readonly after: RankedPlace;
  readonly compared: Compared;
}

const differs = (first: number, second: number): boolean => Math.abs(first - second) > DUST * Math.max(Math.abs(first), Math.abs(second));
const isOpen = (candidate: Candidate): boolean => candidate.gate.status === "open";

/** The largest first, ties by id. */
function scoreMoves(before: RankedPlace, after: RankedPlace): readonly ScoreMove[] {
  const found = [...after.candidates].flatMap(([measureId, is]): readonly ScoreMove[] => {
    const was = before.candidates.get(measureId);
    if (was === undefined || !isOpen(was) || !isOpen(is) || !differs(was.factors.score, is.factors.score)) return [];
    return [{ measureId, before: was.factors.score, after: is.factors.score }];
  });
  const size = (move: ScoreMove) => Math.abs(move.after - move.before);
  return found.sort((a, b) => size(b) - size(a) || (a.measureId < b.measureId ? -1 : 1));
}

function gateMoves(before: RankedPlace, after: RankedPlace): readonly GateMove[] {
  return [...after.candidates].flatMap(([measureId, { gate }]): readonly GateMove[] => {
    const from = before.candidates.get(measureId)?.gate.status;
    return from === undefined || from === gate.status ? [] : [{ measureId, from, to: gate.status }];
  });
}

function moves(sides: Sides, direction: "gain" | "loss", basic: boolean): readonly MeasureMove[] {
  const { before, after } = sides;
  const list = (side: RankedPlace) => (basic ? side.basic : side.advised);
  const [from, to] = direction === "gain" ? [list(before), list(after)] : [list(after), list(before)];
  return to
    .filter((id) => !from.includes(id))
    .map((measureId) => {
      const cause = causeOf(measureId, direction, basic, sides);
      const { fields, instrument } = sides.compared;
      const context = { fields, instrument, isPrivate: sides.place.kind === "ours", direction };
      return { measureId, basic, cause, reason: { sv: causeText(cause, "sv", context), en: causeText(cause, "en", context) } };
    });
}

function causeOf(id: string, direction: "gain" | "loss", basic: boolean, sides: Sides): MoveCause {
  const { before, after } = sides;
  const [was, is] = [before.candidates.get(id), after.candidates.get(id)];
  if (was === undefined || is === undefined) return presence(id, was === undefined, sides.compared);
  if (isOpen(was) !== isOpen(is)) return gateCause(was, is, sides);
  const inPackage = ({ basicPackage }: Catalogue) => basicPackage.includes(id);
  const [wasBasic, isBasic] = [inPackage(sides.compared.before.catalogue), inPackage(sides.compared.draft.catalogue)];
  if (wasBasic !== isBasic) return { kind: "package", into: isBasic };
  return rankCause(id, direction, basic, { was, is }, sides);
}

function presence(id: string, isNew: boolean, { before, draft, all }: Compared): MoveCause {
  const retired = (catalogue: Catalogue) => catalogue.measures.some((measure) => measure.id === id && measure.retired === true);
  if (isNew) return { kind: retired(all.before) ? "restored" : before.faulty.has(id) ? "faulty" : "added" };
  return { kind: retired(all.draft) ? "retired" : draft.faulty.has(id) ? "faulty" : "removed" };
}

function gateCause(was: Candidate, is: Candidate, { place, compared }: Sides): MoveCause {
  const closed = isOpen(was) ? is : was;
  return { kind: "gate", from: was.gate.status, to: is.gate.status, reason: gateReason(closed, place.input.facts, compared.fields) };
}

/** Its own score first, then what floors and triggers do, then the others. */
function rankCause(
  id: string,
  direction: "gain" | "loss",
  basic: boolean,
  { was, is }: { readonly was: Candidate; readonly is: Candidate },
  { before, after }: Sides,
): MoveCause {
  const [from, to] = [was.factors.score, is.factors.score];
  if (differs(from, to) && to > from === (direction === "gain")) return { kind: "score", before: from, after: to, ...factorMoved(was, is) };
  const trigger = (direction === "gain" ? after : before).broughtBy.get(id);
  if (trigger !== undefined) return { kind: "trigger", trigger };
  const list = (side: RankedPlace) => (basic ? side.basic : side.advised);
  const [there, gone] = direction === "gain" ? [list(before), list(after)] : [list(after), list(before)];
  return { kind: "others", measureIds: there.filter((one) => !gone.includes(one)) };
}

const pointsOf = ({ factors }: Candidate): number => factors.main + sum(factors.sides.map(({ points }) => points));

/** The factor whose ratio after to before lies farthest from 1: the score is their product. */
function factorMoved(
  was: Candidate,
  is: Candidate,
): { readonly factor: ScoreFactor; readonly dimensionId: string | null; readonly values: readonly [number, number] } {
  const of = (candidate: Candidate): readonly (readonly [ScoreFactor, number])[] => {
    const { fit, evidence, cost, capacity, commonness, unknownRequirement } = candidate.factors;
    return [
      ["need", pointsOf(candidate)],
      ["fit", fit],
      ["evidence", evidence],
      ["feasibility", cost * capacity],
      ["commonness", commonness],
      ["unknown_requirement", unknownRequirement],
    ];
  };
  const after = of(is);
  const ratios = of(was).map(([factor, value], index) => ({ factor, values: [value, after[index]?.[1] ?? value] as const }));
  const size = ([a, b]: readonly [number, number]) =>
    a === b ? 1 : Math.min(a, b) <= 0 ? Number.POSITIVE_INFINITY : Math.max(a, b) / Math.min(a, b);
  const [first] = [...ratios].sort((a, b) => size(b.values) - size(a.values));
  const { factor, values } = first ?? { factor: "need" as const, values: [0, 0] as const };
  return { factor, values, dimensionId: factor === "need" ? dimensionMoved(was, is) : null };
}

function dimensionMoved(was: Candidate, is: Candidate): string | null {
  const points = ({ measure, factors }: Candidate) =>
    new Map([[measure.mainDimension, factors.main], ...factors.sides.map((side) => [side.dimensionId, side.points] as const)]);
  const [before, after] = [points(was), points(is)];
  const size = (id: string) => Math.abs((after.get(id) ?? 0) - (before.get(id) ?? 0));
  return [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1))[0] ?? null;
}
