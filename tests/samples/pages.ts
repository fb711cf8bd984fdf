import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { fences, type Fence } from '../../src/samples/fences.ts';
import { messageOf } from './checkers/problem.ts';

/** A fenced block and the file it stands in. */
export interface Sample extends Fence {
  file: string;
}

/** The answers of the follow-ups in a page's frontmatter, with the line on which each text begins. */
function followUpAnswers(frontmatter: string): { text: string; firstLine: number }[] {
  const lines = new LineCounter();
  const followUps = parseDocument(frontmatter, { lineCounter: lines }).get('followUps');
  if (!isSeq(followUps)) return [];
  return followUps.items.flatMap((followUp) => {
    const answer = isMap(followUp) ? followUp.get('answer', true) : undefined;
    if (!isScalar(answer) || typeof answer.value !== 'string') return [];
    const isBlock = answer.type === 'BLOCK_LITERAL' || answer.type === 'BLOCK_FOLDED';
    const line = lines.linePos(answer.range?.[0] ?? 0).line + (isBlock ? 1 : 0);
    // The frontmatter begins on the second line of the file.
    return [{ text: answer.value, firstLine: line + 1 }];
  });
}

function bodyFences(file: string, body: string, firstLine: number): Fence[] {
  try {
    return fences(body, { firstLine });
  } catch (error) {
    const [, line, reason] = /^(\d+):\d+: (.*)$/s.exec(messageOf(error)) ?? [];
    const place = line ? `${file}:${Number(line) + firstLine - 1}` : file;
    throw new Error(`${place}, MDX: ${reason ?? messageOf(error)}`, { cause: error });
  }
}

/** The fenced blocks of a page: those of follow-up answers, then those of its body. Throws when the MDX is not well-formed. */
export function samplesOf(file: string, source: string): Sample[] {
  const [head = '', frontmatter = ''] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source) ?? [];
  const answers = followUpAnswers(frontmatter).flatMap(({ text, firstLine }) =>
    fences(text, { format: 'md', firstLine }),
  );
  const body = bodyFences(file, source.slice(head.length), head.split('\n').length);
  return [...answers, ...body].map((fence) => ({ ...fence, file }));
}

/** The pages that may hold samples, as paths from the project's folder, in order. */
export async function pagesWithSamples(content = 'content'): Promise<string[]> {
  const folders = ['faq', 'scenarios', 'case-studies', 'pages'];
  const pages = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(content, folder)).catch(() => []);
      return names.filter((name) => name.endsWith('.mdx')).map((name) => `${content}/${folder}/${name}`);
    }),
  );
  return pages.flat().sort();
}

/** The fenced blocks of a file. */
export const samplesIn = async (file: string): Promise<Sample[]> => samplesOf(file, await readFile(file, 'utf8'));
