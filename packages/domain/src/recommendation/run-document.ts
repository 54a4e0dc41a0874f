import type { Catalogue } from "../catalogue/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { firstDifference } from "./canonical-json.ts";
import { type CompactAdvice, compactAdvice, readCompact } from "./compact-advice.ts";
import { type AdviceRequest, recommend } from "./recommend.ts";
import { type ToldAdvice, toldAdvice, toldOf } from "./told-advice.ts";
import type { Advice, AdviceInput } from "./types.ts";
import { ENGINE_VERSION } from "./version.ts";

/** The layout of a run document: changes when its keys do, or what is told in it. */
export const RUN_FORMAT = "hallbara-platser/run/2";
/** The layout before: the whole advice with every trace, 170 kB of it for one place. Still read, shown and replayed. */
export const EARLIER_RUN_FORMAT = "hallbara-platser/run/1";

/** A run as it is stored beside the versions that it pins: what was known about the place, and what the place was told. */
export interface StoredRun {
  readonly format: typeof RUN_FORMAT;
  readonly input: AdviceInput;
  readonly result: CompactAdvice;
}

/** A stored run from before formats were written into it. */
export interface EarlierStoredRun {
  readonly input: AdviceInput;
  readonly advice: Advice;
}

/** The versions that a run pins. */
export interface PinnedVersions {
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  readonly engineVersion: string;
}

/** A run as a document that stands alone: everything the advice depended on, and what was told. Canonical JSON of it is what is digested. */
export interface RunDocument extends StoredRun, PinnedVersions {}

/** A run document in the earlier layout. */
export interface EarlierRunDocument extends EarlierStoredRun, PinnedVersions {
  readonly format: typeof EARLIER_RUN_FORMAT;
}

/** A run of a place, ready to be stored. Everything that is not in it is computed again from its input and the versions it pins. */
export function storedRun(request: AdviceRequest): StoredRun {
  return { format: RUN_FORMAT, input: request.input, result: compactAdvice(toldAdvice(request)) };
}

/** What a stored run or a run document says, in either layout. */
export interface ReadRun {
  readonly input: AdviceInput;
  readonly advice: ToldAdvice;
}

/**
 * Reads a stored run, or a run document, in either layout.
 *
 * @throws RangeError naming what has not the form.
 */
export function readRun(run: StoredRun | EarlierStoredRun): ReadRun {
  if (!("result" in run)) return { input: run.input, advice: toldOf(run.advice) };
  if (run.format !== RUN_FORMAT) throw new RangeError(`run must have format ${RUN_FORMAT}: ${run.format}`);
  return { input: run.input, advice: readCompact(run.result) };
}

/** The document of a stored run, in its own layout, with the versions that it pins. */
export function completeRun(run: StoredRun | EarlierStoredRun, versions: PinnedVersions): RunDocument | EarlierRunDocument {
  const { instrument, catalogue, engineVersion } = versions;
  const pinned = { engineVersion, instrument, catalogue, input: run.input };
  return "result" in run
    ? { format: RUN_FORMAT, ...pinned, result: run.result }
    : { format: EARLIER_RUN_FORMAT, ...pinned, advice: run.advice };
}

/** The document of a run that is made now. */
export function runDocument(request: AdviceRequest): RunDocument {
  const { instrument, catalogue } = request;
  return { engineVersion: ENGINE_VERSION, instrument, catalogue, ...storedRun(request) };
}

/** What came of computing a run again. */
export interface Replay {
  /** What was told is the same to the byte, and the same engine made it. */
  readonly identical: boolean;
  /** The engine that computed it again. */
  readonly engineVersion: string;
  /**
   * Path of the first difference between `stored` and `computed`, such as `$.measures[3].score`; `$.engineVersion` first if
   * the engines differ; null if none.
   */
  readonly firstDifference: string | null;
  /** The whole advice, computed again, with what the document does not carry. */
  readonly advice: Advice;
  /** What the document says, and the same computed again: what the path leads into. */
  readonly stored: unknown;
  readonly computed: unknown;
}

/**
 * Computes a run again from its document alone and compares. A changed answer, rule, weight or digit shows as a
 * difference in what is told; that the inputs are those once used is for the digest to show.
 *
 * @throws RangeError if the document has a format that this engine does not read, or not the form of its format.
 */
export function replay(document: RunDocument | EarlierRunDocument): Replay {
  const advice = recommend(requestOf(document));
  const { stored, computed, difference } = document.format === RUN_FORMAT ? compared(document, advice) : comparedInFull(document, advice);
  const isOtherEngine = document.engineVersion !== ENGINE_VERSION;
  return {
    identical: !isOtherEngine && difference === null,
    engineVersion: ENGINE_VERSION,
    firstDifference: isOtherEngine ? "$.engineVersion" : difference,
    advice,
    stored: isOtherEngine ? { engineVersion: document.engineVersion } : stored,
    computed: isOtherEngine ? { engineVersion: ENGINE_VERSION } : computed,
  };
}

function requestOf(document: RunDocument | EarlierRunDocument): AdviceRequest {
  const { format } = document;
  if (format !== RUN_FORMAT && format !== EARLIER_RUN_FORMAT)
    throw new RangeError(`run document must have format ${RUN_FORMAT} or ${EARLIER_RUN_FORMAT}: ${format}`);
  return document;
}

interface Compared {
  readonly stored: unknown;
  readonly computed: unknown;
  readonly difference: string | null;
}

/** By what is told, so that a path can be read; then by the bytes of the result, which leave nothing out. */
function compared(document: RunDocument, advice: Advice): Compared {
  const stored = readRun(document).advice;
  const computed = toldAdvice(document, advice);
  const difference = firstDifference(stored, computed);
  if (difference !== null) return { stored, computed, difference };
  const result = compactAdvice(computed);
  return { stored: document, computed: { result }, difference: firstDifference(document.result, result, "$.result") };
}

const comparedInFull = ({ advice: stored }: EarlierRunDocument, computed: Advice): Compared => ({
  stored,
  computed,
  difference: firstDifference(stored, computed),
});
