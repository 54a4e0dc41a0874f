import { setImmediate as nextTurn } from "node:timers/promises";
import { commonnessPlaces } from "@hp/content/reference";
import { type BenchReport as BenchReportView, benchReport } from "@hp/contracts";
import { type BenchJob, type Database, publishedIds, publishedParts } from "@hp/db";
import {
  type AdviceInput,
  type BenchPlace,
  type BenchReport,
  type Catalogue,
  type Commonness,
  computeCommonness,
  type Instrument,
  type InstrumentPart,
  isGreen,
  runCatalogueBench,
  testPlaces,
} from "@hp/domain";
import { catalogueOf, instrumentOf } from "../content/content.service.ts";
import { kpiTitles } from "../content/fields.ts";
import { contentOf } from "../draft/draft-content.ts";
import { referenceInputs } from "../draft/reference-inputs.ts";

/** Made-up places that a draft is tried on besides the real ones. */
const generated = { count: 60, seed: "provbank" } as const;
/** How often a trial tells how far it has come, in milliseconds: also how soon it notices that somebody has cancelled it. */
const tellEveryMs = 500;
/** What the draft would be called while it is tried. */
const untitled = "2000-01-1";

interface Content {
  readonly base: { readonly instrument: Instrument; readonly catalogue: Catalogue };
  readonly instrument: Instrument;
  readonly measures: Pick<Catalogue, "measures" | "rules">;
  readonly takenIds: readonly string[];
  readonly takenInInstrument: readonly InstrumentPart[];
}

async function load(database: Database, job: BenchJob): Promise<Content | null> {
  return database.transaction({ userId: null, requestId: job.id, readOnly: true }, async (transaction) => {
    const base = {
      instrument: await instrumentOf(transaction, job.baseInstrument),
      catalogue: await catalogueOf(transaction, job.baseCatalogue),
    };
    const { instrument, catalogue, fingerprint } = contentOf(base, job.items as never);
    if (fingerprint !== job.fingerprint) return null;
    return {
      base,
      instrument,
      measures: catalogue,
      takenIds: await publishedIds(transaction),
      takenInInstrument: await publishedParts(transaction),
    };
  });
}

/** Every place that the draft is tried on: ours as their newest run saw them, the municipalities, and made-up ones. */
function placesOf(job: BenchJob, draft: Catalogue, instrument: Instrument): BenchPlace[] {
  const ours = job.places.map(({ placeId, name, input }): BenchPlace => ({ id: placeId, name, kind: "ours", input: input as AdviceInput }));
  const municipalities = referenceInputs(instrument).map(
    ({ code, name, input }): BenchPlace => ({ id: code, name, kind: "municipality", input }),
  );
  return [...ours, ...municipalities, ...testPlaces(draft, instrument, { ...generated, kpiTitles: kpiTitles() })];
}

/** The report as it is kept and shown: of each place only the names of measures and why, and no fact that is a party's own. */
function kept({ findings, places, reach, specificity, counts }: BenchReport): BenchReportView {
  return benchReport.parse({
    findings: findings.map(({ severity, code, subject, sentence }) => ({ severity, code, subject: subject.id, sentence })),
    places: places
      .filter(({ gains, losses }) => gains.length + losses.length > 0)
      .map(({ id, name, kind, gains, losses }) => ({ id, name, kind, gains: gains.map(told), losses: losses.map(told) })),
    reach,
    specificity,
    counts,
  });
}

const told = ({ measureId, basic, reason }: BenchReport["places"][number]["gains"][number]) => ({ measureId, basic, reason });

type Outcome = "done" | "cancelled" | "failed";

async function tryDraft(database: Database, job: BenchJob, content: Content, signal: AbortSignal): Promise<Outcome> {
  const { base, instrument, measures, takenIds, takenInInstrument } = content;
  const computed: Commonness = computeCommonness({
    instrument,
    catalogue: { ...measures, measures: measures.measures.filter(({ retired }) => retired !== true) },
    places: commonnessPlaces(instrument),
  });
  const draft: Catalogue = { version: untitled, ...measures, ...computed, commonness: { ...noShare(measures), ...computed.commonness } };
  const places = placesOf(job, draft, instrument);
  const steps = runCatalogueBench({
    before: base.catalogue,
    beforeInstrument: base.instrument,
    draft,
    instrument,
    places,
    expectations: job.expectations.map(({ placeId, municipalityCode, measureId, kind, within }) => ({
      placeId: placeId ?? municipalityCode ?? "",
      measureId,
      kind: kind as "among_first" | "not_advised" | "excluded",
      n: within,
    })),
    takenIds,
    takenInInstrument,
    today: new Date().toISOString().slice(0, 7),
    kpiTitles: kpiTitles(),
  });
  let toldAt = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      const { report, computed: shares } = { report: kept(step.value), computed: { ...computed, commonness: draft.commonness } };
      await database.benches.finish(job.id, { isGreen: isGreen(step.value), report, computed: shares });
      return "done";
    }
    if (performance.now() - toldAt > tellEveryMs) {
      toldAt = performance.now();
      if (!(await database.benches.progress(job.id, step.value.done, step.value.total))) return "cancelled";
    }
    if (signal.aborted) return "cancelled";
    await nextTurn();
  }
}

/** A retired measure is advised nowhere: its share is nought. */
const noShare = ({ measures }: Pick<Catalogue, "measures">) => Object.fromEntries(measures.map(({ id }) => [id, 0]));

/**
 * Takes the trial that has waited longest, carries it out and leaves its report. For the worker: it keeps a core busy for
 * some seconds.
 *
 * @param signal Aborted when the worker is asked to end: the trial is left, and taken up anew by another worker.
 * @returns Null when no trial waits.
 */
export async function runNextBench(
  database: Database,
  signal: AbortSignal = new AbortController().signal,
): Promise<{ readonly benchId: string; readonly outcome: Outcome } | null> {
  const job = await database.benches.take();
  if (job === null) return null;
  try {
    const content = await load(database, job);
    if (content === null) {
      await database.benches.fail(job.id, "draft_changed");
      return { benchId: job.id, outcome: "failed" };
    }
    return { benchId: job.id, outcome: await tryDraft(database, job, content, signal) };
  } catch (error) {
    await database.benches.fail(job.id, "fault");
    throw error;
  }
}
