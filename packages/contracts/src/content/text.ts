import type { Text } from "@hp/domain";
import { z } from "zod";

/** A filled string as content may hold it: no space at the ends, 1–4 000 characters. */
export const filled = z
  .string()
  .min(1)
  .max(4000)
  .refine((value) => value === value.trim(), "Space at the start or end");

/** One text in every language of the product; a missing or empty language is an error, never a fallback. */
export const text = z.strictObject({ sv: filled, en: filled }) satisfies z.ZodType<Text>;

const unfinished = z
  .string()
  .trim()
  .max(4000)
  .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), "control_characters");

/** A text as a draft may hold it: trimmed, and empty in a language until somebody has written it. */
export const draftText = z.strictObject({ sv: unfinished, en: unfinished }) satisfies z.ZodType<Text>;

/** A stable key of content: ASCII letters, digits, underscore and hyphen, 1–60 characters; ids are never reused. */
export const contentKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$/, "Not a key: ASCII letters, digits, _ and - only");

/** The id of an indicator: Kolada's (`N07909`, `U07453`) or our own for other producers (`BRA_VIOLENT_CRIME_1000`). */
export const kpiId = z.string().regex(/^([NU]\d{5}|[A-Z][A-Z0-9_]{2,59})$/, "Not an indicator id");

/** The version of an instrument or catalogue, as `2026-11-2`: year, month, count within the month. */
export const contentVersion = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-\d{1,3}$/, "Not a version: year-month-count");

/**
 * Adds an issue for each value that occurs more than once.
 *
 * @param key Names the identity of an entry.
 * @returns A check for zod's `superRefine`, with the path of the second occurrence.
 */
export function uniqueBy<T>(key: (entry: T) => string) {
  return (entries: readonly T[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    entries.forEach((entry, index) => {
      const id = key(entry);
      if (seen.has(id)) context.addIssue({ code: "custom", path: [index], message: `Occurs twice: ${id}` });
      seen.add(id);
    });
  };
}
