// Recomputes a run from its document alone and names the first difference:
//   node scripts/verify-run.ts run.json [sha256]
// Exit 0 if the advice is the same to the last digit, else 1. An input that was changed without moving the advice shows
// only against the digest that was written down beside the run: SHA-256 of the canonical JSON, in hex.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { canonicalJson, type EarlierRunDocument, type Replay, type RunDocument, replay } from "../packages/domain/src/index.ts";

/** What came of verifying a run, with what to say of it. */
export interface Verification {
  readonly identical: boolean;
  /** Where the recomputed advice first differs, as `Replay`; null if nowhere, or if it could not be recomputed. */
  readonly firstDifference: string | null;
  readonly message: string;
}

/**
 * Verifies the text of a run document.
 *
 * @param digest SHA-256 that the document should have, in hex; null if there is none to compare with.
 * @returns Total: a text that is no run document is not identical, and the message says why.
 */
export function verifyRun(text: string, digest: string | null = null): Verification {
  try {
    const document = JSON.parse(text) as RunDocument | EarlierRunDocument;
    const again = replay(document);
    if (again.firstDifference !== null) return different(again, again.firstDifference);
    const found = createHash("sha256").update(canonicalJson(document)).digest("hex");
    if (digest !== null && digest.toLowerCase() !== found) return refused(`The advice is the same, but the document's digest is ${found}.`);
    const message = `Identical: ${again.advice.measures.length} measures, engine ${again.engineVersion}, digest ${found}.`;
    return { identical: true, firstDifference: null, message };
  } catch (error) {
    return refused(`Not a run that this engine can compute: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const refused = (message: string): Verification => ({ identical: false, firstDifference: null, message });

function different({ stored, computed }: Replay, path: string): Verification {
  const measure = /^\$\.measures\[\d+\]/.exec(path)?.[0];
  const ids = [stored, computed].map((advice) => String(valueAt(advice, `${measure}.measureId`) ?? "none"));
  const which = measure === undefined ? "" : ` (measure ${[...new Set(ids)].join(", recomputed ")})`;
  const message = `First difference at ${path}${which}\n  in the document: ${shown(valueAt(stored, path))}\n  recomputed:      ${shown(valueAt(computed, path))}`;
  return { identical: false, firstDifference: path, message };
}

/** The value that a path such as `$.measures[2].score` leads to; undefined where it leads nowhere. */
function valueAt(root: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]$]+/g) ?? [];
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], root);
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
};

function main([path, digest]: readonly string[]): number {
  if (path === undefined) {
    console.error("Usage: node scripts/verify-run.ts run.json [sha256]");
    return 1;
  }
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    console.error(`Cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  const { identical, message } = verifyRun(text, digest ?? null);
  (identical ? console.log : console.error)(message);
  return identical ? 0 : 1;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2));
