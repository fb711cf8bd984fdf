import { parse } from 'java-parser';
import { messageOf, type Problem } from './problem.ts';

/** A file as it stands, the members of a class, or the statements of a method. */
const readings: readonly ((code: string) => string)[] = [
  (code) => code,
  (code) => `class Sample { ${code}\n}`,
  (code) => `class Sample { void sample() throws Exception { ${code}\n} }`,
];

/** The parser's reason without its list of all that could have stood there. */
function reasonIn(message: string): string {
  const [expectation] = /Expecting --> .+ <-- but found --> .+ <--/.exec(message) ?? [];
  const [, found] = /but found: (.+?)!?(?:\n|$)/.exec(message) ?? [];
  return expectation ?? (found ? `unexpected ${found}` : (message.split('\n')[1] ?? message).slice(0, 200));
}

function problemIn(code: string): (Problem & { column: number }) | undefined {
  try {
    parse(code);
    return undefined;
  } catch (error) {
    const [, line, column] = /line: (\d+), column: (\d+)/.exec(messageOf(error)) ?? [];
    return { line: Number(line ?? 1), column: Number(column ?? 1), message: reasonIn(messageOf(error)) };
  }
}

/** Where the parser stops in a Java file or excerpt, read in the way that brings it furthest. */
export function java(code: string): Problem[] {
  const problems = readings.map((reading) => problemIn(reading(code)));
  if (problems.includes(undefined)) return [];
  const lastLine = code.split('\n').length;
  return problems
    .filter((problem) => problem !== undefined)
    .sort((a, b) => b.line - a.line || b.column - a.column)
    .slice(0, 1)
    .map(({ line, message }) => ({ line: Math.min(line, lastLine), message }));
}
