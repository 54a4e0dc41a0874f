import { z } from "zod";
import { instant, line } from "./common.ts";
import { draftId } from "./draft.ts";
import { idempotencyKey, measureId, placeId } from "./ids.ts";

/** Id of a trial of a draft. */
export const benchId = z.uuid().brand<"BenchId">();
/** Id of a pinned expectation. */
export const expectationId = z.uuid().brand<"ExpectationId">();

/** Tries a draft on all places. */
export const benchStart = z.strictObject({ draftId, idempotencyKey });
export type BenchStart = z.infer<typeof benchStart>;
/** Names a trial. */
export const benchRef = z.strictObject({ benchId });

/** Where a trial stands. */
export const benchStatus = z.enum(["queued", "running", "done", "cancelled", "failed"]);
export type BenchStatus = z.infer<typeof benchStatus>;

const textView = z.object({ sv: z.string(), en: z.string() });

/** One finding of a trial. Red stops publishing. */
export const benchFinding = z.object({
  severity: z.enum(["red", "yellow", "info"]),
  code: z.string(),
  /** What it is about: a measure, a dimension, a statement or a place; empty for the whole. */
  subject: z.string(),
  sentence: textView,
});
export type BenchFinding = z.infer<typeof benchFinding>;

/** What changes in one place: which measures come and go among its nine and in Grundpaket, and why. */
export const benchPlaceChange = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["ours", "municipality", "generated"]),
  gains: z.array(z.object({ measureId: z.string(), basic: z.boolean(), reason: textView })),
  losses: z.array(z.object({ measureId: z.string(), basic: z.boolean(), reason: textView })),
});
export type BenchPlaceChange = z.infer<typeof benchPlaceChange>;

const specificity = z.object({
  overlap: z.number().nullable(),
  distinct: z.int(),
  mostCommon: z.object({ measureId: z.string(), share: z.number() }).nullable(),
});
/** What trying a draft showed. */
export const benchReport = z.object({
  findings: z.array(benchFinding),
  places: z.array(benchPlaceChange),
  /** By measure: in how many of the places it is advised, before and after. */
  reach: z.array(z.object({ measureId: z.string(), title: textView, before: z.int().nullable(), after: z.int() })),
  specificity: z.object({ before: specificity.nullable(), after: specificity }),
  counts: z.object({ ours: z.int(), municipality: z.int(), generated: z.int() }),
});
export type BenchReport = z.infer<typeof benchReport>;

/** A trial without its report. */
export const benchSummary = z.object({
  id: benchId,
  status: benchStatus,
  done: z.int(),
  total: z.int(),
  isGreen: z.boolean().nullable(),
  /** Whether the draft is still as it was tried. */
  isCurrent: z.boolean(),
  red: z.int().nullable(),
  yellow: z.int().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type BenchSummary = z.infer<typeof benchSummary>;
/** The trials of a draft, the newest first. */
export const benchListView = z.object({ benches: z.array(benchSummary) });
/** A trial with its report once there is one. */
export const benchView = z.object({ bench: benchSummary, report: benchReport.nullable(), failure: z.string().nullable() });
export type BenchView = z.infer<typeof benchView>;

/** What a place must be advised, whatever else changes. */
export const expectationAdd = z
  .strictObject({
    place: z.union([z.strictObject({ placeId }), z.strictObject({ municipalityCode: z.string().regex(/^\d{4}$/) })]),
    measureId,
    kind: z.enum(["among_first", "not_advised", "excluded"]),
    /** How far down the list; only with among_first. */
    within: z.int().min(1).max(100).nullable(),
    note: z.union([z.literal(""), line(400)]),
    idempotencyKey,
  })
  .refine(({ kind, within }) => (kind === "among_first") === (within !== null), { error: "within", path: ["within"] });
export type ExpectationAdd = z.infer<typeof expectationAdd>;
/** Names an expectation. */
export const expectationRef = z.strictObject({ expectationId });
/** An expectation that is pinned. */
export const expectationView = z.object({
  id: expectationId,
  placeName: z.string(),
  measureId: z.string(),
  measureTitle: textView,
  kind: z.enum(["among_first", "not_advised", "excluded"]),
  within: z.int().nullable(),
  note: z.string(),
});
/** All expectations, and the places that one can be pinned for. */
export const expectationListView = z.object({
  expectations: z.array(expectationView),
  places: z.array(z.object({ id: z.string(), name: z.string() })),
  municipalities: z.array(z.object({ code: z.string(), name: z.string() })),
});
