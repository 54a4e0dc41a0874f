import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { messageArguments } from "./icu.ts";
import { keysUsed, type SourceFile } from "./keys-used.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const locales = ["sv", "en"] as const;
type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

const files = readdirSync(here("../messages")).filter((name) => name.endsWith(".json"));
const treeOf = (locale: string): Tree =>
  Object.assign(
    {},
    ...files
      .filter((name) => new RegExp(`(^|\\.)${locale}\\.json$`).test(name))
      .map((name) => JSON.parse(readFileSync(here(`../messages/${name}`), "utf8"))),
  );
const trees = { sv: treeOf("sv"), en: treeOf("en") };
const messages = { sv: new Map(flat(trees.sv)), en: new Map(flat(trees.en)) };
const keys = [...messages.sv.keys()];

describe("the two languages", () => {
  test("there are messages", () => expect(keys.length).toBeGreaterThan(200));
  test("have the same keys", () => expect([...messages.en.keys()].sort()).toEqual([...keys].sort()));
  test("no namespace stands in two files", () => {
    const names = files
      .filter((name) => /(^|\.)sv\.json$/.test(name))
      .flatMap((name) => Object.keys(JSON.parse(readFileSync(here(`../messages/${name}`), "utf8"))));
    expect(names.length).toBe(new Set(names).size);
  });
  test("have the same tags and arguments in every message, but for what only bends words", () => {
    // English has {count, plural, one {has} other {have}} where Swedish has "har": such an argument may stand in one language only.
    const bends = new Set(["plural", "selectordinal", "select"]);
    const differ = (key: string) => {
      const [one, other] = [messageArguments(messages.sv.get(key) ?? ""), messageArguments(messages.en.get(key) ?? "")];
      return [...one, ...other].some(([name, kind]) => !bends.has(kind) && !(one.has(name) && other.has(name)));
    };
    expect(keys.filter(differ)).toEqual([]);
  });
});

describe.each(locales)("%s", (locale) => {
  const own = messages[locale];
  test("no message is empty or has blanks around it", () =>
    expect([...own].filter(([, text]) => text.trim() === "" || text !== text.trim()).map(([key]) => key)).toEqual([]));
  test("every message can be written out", () => {
    const faults: string[] = [];
    const t = createTranslator({
      locale,
      messages: trees[locale] as never,
      onError: (error) => faults.push(error.message),
      timeZone: "Europe/Stockholm",
    });
    for (const [key, text] of own) {
      const values = [...messageArguments(text)].map(([name, kind]) => {
        if (kind === "tag") return [name.slice(1, -1), (inner: string) => inner];
        return [name, kind === "text" || kind === "select" ? "x" : kind === "date" || kind === "time" ? new Date(0) : 2];
      });
      (t.markup as unknown as (key: string, values: Record<string, unknown>) => string)(key, Object.fromEntries(values));
    }
    expect(faults).toEqual([]);
  });
  test("no word of another register: exclamations and regrets", () =>
    expect(
      [...own]
        .filter(([, text]) => /!(?!=)|tyvärr|unfortunately|please/i.test(text))
        .filter(([key]) => !key.startsWith("mail."))
        .map(([key]) => key),
    ).toEqual([]));
});

describe("keys in the code", () => {
  const src = here("../src/");
  const sources: SourceFile[] = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name))
    .map((name) => ({ name, text: readFileSync(src + name, "utf8") }));
  const used = keysUsed(sources, keys);
  test("every key is used somewhere", () => expect(keys.filter((key) => !used.isUsed(key))).toEqual([]));
  test("every key that is asked for exists", () => expect(used.missing).toEqual([]));
});
