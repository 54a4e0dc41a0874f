import { z } from "zod";
import { instant } from "./common.ts";
import { contentVersion } from "./content/text.ts";

const textView = z.object({ sv: z.string(), en: z.string() });

/** What a version is of. */
export const contentKind = z.enum(["instrument", "catalogue"]);
export type ContentKind = z.infer<typeof contentKind>;

/** One published version. */
export const contentVersionView = z.object({
  kind: contentKind,
  version: z.string(),
  publishedAt: instant,
  /** Null for content that ships with the product. */
  publishedBy: z.string().nullable(),
  basedOn: z.string().nullable(),
  changeNote: z.string(),
  retiredAt: instant.nullable(),
  digest: z.string(),
  places: z.int(),
  isNewest: z.boolean(),
});
export type ContentVersionView = z.infer<typeof contentVersionView>;
/** All published versions, the newest first. */
export const contentVersionsView = z.object({ versions: z.array(contentVersionView) });

/** Asks what differs between two published versions of the catalogue or of the instrument. */
export const versionDifference = z.strictObject({ kind: contentKind, from: contentVersion, to: contentVersion });
/** Names a published version. */
export const versionRef = z.strictObject({ kind: contentKind, version: contentVersion });

/** How measures and statements are used over all places. */
export const usageView = z.object({
  catalogue: z.string(),
  instrument: z.string(),
  places: z.int(),
  measures: z.array(
    z.object({
      measureId: z.string(),
      title: textView,
      retired: z.boolean(),
      advised: z.int(),
      chosen: z.int(),
      underWay: z.int(),
      done: z.int(),
      declined: z.int(),
      /** Why it was taken out or stopped, as the places put it: only with the note's own words, never by whom. */
      reasons: z.array(z.string()),
    }),
  ),
  statements: z.array(
    z.object({
      statementId: z.string(),
      title: textView,
      /** Null below five answers. */
      answered: z.int().nullable(),
      /** Share 0–1 that cannot judge; null below five answers. */
      cannotJudgeShare: z.number().nullable(),
    }),
  ),
});
export type UsageView = z.infer<typeof usageView>;
