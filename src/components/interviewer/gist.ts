import type { Action } from '../../study/drill.ts';
import { evidenceBlocks } from '../../study/evidence.ts';

/** A gist is read out: long enough to be of use, short enough for one breath. In characters. */
const enough = 70;
const most = 190;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Whether a quotation or a piece of code is still going on. */
const isUnclosed = (markdown: string) => /^[^"]*"(?:[^"]*"[^"]*")*[^"]*$|^[^`]*`(?:[^`]*`[^`]*`)*[^`]*$/.test(markdown);

/** The first sentences of a text, as many as one breath takes. */
function opening(markdown: string): string {
  let said = '';
  for (const { segment } of sentences.segment(markdown.replace(/\s+/g, ' ').trim())) {
    const isFull = said.length >= enough || said.length + segment.length > most;
    if (said !== '' && isFull && !isUnclosed(said)) break;
    said += segment;
  }
  return said.trim();
}

/** Whether a line begins an item of a list. */
const listItem = /^(?:[-*]|\d+\.) /m;

/** An answer of the interviewer, as inline Markdown. */
export interface Answer {
  /** One line to say: what the action shows, where that is told in words; else what it teaches. */
  gist: string;
  /** What it teaches beyond the gist; may be empty. */
  meaning: string;
}

/** What an interviewer says when an action is asked for. */
export function answer({ result, why }: Pick<Action, 'result' | 'why'>): Answer {
  const [first, ...others] = evidenceBlocks(result);
  const isTold = first?.kind === 'prose' && others.length === 0 && !listItem.test(first.text);
  if (isTold) return { gist: opening(first.text), meaning: why };
  const gist = opening(why);
  return { gist, meaning: why.replace(/\s+/g, ' ').trim().slice(gist.length).trim() };
}

/** One line to say of what an action shows once users have been helped: its first words, else what it teaches. */
export function gistAfterMitigation({ why }: Pick<Action, 'why'>, resultAfterMitigation: string): string {
  const [first] = evidenceBlocks(resultAfterMitigation);
  return opening(first?.kind === 'prose' && !listItem.test(first.text) ? first.text : why).replace(/:$/, '.');
}

/** The longest output that is worth its room on paper, in lines of all its blocks. */
const mostLinesOnPaper = 6;

/** Whether the output of an action is short enough to be printed. */
export function fitsOnPaper(result: string): boolean {
  const lines = evidenceBlocks(result).flatMap(({ kind, text }) => (kind === 'prose' ? [] : text.split('\n')));
  return lines.length > 0 && lines.length <= mostLinesOnPaper;
}
