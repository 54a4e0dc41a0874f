import type { ErrorDetail } from "@hp/contracts";

/** How a call ended that did not succeed: an outcome to act on, no contact with the server, or a fault of ours. */
export type Failure = Pick<ErrorDetail, "code" | "reason" | "fields" | "current"> | { readonly code: "offline" | "fault" };

/** Sentences by `code`, `code.reason` and `field.problem`, in the reader's language. */
export type FailureWords = Readonly<Record<string, string>>;

/** Where the sentences about outcomes are fetched when one is needed: few readers ever meet one. */
export const failureWordsAddress = "/anrop/ord";

let fetched: FailureWords = {};

/** Fetches the sentences once. Total: without contact the two that every page has must do. */
export async function fetchFailureWords(): Promise<void> {
  if (Object.keys(fetched).length > 0) return;
  const response = await fetch(failureWordsAddress).catch(() => null);
  if (response?.ok) fetched = (await response.json().catch(() => ({}))) as FailureWords;
}

/** What the server said about a failed call, from the error that the client threw. */
export function failureOf(error: unknown): Failure {
  const data = (error as { data?: { app?: ErrorDetail | null } | null } | null)?.data;
  if (data?.app) return data.app;
  return { code: data === undefined || data === null ? "offline" : "fault" };
}

/** The failure as a sentence. */
export function failureSentence(failure: Failure, words: FailureWords): string {
  const all = { ...words, ...fetched };
  const exact = "reason" in failure && failure.reason !== null ? all[`${failure.code}.${failure.reason}`] : undefined;
  return exact ?? all[failure.code] ?? all.fault ?? "";
}

/** The sentence about each refused field: by its path, and by the field's own name, which is the last part of it. */
export function fieldSentences(failure: Failure, words: FailureWords): Readonly<Record<string, string>> {
  if (!("fields" in failure)) return {};
  const all = { ...words, ...fetched };
  const sentence = (problem: string) => all[`field.${problem}`] ?? all["field.invalid"] ?? all.fault ?? "";
  return Object.fromEntries(
    failure.fields.flatMap(({ path, problem }) => [
      [path.split(".").at(-1) ?? path, sentence(problem)],
      [path, sentence(problem)],
    ]),
  );
}
