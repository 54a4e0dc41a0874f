import { expect, test } from "vitest";
import { isOwnHost, isSameOrigin, safePath } from "./origin.ts";

const site = "https://platser.example.org";
const from = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), site);

test.each([
  ["a page of ours", { origin: site, "sec-fetch-site": "same-origin", host: "platser.example.org" }, true],
  ["a page of ours, behind a proxy that changes Host", { origin: site, "sec-fetch-site": "same-origin", host: "10.0.0.7:3000" }, true],
  [
    "a page of ours under another name of the machine",
    { origin: "http://127.0.0.1:3000", "sec-fetch-site": "same-origin", host: "127.0.0.1:3000" },
    true,
  ],
  ["a browser without Sec-Fetch-Site", { origin: site, host: "platser.example.org" }, true],
  ["a browser that hides Origin", { "sec-fetch-site": "same-origin", host: "platser.example.org" }, true],
  [
    "a stranger's name that was made to lead here",
    { origin: "http://evil.example:3000", "sec-fetch-site": "same-origin", host: "evil.example:3000" },
    false,
  ],
  ["another port of this machine", { origin: "http://localhost:4000", host: "localhost:3000" }, false],
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site", host: "platser.example.org" }, false],
  ["another site, in a browser without Sec-Fetch-Site", { origin: "https://evil.example", host: "platser.example.org" }, false],
  ["a sibling of our site", { origin: "https://other.example.org", "sec-fetch-site": "same-site", host: "platser.example.org" }, false],
  ["a sandboxed frame", { origin: "null", "sec-fetch-site": "cross-site", host: "platser.example.org" }, false],
  ["an origin that is none", { origin: "null", host: "platser.example.org" }, false],
  ["a typed address or a bookmark", { "sec-fetch-site": "none", host: "platser.example.org" }, false],
  ["something that says nothing", { host: "platser.example.org" }, false],
] as const)("%s", (_, headers, expected) => expect(from(headers)).toBe(expected));

test.each([
  ["/plats/1?a=b#c", "/plats/1?a=b#c"],
  ["/åäö", "/%C3%A5%C3%A4%C3%B6"],
  ["/a/../b", "/b"],
])("%s is a path of ours", (text, expected) => expect(safePath(text, "/x")).toBe(expected));

test.each([
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example",
  "\\\\evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "javascript:alert(1)",
  "plats",
  "",
  " /plats",
  null,
  undefined,
  ["/plats"],
  `/${"a".repeat(1000)}`,
])("%j is not", (text) => expect(safePath(text, "/x")).toBe("/x"));

test.each([
  ["platser.example.org", true],
  ["localhost:3000", true],
  ["127.0.0.1:3000", true],
  ["[::1]:3000", true],
  ["192.168.1.5", true],
  ["evil.example:3000", false],
  ["127.0.0.1.evil.example", false],
  ["localhost.evil.example:3000", false],
  [null, false],
] as const)("%s is a host of ours: %s", (host, expected) => expect(isOwnHost(host, site)).toBe(expected));
