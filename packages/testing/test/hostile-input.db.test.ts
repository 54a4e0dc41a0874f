import { appRouter } from "@hp/api";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fingerprint, type House, openHouse, type ProcedureInfo, placeWith, procedures, samples, type World } from "../src/index.ts";

const inputsMin = 50;
let house: House;
let world: World;
beforeAll(async () => {
  house = await openHouse();
  world = await placeWith(house, "upgraded");
});
afterAll(() => house.close());

/** Sends a body as it stands to the same handler that the product serves. */
async function send({ path, type, policy }: Pick<ProcedureInfo, "path" | "type" | "policy">, body: string): Promise<number> {
  const asker = policy?.kind === "platform" ? world.content.admin : world.as.coordinator;
  const url = `http://house.example/api/trpc/${path}`;
  const request =
    type === "query"
      ? new Request(`${url}?input=${encodeURIComponent(body)}`)
      : new Request(url, { method: "POST", body, headers: { "content-type": "application/json" } });
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => ({
      database: house.database,
      userId: asker.userId,
      locale: "sv" as const,
      requestId: crypto.randomUUID(),
      record: () => {},
    }),
  });
  await response.text();
  return response.status;
}

// Values that have broken programs before. JSON text, so that `__proto__` arrives as a key of its own.
const hostile = [
  "null",
  "true",
  "0",
  "-1",
  "1e308",
  "-0",
  "0.1",
  "2147483648",
  "9007199254740993",
  '""',
  '" "',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\ud800"',
  '"<script>alert(1)</script>"',
  '"\'; DROP TABLE \\"Place\\"; --"',
  '"$\u007b7*7}"',
  '"../../etc/passwd"',
  '"__proto__"',
  '"constructor"',
  JSON.stringify("x".repeat(5000)),
  JSON.stringify("å".repeat(300)),
  "[]",
  "[null]",
  "[[[[[[[[]]]]]]]]",
  "{}",
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1}',
  '{"length":-1}',
  '"2027-02-30"',
  '"9999-12-31"',
  '"00000000-0000-0000-0000-000000000000"',
  '"\\u202e"',
  JSON.stringify(Array.from({ length: 200 }, () => "x")),
];

/** One change of a good input: a value replaced, a key dropped, or one added. */
const mutation = (good: object) => {
  const keys = Object.keys(good);
  const value = fc.constantFrom(...hostile);
  const replaced = fc.tuple(fc.constantFrom(...(keys.length > 0 ? keys : ["x"])), value).map(([key, json]) => {
    const rest = Object.entries(good).filter(([name]) => name !== key);
    return `{${[...rest.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`), `${JSON.stringify(key)}:${json}`].join(",")}}`;
  });
  const added = fc
    .tuple(fc.constantFrom("__proto__", "constructor", "admin", "userId", "isDemo", "version ", ""), value)
    .map(([key, json]) => {
      const entries = Object.entries(good).map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`);
      return `{${[...entries, `${JSON.stringify(key)}:${json}`].join(",")}}`;
    });
  const dropped = fc
    .constantFrom(...(keys.length > 0 ? keys : ["x"]))
    .map((key) => JSON.stringify(Object.fromEntries(Object.entries(good).filter(([name]) => name !== key))));
  return fc.oneof(
    { weight: 6, arbitrary: replaced },
    { weight: 2, arbitrary: added },
    { weight: 1, arbitrary: dropped },
    { weight: 2, arbitrary: value },
    { weight: 1, arbitrary: fc.constantFrom("", "{", "undefined", "NaN", '{"a":}') },
  );
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return Symbol("not JSON");
  }
};

test.each(procedures)("$path refuses bad input without a fault, and nothing changes", async ({ path, type, policy, accepts }) => {
  const sample = samples[path];
  if (sample === undefined) throw new Error(path);
  const good = sample.input(world, "coordinator");
  const bodies = fc.sample(mutation(good), { numRuns: 400, seed: 20261125 }).filter((body) => !accepts(parse(body)));
  // Procedures without input of their own ignore what is sent: there is no bad input to them.
  const takesNothing = accepts(undefined);
  const bad = [...new Set(bodies)].slice(0, 80);
  if (!takesNothing) expect(bad.length, "enough different bad inputs").toBeGreaterThanOrEqual(inputsMin);
  const before = await fingerprint(house.owner);
  for (const body of bad) {
    const status = await send({ path, type, policy }, body);
    expect(status, body.slice(0, 200)).toBeGreaterThanOrEqual(400);
    expect(status, body.slice(0, 200)).toBeLessThan(500);
  }
  expect(await fingerprint(house.owner)).toBe(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test("good shapes with hostile content are kept as text and break nothing", async () => {
  const { placeId, as } = world;
  for (const title of ['\'; DROP TABLE "Place"; --', "<script>alert(1)</script>", "__proto__", "\u202eabc", "😀".repeat(40)]) {
    const added = await as.coordinator.api.plan.addOwn({ placeId, title, responsibleParty: "both", idempotencyKey: crypto.randomUUID() });
    expect(added.title).toBe(title);
  }
});
