import { wordCount } from './schema.ts';

const wordsPerMinute = 200;

/** Whole minutes, at least one, that a text takes to read at 200 words a minute; code is read at half that speed. */
export function readingMinutes(text: string): number {
  const code = [...text.matchAll(/^\s*```[^\n]*\n([\s\S]*?)^\s*```/gm)].map(([, lines]) => lines).join(' ');
  return Math.max(1, Math.round((wordCount(text) + wordCount(code)) / wordsPerMinute));
}
