import type { ErrorDetail } from "@hp/contracts";

/** How a call ended that did not succeed: an outcome to act on, no contact with the server, or a fault of ours. */
export type Failure = Pick<ErrorDetail, "code" | "reason" | "fields" | "current"> | { readonly code: "offline" | "fault" };

/** Sentences by `code`, `code.reason` and `field.problem`, in the reader's language. */
export type FailureWords = Readonly<Record<string, string>>;

/** What the server said about a failed call, from the error that the client threw. */
export function failureOf(error: unknown): Failure {
  const data = (error as { data?: { app?: ErrorDetail | null } | null } | null)?.data;
  if (data?.app) return data.app;
  return { code: data === undefined || data === null ? "offline" : "fault" };
}

/** The failure as a sentence. */
export function failureSentence(failure: Failure, words: FailureWords): string {
  const exact = "reason" in failure && failure.reason !== null ? words[`${failure.code}.${failure.reason}`] : undefined;
  return exact ?? words[failure.code] ?? words.fault ?? "";
}

/** The sentence about each refused field, by the field's own name: the last part of its path. */
export function fieldSentences(failure: Failure, words: FailureWords): Readonly<Record<string, string>> {
  if (!("fields" in failure)) return {};
  return Object.fromEntries(
    failure.fields.map(({ path, problem }) => [path.split(".").at(-1) ?? path, words[`field.${problem}`] ?? words["field.invalid"] ?? ""]),
  );
}
