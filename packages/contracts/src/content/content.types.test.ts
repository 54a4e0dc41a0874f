import type { Catalogue, Condition, Dimension, Instrument, Measure, MeasureRule, Precondition } from "@hp/domain";
import { expect, test } from "vitest";
import type { z } from "zod";
import type { catalogue, dimension, instrument, measure, measureRule, precondition } from "./index.ts";

/** The same type with everything writable and intersections written out, so that two ways of saying it compare equal. */
type Plain<T> = T extends Condition | string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Entry)[]
    ? Plain<Entry>[]
    : { -readonly [Key in keyof T]: Plain<T[Key]> };

/** True only if each can stand in for the other. */
type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : false) : false;

/** Compiles only while every schema gives exactly the domain's type: a field more or less on either side is an error here. */
const same: readonly [
  Same<z.output<typeof instrument>, Instrument>,
  Same<z.output<typeof dimension>, Dimension>,
  Same<z.output<typeof precondition>, Precondition>,
  Same<z.output<typeof measure>, Measure>,
  Same<z.output<typeof measureRule>, MeasureRule>,
  Same<z.output<typeof catalogue>, Catalogue>,
] = [true, true, true, true, true, true];

test("what a schema lets through is the domain's type", () => {
  expect(same.every(Boolean)).toBe(true);
});
