import { expect, test } from 'vitest';
import { bestHits, rankedPages, type Hit } from '../../../src/search/rank.ts';

const hit = (id: string, score: number, ...positions: number[]): Hit => ({ id, score, positions });
const ids = (pages: { id: string }[]) => pages.map(({ id }) => id);

test('a page with all words goes before a page that is full of one of them', () => {
  const ranked = rankedPages([[hit('both', 5), hit('one', 14)], [hit('both', 5)]], []);
  expect(ids(ranked)).toEqual(['both', 'one']);
});

test('a page scores the sum over the words, times the share it has, plus half its score for all together', () => {
  const [best, second] = rankedPages([[hit('a', 6), hit('b', 8)], [hit('a', 4)]], [hit('a', 10)]);
  expect(best).toMatchObject({ id: 'a', score: 15 });
  expect(second).toMatchObject({ id: 'b', score: 4 });
});

test('a word that occurs nowhere empties no list', () => {
  expect(ids(rankedPages([[hit('a', 3)], []], []))).toEqual(['a']);
});

test('a page that only has a label in common is not found', () => {
  expect(rankedPages([[hit('a', 0)]], [])).toEqual([]);
});

test('pages far behind the best are left out', () => {
  expect(ids(rankedPages([[hit('a', 50), hit('b', 6), hit('c', 4)]], []))).toEqual(['a', 'b']);
});

test('equal pages come in the same order whatever order the index gave them', () => {
  expect(ids(rankedPages([[hit('b', 1), hit('a', 1)]], []))).toEqual(
    ids(rankedPages([[hit('a', 1), hit('b', 1)]], [])),
  );
});

test('the positions of each word stay with the word', () => {
  const [page] = rankedPages([[hit('a', 1, 7)], [], [hit('a', 1, 2, 3)]], []);
  expect(page!.positions).toEqual([[7], [], [2, 3]]);
});

test('of several ways to write a word the best score counts, and the place of the usual one', () => {
  const hits = bestHits([
    [hit('a', 3, 10), hit('b', 2)],
    [hit('a', 9, 1, 2), hit('b', 1, 5), hit('c', 4, 6)],
  ]);
  expect(hits).toEqual([hit('a', 9, 10), hit('b', 2, 5), hit('c', 4, 6)]);
});
