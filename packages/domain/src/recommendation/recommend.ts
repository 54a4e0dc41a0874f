import type { Catalogue } from "../catalogue/types.ts";
import { evaluate } from "../condition/evaluate.ts";
import { cachedFieldCatalogue } from "../condition/field-catalogue.ts";
import type { Condition, Finding } from "../condition/types.ts";
import type { Instrument } from "../instrument/types.ts";
import { startWith } from "./gate.ts";
import { needSlopes } from "./need.ts";
import { openQuestions } from "./open-questions.ts";
import { rankingFields } from "./parameters.ts";
import type { MeasureContext, PlaceContext } from "./reasons/context.ts";
import { ratingsByDimension, strongestReason } from "./reasons/strongest.ts";
import { suitsReason } from "./reasons/suits.ts";
import { weakestReason } from "./reasons/weakest.ts";
import { whyNotReason } from "./reasons/why-not.ts";
import { wouldChangeReason } from "./reasons/would-change.ts";
import { contributionsOf } from "./score-measure.ts";
import { type Candidate, type Selection, select } from "./select.ts";
import type { Advice, AdviceInput, AdviceStatus, AdvisedMeasure } from "./types.ts";
import { ENGINE_VERSION } from "./version.ts";

/** Everything an advice is made from: two published versions and what is known about the place. */
export interface AdviceRequest {
  readonly instrument: Instrument;
  readonly catalogue: Catalogue;
  readonly input: AdviceInput;
}

/**
 * The advice for a place: every measure of the catalogue with its status, its score taken apart, and its reasons.
 * The same request gives the same advice, to the byte; the order of the catalogue does not matter.
 *
 * @returns All measures exactly once: advised by rank, basic by rank, then the rest by id.
 * @see docs/method.md and recommendation/SPEC.md (M1–M34)
 */
export function recommend({ instrument, catalogue, input }: AdviceRequest): Advice {
  const selection = select(instrument, catalogue, input);
  const ratings = ratingsByDimension(instrument, input.scores.dimensions);
  const slopes = once((dimensionId: string) => needSlopes(selection.needs, dimensionId));
  const place: PlaceContext = { instrument, fields: cachedFieldCatalogue(instrument), input, selection, ratings, slopes };
  const standings = standingsOf(selection);
  const rest = selection.candidates.filter((one) => standings.get(one)?.status !== "advised" && standings.get(one)?.status !== "basic");
  const ordered = [...selection.advised, ...selection.basic, ...rest];
  const measures = ordered.map((one) => adviseMeasure(one, standings.get(one) ?? { status: "open", rank: null }, catalogue, place));
  return { engineVersion: ENGINE_VERSION, measures, openQuestions: openQuestions(measures, instrument, input) };
}

/** The function with its values kept: each is worked out when it is first asked for. */
function once<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function adviseMeasure(candidate: Candidate, { status, rank }: Standing, catalogue: Catalogue, place: PlaceContext): AdvisedMeasure {
  const { measure, rule, gate, factors } = candidate;
  const { input, fields, selection } = place;
  const finding = (condition: Condition): Finding => evaluate(condition, input.facts, fields);
  const broughtBy = selection.broughtBy.get(measure.id) ?? null;
  const exclude = rule.exclude === null ? null : finding(rule.exclude);
  const require = rule.require === null ? null : finding(rule.require);
  const context: MeasureContext = {
    ...place,
    candidate,
    status,
    rank,
    broughtBy,
    exclude,
    require,
    boosts: rule.boost.map(finding),
    damps: rule.damp.map(finding),
  };
  const isOpen = gate.status === "open";
  return {
    measureId: measure.id,
    status,
    rank,
    score: isOpen ? factors.score : null,
    contributions: isOpen ? contributionsOf(measure, selection.needs, factors) : [],
    strongest: strongestReason(context),
    suits: suitsReason(context),
    weakest: weakestReason(context),
    wouldChange: wouldChangeReason(context),
    whyNot: whyNotReason(context),
    startWith: startWith(rule, catalogue, input.facts, input.done),
    needsExternalFunding:
      measure.cost === "large" &&
      Object.hasOwn(input.facts, rankingFields.weakFinances) &&
      input.facts[rankingFields.weakFinances] === true,
    broughtBy,
    gate: { exclude, require },
    boosts: context.boosts,
    damps: context.damps,
  };
}

interface Standing {
  readonly status: AdviceStatus;
  /** 1 is first among those with the same status; null for measures not ranked. */
  readonly rank: number | null;
}

function standingsOf({ candidates, advised, basic, open }: Selection): ReadonlyMap<Candidate, Standing> {
  const standings = new Map<Candidate, Standing>();
  for (const one of candidates) if (one.gate.status !== "open") standings.set(one, { status: one.gate.status, rank: null });
  for (const [status, members] of [
    ["advised", advised],
    ["basic", basic],
    ["open", open],
  ] as const)
    for (const [index, one] of members.entries()) standings.set(one, { status, rank: index + 1 });
  return standings;
}
