import type { ErrorCode } from "@hp/contracts";

/** What an outcome tells besides its code. Everything may be left out. */
export interface AppErrorDetail {
  /** Which outcome exactly: a key under `failure.<code>` in the messages. */
  readonly reason?: string;
  readonly fields?: readonly { readonly path: string; readonly problem: string }[];
  /** For `stale`: the saved version, in the shape of the procedure's own answer. */
  readonly current?: unknown;
}

/** An outcome that a user can act on. Anything else that is thrown is a fault: a fixed sentence to the user, the cause to the log. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly detail: AppErrorDetail;
  constructor(code: ErrorCode, detail: AppErrorDetail = {}) {
    super(detail.reason ? `${code}: ${detail.reason}` : code);
    this.code = code;
    this.detail = detail;
  }
}

/** Refuses one field of an input with a problem key. */
export const invalidField = (path: string, problem: string): AppError => new AppError("invalid", { fields: [{ path, problem }] });

const zodProblems: Record<string, string> = {
  invalid_type: "type",
  invalid_union: "type",
  invalid_format: "format",
  invalid_value: "choice",
  too_small: "too_small",
  too_big: "too_big",
  unrecognized_keys: "unknown_field",
  not_multiple_of: "type",
  invalid_key: "unknown_field",
  invalid_element: "type",
};

/** What a contract found wrong with a field, as a problem key: never the value that was sent. */
export const problemOf = (issue: { readonly code?: string | undefined; readonly message: string }): string =>
  issue.code === "custom" ? issue.message : (zodProblems[issue.code ?? ""] ?? "invalid");
