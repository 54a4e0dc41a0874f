import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { agreement, wassersteinShare } from "../scoring/agreement.ts";
import { sum } from "../scoring/sum.ts";
import { tastleWiermanConsensus, vanDerEijkAgreement, wassersteinDistance } from "./ordinal.ts";

const counts = (least: number) => fc.array(fc.nat(30), { minLength: least, maxLength: 9 });
const pair = counts(2).chain((first) =>
  fc.tuple(fc.constant(first), fc.array(fc.nat(30), { minLength: first.length, maxLength: first.length })),
);
const risingFor = (length: number) =>
  fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length })
    .map((steps) => steps.map((_, at) => sum(steps.slice(0, at + 1))));

describe("S14 van der Eijk's agreement", () => {
  test.each([
    // van der Eijk (2001), p. 331, as in R package agrmt 1.42: "The rate of agreement is given as 0.6113333".
    [[30, 40, 210, 130, 530, 50, 10], 0.6113333],
    [[0, 0, 7, 0, 0], 1],
    [[3, 3, 3, 3, 3], 0],
    [[5, 0, 0, 0, 5], -1],
    [[0, 5, 5, 0, 0], 0.75],
    [[1, 0, 0], null],
    [[0, 0, 0], null],
  ])("of %j is %d", (those, wanted) => {
    if (wanted === null) expect(vanDerEijkAgreement(those)).toBeNull();
    else expect(vanDerEijkAgreement(those)).toBeCloseTo(wanted, 7);
  });
  test("lies in −1…1, mirrors, does not see how many, and is scoring's", () => {
    forAll([counts(3), fc.integer({ min: 2, max: 9 })], (those, times) => {
      const value = vanDerEijkAgreement(those);
      if (sum(those) < 2) return expect(value).toBeNull() as undefined;
      expect(Math.abs(value ?? 2)).toBeLessThanOrEqual(1);
      expect(vanDerEijkAgreement([...those].reverse())).toBeCloseTo(value ?? 2, 9);
      expect(vanDerEijkAgreement(those.map((count) => count * times))).toBeCloseTo(value ?? 2, 9);
      expect(agreement(those)).toBeCloseTo(value ?? 2, 12);
    });
  });
});

describe("S15 Tastle and Wierman's consensus", () => {
  test.each([
    // R package agrmt 1.42, help page of consensus(): "The degree of consensus is given as 0.7256876".
    [[30, 40, 210, 130, 530, 50, 10], 0.7256876],
    // The distribution of Tastle and Wierman (2007), p. 537 (as in R package consr); its value by eq. 2: mean 2.95, distances 1.95, 0.95, 0.05, 1.05, 2.05 of 4.
    [[19, 16, 26, 29, 10], 0.5184145],
    // An even spread: 1 + (2·log2 ½ + 2·log2 ¾)/5.
    [[2, 2, 2, 2, 2], 1 + (2 * -1 + 2 * Math.log2(0.75)) / 5],
    [[0, 0, 7, 0, 0], 1],
    [[5, 0, 0, 0, 5], 0],
    [[0, 1], null],
  ])("of %j is %d", (those, wanted) => {
    if (wanted === null) expect(tastleWiermanConsensus(those)).toBeNull();
    else expect(tastleWiermanConsensus(those)).toBeCloseTo(wanted, 7);
  });
  test("lies in 0…1, mirrors, and sees neither how many nor the unit and origin of the positions", () => {
    forAll(
      [counts(2).chain((those) => fc.tuple(fc.constant(those), risingFor(those.length))), fc.integer({ min: 2, max: 9 }), fc.integer()],
      ([those, positions], times, shift) => {
        const value = tastleWiermanConsensus(those, positions);
        if (sum(those) < 2) return expect(value).toBeNull() as undefined;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        const turned = [...positions].reverse().map((position) => -position);
        expect(tastleWiermanConsensus([...those].reverse(), turned)).toBeCloseTo(value ?? 2, 9);
        expect(
          tastleWiermanConsensus(
            those.map((count) => times * count),
            positions.map((position) => times * position + shift),
          ),
        ).toBeCloseTo(value ?? 2, 6);
      },
    );
  });
  test("moving people from the ends into the middle raises it, and only the extreme pair splits wholly", () => {
    forAll([fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 })], (ends, more) => {
      const at = (outer: number, inner: number) => tastleWiermanConsensus([outer, inner, 0, inner, outer]) ?? 2;
      expect(at(ends, more)).toBeGreaterThan(at(ends + more, 0));
      expect(at(ends + more, 0)).toBe(0);
    });
  });
});

describe("S16 Wasserstein's distance", () => {
  test("SciPy's documented examples: 5, 0.25 and 4.0781331438047861", () => {
    expect(wassersteinDistance([1, 1, 1, 0, 0, 0], [0, 0, 0, 1, 1, 1], [0, 1, 3, 5, 6, 8])?.distance).toBeCloseTo(5, 12);
    expect(wassersteinDistance([3, 1], [2, 2], [0, 1])).toEqual({ distance: 0.25, share: 0.25 });
    expect(wassersteinDistance([0, 1.4, 0.9, 0, 3.1, 7.2], [3.5, 0, 0, 3.2, 0, 0], [1.4, 3.4, 3.9, 4.5, 7.5, 7.8])?.distance).toBeCloseTo(
      4.0781331438047861,
      12,
    );
  });
  test("0 for the same, symmetric, at most the range, at least the difference of the means, and a triangle", () => {
    forAll([pair, fc.infiniteStream(fc.nat(30))], ([first, second], stream) => {
      const third = first.map(() => stream.next().value as number);
      const result = wassersteinDistance(first, second);
      if (sum(first) === 0 || sum(second) === 0) return expect(result).toBeNull() as undefined;
      const mean = (those: readonly number[]) => sum(those.map((count, at) => count * at)) / sum(those);
      expect(wassersteinDistance(first, first)?.distance).toBe(0);
      expect(result?.distance).toBeCloseTo(wassersteinDistance(second, first)?.distance ?? -1, 12);
      expect(result?.share).toBeLessThanOrEqual(1);
      expect(result?.distance).toBeGreaterThanOrEqual(Math.abs(mean(first) - mean(second)) - 1e-9);
      if (sum(third) === 0) return;
      const round = (wassersteinDistance(first, third)?.distance ?? 0) + (wassersteinDistance(third, second)?.distance ?? 0);
      expect(result?.distance).toBeLessThanOrEqual(round + 1e-9);
    });
    expect(wassersteinDistance([9, 0, 0, 0, 0], [0, 0, 0, 0, 2])).toEqual({ distance: 4, share: 1 });
  });
  test("its share is scoring's for categories one step apart, and sees only ratios of weights and no unit", () => {
    forAll([pair, fc.integer({ min: -30, max: 30 })], ([first, second], power) => {
      if (sum(first) === 0 || sum(second) === 0) return;
      const shares = (those: readonly number[]) => those.map((count) => count / sum(those));
      const share = wassersteinDistance(first, second)?.share ?? -1;
      expect(share).toBeCloseTo(wassersteinShare(shares(first), shares(second)), 12);
      const positions = first.map((_, at) => (at - 3) * 2 ** power);
      expect(
        wassersteinDistance(
          first.map((count) => count * 7),
          shares(second),
          positions,
        )?.share,
      ).toBeCloseTo(share, 9);
    });
  });
});

test("S39 mistakes are named", () => {
  expect(() => vanDerEijkAgreement([1, 2])).toThrow(/^counts must have at least 3/);
  expect(() => vanDerEijkAgreement([1, -2, 3])).toThrow(/^counts\[1\]/);
  expect(() => tastleWiermanConsensus([1, 0.5])).toThrow(/^counts\[1\]/);
  expect(() => tastleWiermanConsensus([1, 2], [1, 1])).toThrow(/^positions\[1\]/);
  expect(() => tastleWiermanConsensus([1, 2], [1, 2, 3])).toThrow(/^positions must have 2/);
  expect(() => wassersteinDistance([1], [1])).toThrow(/^first/);
  expect(() => wassersteinDistance([1, 2], [1, 2, 3])).toThrow(/^second must have 2/);
  for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY])
    expect(() => wassersteinDistance([1, weight], [1, 2])).toThrow(/^first\[1\]/);
});
