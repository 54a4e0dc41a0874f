/*
 * Logarithm and exponential that are the same on every engine. ECMA-262 leaves Math.log, Math.exp, Math.pow and ** to
 * the implementation ("implementation-approximated", §21.3.2); + − × ÷ and Math.sqrt are exact to the last bit (IEEE 754).
 *
 * The methods and coefficients of ln and exp are those of fdlibm's e_log.c and e_exp.c:
 * Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */

/** ln 2 in two parts: k·LN2_HIGH is exact for every exponent k of a double. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
/** 2^54 makes a normal number of every subnormal one. */
const TWO_TO_54 = 18014398509481984;

/** Above this exp is more than a double holds. */
export const EXP_MAX = 709.782712893384;
/** Below this exp is less than half the smallest double: 0. */
const EXP_ZERO = -745.1332191019412;

const bits = new DataView(new ArrayBuffer(8));

/**
 * Natural logarithm, by x = 2^k·m with √½ ≤ m ≤ √2 and ln m = 2·atanh((m − 1)/(m + 1)).
 *
 * @param x Above 0, finite.
 * @returns With a relative error of at most 2.3e-16 (fdlibm: under 1 ulp); measured against 50 digits in the test.
 * @throws RangeError if x is not above 0 and finite.
 * @see fdlibm 5.3, e_log.c (K. C. Ng, Sun Microsystems, 1993)
 */
export function ln(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`x of ln must be above 0 and finite: ${x}`);
  const subnormal = x < SMALLEST_NORMAL;
  bits.setFloat64(0, subnormal ? x * TWO_TO_54 : x);
  const high = bits.getInt32(0);
  bits.setInt32(0, (high & 0xfffff) | 0x3ff00000);
  const mantissa = bits.getFloat64(0);
  const above = mantissa > Math.SQRT2;
  const k = (high >> 20) - 1023 - (subnormal ? 54 : 0) + (above ? 1 : 0);
  const f = (above ? mantissa / 2 : mantissa) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + atanhTail(z)) + k * LN2_LOW) - f);
}

/** 2·z/3 + 2·z²/5 + …: what atanh(s)·2/s has beyond 2, with z = s² ≤ 0.0295. */
function atanhTail(z: number): number {
  return (
    z *
    (0.6666666666666735 +
      z *
        (0.3999999999940942 +
          z *
            (0.2857142874366239 +
              z * (0.22222198432149784 + z * (0.1818357216161805 + z * (0.15313837699209373 + z * 0.14798198605116586))))))
  );
}

/**
 * The exponential, by x = k·ln 2 + r with |r| ≤ ½ ln 2 and a rational approximation of e^r.
 *
 * @param x At most `EXP_MAX`.
 * @returns Above 0 with a relative error of at most 2.3e-16 (fdlibm: under 1 ulp) where it is a normal number; 0 below −745.14.
 * @throws RangeError if x is not a number or above `EXP_MAX`: no caller gets an infinity.
 * @see fdlibm 5.3, e_exp.c (Sun Microsystems, 2004)
 */
export function exp(x: number): number {
  if (!(x <= EXP_MAX)) throw new RangeError(`x of exp must be at most ${EXP_MAX}: ${x}`);
  if (x < EXP_ZERO) return 0;
  const k = Math.round(x * Math.LOG2E);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t * (-0.0027777777777015593 + t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return timesPowerOfTwo(1 - (low - (r * c) / (2 - c) - high), k);
}

/** y·2^k in two exact steps, so that neither factor leaves the doubles. */
function timesPowerOfTwo(y: number, k: number): number {
  const first = Math.max(-1000, Math.min(1000, k));
  return y * powerOfTwo(first) * powerOfTwo(k - first);
}

/** 2^k for −1022 ≤ k ≤ 1023, put together from its bits. */
function powerOfTwo(k: number): number {
  bits.setInt32(0, (k + 1023) << 20);
  bits.setInt32(4, 0);
  return bits.getFloat64(0);
}

/**
 * ln(1 + x) without the digits that 1 + x loses for a small x, by Kahan's ln(u)·x/(u − 1) with u the rounded 1 + x.
 *
 * @param x Above −1, finite.
 * @returns With a relative error of at most 1e-15.
 * @throws RangeError if x is not above −1 and finite.
 * @see N. J. Higham, Accuracy and Stability of Numerical Algorithms (2nd ed., SIAM 2002), §1.14.1 — the same device for expm1 and log1p
 */
export function lnOnePlus(x: number): number {
  if (!(x > -1 && x < Number.POSITIVE_INFINITY)) throw new RangeError(`x of lnOnePlus must be above −1 and finite: ${x}`);
  const u = 1 + x;
  return u === 1 ? x : ln(u) * (x / (u - 1));
}
