import { firstDifference } from "./canonical-json.ts";
import { type AdviceRequest, recommend } from "./recommend.ts";
import type { Advice } from "./types.ts";
import { ENGINE_VERSION } from "./version.ts";

/** The layout of a run document: changes when its keys do. */
export const RUN_FORMAT = "hallbara-platser/run/1";

/** A run as a document that stands alone: everything the advice depended on, and the advice. Canonical JSON of it is what is digested. */
export interface RunDocument extends AdviceRequest {
  readonly format: typeof RUN_FORMAT;
  readonly engineVersion: string;
  readonly advice: Advice;
}

/** The document of a run. The advice is computed unless the run already has it. */
export function runDocument(request: AdviceRequest, advice: Advice = recommend(request)): RunDocument {
  const { instrument, catalogue, input } = request;
  return { format: RUN_FORMAT, engineVersion: advice.engineVersion, instrument, catalogue, input, advice };
}

/** What came of computing a run again. */
export interface Replay {
  /** The advice is the same to the byte, and the same engine made it. */
  readonly identical: boolean;
  /** The engine that computed it again. */
  readonly engineVersion: string;
  /** Path of the first difference in the advice, `$.engineVersion` first if the engines differ; null if none. */
  readonly firstDifference: string | null;
  readonly advice: Advice;
}

/**
 * Computes a run again from its document alone and compares. A changed answer, rule, weight or digit shows as a
 * difference in the advice; that the inputs are those once used is for the digest to show.
 *
 * @throws RangeError if the document has another format than this engine reads.
 */
export function replay(document: RunDocument): Replay {
  if (document.format !== RUN_FORMAT) throw new RangeError(`run document must have format ${RUN_FORMAT}: ${document.format}`);
  const advice = recommend(document);
  const difference = document.engineVersion === ENGINE_VERSION ? firstDifference(document.advice, advice) : "$.engineVersion";
  return { identical: difference === null, engineVersion: ENGINE_VERSION, firstDifference: difference, advice };
}
