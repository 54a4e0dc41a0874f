import { compileCondition } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { hitsOf, implementations } from "../src/measure-rules.ts";
import { workload } from "../src/workload.ts";

const places = 40;
const work = workload(160, places);
const expected = work.places.flatMap((facts, place) =>
  work.rules.flatMap((rule, index) => (compileCondition(rule)(facts) === "holds" ? [`${place}:${index}`] : [])),
);

describe("the rules benchmark", () => {
  test.each(implementations.map(({ make }) => make(work)))("$name finds the rules that hold, place by place", async (engine) => {
    const found = await hitsOf(engine, places);
    expect(found).toEqual(expected);
    let count = 0;
    for (let place = 0; place < places; place += 1) count += await engine.run(place);
    expect(count).toBe(expected.length);
  });

  test("the workload is the same in every run, with every operator, unknown facts and every verdict", () => {
    expect(workload(160, places)).toEqual(work);
    const said = JSON.stringify(work.rules);
    for (const op of ["eq", "ne", "lt", "lte", "gt", "gte", "in", "contains", "between", "known"]) expect(said).toContain(`"op":"${op}"`);
    const unknown = work.places.flatMap((facts) => Object.values(facts)).filter((fact) => fact === null).length;
    expect(unknown / (places * work.fields.size)).toBeGreaterThan(0.08);
    const verdicts = new Set(work.rules.flatMap((rule) => work.places.map((facts) => compileCondition(rule)(facts))));
    expect(verdicts.size).toBe(3);
  });
});
