import { type FindingCode, findingWords } from "./finding-words.ts";
import type { BenchFinding, FindingSubject, Severity } from "./types.ts";

/** A finding with its sentences. */
export function finding(severity: Severity, code: FindingCode, subject: FindingSubject, values: BenchFinding["values"] = {}): BenchFinding {
  const words = findingWords[code];
  return { severity, code, subject, values, sentence: { sv: words.sv(subject.id, values), en: words.en(subject.id, values) } };
}

/** A measure as what a finding is about. */
export const ofMeasure = (id: string): FindingSubject => ({ kind: "measure", id });
