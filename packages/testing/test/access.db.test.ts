import { readFileSync, writeFileSync } from "node:fs";
import type { Player } from "@hp/demo";
import { type PlaceRole, placeRoles } from "@hp/domain/access";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Asker,
  adminOf,
  anonymous,
  askers,
  call,
  expected,
  fingerprint,
  type House,
  matrixPage,
  openHouse,
  placeWith,
  procedures,
  samples,
  type World,
  type WorldStage,
} from "../src/index.ts";

const page = new URL("../../../docs/generated/access-matrix.md", import.meta.url);
let house: House;
const shared = new Map<WorldStage, World>();

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** A world for calls that change nothing: queries and refusals. */
async function sharedWorld(stage: WorldStage): Promise<World> {
  const known = shared.get(stage);
  if (known) return known;
  const made = await placeWith(house, stage);
  shared.set(stage, made);
  return made;
}

let other: World | undefined;
/** Another place with everything in it. */
async function otherWorld(): Promise<World> {
  other ??= await placeWith(house, "upgraded");
  return other;
}

const isRole = (asker: Asker): asker is PlaceRole => (placeRoles as readonly string[]).includes(asker);
let someAdmin: Player | undefined;
const callerOf = async (world: World, asker: Asker) => {
  if (isRole(asker)) return world.as[asker].api;
  if (asker === "outsider") return world.outsider.api;
  if (asker === "anonymous") return anonymous(house);
  // The world's own admin where it has one; nobody in the world's place in any case.
  if (world.content.draftId !== "") return world.content.admin.api;
  someAdmin ??= await adminOf(house);
  return someAdmin.api;
};

test("every procedure states its policy and has a sample, and every sample a procedure", () => {
  for (const { path, policy } of procedures) expect(policy, path).toBeDefined();
  expect(Object.keys(samples).sort()).toEqual(procedures.map((one) => one.path).sort());
});

test("the generated matrix says what the code says", () => {
  if (process.env.UPDATE_GENERATED) writeFileSync(page, matrixPage());
  expect(readFileSync(page, "utf8")).toBe(matrixPage());
});

const cases = procedures.flatMap((procedure) => askers.map((asker) => [procedure, asker, expected(procedure.path, asker)] as const));

describe("everyone gets what the matrix says", () => {
  test.each(cases.filter(([, , outcome]) => outcome === "ok"))("$path answers $1", async ({ path, type }, asker) => {
    const sample = samples[path];
    if (sample === undefined) throw new Error(path);
    const world = type === "query" ? await sharedWorld(sample.stage) : await placeWith(house, sample.stage);
    const role = isRole(asker) ? asker : "coordinator";
    await expect(call(await callerOf(world, asker), path, sample.input(world, role))).resolves.toBeDefined();
  });

  test.each(cases.filter(([, , outcome]) => outcome !== "ok"))("$path refuses $1 and changes nothing", async ({ path }, asker, outcome) => {
    const sample = samples[path];
    if (sample === undefined) throw new Error(path);
    const world = await sharedWorld(sample.stage);
    const input = sample.input(world, isRole(asker) ? asker : "coordinator");
    const before = await fingerprint(house.owner);
    await expect(call(await callerOf(world, asker), path, input)).rejects.toMatchObject({ code: outcome });
    expect(await fingerprint(house.owner)).toBe(before);
  });
});

describe("another place, and no place, look the same", () => {
  const inPlaces = procedures.filter((one) => one.policy?.kind === "place");
  test.each(inPlaces)("$path through another place's id, and through none", async ({ path }) => {
    const sample = samples[path];
    if (sample === undefined) throw new Error(path);
    const mine = await sharedWorld("planned");
    const theirs = await otherWorld();
    const before = await fingerprint(house.owner);
    for (const placeId of [theirs.placeId, crypto.randomUUID()]) {
      for (const role of placeRoles) {
        const input = { ...sample.input(theirs, role), placeId };
        await expect(call(mine.as[role].api, path, input), `${role} ${placeId}`).rejects.toMatchObject({ code: "NOT_FOUND" });
      }
    }
    expect(await fingerprint(house.owner)).toBe(before);
  });
});

describe("one's own place with another place's child", () => {
  // Ids of things inside a place. An input that names one is tried with another place's.
  const children: Record<string, (world: World, role: PlaceRole) => unknown> = {
    roundId: (world) => world.roundId,
    runId: (world) => world.runId,
    actionId: (world) => world.actionId,
    invitationId: (world, role) => world.invitationIds[role],
    upgradeId: (world) => world.content.upgradeId,
    userId: (world) => world.as.viewer.userId,
    organisation: (world, role) => ({ id: world.organisationIds[role] }),
  };
  const pairs = procedures.flatMap(({ path, policy }) => {
    if (policy?.kind !== "place") return [];
    const keys = Object.keys(
      samples[path]?.input(
        {
          as: { viewer: {} },
          content: {},
          measureIds: [],
          organisationIds: {},
          invitationIds: {},
          responseVersions: {},
        } as unknown as World,
        "coordinator",
      ) ?? {},
    );
    return keys.filter((key) => key in children).map((key) => [path, key] as const);
  });

  test("there is something to try", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(12);
  });

  test.each(pairs)("%s with another place's %s is not found, and nothing changes", async (path, key) => {
    const sample = samples[path];
    const child = children[key];
    if (sample === undefined || child === undefined) throw new Error(path);
    const mine = await sharedWorld(sample.stage);
    const theirs = await otherWorld();
    const before = await fingerprint(house.owner);
    for (const role of placeRoles) {
      if (expected(path, role) !== "ok") continue;
      const input = { ...sample.input(mine, role), [key]: child(theirs, role) };
      await expect(call(mine.as[role].api, path, input), role).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await fingerprint(house.owner)).toBe(before);
  });
});
