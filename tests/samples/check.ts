import type { Fence } from '../../src/samples/fences.ts';
import { languageOf, nearestLanguage } from '../../src/samples/languages.ts';
import { checkers } from './checkers.ts';
import type { Checker, Problem } from './checkers/problem.ts';
import type { Sample } from './pages.ts';

/** What is wrong with a fence before its code is read; the fence itself is line 0. */
function fenceProblem({ language, code, unchecked }: Fence): string | undefined {
  if (language === '')
    return 'the fence names no language: add one after the backticks, `text` if nothing can parse it';
  if (languageOf(language) === undefined) {
    const meant = nearestLanguage(language);
    return `unknown language${meant ? `: write \`${meant}\`` : ''}, or \`text\` if nothing can parse it; a new language needs a row in src/samples/languages.ts and a checker`;
  }
  if (code.trim() === '') return 'the block is empty: write the sample, or remove the fence';
  if (unchecked !== undefined && unchecked.split(/\s+/).filter(Boolean).length < 2)
    return 'unchecked gives no reason: say why no parser can judge the block, unchecked="uses a module that is not packaged"';
  return undefined;
}

/** What `npm test` finds wrong with a block, lines counted within it: 1 is the line below the fence. */
export async function sampleProblems(fence: Fence): Promise<Problem[]> {
  const problem = fenceProblem(fence);
  if (problem !== undefined) return [{ line: 0, message: problem }];
  const checker = (checkers as Readonly<Record<string, Checker>>)[fence.language];
  if (fence.unchecked !== undefined || checker === undefined) return [];
  return checker(fence.code, fence.meta);
}

/** A finding as people read it: `content/faq/linux-oom.mdx:42, yaml: …`. */
export const finding = ({ file, line, language }: Sample, problem: Problem): string =>
  `${file}:${line + problem.line}, ${language || 'no language'}: ${problem.message}`;
