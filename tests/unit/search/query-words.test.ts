import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestQuery, mostWords, queryWords } from '../../../src/search/query-words.ts';

const texts = (query: string) => queryWords(query).map(({ text }) => text);

test('a question is looked up by its telling words, in lower case and once each', () => {
  expect(texts('Why was my Pod OOMKilled, and what is a pod?')).toEqual(['pod', 'oomkilled']);
});

test('stop words count when there is nothing else', () => {
  expect(texts('How do I')).toEqual(['how', 'do', 'i']);
  expect(texts("What's this?")).toEqual(['whats', 'this']);
});

test.each([
  ['502/503/504', ['502', '503', '504']],
  ['"CrashLoopBackOff"', ['crashloopbackoff']],
  ['(exit code: 137)', ['exit', 'code', '137']],
  ['--force', ['force']],
  ['C++ or C#', ['c++', 'c#']],
  ['ＯＯＭ', ['oom']],
])('%s is split where people separate words', (query, words) => {
  expect(texts(query)).toEqual(words);
});

test('a compound is looked for as it is written and as the words it is made of', () => {
  expect(queryWords('memory.max post-mortem oom_score_adj v1.28 p99')).toEqual([
    { text: 'memory.max', terms: ['memory.max', 'memory max'] },
    { text: 'post-mortem', terms: ['post-mortem', 'post mortem'] },
    { text: 'oom_score_adj', terms: ['oom_score_adj', 'oom score adj'] },
    { text: 'v1.28', terms: ['v1.28', 'v1 28'] },
    { text: 'p99', terms: ['p99'] },
  ]);
});

test('what cannot be looked up is no word', () => {
  for (const query of ['', '   ', '!!!', '***', '\u0000', '\u202E', '---', '""']) expect(texts(query)).toEqual([]);
});

test('a pasted log is cut', () => {
  const words = Array.from({ length: 500 }, (_, index) => `word${index}`);
  expect(texts(words.join(' '))).toEqual(words.slice(0, mostWords));
  expect(texts('x'.repeat(100_000))).toEqual(['x'.repeat(longestQuery)]);
});

test('no query, however hostile, gives an empty, repeated or upper-case word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (query) => {
      const words = texts(query);
      expect(words.length).toBeLessThanOrEqual(mostWords);
      expect(new Set(words).size).toBe(words.length);
      for (const word of words) {
        expect(word).toMatch(/^\S+$/);
        expect(word).toMatch(/[\p{L}\p{N}]/u);
        expect(word).toBe(word.toLowerCase());
      }
    }),
  );
});
