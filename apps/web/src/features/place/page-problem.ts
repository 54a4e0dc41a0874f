import "server-only";
import { headers } from "next/headers";
import { pathHeader } from "../../server/request-id.ts";
import { failureWords } from "./failure-words.ts";

/** Name of the part of the address that says what went wrong with a posted form. */
export const problemParameter = "fel";

/** The sentence that the address asks for; null when nothing went wrong. Only our own sentences can be asked for. */
export async function pageProblem(): Promise<string | null> {
  const path = (await headers()).get(pathHeader) ?? "";
  const code = new URLSearchParams(path.split("?")[1] ?? "").get(problemParameter);
  if (code === null) return null;
  const words = await failureWords();
  const general = code.split(".")[0] ?? "";
  return (
    [code, general, "fault"]
      .map((key) => (Object.hasOwn(words, key) ? words[key] : undefined))
      .find((sentence) => sentence !== undefined) ?? null
  );
}
