import { describe, expect, test } from 'vitest';
import { debrief } from '../../../src/study/debrief.ts';
import { replay } from '../../../src/study/drill.ts';
import { diskFull, drills } from '../../support/drills.ts';

const of = (...moves: string[]) => debrief(diskFull, replay(diskFull, moves));
const ids = (steps: ReturnType<typeof of>['path']) => steps.map(({ entry }) => entry.action.id);

test('the player’s path stands beside the best one, on one clock', () => {
  const found = of('delete-logs', 'read-df', 'give-up');
  expect(ids(found.path)).toEqual(['delete-logs', 'read-df']);
  expect(found.path.map(({ isOnBestPath }) => isOnBestPath)).toEqual([false, true]);
  expect(ids(found.best)).toEqual(diskFull.bestPath);
  expect(found.minutes).toBe(8);
  expect(of('read-df').minutes).toBe(7);
});

test('what the player left out of the best path is named', () => {
  expect(ids(of('read-df', 'stop-batch').missed)).toEqual(['ask-since-when', 'list-open-files', 'reopen-log']);
});

describe.each(drills)('$id', ({ drill }) => {
  test('on the best path nothing is missed', () => {
    const found = debrief(drill, replay(drill, [...drill.bestPath, 'close']));
    expect(found.missed).toEqual([]);
    expect(found.path).toEqual(found.best);
    expect(found.minutes).toBe(drill.parMinutes);
  });
});
