import { placeRow, planOf, type RunWrite, type Transaction } from "@hp/db";
import { type AdviceInput, type Catalogue, ENGINE_VERSION, type Instrument, storedRun } from "@hp/domain";
import type { PlaceScope } from "@hp/domain/access";
import { digestOf } from "../digest.ts";
import { openDataOf } from "../profile/open-data.ts";
import { factsOf } from "../profile/place-facts.service.ts";
import { newestScores } from "../score/round-scores.service.ts";

/** A place's inputs as they stand, with the round and the instrument that they come from. */
export interface PlaceAdviceInput {
  readonly input: AdviceInput;
  readonly roundId: string;
  readonly instrument: Instrument;
}

/** What a run made at this moment would depend on; null until results are opened. */
export async function adviceInputOf(transaction: Transaction, scope: PlaceScope<"place.read">): Promise<PlaceAdviceInput | null> {
  const open = await newestScores(transaction, scope);
  if (typeof open === "string") return null;
  const facts = await factsOf(transaction, scope, open.instrument, open.scores);
  const { factIndex } = openDataOf(await placeRow(transaction, scope));
  const { actions } = await planOf(transaction, scope);
  const done = actions
    .filter((action) => action.status === "done" && action.removedAt === null && action.measureId !== null)
    .map((action) => action.measureId as string);
  return {
    input: { facts, scores: open.scores, factIndex, done: done.sort() },
    roundId: open.round.id,
    instrument: open.instrument,
  };
}

/** A run of a place's inputs with a catalogue, ready to be stored. */
export function makeRun({ input, roundId, instrument }: PlaceAdviceInput, catalogue: Catalogue): RunWrite {
  const stored = storedRun({ instrument, catalogue, input });
  const versions = { instrumentVersion: instrument.version, catalogueVersion: catalogue.version, engineVersion: ENGINE_VERSION };
  return { ...versions, roundId, document: stored as never, digest: digestOf({ ...versions, ...stored }) };
}
