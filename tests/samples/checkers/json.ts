import { LineCounter, parseDocument } from 'yaml';
import { policyProblems } from './iam-policy.ts';
import { messageOf, type Problem } from './problem.ts';

/** JSON that does not parse, keys given twice, and IAM policies that AWS would refuse. */
export function json(code: string): Problem[] {
  let value: unknown;
  try {
    value = JSON.parse(code);
  } catch (error) {
    const line = /line (\d+)/.exec(messageOf(error))?.[1];
    return [{ line: line ? Number(line) : code.trimEnd().split('\n').length, message: messageOf(error) }];
  }
  const lines = new LineCounter();
  const document = parseDocument(code, { schema: 'json', lineCounter: lines, prettyErrors: false });
  const repeated = document.errors.map(({ message, pos }) => ({ line: lines.linePos(pos[0]).line, message }));
  return [
    ...repeated,
    ...policyProblems(value, (path) => {
      const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
      return lines.linePos(node?.range?.[0] ?? 0).line;
    }),
  ];
}
