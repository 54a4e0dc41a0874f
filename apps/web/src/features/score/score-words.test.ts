import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DimensionView, OpenScores } from "@hp/contracts";
import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import type { ReaderLocale, Say } from "../place/kit.ts";
import { readerFormat } from "../place/reader-format.ts";
import {
  comparedDimensions,
  dumbbellSentence,
  extremes,
  factSentence,
  gapSizeText,
  headline,
  matrixSentence,
  type ScoreKit,
  wheelSentence,
} from "./score-words.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
function kitOf(locale: ReaderLocale): ScoreKit {
  const messages = JSON.parse(readFileSync(here(`../../../messages/places.${locale}.json`), "utf8"));
  const onError = (error: Error) => {
    throw error;
  };
  return {
    t: createTranslator({ locale, messages, namespace: "score", onError } as never) as unknown as Say,
    format: readerFormat(locale),
  };
}
const kits = { sv: kitOf("sv"), en: kitOf("en") };
const sv = kits.sv;

const ids = [
  "arbete",
  "kompetens",
  "skola",
  "boende",
  "service",
  "resor",
  "centrum",
  "fritid",
  "natur",
  "trygghet",
  "inkludering",
  "identitet",
  "samverkan",
];
const cell = (score: number | null) =>
  score === null ? null : { score, low: Math.max(score - 8, 0), high: Math.min(score + 8, 100), coverage: 1, respondents: 3 };
const bandOf = (size: number) => (size >= 20 ? "gap" : size >= 10 ? "nuance" : "consensus");

/** An area as both parties score it; null is too few answers. */
function area(id: string, municipality: number | null, industry: number | null, more: Partial<DimensionView> = {}): DimensionView {
  const both = municipality !== null && industry !== null;
  const place = both ? (municipality + industry) / 2 : (municipality ?? industry);
  const points = both ? municipality - industry : 0;
  return {
    id,
    label: `${id.charAt(0).toUpperCase()}${id.slice(1)} och mer`,
    domain: "work",
    place: cell(place),
    municipality: cell(municipality),
    industry: cell(industry),
    ownCompany: null,
    gap: both ? { points, low: points - 5, high: points + 5, band: bandOf(Math.abs(points)) } : null,
    importance: null,
    quadrant: null,
    fact: null,
    factGap: null,
    factSource: null,
    cannotJudgeShare: null,
    items: [],
    ...more,
  } as DimensionView;
}
const scoresOf = (dimensions: DimensionView[], more: Partial<OpenScores> = {}): OpenScores =>
  ({
    kind: "open",
    openedAt: "2026-11-18T08:00:00.000Z",
    mode: "full",
    instrumentVersion: "9",
    respondents: { municipality: 4, industry: 3 },
    missingParty: null,
    consensus: null,
    domains: [],
    means: { score: 50, importance: 4 },
    outcome: [],
    dimensions,
    ...more,
  }) as OpenScores;

describe("the headline", () => {
  test("names the largest gap and who scores lower", () =>
    expect(headline(scoresOf([area("skola", 66, 64), area("boende", 58, 34)]), sv)).toBe(
      "Ni är eniga om ett av två områden. Industrin ger boende och mer 24 poäng lägre betyg än kommunen.",
    ));
  test("turns the parties round when the municipality scores lower", () =>
    expect(headline(scoresOf([area("skola", 66, 64), area("natur", 50, 79)]), sv)).toContain(
      "Kommunen ger natur och mer 29 poäng lägre betyg än industrin.",
    ));
  test("says that no gap reaches twenty when none does", () =>
    expect(headline(scoresOf([area("skola", 66, 64), area("resor", 55, 39)]), sv)).toContain("Inget glapp når 20 poäng."));
  test("names all that tie for the largest", () =>
    expect(headline(scoresOf([area("skola", 60, 60), area("boende", 58, 34), area("resor", 60, 36)]), sv)).toContain(
      "Störst är skillnaden om boende och resor: 24 poäng i var och en.",
    ));
  test("says when all is agreed", () =>
    expect(headline(scoresOf([area("skola", 66, 64), area("natur", 70, 74)]), sv)).toBe("Ni är eniga om alla två områden."));
  test("with one party silent compares nothing", () => {
    const text = headline(scoresOf([area("skola", 66, null)], { missingParty: "industry" }), sv);
    expect(text).toBe("Här står bara det som kommunen har svarat. Industrin har inte svarat, så ingenting går att jämföra.");
  });
  test("with too few answers says so", () =>
    expect(headline(scoresOf([area("skola", 66, null), area("natur", null, 70)]), sv)).toBe("Det finns för få svar för att jämföra er."));
});

test("a gap is never written over the edge of its band", () => {
  fc.assert(
    fc.property(fc.double({ min: -100, max: 100, noNaN: true }), (points) => {
      const band = bandOf(Math.abs(points));
      const written = Number(gapSizeText({ points, band }, sv).replace(",", "."));
      expect(bandOf(written)).toBe(band);
      expect(Math.abs(written - Math.abs(points))).toBeLessThanOrEqual(0.5);
    }),
  );
});

const anyScore = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 6 });
const quadrant = fc.option(
  fc.record({ name: fc.constantFrom("prioritise", "keep", "improve_if_possible", "lower_priority"), certain: fc.boolean() }),
);
const anyScores = fc
  .tuple(
    fc.array(
      fc.tuple(
        anyScore,
        anyScore,
        quadrant,
        fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
        fc.option(fc.constantFrom("better_than_facts", "worse_than_facts")),
      ),
      { minLength: 1, maxLength: 13 },
    ),
    fc.option(fc.constantFrom("municipality", "industry"), { freq: 4 }),
  )
  .map(([areas, missingParty]) =>
    scoresOf(
      areas.map(([municipality, industry, field, fact, factGap], index) =>
        area(ids[index] ?? "x", missingParty === "municipality" ? null : municipality, missingParty === "industry" ? null : industry, {
          quadrant: field as DimensionView["quadrant"],
          fact,
          factGap: fact === null ? null : (factGap as DimensionView["factGap"]),
        }),
      ),
      { missingParty: missingParty as OpenScores["missingParty"] },
    ),
  );

test.each(["sv", "en"] as const)(
  "in every case each sentence in %s is whole: a capital first, a full stop last, nothing left to fill in",
  (locale) => {
    const kit = kits[locale];
    fc.assert(
      fc.property(anyScores, (scores) => {
        const sentences = [
          headline(scores, kit),
          wheelSentence(scores, kit),
          dumbbellSentence(comparedDimensions(scores), kit),
          matrixSentence(scores, kit),
          factSentence(scores, kit),
        ];
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
          expect(sentence).not.toMatch(/[{}]|undefined|null|NaN|\.\.| {2}|\. \p{Ll}/u);
        }
      }),
      { numRuns: 300 },
    );
  },
);

test("the wheel names exactly those that share the highest and the lowest written score", () => {
  fc.assert(
    fc.property(anyScores, (scores) => {
      const written = scores.dimensions.flatMap(({ place }) => (place === null ? [] : [Math.round(place.score)]));
      const high = extremes(scores.dimensions, "high");
      const low = extremes(scores.dimensions, "low");
      if (written.length === 0) expect([high, low]).toEqual([null, null]);
      else {
        expect(high).toMatchObject({ score: Math.max(...written) });
        expect(low).toMatchObject({ score: Math.min(...written) });
        expect(high?.areas.length).toBe(written.filter((score) => score === Math.max(...written)).length);
      }
    }),
  );
});
