import { NextRequest } from "next/server";
import { beforeAll, expect, test } from "vitest";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://app:x@localhost/hp",
    NEXTAUTH_SECRET: "x".repeat(32),
    NEXTAUTH_URL: "https://platser.example.org",
  });
});

const ask = async (address: string, headers: Record<string, string> = {}) => {
  const { proxy } = await import("./proxy.ts");
  return proxy(new NextRequest(`https://platser.example.org${address}`, { headers }));
};
// Next hands request headers on under this name.
const handedOn = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);

test("every answer has a fresh nonce, and the page gets the same policy", async () => {
  const [one, other] = [await ask("/"), await ask("/")];
  const policy = one.headers.get("content-security-policy") ?? "";
  expect(handedOn(one, "content-security-policy")).toBe(policy);
  expect(policy).not.toBe(other.headers.get("content-security-policy"));
  expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic';/);
  for (const part of [
    "style-src 'self' 'unsafe-inline'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "upgrade-insecure-requests",
  ])
    expect(policy).toContain(part);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test("the other headers are there", async () => {
  const { headers } = await ask("/");
  expect(Object.fromEntries([...headers].filter(([name]) => !name.startsWith("x-middleware")))).toMatchObject({
    "strict-transport-security": expect.stringContaining("max-age="),
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("geolocation=()"),
  });
});

test("a request keeps its id when that is a UUID, and gets one when it is not", async () => {
  const given = "7e2d8cb0-9631-49da-9aed-2a589fe6c8af";
  const kept = await ask("/", { "x-request-id": given });
  expect([kept.headers.get("x-request-id"), handedOn(kept, "x-request-id")]).toEqual([given, given]);
  for (const made of ["", "1", "<script>", `${given}0`, "00000000-0000-0000-0000-000000000000"]) {
    const id = (await ask("/", { "x-request-id": made })).headers.get("x-request-id");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
});

test("the page is told its own address, whatever the visitor says it is", async () => {
  const response = await ask("/plats/1?flik=2&_rsc=abc", { "x-hp-path": "//evil.example" });
  expect(handedOn(response, "x-hp-path")).toBe("/plats/1?flik=2");
});
