// Tampers with a run document in one place at a time and sees that the verifier finds it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { canonicalJson, recommend, runDocument } from "../packages/domain/src/index.ts";
import { catalogue, even, inputOf, instrument } from "../packages/domain/test/world.ts";
import { verifyRun } from "./verify-run.ts";

const script = fileURLToPath(new URL("verify-run.ts", import.meta.url));
const node = fileURLToPath(new URL("../node_modules/.bin/node", import.meta.url));
const input = inputOf(even, { vakans: 12, rekryt_externt: true, skiftandel: 45, restid_stad: 30, bef_trend5: -2 });
const text = canonicalJson(runDocument({ instrument, catalogue, input }));
const digest = createHash("sha256").update(text).digest("hex");

/** The document's text with one thing changed. */
function tampered(change) {
  const document = JSON.parse(text);
  change(document);
  const after = JSON.stringify(document);
  expect(after).not.toBe(text);
  return after;
}

/** One digit of a number's shortest spelling, the last, made another. */
const lastDigit = (value) => Number(String(value).replace(/\d$/, (digit) => String((Number(digit) + 5) % 10)));

test("an untouched document is identical, with its digest", () => {
  expect(verifyRun(text)).toMatchObject({ identical: true, firstDifference: null });
  expect(verifyRun(text, digest.toUpperCase())).toMatchObject({ identical: true });
  expect(verifyRun(text).message).toContain(digest);
});

describe("one change is found, and the first difference named with both values", () => {
  test.each([
    ["an answer about the place", ({ input: { facts } }) => (facts.rekryt_externt = false)],
    ["another answer, by one", ({ input: { facts } }) => (facts.vakans = 4)],
    ["a rule's value", ({ catalogue: { rules } }) => (rules.BO01.require.value = 13)],
    ["a rule's operator", ({ catalogue: { rules } }) => (rules.AR03.boost[0].op = "lt")],
    ["a weight", ({ instrument: { dimensions } }) => (dimensions[0].weight += 0.001)],
    ["an effect", ({ catalogue: { measures } }) => (measures[0].effects.arbete = 2)],
  ])("%s", (_, change) => {
    const { identical, firstDifference, message } = verifyRun(tampered(change));
    expect(identical).toBe(false);
    expect(firstDifference).toMatch(/^\$\.(measures|openQuestions)/);
    expect(message).toContain(`First difference at ${firstDifference}`);
    expect(message).toMatch(/in the document: .+\n {2}recomputed: {6}.+/);
  });

  test("one digit of any score or contribution of the result", () => {
    const { measures } = JSON.parse(text).result;
    const scored = measures.flatMap(([, , , score], index) => (score === null ? [] : [index]));
    expect(scored.length).toBeGreaterThan(2);
    for (const index of scored) {
      const score = verifyRun(tampered(({ result }) => (result.measures[index][3] = lastDigit(measures[index][3]))));
      expect(score.firstDifference).toBe(`$.measures[${index}].score`);
      expect(score.message).toContain(`(measure ${measures[index][0]})`);
      if (measures[index][6] === undefined) continue;
      const points = verifyRun(tampered(({ result }) => (result.measures[index][6][0][0][2] = lastDigit(measures[index][6][0][0][2]))));
      expect(points.firstDifference).toBe(`$.measures[${index}].inFull.contributions[0].points`);
    }
  });

  test("a value of any reason", () => {
    const { measures } = JSON.parse(text).result;
    for (const [index, [, , , , [, values]]] of measures.entries()) {
      if (values.length === 0) continue;
      const { firstDifference } = verifyRun(tampered(({ result }) => (result.measures[index][4][1][0] = 99)));
      expect(firstDifference).toMatch(new RegExp(`^\\$\\.measures\\[${index}\\]\\.wouldChange\\.`));
    }
  });

  test("the engine's version", () => {
    expect(verifyRun(tampered((document) => (document.engineVersion = "0.0.1"))).firstDifference).toBe("$.engineVersion");
  });

  test("an input that does not move the advice, against the digest", () => {
    const renamed = tampered(({ catalogue: { measures } }) => (measures[0].source.sv = "En annan källa"));
    expect(verifyRun(renamed)).toMatchObject({ identical: true });
    expect(verifyRun(renamed, digest)).toMatchObject({ identical: false, firstDifference: null });
  });
});

test("a document in the earlier layout, with every trace, is verified the same", () => {
  const { result: _result, ...rest } = JSON.parse(text);
  const earlier = { ...rest, format: "hallbara-platser/run/1", advice: recommend({ instrument, catalogue, input }) };
  expect(verifyRun(JSON.stringify(earlier))).toMatchObject({ identical: true, firstDifference: null });
  const advice = { ...earlier.advice, measures: earlier.advice.measures.map((one, index) => (index === 0 ? { ...one, rank: 2 } : one)) };
  expect(verifyRun(JSON.stringify({ ...earlier, advice }))).toMatchObject({ identical: false, firstDifference: "$.measures[0].rank" });
});

const formats = ["hallbara-platser/run/1", "hallbara-platser/run/2"].map((format) => JSON.stringify({ format }));
test.each(["", "null", "{}", "[]", ...formats, tampered((document) => (document.format = "other/1"))])(
  "what is no run document is refused, with a reason: %s",
  (its) => {
    const { identical, message } = verifyRun(its);
    expect(identical).toBe(false);
    expect(message).toMatch(/^Not a run that this engine can compute: ./);
  },
);

describe("as a command", () => {
  const folder = mkdtempSync(join(tmpdir(), "verify-run-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (name, content) => {
    const path = join(folder, name);
    if (content !== null) writeFileSync(path, content);
    return spawnSync(node, [script, path], { encoding: "utf8" });
  };
  test("0 for the same run", () => expect(run("same.json", text)).toMatchObject({ status: 0, stderr: "" }));
  test("1 for another, with the difference", () => {
    const { status, stderr } = run(
      "other.json",
      tampered(({ result }) => (result.measures[0][2] = 2)),
    );
    expect(status).toBe(1);
    expect(stderr).toContain("First difference at $.measures[0].rank");
  });
  test("1 for a file that is not there", () => expect(run("none.json", null).status).toBe(1));
});
