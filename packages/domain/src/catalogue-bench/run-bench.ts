import { cachedFieldCatalogue, type FieldCatalogue } from "../condition/field-catalogue.ts";
import { comparePlace } from "./compare-place.ts";
import { contentFindings } from "./content-findings.ts";
import { checkExpectations, expectationFindings, expectationResult } from "./expectations.ts";
import { type Rankable, type RankedPlace, rankable, rankedPlace } from "./ranked-place.ts";
import { type PlaceLists, specificityOver } from "./specificity.ts";
import { staticFindings } from "./static-findings.ts";
import { Tally } from "./tally.ts";
import {
  type BenchFinding,
  type BenchPlace,
  type BenchProgress,
  type BenchReport,
  type BenchRequest,
  type PlaceChange,
  severities,
} from "./types.ts";

/**
 * Tries a draft of a catalogue on places before anyone is advised by it: what comes and goes where, and what is wrong with
 * it. A generator, so that the caller may show how far it has come and stop between two places.
 *
 * @returns Yields after each place, in the order given; then the report. The same request gives the same report.
 * @throws RangeError at the first step if `today` is not `YYYY-MM`, a place's id stands twice, or an expectation is malformed.
 * @see catalogue-bench/SPEC.md
 */
export function* runCatalogueBench(request: BenchRequest): Generator<BenchProgress, BenchReport, void> {
  check(request);
  const trial = new Trial(request);
  const total = request.places.length;
  for (const [index, place] of request.places.entries()) {
    trial.add(place);
    yield { done: index + 1, total, placeId: place.id };
  }
  return trial.report();
}

/** What is gathered place by place. */
class Trial {
  readonly #request: BenchRequest;
  readonly #fields: FieldCatalogue;
  readonly #before: Rankable | null;
  readonly #draft: Rankable;
  readonly #tally: Tally;
  readonly #hasReal: boolean;
  readonly #wasLists: PlaceLists[] = [];
  readonly #isLists: PlaceLists[] = [];
  readonly #expecting: ReadonlySet<string>;
  readonly #expected = new Map<string, RankedPlace>();
  readonly #changes: PlaceChange[] = [];

  constructor(request: BenchRequest) {
    const { before, draft, instrument, kpiTitles, places, expectations } = request;
    this.#request = request;
    this.#fields = cachedFieldCatalogue(instrument, kpiTitles);
    this.#before = before === null ? null : rankable(before, null);
    this.#draft = rankable(draft, this.#fields);
    this.#tally = new Tally(this.#draft.catalogue, this.#before?.catalogue ?? null);
    this.#hasReal = places.some(({ kind }) => kind !== "generated");
    this.#expecting = new Set(expectations.map(({ placeId }) => placeId));
  }

  add(place: BenchPlace): void {
    const { instrument, beforeInstrument = instrument } = this.#request;
    const after = rankedPlace(instrument, this.#draft, place.input);
    const before = this.#before === null ? null : rankedPlace(beforeInstrument, this.#before, place.input);
    const isReal = !this.#hasReal || place.kind !== "generated";
    this.#tally.add(place.input.facts, before, after, isReal);
    if (this.#expecting.has(place.id)) this.#expected.set(place.id, after);
    if (isReal) this.#isLists.push(listsOf(after));
    if (isReal && before !== null) this.#wasLists.push(listsOf(before));
    const change = before === null ? null : this.#compare(place, before, after);
    if (change !== null) this.#changes.push(change);
  }

  #compare(place: BenchPlace, was: RankedPlace, is: RankedPlace): PlaceChange | null {
    const { before: old, draft, instrument } = this.#request;
    const before = this.#before;
    if (before === null || old === null) return null;
    return comparePlace(place, was, is, { before, draft: this.#draft, all: { before: old, draft }, instrument, fields: this.#fields });
  }

  report(): BenchReport {
    const { before, draft, places, expectations } = this.#request;
    const results = expectations.map((expectation) => expectationResult(expectation, this.#expected.get(expectation.placeId)));
    return {
      findings: bySeverity([
        ...staticFindings(draft, this.#fields),
        ...contentFindings(this.#request, this.#fields),
        ...expectationFindings(results, places),
        ...this.#tally.measureFindings(this.#draft.catalogue),
        ...this.#tally.clauseFindings(this.#fields),
      ]),
      places: this.#changes,
      reach: this.#tally.reach(draft, before),
      specificity: { before: before === null ? null : specificityOver(this.#wasLists), after: specificityOver(this.#isLists) },
      counts: countsOf(places),
      expectations: results,
    };
  }
}

/** The report without the steps: for callers that need neither progress nor a way to stop. */
export function catalogueBench(request: BenchRequest): BenchReport {
  const run = runCatalogueBench(request);
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}

/** Whether a draft may be published: nothing red. */
export function isGreen({ findings }: Pick<BenchReport, "findings">): boolean {
  return findings.every(({ severity }) => severity !== "red");
}

function check({ today, places, expectations }: BenchRequest): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(today)) throw new RangeError(`today must be YYYY-MM: ${today}`);
  const seen = new Set<string>();
  for (const { id } of places) {
    if (seen.has(id)) throw new RangeError(`places must have different ids: ${id}`);
    seen.add(id);
  }
  checkExpectations(expectations);
}

const listsOf = ({ advised, basic }: PlaceLists): PlaceLists => ({ advised, basic });

function bySeverity(findings: readonly BenchFinding[]): readonly BenchFinding[] {
  return severities.flatMap((severity) => findings.filter((one) => one.severity === severity));
}

function countsOf(places: readonly BenchPlace[]): BenchReport["counts"] {
  const of = (kind: BenchPlace["kind"]) => places.filter((place) => place.kind === kind).length;
  return { ours: of("ours"), municipality: of("municipality"), generated: of("generated") };
}
