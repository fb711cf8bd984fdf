import { expect, test } from 'vitest';
import { choiceFrom, choiceQuery, fits } from '../../../src/components/browse/choice.ts';

const question = { topic: 'linux', level: 'core', tags: ['memory', 'kernel'], words: 'what is oom? exit code 137' };

test('what is not chosen does not narrow the list', () => {
  expect(fits(question, {})).toBe(true);
});

test('topic, level, tag and every word must fit', () => {
  expect(fits(question, { topic: 'linux', level: 'core', tag: 'memory', q: 'OOM 137' })).toBe(true);
  for (const other of [{ topic: 'iac' }, { level: 'advanced' }, { tag: 'pods' }, { q: 'oom swap' }]) {
    expect(fits(question, other), JSON.stringify(other)).toBe(false);
  }
});

test('a choice survives the way through the address', () => {
  const choice = { q: '502 & more', topic: 'networking', tag: 'http' };
  expect(choiceFrom(new URLSearchParams(choiceQuery(choice)))).toEqual(choice);
});

test('empty and unknown parameters are left out, and a long query is cut', () => {
  expect(choiceFrom(new URLSearchParams('q=&topic=%20&page=3'))).toEqual({});
  expect(choiceFrom(new URLSearchParams({ q: 'x'.repeat(500) })).q).toHaveLength(200);
  expect(choiceQuery({})).toBe('');
});
