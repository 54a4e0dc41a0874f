import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { aggregate, type Composite, type Part } from "./aggregate.ts";
import { sum } from "./sum.ts";

const near = 1e-9;
const score = fc.double({ min: 0, max: 100, noNaN: true });
const weight = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const unique = <T extends { id: string }>(part: fc.Arbitrary<T>) =>
  fc.uniqueArray(part, { minLength: 1, maxLength: 25, selector: (one) => one.id });
const parts = unique(fc.record({ id: fc.uuid(), score: fc.option(score), weight }));
const observed = unique(fc.record({ id: fc.uuid(), score, weight }));

function scored(composite: Composite) {
  if (composite.kind !== "scored") throw new Error("expected a score");
  return composite;
}

describe("a composite", () => {
  test("A1 lies between its lowest and its highest part", () => {
    forAll([observed], (those) => {
      const all = those.map((part) => part.score);
      const whole = scored(aggregate(those, 0.5)).score;
      expect(whole).toBeGreaterThanOrEqual(Math.min(...all) - near);
      expect(whole).toBeLessThanOrEqual(Math.max(...all) + near);
    });
  });
  test("A2 is never lowered by raising one part", () => {
    forAll([observed, fc.nat(), score], (those, pick, raise) => {
      const raised = those.map((part, index) =>
        index === pick % those.length ? { ...part, score: Math.min(100, part.score + raise) } : part,
      );
      expect(scored(aggregate(raised, 0.5)).score).toBeGreaterThanOrEqual(scored(aggregate(those, 0.5)).score - near);
    });
  });
  test("A3 depends on ratios of weights only", () => {
    forAll([parts, weight], (those, factor) => {
      const [a, b] = [
        aggregate(those, 0.5),
        aggregate(
          those.map((part) => ({ ...part, weight: part.weight * factor })),
          0.5,
        ),
      ];
      if (Math.abs(a.coverage - 0.5) < near) return;
      expect(b.kind).toBe(a.kind);
      if (a.kind === "scored" && b.kind === "scored") expect(b.score).toBeCloseTo(a.score, 9);
    });
  });
  test("A4 takes an unobserved part as absent", () => {
    forAll([parts], (those) => {
      const all = aggregate(those, near);
      if (all.kind === "scored")
        expect(all.score).toBeCloseTo(
          scored(
            aggregate(
              those.filter((part) => part.score !== null),
              near,
            ),
          ).score,
          9,
        );
    });
  });
  test("A5 does not depend on the order of the parts", () => {
    forAll(
      [parts.chain((those) => fc.tuple(fc.constant(those), fc.shuffledSubarray(those, { minLength: those.length })))],
      ([those, shuffled]) => {
        const [a, b] = [aggregate(those, 0.5), aggregate(shuffled, 0.5)];
        if (Math.abs(a.coverage - 0.5) < near) return;
        expect(b.kind).toBe(a.kind);
        if (a.kind === "scored" && b.kind === "scored") expect(b.score).toBeCloseTo(a.score, 9);
      },
    );
  });
  test("A6 is the sum of its contributions", () => {
    forAll([parts], (those) => {
      const whole = aggregate(those, 0.5);
      if (whole.kind === "scored") expect(sum(whole.contributions.map((part) => part.points))).toBeCloseTo(whole.score, 8);
    });
  });
  test("A7 exists exactly where coverage is at least the minimum", () => {
    forAll([parts, fc.double({ min: 0.01, max: 1, noNaN: true })], (those, minimum) => {
      const whole = aggregate(those, minimum);
      expect(whole.kind === "scored").toBe(those.some((part) => part.score !== null) && whole.coverage >= minimum);
    });
  });
  test("A7 half is enough, just under half is not", () => {
    const part = (id: string, value: number | null, its = 1): Part => ({ id, score: value, weight: its });
    expect(aggregate([part("a", 60), part("b", null)], 0.5)).toEqual({
      kind: "scored",
      score: 60,
      coverage: 0.5,
      contributions: [{ id: "a", points: 60 }],
    });
    expect(aggregate([part("a", 60, 0.99), part("b", null)], 0.5)).toMatchObject({ kind: "insufficient", missing: ["b"] });
    expect(aggregate([part("a", null)], 0.5)).toEqual({ kind: "insufficient", coverage: 0, missing: ["a"] });
  });
  test("A8 equals exact rational arithmetic", () => {
    const cents = unique(fc.record({ id: fc.uuid(), score: fc.nat({ max: 10_000 }), weight: fc.integer({ min: 1, max: 1000 }) }));
    forAll([cents], (those) => {
      const top = those.reduce((total, part) => total + BigInt(part.score) * BigInt(part.weight), 0n);
      const bottom = those.reduce((total, part) => total + BigInt(part.weight), 0n);
      const exact = Number((top * 10n ** 12n) / bottom) / 1e14;
      expect(
        scored(
          aggregate(
            those.map((part) => ({ ...part, score: part.score / 100 })),
            0.5,
          ),
        ).score,
      ).toBeCloseTo(exact, 9);
    });
  });
  test("A9 counts coverage by weight, not by parts", () => {
    const whole = unique(fc.record({ id: fc.uuid(), score: fc.option(score), weight: fc.integer({ min: 1, max: 1000 }) }));
    forAll([whole], (those) => {
      const seen = those.reduce((total, part) => total + (part.score === null ? 0 : part.weight), 0);
      expect(aggregate(those, 0.5).coverage).toBeCloseTo(seen / those.reduce((total, part) => total + part.weight, 0), 12);
    });
  });
  test.each([
    [[], "nothing to aggregate"],
    [[{ id: "a", score: 5, weight: 0 }], "weight of a"],
    [[{ id: "a", score: 5, weight: Number.NaN }], "weight of a"],
    [[{ id: "a", score: 5, weight: Number.POSITIVE_INFINITY }], "weight of a"],
    [[{ id: "a", score: 100.1, weight: 1 }], "score of a"],
    [[{ id: "a", score: Number.NaN, weight: 1 }], "score of a"],
  ] as const)("S21 a mistake is named: %j", (those, message) => {
    expect(() => aggregate(those, 0.5)).toThrow(RangeError);
    expect(() => aggregate(those, 0.5)).toThrow(message);
  });
});
