import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advise, find } from "../../test/advice.ts";
import { forAll, input, reference } from "../../test/arbitraries.ts";
import { even, inputOf, instrument, wideCatalogue } from "../../test/world.ts";
import type { Catalogue } from "../catalogue/types.ts";
import { canonicalJson } from "./canonical-json.ts";
import { computeCommonness } from "./commonness.ts";
import { toldAdvice } from "./told-advice.ts";

const known: Catalogue = { ...wideCatalogue, reference, basicPackage: ["Z00", "Z03"] };
const ids = known.measures.map(({ id }) => id);
const some = fc.subarray(ids, { minLength: 1 });

const retiring = (gone: readonly string[]): Catalogue => ({
  ...known,
  measures: known.measures.map((measure) => (gone.includes(measure.id) ? { ...measure, retired: true } : measure)),
});

/** The catalogue as if the measures had never been in it. */
const without = (gone: readonly string[]): Catalogue => ({
  ...known,
  measures: known.measures.filter(({ id }) => !gone.includes(id)),
  rules: Object.fromEntries(
    Object.entries(known.rules).map(([id, rule]) => [
      id,
      { ...rule, prerequisites: rule.prerequisites.filter((other) => !gone.includes(other)) },
    ]),
  ),
  basicPackage: known.basicPackage.filter((id) => !gone.includes(id)),
});

describe("M39 a retired measure", () => {
  test("takes no part: the advice is that of a catalogue without it, to the byte", () => {
    forAll(
      [input, some],
      (its, gone) => {
        expect(canonicalJson(advise(its, retiring(gone)))).toBe(canonicalJson(advise(its, without(gone))));
        for (const { measureId } of advise(its, retiring(gone)).measures) expect(gone).not.toContain(measureId);
      },
      300,
    );
  });
  test("seats nobody by what would change it either", () => {
    forAll(
      [input, some],
      (its, gone) => {
        const of = (catalogue: Catalogue) => canonicalJson(toldAdvice({ instrument, catalogue, input: its }));
        expect(of(retiring(gone))).toBe(of(without(gone)));
      },
      30,
    );
  });
  test("is not named to start with", () => {
    const its = inputOf(even, { skiftandel: 30 });
    expect(find(its, "SV02", known).startWith).toEqual(["SV01", "SK01"]);
    expect(find(its, "SV02", retiring(["SV01"])).startWith).toEqual(["SK01"]);
  });
  test("is no part of Grundpaket, and its share is 0; the others' are as without it", () => {
    forAll(
      [fc.array(input, { minLength: 1, maxLength: 4 }), some],
      (places, gone) => {
        const of = (catalogue: Catalogue) => computeCommonness({ instrument, catalogue, places });
        const [with_, bare] = [of(retiring(gone)), of(without(gone))];
        expect(with_.basicPackage).toEqual(bare.basicPackage);
        for (const id of ids) expect(with_.commonness[id]).toBe(gone.includes(id) ? 0 : bare.commonness[id]);
      },
      100,
    );
  });
  test("one that is marked as in use is as one without a mark", () => {
    forAll(
      [input],
      (its) => {
        const marked = { ...known, measures: known.measures.map((measure) => ({ ...measure, retired: false })) };
        expect(canonicalJson(advise(its, marked))).toBe(canonicalJson(advise(its, known)));
      },
      100,
    );
  });
});
