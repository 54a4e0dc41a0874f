import { type AdviceInput, placeCounterfactuals, select, toldAdvice, withScore, withWeight } from "@hp/domain";
import { describe, expect, test } from "vitest";
import { loadCatalogue, loadInstrument } from "../src/index.ts";
import { referenceAdviceInput, referencePlaces, referenceSeed } from "../src/reference/index.ts";
import { archetypeInput, archetypes } from "./archetype.ts";

const instrument = loadInstrument();
const catalogue = loadCatalogue();
const request = (input: AdviceInput) => ({ instrument, catalogue, input });
const seats = (input: AdviceInput, of = instrument): ReadonlySet<string> =>
  new Set(select(of, catalogue, input).advised.map(({ measure }) => measure.id));

/** The made-up places, and every twenty-ninth municipality. */
const places: readonly (readonly [string, AdviceInput])[] = [
  ...archetypes.map((archetype) => [`made-up place ${archetype.id}`, archetypeInput(archetype)] as const),
  ...referencePlaces(referenceSeed(1))
    .filter((_, index) => index % 29 === 0)
    .map((place) => [`test place ${place.municipalityCode}`, referenceAdviceInput(place)] as const),
];

describe("what would seat a measure that others come before, with the shipped content", () => {
  test.each(places)("%s: every score and weight, applied, seats it, and a step less does not", (_, input) => {
    const found = placeCounterfactuals(request(input));
    let told = 0;
    for (const { measure } of select(instrument, catalogue, input).open) {
      const score = found.scoreChange(measure.id);
      if (score !== null) {
        told += 1;
        const { dimensionId, from, to } = score;
        expect(seats(withScore(input, dimensionId, to)).has(measure.id)).toBe(true);
        const less = (Math.round(to * 10) + (to > from ? -1 : 1)) / 10;
        if (to > from ? less > from : less < from) expect(seats(withScore(input, dimensionId, less)).has(measure.id)).toBe(false);
      }
      const weight = found.weightChange(measure.id);
      if (weight !== null) {
        const { dimensionId, percent } = weight;
        expect(seats(input, withWeight(instrument, dimensionId, percent)).has(measure.id)).toBe(true);
        const less = percent - Math.sign(percent);
        if (less !== 0) expect(seats(input, withWeight(instrument, dimensionId, less)).has(measure.id)).toBe(false);
      }
    }
    expect(told).toBeGreaterThan(0);
  });

  test("where none is told, no score of the measure's dimensions seats it: every half point tried", () => {
    const [, input] = places[0] as (typeof places)[number];
    const reached = new Set(
      instrument.dimensions.flatMap(({ id }) =>
        Array.from({ length: 201 }, (_, step) =>
          [...seats(withScore(input, id, step / 2))].map((measureId) => `${id} ${measureId}`),
        ).flat(),
      ),
    );
    const silent = toldAdvice(request(input)).measures.filter(({ wouldChange }) => wouldChange.template === "change.never_enters");
    expect(silent.length).toBeGreaterThan(0);
    for (const { measureId } of silent) {
      const { effects } = catalogue.measures.find(({ id }) => id === measureId) ?? { effects: {} };
      for (const id of Object.keys(effects)) expect(reached.has(`${id} ${measureId}`)).toBe(false);
    }
  });
});
