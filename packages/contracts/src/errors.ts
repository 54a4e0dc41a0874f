import { z } from "zod";

/**
 * Outcomes that a user can act on. Each has a sentence in messages/{sv,en}.json and one code in the transport's table.
 * Not a member and no such place are the same `not_found`.
 */
export const errorCodes = [
  "not_signed_in",
  "forbidden",
  "not_found",
  "stale",
  "invalid",
  "already_exists",
  "not_ready",
  "closed",
  "too_many",
  "reused_key",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What an error tells the browser besides its sentence. */
export const errorDetail = z.object({
  code: z.enum(errorCodes),
  /** Which outcome exactly, for a better sentence: `failure.<code>.<reason>`; null for the general one. */
  reason: z.string().nullable(),
  /** For `invalid`: the fields and what is wrong with each, as keys under `failure.field`. */
  fields: z.array(z.object({ path: z.string(), problem: z.string() })),
  /** For `stale`: the saved version, in the same shape as the procedure's answer. */
  current: z.unknown().nullable(),
});
export type ErrorDetail = z.infer<typeof errorDetail>;
