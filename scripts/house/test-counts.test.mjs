import { expect, test } from "vitest";
import { readPlaywright, readVitest } from "./test-counts.mjs";

const file = (status, ...tests) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });
const vitest = (passed, failed, ...testResults) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults,
});

test("passed and failed tests are counted, and a file that does not load is a failure", () => {
  expect(readVitest("unit", 1, vitest(2, 1, file("failed", "passed", "failed"), file("passed", "passed")))).toMatchObject([
    { passed: 2, failed: 1 },
  ]);
  expect(readVitest("unit", 1, vitest(1, 0, file("failed"), file("passed", "passed")))).toMatchObject([{ passed: 1, failed: 1 }]);
});

test("no report, no tests, or a fault outside tests is a failure", () => {
  expect(readVitest("unit", 0, null)).toMatchObject([{ passed: 0, failed: 1 }]);
  expect(readVitest("unit", 0, vitest(0, 0))).toMatchObject([{ passed: 0, failed: 1 }]);
  expect(readVitest("unit", 1, vitest(3, 0, file("passed", "passed")))).toMatchObject([{ passed: 3, failed: 1 }]);
});

test("a flaky journey is a failed one, and so is a run without journeys", () => {
  const report = (stats, errors = []) => ({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors });
  expect(readPlaywright(0, report({ expected: 5, flaky: 1 }))).toMatchObject([{ passed: 5, failed: 1 }]);
  expect(readPlaywright(0, report({}))).toMatchObject([{ passed: 0, failed: 1 }]);
  expect(readPlaywright(1, report({}, [{ message: "config" }]))).toMatchObject([{ passed: 0, failed: 1 }]);
  expect(readPlaywright(0, report({ expected: 5 }))).toMatchObject([{ passed: 5, failed: 0 }]);
});
