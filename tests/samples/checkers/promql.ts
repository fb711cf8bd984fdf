import { parser } from '@prometheus-io/lezer-promql';
import { lineAt, movedDown, type Problem } from './problem.ts';

/** Where the PromQL grammar fails in one expression. */
export function expressionProblems(expression: string): Problem[] {
  const problems: Problem[] = [];
  parser.parse(expression).iterate({
    enter({ type, from, to }) {
      if (!type.isError || problems.length > 0) return;
      const found = expression.slice(from, to > from ? to : from + 20).split('\n')[0];
      const place = found ? `unexpected ${JSON.stringify(found)}` : 'the expression ends too early';
      problems.push({ line: lineAt(expression.trimEnd(), from), message: `syntax error: ${place}` });
    },
  });
  return problems;
}

/** The expressions of a block, which stand with an empty line between them, each with the number of lines above it. */
export function expressionsOf(code: string): { code: string; above: number }[] {
  const found: { code: string; above: number }[] = [];
  let above = 0;
  for (const part of code.split(/\n[^\S\n]*\n/)) {
    if (part.split('\n').some((line) => line.trim() !== '' && !line.trimStart().startsWith('#')))
      found.push({ code: part, above });
    above += part.split('\n').length + 1;
  }
  return found;
}

/** Where the PromQL grammar fails in a block of one or more expressions. */
export function promql(code: string): Problem[] {
  if (expressionProblems(code).length === 0) return [];
  const problems = expressionsOf(code).flatMap((expression) =>
    movedDown(expressionProblems(expression.code), expression.above),
  );
  return problems.map(({ line, message }) => ({
    line,
    message: `${message}; several expressions have an empty line between them`,
  }));
}
