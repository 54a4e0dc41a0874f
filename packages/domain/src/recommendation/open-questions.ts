import { unknownAtoms } from "../condition/decisive.ts";
import { factOf } from "../condition/shape.ts";
import type { Instrument, Precondition } from "../instrument/types.ts";
import { derivedFrom } from "../profile/derive-facts.ts";
import type { AdviceInput, AdvisedMeasure, OpenQuestion } from "./types.ts";

/**
 * The unknown facts that someone can give and that would decide about advice: those that leave a gate unknown. A derived
 * fact is asked for by what it is computed from. Scores, gaps and open statistics are not questions to anyone.
 *
 * @returns Most measures first, then most held back, then by key; the measures of each by id.
 */
export function openQuestions(
  measures: readonly AdvisedMeasure[],
  instrument: Instrument,
  { facts }: AdviceInput,
): readonly OpenQuestion[] {
  const preconditions = new Map(instrument.preconditions.map((precondition) => [precondition.key, precondition]));
  const questions = new Map<string, { measureIds: Set<string>; heldBack: Set<string> }>();
  for (const { measureId, status, gate } of measures) {
    if (status === "done" || status === "in_place" || status === "excluded") continue;
    for (const field of missingIn(gate).flatMap(({ atom }) => askable(atom.condition.field, preconditions))) {
      if (factOf(facts, field) !== null) continue;
      const question = questions.get(field) ?? { measureIds: new Set(), heldBack: new Set() };
      question.measureIds.add(measureId);
      if (status === "held_back") question.heldBack.add(measureId);
      questions.set(field, question);
    }
  }
  const asked = [...questions].map(([field, { measureIds, heldBack }]) => ({
    field,
    measureIds: [...measureIds].sort(),
    heldBack: [...heldBack].sort(),
  }));
  return asked.sort(
    (a, b) => b.measureIds.length - a.measureIds.length || b.heldBack.length - a.heldBack.length || (a.field < b.field ? -1 : 1),
  );
}

function missingIn({ exclude, require }: AdvisedMeasure["gate"]): ReturnType<typeof unknownAtoms> {
  if (exclude?.verdict !== "unknown" && require?.verdict !== "unknown") return [];
  return [exclude, require].flatMap((finding) => (finding === null ? [] : unknownAtoms(finding)));
}

function askable(field: string, preconditions: ReadonlyMap<string, Precondition>): readonly string[] {
  const precondition = preconditions.get(field);
  if (precondition === undefined) return [];
  return precondition.askedOf === "derived" ? (derivedFrom[field] ?? []) : [field];
}
