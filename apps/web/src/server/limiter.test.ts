import { expect, test } from "vitest";
import { createLimiter } from "./limiter.ts";

test("five in a window, then none until the first has left it", () => {
  const limiter = createLimiter(5, 1000);
  expect([0, 100, 200, 300, 400].map((at) => limiter.take("a", at))).toEqual([true, true, true, true, true]);
  expect(limiter.take("a", 999)).toBe(false);
  expect(limiter.take("a", 1001)).toBe(true);
  expect(limiter.take("a", 1002)).toBe(false);
});

test("keys have nothing to do with each other", () => {
  const limiter = createLimiter(1, 1000);
  expect(limiter.take("a", 0)).toBe(true);
  expect(limiter.take("b", 0)).toBe(true);
  expect(limiter.take("a", 1)).toBe(false);
});

test("a refusal does not prolong the wait", () => {
  const limiter = createLimiter(1, 1000);
  limiter.take("a", 0);
  for (let at = 1; at < 1000; at += 100) expect(limiter.take("a", at)).toBe(false);
  expect(limiter.take("a", 1001)).toBe(true);
});
