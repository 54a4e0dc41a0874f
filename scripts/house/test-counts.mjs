/** One yes or no, counted as one test. */
export function single(name, ok) {
  return { name, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** What Vitest's JSON report says. A file that could not be loaded, a fault outside tests, and a run without tests each count as failed. */
export function readVitest(name, code, report) {
  if (!report) return [{ name, passed: 0, failed: 1 }];
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((one) => one.status !== "failed"),
  ).length;
  return [
    atLeastOne(
      {
        name,
        passed: report.numPassedTests,
        failed: report.numFailedTests + broken,
        skipped: report.numPendingTests + report.numTodoTests,
      },
      code,
    ),
  ];
}

/** What Playwright's JSON report says. A flaky test is a failed one. */
export function readPlaywright(code, report) {
  const name = "journeys";
  if (!report) return [{ name, passed: 0, failed: 1 }];
  const { expected, unexpected, flaky, skipped } = report.stats;
  const broken = unexpected + flaky === 0 ? report.errors.length : 0;
  return [atLeastOne({ name, passed: expected, failed: unexpected + flaky + broken, skipped }, code)];
}

function atLeastOne(result, code) {
  const silent = result.failed === 0 && (code !== 0 || result.passed === 0);
  return silent ? { ...result, failed: 1 } : result;
}
