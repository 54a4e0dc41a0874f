import {
  type Advice,
  type AdviceInput,
  type AdvisedMeasure,
  cachedFieldCatalogue,
  canonicalJson,
  type Facts,
  type FactValue,
  type Reason,
  readCondition,
  reasonText,
  recommend,
  replay,
  runDocument,
  validateCondition,
} from "@hp/domain";
import { describe, expect, test } from "vitest";
import { kpis, loadCatalogue, loadInstrument } from "../src/index.ts";
import { referenceAdviceInput, referencePlaces, referenceSeed } from "../src/reference/index.ts";
import { archetypeInput, archetypes } from "./archetype.ts";

const instrument = loadInstrument();
const catalogue = loadCatalogue();
const kpiTitles = Object.fromEntries(kpis());
const fields = cachedFieldCatalogue(instrument, kpiTitles);
const context = { instrument, catalogue, kpiTitles };

const advise = (input: AdviceInput): Advice => recommend({ instrument, catalogue, input });
const reasonsOf = ({ strongest, suits, weakest, wouldChange, whyNot }: AdvisedMeasure): readonly Reason[] => [
  strongest,
  suits,
  weakest,
  wouldChange,
  ...(whyNot === null ? [] : [whyNot]),
];
/** Every fifteenth municipality of the first seed: about twenty places of all kinds. */
const places = referencePlaces(referenceSeed(1))
  .filter((_, index) => index % 15 === 0)
  .map((place) => referenceAdviceInput(place));

describe("the five made-up places", () => {
  test.each(archetypes.map((archetype) => [archetype.id, archetype] as const))(
    "%s: every expected exclusion holds, with its reason",
    (_, archetype) => {
      const { measures } = advise(archetypeInput(archetype));
      for (const { measure, by } of archetype.expectedExcluded) {
        const found = measures.find(({ measureId }) => measureId === measure);
        expect(found?.status, measure).toBe(by === "rule" ? "excluded" : "held_back");
        expect(found?.whyNot?.template).toMatch(by === "rule" ? /^not\.(excluded|required)$/ : /^not\.held_back$/);
      }
    },
  );
  test.each(archetypes.map((archetype) => [archetype.id, archetype] as const))("%s: no expected measure is gated away", (_, archetype) => {
    const { measures } = advise(archetypeInput(archetype));
    const open = measures.filter(({ score }) => score !== null).map(({ measureId }) => measureId);
    for (const alternatives of archetype.expectedIn) expect(alternatives.filter((id) => open.includes(id))).toEqual(alternatives);
  });
  test("the shared-view workshop comes to the places with a gap of 20 or more, and to no others", () => {
    const brought = archetypes.filter((archetype) =>
      advise(archetypeInput(archetype)).measures.some(({ measureId, status }) => measureId === "SV04" && status === "advised"),
    );
    expect(brought.map(({ id }) => id)).toEqual(
      archetypes.filter(({ gaps }) => Object.values(gaps).some((gap) => Math.abs(gap) >= 20)).map(({ id }) => id),
    );
  });
});

describe("the shipped catalogue", () => {
  const conditions = Object.entries(catalogue.rules).flatMap(([id, { exclude, require, boost, damp, inPlace }]) =>
    [exclude, require, inPlace, ...boost, ...damp].filter((condition) => condition !== null).map((condition) => [id, condition] as const),
  );
  const rawKey = new RegExp(
    `(^|[^\\p{L}\\d])(${[...fields.keys(), ...catalogue.measures.map(({ id }) => id)]
      .filter((key) => /[_.\d]/.test(key))
      .map((key) => key.replaceAll(".", "\\."))
      .join("|")})($|[^\\p{L}\\d])`,
    "u",
  );

  test("has no condition that the engine would refuse, and each can be read in both languages", () => {
    for (const [id, condition] of conditions) {
      expect(validateCondition(condition, fields), id).toEqual([]);
      for (const locale of ["sv", "en"] as const) expect(readCondition(condition, locale, fields)).not.toMatch(rawKey);
    }
  });

  test("gives every place every measure once, nine of its own, and a reason of each kind that reads as a sentence", () => {
    for (const input of places) {
      const { measures } = advise(input);
      expect(new Set(measures.map(({ measureId }) => measureId)).size).toBe(catalogue.measures.length);
      expect(measures.filter(({ status }) => status === "advised")).toHaveLength(9);
      for (const reason of measures.flatMap(reasonsOf)) {
        for (const locale of ["sv", "en"] as const) {
          const text = reasonText(reason, locale, context);
          expect(text).toMatch(/^[\p{Lu}”“\d].{10,}\.$/u);
          expect(text).not.toMatch(rawKey);
          expect(text).not.toMatch(/undefined|NaN|null|\[object/);
        }
      }
    }
  });

  test("every fact that a reason says would open or close a gate, does", () => {
    const changed = (facts: Facts, { values }: Reason): Facts => {
      const after: Record<string, FactValue | null> = { ...facts };
      for (let index = 0; index < Number(values.count); index += 1) {
        const [key, to] = [String(values[`field${index}`]), values[`to${index}`] as string | number | boolean];
        after[key] = fields.get(key)?.type === "multiEnum" ? String(to).split("|").filter(Boolean) : to;
      }
      return after;
    };
    let tried = 0;
    for (const input of places.slice(0, 6)) {
      for (const { measureId, wouldChange } of advise(input).measures) {
        if (wouldChange.template !== "change.opens" && wouldChange.template !== "change.closes") continue;
        const after = advise({ ...input, facts: changed(input.facts, wouldChange) }).measures.find((one) => one.measureId === measureId);
        expect(after?.score === null, measureId).toBe(wouldChange.template === "change.closes");
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(200);
  });

  test("a run replays to the same bytes from its document alone", () => {
    const document = JSON.parse(canonicalJson(runDocument({ instrument, catalogue, input: places[0] as AdviceInput })));
    expect(replay(document)).toMatchObject({ identical: true, firstDifference: null });
  });
});
