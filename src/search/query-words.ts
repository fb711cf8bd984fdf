import { stopWords } from './stop-words.ts';

/** Characters of a query that are looked at: longer than any question and any error line worth pasting. */
export const longestQuery = 200;

/** Words of a query that are looked up: each may cost a part of the index. */
export const mostWords = 12;

/** One word that somebody looks for. */
export interface QueryWord {
  /** The word, in lower case. */
  text: string;
  /** What is asked of the index, any of which counts: the word, then other ways to write it. Each may be several words, which must then all be there. */
  terms: readonly string[];
}

/** `memory.max` and `post-mortem` are also looked for as the words they are made of. */
const terms = (word: string): string[] => {
  const parts = word.split(/[^\p{L}\p{N}\p{M}]+/u).filter((part) => part.length > 1);
  return parts.length > 1 ? [word, parts.join(' ')] : [word];
};

/**
 * The words of a query worth looking up, in lower case, each once. Stop words are dropped, unless there is nothing else.
 * Correcting the spelling and adding synonyms belong here: further `terms` of a word.
 */
export const queryWords = (query: string): QueryWord[] => {
  const pieces = [...query]
    .slice(0, longestQuery)
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .split(/[\s\p{C}/\\,;|=&<>()[\]{}"“”«»`?!…]+/u)
    .map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}+#]+$/gu, ''));
  const words = [...new Set(pieces)].filter(Boolean);
  const telling = words.filter((word) => !stopWords.has(word));
  return (telling.length > 0 ? telling : words).slice(0, mostWords).map((text) => ({ text, terms: terms(text) }));
};
