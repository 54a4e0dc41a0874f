import { canonicalJson, completeRun, ENGINE_VERSION, replay, storedRun } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { loadCatalogue, loadInstrument } from "../src/index.ts";
import { referenceAdviceInput, referencePlaces, referenceSeed, withoutDraws } from "../src/reference/index.ts";
import { archetypeInput, archetypes } from "./archetype.ts";

const instrument = loadInstrument();
const catalogue = loadCatalogue();
/** A result for one place, as canonical JSON. */
const mostBytes = 30_000;

const some = referencePlaces(referenceSeed(1)).filter((_, index) => index % 58 === 0);
const inputs = [
  ...archetypes.map(archetypeInput),
  ...some.map((place) => referenceAdviceInput(place)),
  // What open data know and nothing else: the most questions are open.
  ...some.map((place) => referenceAdviceInput(withoutDraws(place))),
];

const runs = inputs.map((input) => storedRun({ instrument, catalogue, input }));

describe("a stored run with the shipped content", () => {
  test("has a result of at most 30 kB", () => {
    const sizes = runs.map(({ result }) => Buffer.byteLength(canonicalJson(result)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(mostBytes);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
  });
  test("replays to the same bytes from itself and the versions it pins", () => {
    for (const run of runs) {
      const stored = JSON.parse(canonicalJson(run)) as typeof run;
      expect(replay(completeRun(stored, { instrument, catalogue, engineVersion: ENGINE_VERSION }))).toMatchObject({ identical: true });
    }
  });
});
