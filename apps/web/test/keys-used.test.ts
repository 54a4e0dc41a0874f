import { expect, test } from "vitest";
import { messageArguments } from "./icu.ts";
import { keysUsed } from "./keys-used.ts";

const keys = ["a.title", "a.step.one", "a.step.two", "b.title", "b.lost", "c.sub.deep"];
const file = (text: string) => [{ name: "page.tsx", text }];

test("a key that nobody asks for is found, also when another namespace has its name", () => {
  const used = keysUsed(file('const t = await getTranslations("a"); t("title"); t(`step.$' + "{step}`)"), keys);
  expect(keys.filter((key) => !used.isUsed(key))).toEqual(["b.title", "b.lost", "c.sub.deep"]);
});

test("a key that does not exist is found", () => {
  expect(keysUsed(file('const t = await say("a"); t("title"); t("titel"); t.rich("step.three", {})'), keys).missing).toEqual([
    "page.tsx: titel",
    "page.tsx: step.three",
  ]);
  expect(keysUsed(file('const t = await getTranslations("c.sub"); t("deep")'), keys).missing).toEqual([]);
});

test("a file that is handed its texts may ask in any namespace", () => {
  const used = keysUsed(file('const draw = (t: Say) => t("step.one")'), keys);
  expect(used.missing).toEqual([]);
  expect(keys.filter(used.isUsed)).toEqual(["a.step.one"]);
});

test("arguments are read out of plurals, tags and quoted braces", () => {
  expect([...messageArguments("{who} har {count, plural, one {# svar av {total}} other {# svar}} <b>nu</b> '{inte}'")].sort()).toEqual([
    ["<b>", "tag"],
    ["count", "plural"],
    ["total", "text"],
    ["who", "text"],
  ]);
  expect(() => messageArguments("{who")).toThrow("not closed");
  expect(() => messageArguments("who}")).toThrow("closes nothing");
});
