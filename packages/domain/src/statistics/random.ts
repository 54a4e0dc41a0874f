import { checkNumber, checkWhole } from "./check.ts";
import { ln } from "./elementary.ts";
import { normalQuantile } from "./normal.ts";

/** A stream of random numbers: the same seed gives the same numbers on every engine, in this order of calls. */
export interface Random {
  /** A multiple of 2^−53 in [0, 1). */
  readonly uniform: () => number;
  /** A whole number from 0 to below `limit`, each equally likely; limit 1 to 2^32. */
  readonly below: (limit: number) => number;
  /** Standard normal, by the quantile of a uniform number; within ±8.3. */
  readonly normal: () => number;
  /** Exponential with mean 1, above 0. Exponentials divided by their sum lie evenly on a simplex of weights. */
  readonly exponential: () => number;
}

const TWO_TO_26 = 67108864;
const TWO_TO_32 = 4294967296;
const TWO_TO_52 = 4503599627370496;
const TWO_TO_53 = 9007199254740992;

/**
 * A generator seeded by a text: xoshiro128** with MurmurHash3 of the text, under the seeds 0 to 3, as its four words. Different
 * labels after one seed ("run/weights", "run/scores") give streams that do not depend on each other.
 *
 * Not for secrets: whoever sees a few numbers knows the rest.
 *
 * @param seed Any text.
 * @throws RangeError if the seed is not a text, or `below` is asked for a limit that is not 1 to 2^32.
 * @see D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4) (2021): xoshiro128** 1.1
 * @see A. Appleby, MurmurHash3_x86_32 (2011)
 */
export function createRandom(seed: string): Random {
  if (typeof seed !== "string") throw new RangeError(`seed must be a text: ${seed}`);
  return fromWords([0, 1, 2, 3].map((word) => murmur3(seed, word)));
}

/**
 * The generator from its four words of state.
 *
 * @throws RangeError unless there are four whole numbers of 32 bits, not all 0: from that state only zeros follow.
 */
export function fromWords(words: readonly number[]): Random {
  if (words.length !== 4 || words.every((word) => word === 0) || words.some((word) => word >>> 0 !== word)) {
    throw new RangeError(`words must be four whole numbers of 32 bits, not all 0: ${words.join(", ")}`);
  }
  const next = xoshiro128StarStar(new Int32Array(words));
  /** k + ½ over 2^52: never 0, never 1, and its mirror image is as likely. */
  const inside = () => ((next() >>> 6) * TWO_TO_26 + (next() >>> 6) + 0.5) / TWO_TO_52;
  return {
    uniform: () => ((next() >>> 5) * TWO_TO_26 + (next() >>> 6)) / TWO_TO_53,
    below: (limit) => below(limit, next),
    normal: () => normalQuantile(inside()),
    exponential: () => -ln(inside()),
  };
}

function xoshiro128StarStar(state: Int32Array): () => number {
  return () => {
    const [s0 = 0, s1 = 0, s2 = 0, s3 = 0] = [state[0], state[1], state[2], state[3]];
    const third = s2 ^ s0;
    const fourth = s3 ^ s1;
    state[0] = s0 ^ fourth;
    state[1] = s1 ^ third;
    state[2] = third ^ (s1 << 9);
    state[3] = rotateLeft(fourth, 11);
    return Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
  };
}

/** Numbers at the end that would make the first remainders likelier are drawn again. */
function below(limit: number, next: () => number): number {
  checkWhole(limit, "limit", 1);
  if (limit > TWO_TO_32) throw new RangeError(`limit must be at most 2^32: ${limit}`);
  const fair = TWO_TO_32 - (TWO_TO_32 % limit);
  let number = next();
  while (number >= fair) number = next();
  return number % limit;
}

/**
 * MurmurHash3 (32 bits) of a text's UTF-8 bytes: the same number for the same text, and for nearly every other another.
 *
 * @param seed A whole number of 32 bits.
 * @returns A whole number from 0 to 2^32 − 1.
 * @see A. Appleby, MurmurHash3_x86_32 (2011, public domain)
 */
export function murmur3(text: string, seed = 0): number {
  checkNumber(seed, "seed");
  const bytes = new TextEncoder().encode(text);
  const blocks = bytes.length - (bytes.length % 4);
  let hash = seed | 0;
  for (let at = 0; at < blocks; at += 4) hash = Math.imul(rotateLeft(hash ^ scrambled(word(bytes, at, 4)), 13), 5) + 0xe6546b64;
  hash ^= scrambled(word(bytes, blocks, bytes.length - blocks));
  return finished(hash ^ bytes.length);
}

/** Up to four bytes as a number, the first as the lowest. */
function word(bytes: Uint8Array, from: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = (value << 8) | (bytes[from + index] ?? 0);
  return value;
}

const scrambled = (value: number): number => Math.imul(rotateLeft(Math.imul(value, 0xcc9e2d51), 15), 0x1b873593);

const rotateLeft = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function finished(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
