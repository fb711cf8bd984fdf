import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replay } from '../../../src/study/drill.ts';
import { score, type ScoreLine } from '../../../src/study/score.ts';
import { diskFull, drills, legalMoves } from '../../support/drills.ts';

const scored = (...moves: string[]) => score(diskFull, replay(diskFull, moves));
const line = (id: ScoreLine['id'], ...moves: string[]) => {
  const { points, why } = scored(...moves).lines.find((line) => line.id === id)!;
  return [points, why];
};

test('the lines add up to a hundred points', () => {
  expect(scored().lines.reduce((sum, { of }) => sum + of, 0)).toBe(100);
});

test('nothing done is worth nothing', () => {
  expect(scored()).toMatchObject({ total: 0, grade: 'weak' });
  expect(scored('give-up')).toMatchObject({ total: 0, grade: 'weak' });
});

test('minutes count fully up to those of the best path, a quarter from the budget on, and not at all if it never came', () => {
  expect(line('mitigation', 'read-df', 'stop-batch')).toEqual([
    25,
    'Users were helped after 3 minutes; the best path takes 4.',
  ]);
  expect(line('mitigation', 'ask-changes', 'ask-since-when', 'read-df', 'reboot-nothing', 'stop-batch')).toEqual([
    16,
    'Users were helped after 8 minutes; the best path takes 4.',
  ]);
  const late = ['delete-logs', 'reboot-nothing', 'read-df', 'stop-batch'];
  expect(line('mitigation', ...late)).toEqual([6, 'Users were helped after 13 minutes; the best path takes 4.']);
  expect(line('cause', ...late)).toEqual([0, 'The cause has not been proven; the best path takes 6.']);
});

test('who helps users but repairs nothing has resolved nothing', () => {
  expect(line('resolution', 'read-df', 'stop-batch', 'list-open-files', 'give-up')).toEqual([
    0,
    'It has not been resolved; the best path takes 7.',
  ]);
});

test('questions count when they come first, and before the first change', () => {
  expect(line('questions', 'ask-since-when', 'read-df', 'stop-batch')[0]).toBe(15);
  expect(line('questions', 'read-df', 'ask-since-when', 'stop-batch')).toEqual([
    7,
    'You did not begin with a question, and asked 1 before the first change; the best path asks 1.',
  ]);
  expect(line('questions', 'read-df', 'stop-batch', 'ask-since-when')[0]).toBe(0);
});

test('a change counts as backed when something was looked at before and it was no waste and no harm', () => {
  expect(line('evidence', 'read-df', 'stop-batch')).toEqual([15, '1 of 1 change rested on what you had seen.']);
  expect(line('evidence', 'reboot-nothing', 'read-df', 'stop-batch')).toEqual([
    8,
    '1 of 2 changes rested on what you had seen; not “reboot nothing”.',
  ]);
  expect(line('evidence', 'read-df', 'reboot-nothing', 'stop-batch')[0]).toBe(8);
  expect(line('evidence', 'read-df')).toEqual([0, 'Nothing was changed.']);
  const blind = { ...diskFull, actions: diskFull.actions.map((action) => ({ ...action, needs: [] })) };
  const [, , , , evidence] = score(blind, replay(blind, ['ask-changes', 'stop-batch'])).lines;
  expect(evidence).toMatchObject({ points: 0, why: '0 of 1 change rested on what you had seen; not “stop batch”.' });
});

test('harm and severity cost points, and it is harm enough to leave users alone', () => {
  expect(line('harm', 'read-df', 'stop-batch')).toEqual([15, 'Nothing you did made it worse.']);
  expect(line('harm', 'read-df', 'stop-batch', 'delete-logs')).toEqual([
    9,
    '“delete logs” made it worse and cost 5 more minutes.',
  ]);
  expect(line('harm', 'delete-logs', 'reboot-nothing', 'read-df', 'stop-batch')).toEqual([
    4,
    '“delete logs” made it worse and cost 5 more minutes; the incident turned severe at minute 12.',
  ]);
  expect(line('harm', 'read-df')).toEqual([0, 'Users have not been helped.']);
});

test('the grade is a word of the rubric', () => {
  expect(scored(...diskFull.bestPath)).toMatchObject({ total: 100, grade: 'strong' });
  expect(scored('read-df', 'stop-batch', 'list-open-files', 'reopen-log')).toMatchObject({ total: 85, grade: 'solid' });
  expect(scored('delete-logs', 'read-df', 'stop-batch', 'give-up').grade).toBe('weak');
});

describe.each(drills)('whatever is played: $id', ({ drill }) => {
  const best = score(drill, replay(drill, drill.bestPath));
  const property = (holds: (found: ReturnType<typeof score>, play: ReturnType<typeof replay>) => void) =>
    fc.assert(
      fc.property(legalMoves(drill), (moves) => {
        const play = replay(drill, moves);
        holds(score(drill, play), play);
      }),
    );

  test('the best path gets every point, and nobody gets more', () => {
    expect(best.lines.filter(({ points, of }) => points < of)).toEqual([]);
    property(({ total, lines }) => {
      expect(total).toBeLessThanOrEqual(best.total);
      for (const { points, of } of lines) {
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(of);
        expect(Number.isInteger(points)).toBe(true);
      }
    });
  });

  test('who did harm, changed something in vain or turned it severe gets less than the best path', () => {
    property(({ total }, { log, severeAt }) => {
      const isFlawed = log.some(
        ({ action }) => action.verdict === 'harmful' || (action.verdict === 'waste' && action.phase === 'mitigate'),
      );
      expect((isFlawed || severeAt !== undefined) && total >= best.total).toBe(false);
    });
  });

  test('nobody is called strong who has not resolved it', () => {
    property(({ grade }, { resolvedAt }) => {
      expect(resolvedAt === undefined && grade === 'strong').toBe(false);
    });
  });

  test('every line says why in a sentence', () => {
    property(({ lines }) => {
      for (const { why } of lines) expect(why).toMatch(/^[A-Z0-9“].*\.$/);
    });
  });
});
