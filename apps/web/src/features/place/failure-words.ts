import "server-only";
import { getMessages } from "next-intl/server";
import { cache } from "react";
import type { FailureWords } from "./form/failure.ts";

interface Tree {
  readonly [key: string]: string | Tree;
}

const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

/** What every page has of them: no contact, and a fault of ours. The others are fetched when something is refused. */
export async function firstFailureWords(): Promise<FailureWords> {
  const { offline = "", fault = "" } = await failureWords();
  return { offline, fault };
}

/** The sentences about what can go wrong, by `code`, `code.reason` and `field.problem`; the same object all through a request. */
export const failureWords = cache(async (): Promise<FailureWords> => {
  const messages = (await getMessages()) as Tree;
  const own = messages.failure;
  if (typeof own !== "object") return {};
  // `code.general` is the sentence of the code itself.
  return Object.fromEntries(flat(own).map(([key, sentence]) => [key.replace(/\.general$/, ""), sentence]));
});
