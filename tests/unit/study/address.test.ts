import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fragment, mostActions, opened } from '../../../src/study/address.ts';
import { replay } from '../../../src/study/drill.ts';
import { diskFull, drills, legalMoves } from '../../support/drills.ts';

const start = replay(diskFull);
const good = fragment(diskFull, { moves: diskFull.bestPath });

test('a state is a short fragment with its version, and the start is none', () => {
  expect(good).toMatch(/^#d1\.[0-9a-z]{4}\.02478\.[0-9a-z]{2}$/);
  expect(fragment(diskFull, { moves: [...diskFull.bestPath, 'close'] })).toMatch(/\.024789\./);
  expect(fragment(diskFull, { moves: ['give-up'] })).toMatch(/\.a\./);
  expect(fragment(diskFull, start)).toBe('');
});

test.each(['', '#'])('no fragment is the start, without a message: "%s"', (text) => {
  expect(opened(diskFull, text)).toEqual({ play: start });
});

test('a fragment opens its state with and without its sign', () => {
  expect(opened(diskFull, good)).toEqual({ play: replay(diskFull, diskFull.bestPath) });
  expect(opened(diskFull, good.slice(1))).toEqual(opened(diskFull, good));
});

const [, sum = '', , check = ''] = good.split('.');

test.each([
  ['another version', good.replace('d1', 'd2')],
  [
    'another list of actions',
    fragment({ ...diskFull, actions: diskFull.actions.slice(0, -1) }, { moves: ['read-df'] }),
  ],
  [
    'another order of actions',
    fragment({ ...diskFull, actions: diskFull.actions.toReversed() }, { moves: ['read-df'] }),
  ],
])('a fragment for %s begins afresh and says so', (_, text) => {
  expect(opened(diskFull, text)).toEqual({
    play: start,
    message: 'This link was made for another version of the incident, so it begins afresh.',
  });
});

test.each([
  ['it is cut off', good.slice(0, -1)],
  ['it is cut off in the moves', good.slice(0, -5)],
  ['it has no moves', `#d1.${sum}..${check}`],
  ['a move is missing', good.replace('02478', '0247')],
  [
    'a move to the first action is missing',
    fragment(diskFull, { moves: ['read-df', 'ask-since-when'] }).replace('.20.', '.2.'),
  ],
  ['a move is another', good.replace('02478', '024g8')],
  ['a move stands twice', good.replace('02478', '024788')],
  ['something follows', `${good}.1`],
  ['it is in capitals', good.toUpperCase()],
  ['it is something else', '#_top'],
])('a damaged fragment begins afresh and says so: %s', (_, text) => {
  expect(opened(diskFull, text)).toEqual({
    play: start,
    message: 'This link is damaged, so the incident begins afresh.',
  });
});

test.each([
  ['what it needs is not done', ['read-du']],
  ['it is done twice', ['read-df', 'read-df']],
  ['it comes after the end', ['give-up', 'read-df']],
  ['it closes too early', ['close']],
])('a fragment with an impossible move begins afresh and says so: %s', (_, moves) => {
  expect(opened(diskFull, fragment(diskFull, { moves }))).toEqual({
    play: start,
    message: 'This link holds a move that is not possible, so the incident begins afresh.',
  });
});

test('every action has a digit, and so have the two moves that end the play', () => {
  const [first] = diskFull.actions;
  const actions = Array.from({ length: mostActions }, (_, index) => ({ ...first!, id: `action-${index}`, needs: [] }));
  const drill = { ...diskFull, actions };
  for (const moves of [[`action-${mostActions - 1}`, 'give-up'], ['action-0']])
    expect(opened(drill, fragment(drill, { moves })).play.moves).toEqual(moves);
});

describe.each(drills)('whatever is played: $id', ({ drill }) => {
  test('a fragment opens the state it was made of', () => {
    fc.assert(
      fc.property(legalMoves(drill), (moves) => {
        const play = replay(drill, moves);
        expect(opened(drill, fragment(drill, play))).toEqual({ play });
      }),
    );
  });

  test('one wrong character, or two in the wrong order, are always noticed', () => {
    const places = fc.tuple(legalMoves(drill), fc.nat(), fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz.'));
    fc.assert(
      fc.property(places, ([moves, place, character]) => {
        const text = fragment(drill, { moves });
        const at = 1 + (place % Math.max(1, text.length - 1));
        const wrong = text.slice(0, at) + character + text.slice(at + 1);
        const swapped = text.slice(0, at) + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2);
        const isUnnoticed = (other: string) => other !== text && opened(drill, other).message === undefined;
        expect([wrong, swapped].filter(isUnnoticed)).toEqual([]);
      }),
    );
  });

  test('no text makes it throw', () => {
    const likely = fc.stringMatching(/^#?d[01]\.[0-9a-z]{0,5}\.[0-9a-z]{0,6}\.[0-9a-z]{0,3}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), likely), (text) => {
        const { play, message } = opened(drill, text);
        const bare = text.replace(/^#/, '');
        expect(message === undefined ? fragment(drill, play).replace(/^#/, '') : bare).toBe(bare);
        expect(message === undefined || play.moves.length === 0).toBe(true);
      }),
    );
  });
});

test('the fragments of one incident do not open in another', () => {
  const sums = drills.map(({ drill }) => fragment(drill, { moves: [drill.bestPath[0]!] }).split('.')[1]);
  expect(new Set(sums).size).toBe(drills.length);
});
