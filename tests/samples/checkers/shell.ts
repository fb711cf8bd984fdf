import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { getProcessor, LangVariant, ParseError } from 'sh-syntax';
import { goRuntime, withGoRuntime } from '../go-runtime.ts';
import { messageOf, type Problem } from './problem.ts';

const variants = { bash: LangVariant.LangBash, sh: LangVariant.LangPOSIX } as const;

const runtime = goRuntime();

const parser = readFile(createRequire(import.meta.url).resolve('sh-syntax/main.wasm')).then((bytes) =>
  WebAssembly.compile(bytes),
);

/** Parses with a parser that is compiled once; the package's own `parse` compiles it for every script. */
const parse = getProcessor(async (imports) => WebAssembly.instantiate(await parser, imports));

interface ShellProblem extends Problem {
  /** True when more lines could make it right: an open quotation, loop or here-document. */
  isUnfinished: boolean;
}

/** Line and reason of the two kinds of errors that sh-syntax throws for code: of the grammar, and of the dialect. */
function problemOf(error: unknown): ShellProblem {
  if (error instanceof ParseError && error.Pos)
    return { line: error.Pos.Line, message: error.Text, isUnfinished: error.Incomplete };
  const [, line, reason] = /^(\d+):\d+: (.*)$/s.exec(messageOf(error)) ?? [];
  if (!(error instanceof SyntaxError) || reason === undefined) throw error;
  return { line: Number(line), message: reason, isUnfinished: false };
}

function advice({ line, message }: Problem, code: string, dialect: string): string {
  const text = code.split('\n')[line - 1] ?? '';
  if (/<[\w -]+>/.test(text) && /`[<>]`/.test(message))
    return '; a placeholder in angle brackets is a redirection to the shell: write POD or "$POD"';
  return dialect === 'sh' && (/tried parsing as posix/.test(message) || /[<>]\(/.test(text))
    ? '; a block that needs Bash says `bash`'
    : '';
}

/** Where and why the mvdan/sh parser stops in a script; nothing when it reads all of it. */
export async function shellProblems(code: string, dialect: keyof typeof variants): Promise<ShellProblem[]> {
  try {
    await withGoRuntime(runtime, () => parse(code, { variant: variants[dialect] }));
    return [];
  } catch (error) {
    const problem = problemOf(error);
    return [{ ...problem, message: problem.message + advice(problem, code, dialect) }];
  }
}

export const sh = (code: string): Promise<Problem[]> => shellProblems(code, 'sh');
export const bash = (code: string): Promise<Problem[]> => shellProblems(code, 'bash');
