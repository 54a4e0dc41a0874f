import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { betaQuantile, fQuantile, fUpperTail, regularisedBeta } from "./beta.ts";
import { ln } from "./elementary.ts";
import { normalQuantile, normalUpperTail } from "./normal.ts";
import { createRandom, murmur3 } from "./random.ts";

const inside = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
/** From 0.001 to 1e7, every power of ten as likely. */
const shape = fc.double({ min: -3, max: 7, noNaN: true }).map((power) => Math.min(1e7, Math.max(1e-3, 10 ** power)));

function expectClose(value: number, wanted: number, relative: number): void {
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
}

describe("S3 the normal distribution", () => {
  // Rounded from 50 digits by mpmath 1.3.
  test.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.0902323061678136],
    [1e-20, -9.262340089798407],
    [0.9995, 3.290526731491926],
    [0.975, 1.9599639845400538],
    [1e-300, -37.0470962993612],
  ])("the quantile at %d is %d", (p, wanted) => {
    expectClose(normalQuantile(p), wanted, 6e-16);
  });
  test.each([
    [-3, 0.9986501019683699],
    [0, 0.5],
    [0.5, 0.3085375387259869],
    [1, 0.15865525393145705],
    [2.999999, 0.0013499024634851548],
    [3, 0.0013498980316300946],
    [5, 2.866515718791939e-7],
    [8, 6.220960574271784e-16],
    [20, 2.7536241186062337e-89],
    [37, 5.725571222524577e-300],
  ])("above %d lie %d", (z, wanted) => {
    expectClose(normalUpperTail(z), wanted, 1e-12);
  });
  test("the quantile mirrors, rises and is undone by the tail", () => {
    forAll([inside, inside], (p, other) => {
      expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 3);
      const [less, more] = p < other ? [p, other] : [other, p];
      expect(normalQuantile(less)).toBeLessThanOrEqual(normalQuantile(more) + 1e-15);
      expectClose(normalUpperTail(-normalQuantile(p)), p, 1e-11);
    });
    expect([normalQuantile(0.5), normalUpperTail(40), normalUpperTail(-40)]).toEqual([0, 0, 1]);
  });
});

describe("S4 the incomplete beta function", () => {
  // mpmath 1.3; the sixth SciPy 1.17.
  test.each([
    [0.5, 0.5, 0.5, 0.5],
    [0.2, 2, 3, 0.1808],
    [0.01, 0.5, 20.5, 0.4765415315484655],
    [0.9, 30.5, 2.5, 0.25361459084774757],
    [0.3, 300, 700, 0.5036711828607676],
    [0.299, 3e5, 7e5, 0.014507708297740835],
    [1e-10, 0.01, 5, 0.8109929104464574],
    [0.999, 1000, 0.5, 0.15724727426672383],
    [1e-300, 0.001, 0.001, 0.25059402842244355],
  ])("I(%d; %d, %d) is %d", (x, a, b, wanted) => {
    expectClose(regularisedBeta(x, a, b), wanted, 1e-10);
  });
  test("equals the binomial sum for whole shapes, in exact arithmetic: I_{k/1000}(a, b) = Σ_{j≥a} C(n, j)·k^j·(1000 − k)^{n−j}/1000^n", () => {
    const whole = fc.integer({ min: 1, max: 40 });
    forAll([fc.integer({ min: 1, max: 999 }), whole, whole], (k, a, b) => {
      const n = a + b - 1;
      let top = 0n;
      let choose = 1n;
      for (let j = 0; j <= n; j += 1) {
        if (j >= a) top += choose * BigInt(k) ** BigInt(j) * BigInt(1000 - k) ** BigInt(n - j);
        choose = (choose * BigInt(n - j)) / BigInt(j + 1);
      }
      const exact = Number((top * 10n ** 30n) / 1000n ** BigInt(n)) / 1e30;
      expect(Math.abs(regularisedBeta(k / 1000, a, b) - exact)).toBeLessThanOrEqual(1e-12 * exact + 1e-29);
    });
  });
  test("lies in 0–1, rises in x, and is the complement of its mirror image, for all shapes", () => {
    forAll([inside, inside, shape, shape], (x, other, a, b) => {
      const value = regularisedBeta(x, a, b);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(value + regularisedBeta(1 - x, b, a)).toBeCloseTo(1, 5);
      const [less, more] = x < other ? [x, other] : [other, x];
      expect(regularisedBeta(less, a, b)).toBeLessThanOrEqual(regularisedBeta(more, a, b) + 1e-9);
    });
    expect([regularisedBeta(0, 2, 3), regularisedBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe("S5 quantiles", () => {
  test("the beta quantile is undone by the distribution, for all shapes", () => {
    forAll([inside, shape, shape], (p, a, b) => {
      const x = betaQuantile(p, a, b);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(1);
      if (x > 1e-290 && x < 0.5) expect(Math.abs(regularisedBeta(x, a, b) - p)).toBeLessThanOrEqual(1e-8 * p + 1e-15);
    });
  });
  test("the beta quantile rises in p, is 0 and 1 at the ends, mirrors exactly, and may be less than a double holds", () => {
    forAll([inside, inside, shape, shape], (p, other, a, b) => {
      const [less, more] = p < other ? [p, other] : [other, p];
      expect(betaQuantile(less, a, b)).toBeLessThanOrEqual(betaQuantile(more, a, b) * (1 + 1e-9));
    });
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3), betaQuantile(0.5, 4, 4), betaQuantile(0.025, 0.001, 1)]).toEqual([0, 1, 0.5, 0]);
  });
  // Abramowitz and Stegun (1964), table 26.9: upper 5 % points 2.90, 4.96 and 2.98, upper 1 % point 4.94; more digits from SciPy 1.17.
  test.each([
    [0.95, 5, 15, 2.9012945362361573],
    [0.95, 1, 10, 4.964602743730711],
    [0.95, 10, 10, 2.9782370160823213],
    [0.99, 3, 20, 4.938193382310538],
    [0.975, 5, 18, 3.381967805875243],
  ])("F at %d with %d and %d degrees of freedom is %d", (p, df1, df2, wanted) => {
    expectClose(fQuantile(p, df1, df2), wanted, 1e-12);
    expectClose(fUpperTail(wanted, df1, df2), 1 - p, 1e-11);
  });
  test("F: the quantile of the turned ratio is one over it, and the tail undoes it, with broken degrees of freedom too", () => {
    const df = fc.double({ min: 0.5, max: 1e5, noNaN: true });
    forAll([fc.double({ min: 0.001, max: 0.999, noNaN: true }), df, df], (p, df1, df2) => {
      const value = fQuantile(p, df1, df2);
      expectClose(value * fQuantile(1 - p, df2, df1), 1, 1e-7);
      expectClose(fUpperTail(value, df1, df2), 1 - p, 1e-7);
    });
    expect(fUpperTail(0, 3, 4)).toBe(1);
    expect(fUpperTail(1e300, 3, 4)).toBeLessThan(1e-300);
  });
  test("S2 the same bits as on Node 24: 2,000 quantiles", () => {
    const random = createRandom("quantiles");
    const values = Array.from({ length: 2000 }, () =>
      betaQuantile(random.uniform(), random.exponential() + 0.01, 30 * random.exponential() + 0.01),
    );
    expect(murmur3(values.map((value) => value.toString(36)).join())).toMatchInlineSnapshot(`2122426494`);
    const normals = Array.from({ length: 2000 }, () => normalUpperTail(4 * random.normal()) + ln(random.exponential()));
    expect(murmur3(normals.map((value) => value.toString(36)).join())).toMatchInlineSnapshot(`1634185582`);
  });
});
