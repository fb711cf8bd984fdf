import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { ReportWithReasons } from './support/report-with-reasons.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = process.env['TEST_REPORT'];

/** The tests of one folder. `samples`, `site` and `e2e` cover every page when the environment says FULL=1. */
const project = (name: string, options: object = {}): TestProjectConfiguration => ({
  extends: true,
  test: { name, include: [`tests/${name}/**/*.test.ts`], ...options },
});

export default defineConfig({
  root,
  test: {
    reporters: report ? ['default', new ReportWithReasons({ outputFile: report })] : ['default'],
    projects: [
      project('unit'),
      project('content'),
      project('samples', { testTimeout: 60_000 }),
      project('site', { testTimeout: 60_000 }),
      // One worker, so that the pages of one test do not slow down those of another.
      project('e2e', {
        globalSetup: 'tests/support/stage.ts',
        fileParallelism: false,
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
    ],
  },
});
