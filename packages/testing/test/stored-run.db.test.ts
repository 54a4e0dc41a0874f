import { loadCatalogue, loadInstrument } from "@hp/content";
import { canonicalJson, completeRun, type EarlierStoredRun, recommend, replay, type StoredRun } from "@hp/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { adminOf, type House, openHouse, placeWith, type World } from "../src/index.ts";

let house: House;
let world: World;
beforeAll(async () => {
  house = await openHouse();
  world = await placeWith(house, "advised");
});
afterAll(() => house.close());

const instrument = loadInstrument();
const catalogue = loadCatalogue();

async function newest(): Promise<{ readonly document: StoredRun; readonly engineVersion: string }> {
  const { rows } = await house.owner.query(
    `SELECT "document", "engineVersion" FROM "RecommendationRun" WHERE "placeId" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
    [world.placeId],
  );
  return rows[0];
}

/** Measures that the place is advised, as admins see them counted over all places, and as the place sees them. */
async function advisedHere(): Promise<{ readonly counted: readonly string[]; readonly shown: readonly string[] }> {
  const { measures } = await (await adminOf(house)).api.catalogue.usage();
  const shown = await world.as.coordinator.api.recommendation.latest({ placeId: world.placeId });
  if (shown.kind !== "run") throw new Error("no run is shown");
  return {
    counted: measures
      .filter(({ advised }) => advised === 1)
      .map(({ measureId }) => measureId)
      .sort(),
    shown: [...shown.advised, ...shown.basic].map(({ id }) => id).sort(),
  };
}

test("a run is stored with its input and a result of at most 30 kB, and replays from these and the versions it pins", async () => {
  const { document, engineVersion } = await newest();
  expect(Object.keys(document).sort()).toEqual(["format", "input", "result"]);
  expect(Buffer.byteLength(canonicalJson(document.result))).toBeLessThanOrEqual(30_000);
  expect(replay(completeRun(document, { instrument, catalogue, engineVersion }))).toMatchObject({ identical: true, firstDifference: null });
  const { counted, shown } = await advisedHere();
  expect(counted).toEqual(shown);
});

test("a run that was stored with every trace is still shown, and replays in its own layout", async () => {
  const { placeId, as } = world;
  const { document, engineVersion } = await newest();
  const before = await as.coordinator.api.recommendation.latest({ placeId });
  const earlier: EarlierStoredRun = { input: document.input, advice: recommend({ instrument, catalogue, input: document.input }) };
  await house.owner.query(
    `INSERT INTO "RecommendationRun" ("id", "placeId", "roundId", "instrumentVersion", "catalogueVersion", "engineVersion", "document", "digest", "createdById", "createdAt")
     SELECT gen_random_uuid(), "placeId", "roundId", "instrumentVersion", "catalogueVersion", "engineVersion", $2, repeat('0', 64), "createdById", "createdAt" + interval '1 second'
     FROM "RecommendationRun" WHERE "placeId" = $1 ORDER BY "createdAt" DESC LIMIT 1`,
    [placeId, JSON.stringify(earlier)],
  );
  const after = await as.coordinator.api.recommendation.latest({ placeId });
  if (before.kind !== "run" || after.kind !== "run") throw new Error("no run is shown");
  expect(after.digest).toBe("0".repeat(64));
  expect(after.advised.length).toBeGreaterThan(0);
  expect(after.advised.map(({ robustness: _, ...one }) => one)).toEqual(before.advised.map(({ robustness: _, ...one }) => one));
  expect(after.basic).toEqual(before.basic);
  expect(after.questions).toEqual(before.questions);
  expect(after.notAdvised.map(({ id, status, why }) => [id, status, why])).toEqual(
    before.notAdvised.map(({ id, status, why }) => [id, status, why]),
  );
  expect(replay(completeRun(earlier, { instrument, catalogue, engineVersion }))).toMatchObject({ identical: true });
  const { counted, shown } = await advisedHere();
  expect(counted).toEqual(shown);
});

test("of a measure that others come before, the score is told that would seat it, or that none does", async () => {
  const shown = await world.as.coordinator.api.recommendation.run({ placeId: world.placeId });
  if (shown.kind !== "run") throw new Error("no run is shown");
  const open = shown.notAdvised.filter(({ status }) => status === "open").map(({ wouldChange }) => wouldChange);
  expect(open.length).toBeGreaterThan(0);
  for (const text of open)
    expect(text).toMatch(/får rådet en plats i Särskilt för er ort|skulle ge det en plats i Särskilt för er ort|saknar poäng/);
});
