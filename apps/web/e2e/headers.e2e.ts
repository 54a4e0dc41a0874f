import type { APIResponse } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { pathsOf } from "./place-pages.ts";
import { signInAs } from "./session.ts";
import { makeTown } from "./town.ts";

const publicPaths = [
  "/",
  "/metoden",
  "/hjalp",
  "/tillganglighet",
  "/dina-uppgifter",
  "/oppna-data",
  "/logga-in",
  "/logga-in/lanken-galler-inte",
  "/utkorg",
  "/finns-inte",
];
const closed: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** The nonce of an answer, after everything else about its headers has been looked at. */
function checkedNonce(path: string, response: APIResponse): string {
  const headers = response.headers();
  for (const [name, value] of Object.entries(closed)) expect(headers[name], `${name} of ${path}`).toBe(value);
  expect(headers["permissions-policy"], path).toContain("camera=()");
  expect(headers["x-powered-by"], path).toBeUndefined();
  const policy = headers["content-security-policy"] ?? "";
  for (const directive of [
    "default-src 'self'",
    "'strict-dynamic'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy, path).toContain(directive);
  expect(policy.match(/script-src[^;]*/)?.[0], path).not.toContain("unsafe");
  return /'nonce-([A-Za-z0-9+/=]{24,})'/.exec(policy)?.[1] ?? `none of ${path}`;
}

test("every page carries the security headers, and a nonce of its own on each of its scripts", async ({ stage, visit }) => {
  const town = await makeTown(stage, "planned");
  const page = await visit();
  await signInAs(stage, page.context(), town.municipality.email);
  const nonces = new Set<string>();
  const paths = [...publicPaths, "/mina-platser", "/mina-platser/ny", "/konto", ...pathsOf(town.placeId, town.actionId)];
  // Each page twice: an answer that is kept and given again would carry an old nonce.
  for (const path of [...paths, ...paths]) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    const nonce = checkedNonce(path, response);
    expect(nonces.has(nonce), `the nonce of ${path} was used before`).toBe(false);
    nonces.add(nonce);
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    for (const script of scripts) expect(script, path).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(paths.length * 2);
});

test("no cache keeps a page", async ({ stage, visit, request }) => {
  const town = await makeTown(stage, "planned");
  const page = await visit();
  await signInAs(stage, page.context(), town.municipality.email);
  for (const path of ["/mina-platser", "/konto", ...pathsOf(town.placeId, town.actionId)]) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    expect(response.headers()["cache-control"], path).toContain("no-store");
  }
  const asset = /\/_next\/static\/[^"]+\.js/.exec(await (await request.get("/")).text())?.[0] ?? "";
  expect((await request.get(asset)).headers()["cache-control"]).toContain("immutable");
});

test("a request's id is taken over and given back; another is made where there is none", async ({ request }) => {
  const id = crypto.randomUUID();
  for (const path of ["/", "/finns-inte", "/api/health", "/api/ready", "/api/trpc/member.me"]) {
    const given = await request.get(path, { headers: { "x-request-id": id } });
    expect(given.headers()["x-request-id"], path).toBe(id);
    const made = await request.get(path, { headers: { "x-request-id": "not an id" } });
    expect(made.headers()["x-request-id"], path).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test("the product says that it lives and that it is ready", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  const ready = await request.get("/api/ready");
  expect(ready.status()).toBe(200);
  expect(ready.headers()["cache-control"]).toContain("no-store");
});

test("a form from another site is refused, and a mailed link cannot be spent by a GET", async ({ request }) => {
  for (const path of ["/logga-in/skicka", "/logga-in/slutfor", "/logga-ut", "/sprak", "/konto/spara", "/anrop/place.create"]) {
    const other = await request.post(path, { form: { email: "a@e2e.example" }, headers: { origin: "https://annan.example" } });
    expect(other.status(), path).toBe(403);
    const read = await request.get(path);
    expect(read.status(), path).toBe(405);
  }
});
