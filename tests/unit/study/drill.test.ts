import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IllegalMove, next, refusal, replay, undone, type Play } from '../../../src/study/drill.ts';
import { diskFull, drills, legalMoves, openActions } from '../../support/drills.ts';

const after = (...moves: string[]) => replay(diskFull, moves);
const offerOf = (play: Play, id: string) =>
  play.offers.flatMap(({ offers }) => offers).find(({ action }) => action.id === id);

test('at the start nothing is known, the clock stands at the page, and what needs nothing is open', () => {
  const start = after();
  expect(start).toMatchObject({ clock: 0, log: [], known: [], end: undefined, mitigatedAt: undefined });
  expect(openActions(start).map(({ id }) => id)).toEqual([
    'ask-since-when',
    'ask-changes',
    'read-df',
    'delete-logs',
    'reboot-nothing',
  ]);
});

test('offers and what is known stand in the order of the phases, and phases without an action are left out', () => {
  const phases = ['clarify', 'evidence', 'isolate', 'mitigate', 'root-cause'];
  expect(after().offers.map(({ phase }) => phase)).toEqual(phases);
  const { known } = after('read-df', 'ask-changes', 'stop-batch', 'ask-since-when');
  expect(known.map(({ phase, entries }) => [phase, entries.map(({ action }) => action.id)])).toEqual([
    ['clarify', ['ask-changes', 'ask-since-when']],
    ['evidence', ['read-df']],
    ['mitigate', ['stop-batch']],
  ]);
});

test('what waits says what to do first, but names nothing that is not open itself', () => {
  expect(offerOf(after(), 'read-du')).toMatchObject({ state: 'waiting', reason: 'Do this first: “read df”.' });
  expect(offerOf(after(), 'reopen-log')).toMatchObject({
    state: 'waiting',
    reason: 'It needs something that is not known yet.',
  });
  const both = { ...diskFull.actions[8]!, needs: ['list-open-files', 'ask-changes'] };
  const drill = { ...diskFull, actions: [...diskFull.actions.slice(0, 8), both] };
  expect(offerOf(replay(drill), 'reopen-log')?.reason).toBe(
    'Do this first: “ask changes”. It also needs something that is not known yet.',
  );
});

test('an action takes its minutes, and a harmful one those of its after-effects too', () => {
  expect(after('read-df', 'read-du').clock).toBe(3);
  expect(after('delete-logs').log).toMatchObject([{ from: 0, to: 7 }]);
});

test('users are helped, the cause is found and the incident is resolved when the action is done that does it', () => {
  expect(after(...diskFull.bestPath)).toMatchObject({ mitigatedAt: 4, causeFoundAt: 6, resolvedAt: 7, clock: 7 });
  expect(after('read-df', 'list-open-files')).toMatchObject({ causeFoundAt: 3, resolvedAt: undefined });
  expect(after(...diskFull.bestPath, 'ask-changes').resolvedAt).toBe(7);
});

test('after a mitigation the result is shown that was written for it, and the usual one where none was', () => {
  expect(after('read-df', 'stop-batch').log.map(({ result }) => result)).toEqual([
    'Result of read-df.',
    'Result of stop-batch.',
  ]);
  const late = replay({ ...diskFull, actions: diskFull.actions.map((action) => ({ ...action, needs: [] })) }, [
    'stop-batch',
    'read-df',
    'read-du',
  ]);
  expect(late.log.map(({ result, isAfterMitigation }) => [result, isAfterMitigation])).toEqual([
    ['Result of stop-batch.', false],
    ['Result of read-df, later.', true],
    ['Result of read-du.', true],
  ]);
});

test('past the budget the incident turns severe once, stays so, and goes on', () => {
  const late = after('delete-logs', 'read-df', 'read-du', 'reboot-nothing', 'stop-batch', 'ask-changes');
  expect(late).toMatchObject({ severeAt: 12, mitigatedAt: 15, end: undefined });
  expect(late.log.filter(({ turnedSevere }) => turnedSevere).map(({ action }) => action.id)).toEqual([
    'reboot-nothing',
  ]);
});

test('the whole budget may be used, and once users are helped the rest has time', () => {
  const moves = ['delete-logs', 'read-df', 'read-du', 'ask-changes', 'ask-since-when'];
  expect(after(...moves)).toMatchObject({ clock: 12, severeAt: undefined });
  expect(after('read-df', 'stop-batch', 'delete-logs', 'reboot-nothing')).toMatchObject({
    clock: 13,
    severeAt: undefined,
  });
});

describe('a move that is not allowed is refused with a reason', () => {
  test.each([
    [[], 'read-du', 'Do this first: “read df”.'],
    [[], 'read-fd', 'This incident has no such action.'],
    [['read-df'], 'read-df', '“read df” is done already.'],
    [['read-df'], 'close', 'Users have not been helped yet.'],
    [['read-df', 'stop-batch'], 'close', 'The cause is not proven yet.'],
    [['read-df', 'stop-batch', 'list-open-files'], 'close', 'Something is left to do under “Stop the pain”.'],
    [[...diskFull.bestPath, 'close'], 'ask-changes', 'The incident is closed.'],
    [['give-up'], 'ask-changes', 'You have given up this incident.'],
    [['give-up'], 'give-up', 'You have given up this incident.'],
  ])('after %j: %s', (moves, move, reason) => {
    const play = after(...moves);
    expect(refusal(diskFull, play, move)).toBe(reason);
    expect(() => next(diskFull, play, move)).toThrow(new IllegalMove(reason));
  });
});

test('an incident that is resolved can be closed, and at any time given up', () => {
  expect(after(...diskFull.bestPath, 'close').end).toBe('closed');
  expect(after('give-up').end).toBe('given up');
});

test('taking back what is not there leaves the start', () => {
  expect(undone(diskFull, after())).toEqual(after());
});

test('there are seven drills', () => {
  expect(drills).toHaveLength(7);
});

describe.each(drills)('whatever is played: $id', ({ drill }) => {
  const plays = legalMoves(drill).map((moves) => replay(drill, moves));
  const property = (holds: (play: Play) => void) => fc.assert(fc.property(plays, holds));

  test('the incident can be closed from there, unless it has ended', () => {
    property((reached) => {
      let play = reached;
      while (play.end === undefined) {
        const [open] = openActions(play);
        const canClose = refusal(drill, play, 'close') === undefined;
        expect(canClose || open).toBeTruthy();
        play = next(drill, play, canClose ? 'close' : open!.id);
      }
    });
  });

  test('the clock grows with every action, and stands still when the play ends', () => {
    property(({ log, moves, clock, end }) => {
      log.forEach(({ from, to }, index) => {
        expect(from).toBe(log[index - 1]?.to ?? 0);
        expect(to).toBeGreaterThan(from);
      });
      if (end !== undefined) expect(replay(drill, moves.slice(0, -1)).clock).toBe(clock);
    });
  });

  test('each result is the one written for its moment', () => {
    property(({ log }) => {
      const firstHelp = log.findIndex(({ action }) => action.mitigates);
      log.forEach(({ action, result }, index) => {
        const isLater = firstHelp >= 0 && index > firstHelp;
        expect(result).toBe(isLater ? (action.resultAfterMitigation ?? action.result) : action.result);
      });
    });
  });

  test('playing the moves again gives the same state, and taking one back the state before', () => {
    property((play) => {
      expect(replay(drill, play.moves)).toEqual(play);
      const last = play.moves.at(-1);
      if (last === undefined) return;
      const before = undone(drill, play);
      expect(before.moves).toEqual(play.moves.slice(0, -1));
      expect(next(drill, before, last)).toEqual(play);
    });
  });

  test('what is offered as open is allowed, and nothing else', () => {
    property((play) => {
      if (play.end !== undefined) return;
      const open = new Set(openActions(play).map(({ id }) => id));
      for (const { id } of drill.actions) expect(refusal(drill, play, id) === undefined).toBe(open.has(id));
    });
  });

  test('it is severe if and only if users had not been helped when the budget ran out', () => {
    property(({ clock, mitigatedAt, severeAt }) => {
      expect(severeAt !== undefined).toBe((mitigatedAt ?? clock) > drill.budgetMinutes);
    });
  });

  test('any list of words is played or refused, and nothing else is thrown', () => {
    const words = fc.oneof(fc.string(), fc.constantFrom(...drill.actions.map(({ id }) => id), 'close', 'give-up'));
    fc.assert(
      fc.property(fc.array(words), (moves) => {
        try {
          expect(replay(drill, moves).moves).toEqual(moves);
        } catch (error) {
          expect(error).toBeInstanceOf(IllegalMove);
        }
      }),
    );
  });
});
