import { JsonReporter, type TestModule } from 'vitest/node';

declare module 'vitest' {
  interface TaskMeta {
    /** Why the test was skipped, from `skip('the reason')`. */
    skipReason?: string;
  }
}

/** The JSON report of vitest, which lacks why a test was skipped, with that reason in the test's `meta`. */
export class ReportWithReasons extends JsonReporter {
  override async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    for (const module of modules) {
      for (const test of module.children.allTests('skipped')) {
        const result = test.result();
        if (result.state === 'skipped' && result.note) test.meta().skipReason = result.note;
      }
    }
    await super.onTestRunEnd([...modules]);
  }
}
