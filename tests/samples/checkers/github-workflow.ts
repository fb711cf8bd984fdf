import { allowBundlerModules } from '../bundler-modules.ts';
import type { Problem } from './problem.ts';

const silent = { error: () => undefined, info: () => undefined, verbose: () => undefined };

export const isWorkflow = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'on' in value && 'jobs' in value;

/** What GitHub's own parser finds in a workflow file: unknown keys, missing ones, expressions that do not parse. */
export async function workflowProblems(content: string): Promise<Problem[]> {
  allowBundlerModules();
  const { parseWorkflow } = await import('@actions/workflow-parser');
  const { context } = parseWorkflow({ name: 'workflow', content }, silent);
  return context.errors.getErrors().map(({ range, message }) => ({
    line: range?.start.line ?? 1,
    message: `GitHub workflow: ${message.replace(/^workflow \(Line: \d+, Col: \d+\): /, '')}`,
  }));
}
