import { describe, expect, test } from 'vitest';
import {
  announcement,
  beginning,
  pathsInWords,
  severity,
  standing,
  turningPoints,
  whenOf,
} from '../../../../src/components/drill/words.ts';
import { debrief } from '../../../../src/study/debrief.ts';
import { replay } from '../../../../src/study/drill.ts';
import { diskFull } from '../../../support/drills.ts';

const after = (...moves: string[]) => replay(diskFull, moves);

test('an entry says when it was, and how much of it was after-effects', () => {
  const { log } = after('ask-changes', 'delete-logs');
  expect(log.map(whenOf)).toEqual(['Minute 0–1', 'Minute 1–8, 5 of them after-effects']);
});

test('the standing tells when users were helped and the cause was proven', () => {
  expect(standing(after())).toEqual({ users: 'not helped yet', cause: 'not proven yet' });
  expect(standing(after('read-df', 'stop-batch', 'list-open-files'))).toEqual({
    users: 'helped at minute 3',
    cause: 'proven at minute 5',
  });
});

describe('a turning point', () => {
  test('is named once, at the move that brought it', () => {
    const play = after('read-df', 'stop-batch', 'list-open-files', 'reopen-log');
    expect(turningPoints(play, 0)).toEqual([]);
    expect(turningPoints(play, 1).join()).toContain('Users are helped');
    expect(turningPoints(play, 2)).toEqual(['The cause is proven.']);
    expect(turningPoints(play, 3)).toEqual(['Everything that closing needs is done. You may close the incident.']);
    expect(turningPoints(play, 4)).toEqual([]);
  });

  test('is the end of the budget too, and what is said of it stays', () => {
    const play = after('delete-logs', 'reboot-nothing', 'read-df', 'read-du');
    expect(turningPoints(play, 3)[0]).toMatch(/^The budget of 12 minutes is spent .* severe now/);
    expect(severity(play)).toContain('Play goes on');
    const helped = after('delete-logs', 'reboot-nothing', 'read-df', 'read-du', 'stop-batch');
    expect(severity(helped)).toContain('Users have been helped since');
    expect(severity(after('read-df'))).toBeUndefined();
  });
});

describe('the announcement', () => {
  test('gives the clock, what was done and what it showed, and no verdict', () => {
    const words = announcement(after('reboot-nothing'), 'Nothing  has\nchanged.');
    expect(words).toBe('Minute 3. reboot nothing. Nothing has changed.');
    expect(announcement(after('delete-logs'), '')).not.toMatch(/harm|waste|strong|fine/i);
  });

  test('names what turned', () => {
    expect(announcement(after('read-df', 'stop-batch'), '')).toContain('Users are helped');
  });

  test('says at the start that it is the start', () => {
    expect(announcement(after(), '')).toBe('The incident begins. Minute 0.');
  });
});

test('a long result is cut between two words', () => {
  expect(beginning('short')).toBe('short');
  const cut = beginning('word '.repeat(100));
  expect(cut.length).toBeLessThanOrEqual(242);
  expect(cut).toMatch(/word …$/);
});

test('both paths are told in words', () => {
  const play = after('delete-logs', 'give-up');
  const words = pathsInWords(debrief(diskFull, play), play, after(...diskFull.bestPath));
  expect(words).toBe(
    'Your path: 1 step in 7 minutes, users not helped, cause not proven. Best path: 5 steps in 7 minutes, users helped at minute 4, cause proven at minute 6.',
  );
});
