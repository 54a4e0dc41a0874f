import { trpc } from "../../../trpc/client.ts";
import { type Failure, failureOf, fetchFailureWords } from "./failure.ts";
import { type CallName, formInputs } from "./form-inputs.ts";

/** How a call from a form ended. */
export type CallOutcome = { readonly ok: true; readonly result: unknown } | { readonly ok: false; readonly failure: Failure };

type Mutation = { readonly mutate: (input: unknown) => Promise<unknown> };

/** Sends a form to its procedure. Total: what goes wrong is an outcome. */
export async function browserCall(call: CallName, form: FormData): Promise<CallOutcome> {
  const [noun = "", verb = ""] = call.split(".");
  const nouns = trpc as unknown as Readonly<Record<string, Readonly<Record<string, Mutation>>>>;
  try {
    const result = await nouns[noun]?.[verb]?.mutate(formInputs[call](form));
    return { ok: true, result };
  } catch (error) {
    const failure = failureOf(error);
    if (failure.code !== "offline") await fetchFailureWords();
    return { ok: false, failure };
  }
}

/** Where a form without scripts is sent: the handler that calls the same procedure. */
export const callAddress = (call: CallName) => `/anrop/${call}`;
