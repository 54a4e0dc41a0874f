import type { Instrument } from "@hp/domain";
import { z } from "zod";
import { instant, line, paragraph, version } from "./common.ts";
import { condition } from "./content/condition.ts";
import { draftDimension } from "./content/instrument.ts";
import { costClasses, draftMeasure, evidenceGrades, horizons } from "./content/measure.ts";
import { precondition } from "./content/precondition.ts";
import { measureRule } from "./content/rule.ts";
import { contentKey, contentVersion, draftText } from "./content/text.ts";
import { idempotencyKey, measureId } from "./ids.ts";

/** Id of a draft of the content. */
export const draftId = z.uuid().brand<"DraftId">();
export type DraftId = z.infer<typeof draftId>;
/** Id of a comment on a draft. */
export const draftCommentId = z.uuid().brand<"DraftCommentId">();

/** Where a draft stands: edited, read before publishing, published, or laid aside. */
export const draftStatus = z.enum(["draft", "review", "published", "discarded"]);
export type DraftStatus = z.infer<typeof draftStatus>;

/** What a draft is made of: measures with their rules, dimensions with their statements, preconditions. */
export const draftItemKind = z.enum(["measure", "dimension", "precondition"]);
export type DraftItemKind = z.infer<typeof draftItemKind>;

/** A measure and its rule: one item of a draft, since neither holds without the other. */
export const draftMeasureItem = z.strictObject({ measure: draftMeasure, rule: measureRule });
export type DraftMeasureItem = z.infer<typeof draftMeasureItem>;

const itemRef = { draftId, kind: draftItemKind, key: contentKey };
/** Names a draft. */
export const draftRef = z.strictObject({ draftId });
/** Names a draft as it was seen. */
export const draftVersioned = z.strictObject({ draftId, version });
/** Names one item of a draft. */
export const draftItemRef = z.strictObject(itemRef);
/** Names an item as it was seen. */
export const draftItemVersioned = z.strictObject({ ...itemRef, version });

/** Begins a draft from the newest published content. */
export const draftCreate = z.strictObject({ name: line(120), idempotencyKey });
export type DraftCreate = z.infer<typeof draftCreate>;

/** Changes the draft itself: its name, what the change is about, or whether it is edited, read or laid aside. */
export const draftUpdate = z
  .strictObject({
    draftId,
    version,
    name: line(120).optional(),
    changeNote: paragraph(2000).optional(),
    status: z.enum(["draft", "review", "discarded"]).optional(),
  })
  .refine(({ name, changeNote, status }) => name !== undefined || changeNote !== undefined || status !== undefined, { error: "empty" });
export type DraftUpdate = z.infer<typeof draftUpdate>;

const saved = { draftId, key: contentKey, version };
/** Saves one item as a whole, from the version that was seen; version 0 puts a new one in. */
export const draftItemSave = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("measure"), ...saved, document: draftMeasureItem }),
  z.strictObject({ kind: z.literal("dimension"), ...saved, document: draftDimension }),
  z.strictObject({ kind: z.literal("precondition"), ...saved, document: precondition }),
]);
export type DraftItemSave = z.infer<typeof draftItemSave>;

/** One field of a measure set to a value: what a cell of the table, a cell of the effect grid and a bulk change do. */
export const measureChange = z.discriminatedUnion("field", [
  z.strictObject({ field: z.literal("effect"), dimensionId: contentKey, value: z.int().min(0).max(3) }),
  z.strictObject({ field: z.literal("title"), value: draftText }),
  z.strictObject({ field: z.literal("evidence"), value: z.enum(evidenceGrades) }),
  z.strictObject({ field: z.literal("cost"), value: z.enum(costClasses) }),
  z.strictObject({ field: z.literal("horizon"), value: z.enum(horizons) }),
  z.strictObject({ field: z.literal("harm"), value: z.boolean() }),
  z.strictObject({ field: z.literal("retains"), value: z.boolean() }),
  z.strictObject({ field: z.literal("universal"), value: z.boolean() }),
  z.strictObject({ field: z.literal("retired"), value: z.boolean() }),
  z.strictObject({ field: z.literal("reviewBy"), value: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
]);
export type MeasureChange = z.infer<typeof measureChange>;

/** Changes measures at once, each from the version that was seen; all or none. */
export const measuresChange = z
  .strictObject({
    draftId,
    measures: z
      .array(z.strictObject({ key: measureId, version }))
      .min(1)
      .max(400),
    change: measureChange,
  })
  .refine(({ measures }) => new Set(measures.map(({ key }) => key)).size === measures.length, { error: "twice", path: ["measures"] });
export type MeasuresChange = z.infer<typeof measuresChange>;

/** A word to the co-editors, on one item or, without it, on the draft. */
export const draftCommentAdd = z.strictObject({
  draftId,
  item: z.strictObject({ kind: draftItemKind, key: contentKey }).nullable(),
  body: line(2000),
  idempotencyKey,
});
export type DraftCommentAdd = z.infer<typeof draftCommentAdd>;
/** Settles a comment. */
export const draftCommentResolve = z.strictObject({ draftId, commentId: draftCommentId });

/** Asks how a condition reads and where it holds. */
export const conditionAsk = z.strictObject({ draftId, condition });

const textView = z.object({ sv: z.string(), en: z.string() });
const person = z.object({ name: z.string().nullable(), isMe: z.boolean() });

/** A draft in a list. */
export const draftSummary = z.object({
  id: draftId,
  name: z.string(),
  status: draftStatus,
  baseInstrument: z.string(),
  baseCatalogue: z.string(),
  changeNote: z.string(),
  changedItems: z.int(),
  openComments: z.int(),
  publishedInstrument: z.string().nullable(),
  publishedCatalogue: z.string().nullable(),
  createdBy: person,
  createdAt: instant,
  updatedAt: instant,
  version,
});
export type DraftSummary = z.infer<typeof draftSummary>;
/** All drafts, the newest first. */
export const draftListView = z.object({ drafts: z.array(draftSummary) });

/** A row of the table of measures. */
export const draftMeasureRow = z.object({
  key: z.string(),
  version,
  title: textView,
  mainDimension: z.string(),
  effects: z.record(z.string(), z.int()),
  cost: z.enum(costClasses),
  horizon: z.enum(horizons),
  evidence: z.enum(evidenceGrades),
  owners: z.array(z.string()),
  harm: z.boolean(),
  retains: z.boolean(),
  universal: z.boolean(),
  retired: z.boolean(),
  reviewBy: z.string(),
  /** Texts that lack a language. */
  missingTexts: z.int(),
  hasCard: z.boolean(),
  change: z.enum(["none", "changed", "added"]),
  openComments: z.int(),
});
export type DraftMeasureRow = z.infer<typeof draftMeasureRow>;

/** A dimension in the draft's overview. */
export const draftDimensionRow = z.object({
  key: z.string(),
  version,
  title: textView,
  weight: z.number(),
  statements: z.int(),
  core: z.int(),
  measures: z.int(),
  change: z.enum(["none", "changed", "added"]),
});

/** What can be undone or done again, in words. */
export const draftStep = z.object({ keys: z.array(z.string()), at: instant }).nullable();

/** The draft with its tables. */
export const draftView = z.object({
  draft: draftSummary,
  fingerprint: z.string(),
  measures: z.array(draftMeasureRow),
  dimensions: z.array(draftDimensionRow),
  undo: draftStep,
  redo: draftStep,
  comments: z.array(z.lazy(() => draftComment)),
});
export type DraftView = z.infer<typeof draftView>;

/** A word on a draft. */
export const draftComment = z.object({
  id: draftCommentId,
  item: z.object({ kind: draftItemKind, key: z.string() }).nullable(),
  body: z.string(),
  by: person,
  at: instant,
  resolvedAt: instant.nullable(),
});
export type DraftComment = z.infer<typeof draftComment>;

/** How a condition stands: what is wrong with it, how it reads, where it holds. */
export const conditionView = z.object({
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
  /** Null where it has problems. */
  reading: textView.nullable(),
  /** Null where it has problems: places of ours by what it says of them, and municipalities of the reference places. */
  holds: z
    .object({
      places: z.object({ holds: z.array(z.string()), fails: z.array(z.string()), unknown: z.array(z.string()) }),
      municipalities: z.object({ holds: z.int(), fails: z.int(), unknown: z.int() }),
    })
    .nullable(),
});
export type ConditionView = z.infer<typeof conditionView>;

/** One item as the editor holds it. */
export const draftItemView = z.object({
  kind: draftItemKind,
  key: z.string(),
  /** In the shape of `draftItemSave.document`. */
  document: z.unknown(),
  /** As in the version the draft was made from; null for a new item. */
  base: z.unknown().nullable(),
  version,
  updatedAt: instant,
  updatedBy: person.nullable(),
  /** How each part of a measure's rule reads; empty for other kinds. */
  readings: z.array(z.object({ part: z.string(), reading: textView })),
  history: z.array(z.object({ at: instant, by: person, undone: z.boolean(), sentences: z.array(textView) })),
  comments: z.array(draftComment),
});
export type DraftItemView = z.infer<typeof draftItemView>;

/** What a change of several measures would do, measure by measure. Those it would leave as they are, are not among them. */
export const measuresChangePreview = z.object({
  changes: z.array(z.object({ key: z.string(), title: textView, sentences: z.array(textView) })),
  unchanged: z.int(),
  refused: z.array(z.object({ key: z.string(), title: textView, problem: z.string() })),
});
/** After a change: the rows as they stand. */
export const measureRowsView = z.object({ rows: z.array(draftMeasureRow), undo: draftStep, redo: draftStep });
/** After undoing or doing again. */
export const draftUndoView = z.object({ keys: z.array(z.string()), undo: draftStep, redo: draftStep });

/** One difference between two versions of the content, in words. */
export const differenceLine = z.object({
  subject: z.enum(["measure", "dimension", "statement", "precondition", "instrument", "catalogue"]),
  key: z.string(),
  title: textView,
  effect: z.enum(["advice", "plan", "text"]),
  sentence: textView,
});
export type DifferenceLine = z.infer<typeof differenceLine>;
/** Everything that differs between two versions, or between a draft and what it was made from. */
export const differenceView = z.object({
  from: z.object({ instrument: z.string(), catalogue: z.string() }),
  to: z.object({ instrument: z.string().nullable(), catalogue: z.string().nullable() }),
  lines: z.array(differenceLine),
});
export type DifferenceView = z.infer<typeof differenceView>;

/** Publishes a draft whose newest trial is green and of the draft as it stands. */
export const draftPublish = z.strictObject({
  draftId,
  version,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  /** The version it becomes. The instrument takes the same one where it has changed. */
  contentVersion,
  changeNote: line(2000),
  idempotencyKey,
});
export type DraftPublish = z.infer<typeof draftPublish>;
/** What publishing made. */
export const publishedView = z.object({ instrument: z.string(), catalogue: z.string() });

/** The file formats that content travels in. */
export const contentFormat = z.enum(["xlsx", "yaml"]);
/** Asks for a draft as a file. */
export const draftExport = z.strictObject({ draftId, format: contentFormat });
/** A file, base64. */
export const fileView = z.object({ name: z.string(), mediaType: z.string(), base64: z.string() });
/** A file to read into a draft: at most 4 MB, base64. */
export const draftImport = z.strictObject({ draftId, fileName: line(200), base64: z.base64().max(5_700_000) });
/** Puts a file that was previewed into the draft: all of it or nothing. */
export const draftImportApply = z.strictObject({ ...draftImport.shape, fingerprint: z.string().regex(/^[0-9a-f]{64}$/) });
/** What reading a file into a draft would do. Any problem stops all of it. */
export const importPreview = z.object({
  /** Of the draft that the preview was made against. */
  fingerprint: z.string(),
  problems: z.array(z.object({ row: z.string(), field: z.string(), problem: z.string() })),
  added: z.array(z.object({ key: z.string(), title: textView })),
  changed: z.array(z.object({ key: z.string(), title: textView, sentences: z.array(textView) })),
  /** In the draft, not in the file: they stay. */
  notInFile: z.array(z.string()),
  unchanged: z.int(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** The questions of a draft as they would be published, but for texts that are not written yet. */
export const draftInstrumentView = z.object({ instrument: z.custom<Instrument>((value) => typeof value === "object" && value !== null) });
