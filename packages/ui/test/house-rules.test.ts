import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { canCompile, compileTokens } from "./compile.ts";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
const read = (name: string) => readFileSync(src + name, "utf8");
const css = read("tokens.css");

describe("the package renders on the server and knows nothing above it", () => {
  test.each(files)("%s", (name) => {
    const text = read(name);
    expect(text).not.toMatch(
      /["']use client["']|\buse(State|Effect|Ref|Id|Memo|Reducer|Context|Callback)\b|dangerouslySetInnerHTML|export default/,
    );
    for (const [, from] of text.matchAll(/from "([^"]+)"/g)) expect(from).toMatch(/^(react|\.{1,2}\/.+\.tsx?)$/);
    expect(text.split("\n").length).toBeLessThanOrEqual(300);
    expect(name).toMatch(/^([a-z-]+\/)?[a-z-]+\.tsx?$/);
  });
  test.each(files.filter((name) => name !== "index.ts"))("%s: every export has a docstring", (name) => {
    const lines = read(name).split("\n");
    const bare = lines.filter(
      (line, index) =>
        /^export (function|const|interface|type) /.test(line) &&
        lines[index - 1]?.trim() !== "*/" &&
        !/^\/\*\*.*\*\/$/.test(lines[index - 1] ?? ""),
    );
    expect(bare).toEqual([]);
  });
});

describe("the stylesheet", () => {
  test("has a rule for every class the components write", () => {
    const known = new Set([...css.matchAll(/\.(-?[a-z][\w-]*)/gi)].map(([, name]) => name));
    const used = new Set(
      files.flatMap((name) =>
        [...read(name).matchAll(/className="([^"]+)"|classNames\(([^)]*)\)/g)].flatMap(([, plain, call]) =>
          (plain ?? [...(call ?? "").matchAll(/"([^"]+)"/g)].map(([, inner]) => inner).join(" ")).split(/\s+/),
        ),
      ),
    );
    // Words inside the calls that are not classes, and the hook of the keys.
    const without = new Set(["", "key-svg", "c", "p", "m", "iv", "t", "bar", "municipality", "industry", "end", "failed"]);
    expect([...used].filter((name) => !known.has(name) && !without.has(name))).toEqual([]);
  });
  test("names no token that does not exist", () => {
    const defined = new Set([...css.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    const outside = ["--font-literata", "--font-source-sans"];
    const used = new Set([css, ...files.map(read)].flatMap((text) => [...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name)));
    expect([...used].filter((name) => !defined.has(name) && !outside.includes(name ?? ""))).toEqual([]);
  });
  test("weighs at most 9 kB gzip as written, comments and all", () =>
    expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(9_000));
  test.runIf(canCompile)("weighs at most 9 kB gzip compiled, with Tailwind's base", async () => {
    const compiled = await compileTokens();
    expect(compiled).toContain(".btn-go");
    expect(gzipSync(compiled, { level: 9 }).length).toBeLessThanOrEqual(9_000);
  });
});

describe("contrast", () => {
  const block = (from: string, to: string) => css.slice(css.indexOf(from), css.indexOf(to, css.indexOf(from)));
  const colours = (text: string) =>
    new Map([...text.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name ?? "", value ?? ""]));
  const light = colours(block("@theme", "@layer base"));
  const dark = new Map([...light, ...colours(block("prefers-color-scheme: dark", "@media print"))]);

  const channel = (hex: string, at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (hex: string) => 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  const contrast = (a: string, b: string) => {
    const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  const text: [string, string][] = [
    ...["paper", "recess", "surface", "wait-tint", "stop-tint", "kommun-tint", "industri-tint", "invanare-tint"].map(
      (ground): [string, string] => ["ink", ground],
    ),
    ...["paper", "recess", "surface", "wait-tint"].map((ground): [string, string] => ["muted", ground]),
    ...["kommun", "industri", "invanare", "fakta", "falu", "done", "wait", "stop"].map((name): [string, string] => [name, "paper"]),
    ...["kommun", "industri", "invanare", "ink"].map((ground): [string, string] => ["paper", ground]),
    ["on-falu", "falu"],
    ["on-falu", "falu-strong"],
    ["wait", "wait-tint"],
    ["stop", "stop-tint"],
    ["stop", "surface"],
    ["done", "recess"],
    ["muted", "mark-soft"],
  ];
  const shapes: [string, string][] = [
    ["edge", "paper"],
    ["edge", "surface"],
    ["focus", "paper"],
    ["focus", "recess"],
    ["kommun", "mark"],
    ["industri", "mark"],
    ["invanare", "mark"],
    ["ink", "mark"],
    ["stop", "paper"],
  ];
  const scheme = { light, dark };

  test.each(Object.entries(scheme))("%s: text has 4.5, shapes and edges 3", (_, colour) => {
    const of = (pair: [string, string]) => contrast(colour.get(pair[0]) ?? "", colour.get(pair[1]) ?? "");
    expect(text.filter((pair) => !(of(pair) >= 4.5))).toEqual([]);
    expect(shapes.filter((pair) => !(of(pair) >= 3))).toEqual([]);
  });
});
