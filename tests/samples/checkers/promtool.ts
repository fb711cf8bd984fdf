import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { outputOf, withFolder } from '../tools.ts';
import type { Problem } from './problem.ts';
import { expressionsOf, expressionProblems } from './promql.ts';

const ruleComplaints = (rules: unknown): Promise<string | undefined> =>
  withFolder(async (folder) => {
    const file = join(folder, 'rules.yml');
    // JSON is YAML too.
    await writeFile(file, JSON.stringify(rules));
    const { output, succeeded } = await outputOf('promtool', ['check', 'rules', file]);
    if (succeeded) return undefined;
    const [, reason = output] = /FAILED:\s*([\s\S]*)/.exec(output) ?? [];
    return reason.trim().replaceAll(`${file}: `, '').replace(/\s+/g, ' ');
  });

/** What promtool says of each expression of a block: types and functions, where the grammar alone is content. */
export async function promtoolExpressions(code: string): Promise<Problem[]> {
  const expressions = expressionProblems(code).length === 0 ? [{ code, above: 0 }] : expressionsOf(code);
  const problems: Problem[] = [];
  for (const { code: expr, above } of expressions) {
    const complaint = await ruleComplaints({ groups: [{ name: 'sample', rules: [{ record: 'sample:rule', expr }] }] });
    if (complaint !== undefined) problems.push({ line: above + 1, message: `promtool: ${complaint}` });
  }
  return problems;
}

interface RuleFile {
  groups: unknown;
}

const hasGroups = (value: unknown): value is RuleFile =>
  typeof value === 'object' && value !== null && Array.isArray((value as { groups?: unknown }).groups);

/** Prometheus rules in a block: files of groups, and the groups of PrometheusRule objects. */
export function ruleFilesIn(code: string): RuleFile[] {
  return parseAllDocuments(code).flatMap((node) => {
    if (!('toJS' in node)) return [];
    const value = node.toJS() as unknown;
    if (hasGroups(value)) return [{ groups: value.groups }];
    const spec = (value as { kind?: unknown; spec?: unknown } | null)?.spec;
    return (value as { kind?: unknown } | null)?.kind === 'PrometheusRule' && hasGroups(spec)
      ? [{ groups: spec.groups }]
      : [];
  });
}

/** What promtool says of the rules in a block. */
export async function promtoolRules(code: string): Promise<Problem[]> {
  const complaints = await Promise.all(ruleFilesIn(code).map(ruleComplaints));
  return complaints.flatMap((complaint) =>
    complaint === undefined ? [] : [{ line: 1, message: `promtool: ${complaint}` }],
  );
}
