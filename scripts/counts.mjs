/** @typedef {{ passed: number, failed: number, skipped: number, failures: string[], skips: string[] }} Counts */

const none = { passed: 0, failed: 0, skipped: 0, failures: [], skips: [] };

/** One thing that passed. @returns {Counts} */
export const pass = () => ({ ...none, passed: 1 });
/** One thing that failed, and why. @returns {Counts} */
export const fail = (reason) => ({ ...none, failed: 1, failures: [reason] });
/** One thing that could not run, and why. @returns {Counts} */
export const skip = (reason) => ({ ...none, skipped: 1, skips: [reason] });

/** Several counts as one. @param {Counts[]} counts @returns {Counts} */
export const sum = (counts) =>
  counts.reduce(
    (total, { passed, failed, skipped, failures, skips }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      failures: [...total.failures, ...failures],
      skips: [...total.skips, ...skips],
    }),
    none,
  );

/** The line a test run ends with. @param {Counts} counts */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * What vitest's JSON report counts, one for each test, and one failure for each file that broke before its tests. A run
 * that executed nothing, ended without a report, or failed outside of a test, counts as a failure.
 * @param {any} report the parsed report, or undefined when there is none
 * @param {number} code the exit code of vitest
 * @returns {Counts}
 */
export const vitestCounts = (report, code) => {
  if (!report) return fail(`vitest ended with exit code ${code} and without a report`);
  const counts = sum(
    report.testResults.flatMap(({ assertionResults, status, message, name }) => {
      const tests = assertionResults.map(({ fullName, status: outcome, meta }) => {
        if (outcome === 'passed') return pass();
        if (outcome === 'failed') return fail(fullName.trim());
        return skip(`${fullName.trim()}: ${meta?.skipReason ?? `${outcome} without a reason`}`);
      });
      const broke = status === 'failed' && sum(tests).failed === 0;
      return broke ? [...tests, fail(`${name}: ${message}`)] : tests;
    }),
  );
  if (counts.passed + counts.failed === 0) return sum([counts, fail('no test ran')]);
  if (code !== 0 && counts.failed === 0) return sum([counts, fail(`vitest ended with exit code ${code}`)]);
  return counts;
};
