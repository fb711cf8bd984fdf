import { expect, test } from 'vitest';
import { closingLine, fail, pass, skip, sum, vitestCounts } from '../../../scripts/counts.mjs';

const report = (...outcomes: string[]) => ({
  testResults: [
    {
      name: 'a.test.ts',
      status: outcomes.includes('failed') ? 'failed' : 'passed',
      message: '',
      assertionResults: outcomes.map((status, index) => ({ fullName: ` test ${index + 1}`, status, meta: {} })),
    },
  ],
});

test('counts add up, and keep the reasons', () => {
  expect(sum([pass(), pass(), fail('broken'), skip('no nginx')])).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    failures: ['broken'],
    skips: ['no nginx'],
  });
});

test('the closing line names skips only where there are any', () => {
  expect(closingLine(sum([pass(), fail('broken')]))).toBe('1 passed, 1 failed');
  expect(closingLine(sum([pass(), skip('no nginx')]))).toBe('1 passed, 0 failed, 1 skipped');
});

test('every test of a report counts once, by its outcome', () => {
  expect(vitestCounts(report('passed', 'failed', 'skipped', 'todo', 'passed'), 1)).toMatchObject({
    passed: 2,
    failed: 1,
    skipped: 2,
    failures: ['test 2'],
    skips: ['test 3: skipped without a reason', 'test 4: todo without a reason'],
  });
});

test('a skipped test is listed with its reason', () => {
  const skipped = { fullName: 'nginx reads it', status: 'skipped', meta: { skipReason: 'no nginx here' } };
  const { testResults } = report('passed');
  testResults[0]!.assertionResults.push(skipped);
  expect(vitestCounts({ testResults }, 0).skips).toEqual(['nginx reads it: no nginx here']);
});

test('a file that broke before its tests is a failure', () => {
  const broken = { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] };
  const testResults = [...report('passed').testResults, broken];
  expect(vitestCounts({ testResults }, 1)).toMatchObject({
    passed: 1,
    failed: 1,
    failures: ['b.test.ts: Cannot find module'],
  });
});

test.each([
  ['without test files', { testResults: [] }, 1],
  ['without test files, even if vitest passes it', { testResults: [] }, 0],
  ['in which every test was skipped', report('skipped', 'todo'), 0],
  ['that left no report', undefined, 1],
  ['that failed outside of its tests', report('passed'), 1],
])('a run %s is a failure', (_, given, code) => {
  expect(vitestCounts(given, code).failed).toBe(1);
});
