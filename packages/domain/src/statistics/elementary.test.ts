import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forAll } from "../../test/arbitraries.ts";
import { EXP_MAX, exp, ln, lnOnePlus } from "./elementary.ts";
import { createRandom, murmur3 } from "./random.ts";

/** Far under 1 ulp of what a double can hold, and what the docstrings promise. */
const RELATIVE = 1e-15;
const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });

function expectClose(value: number, wanted: number, relative = RELATIVE): void {
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
}

describe("S1 elementary functions", () => {
  // Rounded from 50 digits by mpmath 1.3.
  test.each([
    [5e-324, -744.4400719213812],
    [2.2250738585072014e-308, -708.3964185322641],
    [1e-100, -230.25850929940458],
    [0.1, -Math.LN10],
    [0.5, -Math.LN2],
    [Math.SQRT1_2, -0.3465735902799726],
    [0.9, -0.10536051565782628],
    [0.9999999999999999, -1.1102230246251565e-16],
    [1.0000000000000002, 2.2204460492503128e-16],
    [1.1, 0.09531017980432493],
    [Math.SQRT2, 0.3465735902799727],
    [Math.E, 1],
    [10, Math.LN10],
    [12345.678, 9.421061321291832],
    [1e100, 230.25850929940458],
    [1.7976931348623157e308, 709.782712893384],
  ])("ln %d is %d", (x, wanted) => {
    expectClose(ln(x), wanted, 3e-16);
  });
  test.each([
    [-708.3, 2.450295530965988e-308],
    [-100, 3.720075976020836e-44],
    [-1, 0.36787944117144233],
    [-0.1, 0.9048374180359595],
    [-1e-10, 0.9999999999],
    [1e-10, 1.0000000001],
    [0.1, 1.1051709180756477],
    [0.34657359027997264, Math.SQRT2],
    [0.5, 1.6487212707001282],
    [1, Math.E],
    [2, 7.38905609893065],
    [10, 22026.465794806718],
    [100, 2.6881171418161356e43],
    [700.5, 1.6721859620674984e304],
    [709.782712893384, 1.7976931348622732e308],
  ])("exp %d is %d", (x, wanted) => {
    expectClose(exp(x), wanted, 3e-16);
  });
  test.each([
    [-0.9999999999999999, -36.7368005696771],
    [-0.5, -Math.LN2],
    [-1e-5, -1.0000050000333337e-5],
    [-1e-17, -1e-17],
    [1e-300, 1e-300],
    [1e-16, 1e-16],
    [1e-8, 9.999999950000001e-9],
    [0.001, 0.0009995003330835331],
    [0.5, 0.4054651081081644],
    [1e20, 46.051701859880914],
  ])("ln(1 + %d) is %d", (x, wanted) => {
    expectClose(lnOnePlus(x), wanted);
  });
  test("exactly 0 and 1 where they must be; 0 where less than a double holds; the least subnormal still there", () => {
    expect([ln(1), exp(0), lnOnePlus(0), exp(-746), exp(Number.NEGATIVE_INFINITY), exp(-745)]).toEqual([0, 1, 0, 0, 0, 5e-324]);
  });
  test("agree with this engine's own within two ulps, everywhere", () => {
    forAll([positive], (x) => expectClose(ln(x), Math.log(x), 5e-16));
    forAll([fc.double({ min: -708, max: EXP_MAX, noNaN: true })], (x) => expectClose(exp(x), Math.exp(x), 5e-16));
    forAll([fc.double({ min: -0.999, max: 1e6, noNaN: true })], (x) => expectClose(lnOnePlus(x), Math.log1p(x)));
  });
  test("undo each other, and never give NaN or infinity", () => {
    forAll([positive], (x) => {
      expect(Number.isFinite(ln(x))).toBe(true);
      expectClose(exp(Math.min(EXP_MAX, ln(x))), x, 1e-13 + (x < 1e-300 ? 1 : 0));
    });
  });
  test("S40 refuse what has no finite value, by name", () => {
    for (const x of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => ln(x)).toThrow(/^x of ln/);
    for (const x of [709.79, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => exp(x)).toThrow(RangeError);
    for (const x of [-1, -2, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => lnOnePlus(x)).toThrow(RangeError);
  });
});

describe("S2 the same bits everywhere", () => {
  test("10,000 values of each have the digest that they had on Node 24 (V8 13.6, x86-64)", () => {
    const random = createRandom("elementary");
    const inputs = Array.from({ length: 10_000 }, () => random.uniform());
    const digest = (values: readonly number[]) => murmur3(values.map((value) => bitsOf(value)).join());
    expect({
      ln: digest(inputs.map((u) => ln(u + 1e-300))),
      lnWide: digest(inputs.map((u) => ln(exp(1400 * u - 700)))),
      exp: digest(inputs.map((u) => exp(1400 * u - 700))),
      lnOnePlus: digest(inputs.map((u) => lnOnePlus(u - 0.5))),
    }).toMatchInlineSnapshot(`
      {
        "exp": 3182541483,
        "ln": 356715639,
        "lnOnePlus": 686114765,
        "lnWide": 2161281274,
      }
    `);
  });
});

function bitsOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16);
}
