import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { drill as schema } from '../../src/guide/drill-schema.ts';
import { readGuide } from '../../src/guide/read-guide.ts';
import { refusal, replay, type Action, type Drill, type Move, type Play } from '../../src/study/drill.ts';

const { entries } = readGuide(fileURLToPath(new URL('../../content', import.meta.url)));

/** The drills of the guide. */
export const drills: readonly { id: string; drill: Drill }[] = entries
  .filter(({ collection }) => collection === 'drills')
  .map(({ id, data }) => ({ id, drill: schema.parse(data) }));

/** The actions that may be taken now. */
export const openActions = (play: Play): Action[] =>
  play.offers.flatMap(({ offers }) => offers.filter(({ state }) => state === 'open').map(({ action }) => action));

const choices = (most: number): fc.Arbitrary<number[]> =>
  fc
    .nat({ max: most })
    .chain((length) => fc.array(fc.nat({ max: 9999 }), { minLength: length, maxLength: length, size: 'max' }));

/** Moves that a player could make: any number of them, and in many plays one that ends it. */
export const legalMoves = (drill: Drill): fc.Arbitrary<Move[]> =>
  choices(drill.actions.length + 1).map((choices) => {
    const moves: Move[] = [];
    for (const choice of choices) {
      const play = replay(drill, moves);
      const open = openActions(play).map(({ id }) => id);
      const canClose = refusal(drill, play, 'close') === undefined;
      if (play.end !== undefined) break;
      if (canClose && (open.length === 0 || choice % 5 === 0)) moves.push('close');
      else if (open.length === 0 || choice % 80 === 1) moves.push('give-up');
      else moves.push(open[choice % open.length]!);
    }
    return moves;
  });

const action = (fields: Partial<Action> & Pick<Action, 'id' | 'phase'>): Action => ({
  label: fields.id.replaceAll('-', ' '),
  minutes: 1,
  effectMinutes: 0,
  needs: [],
  result: `Result of ${fields.id}.`,
  verdict: 'strong',
  why: 'Because it is so, and everybody can see why.',
  mitigates: false,
  findsCause: false,
  ...fields,
});

/** A full disk in nine actions: par 7 minutes, budget 12. */
export const diskFull: Drill = {
  title: 'The disk that would not empty',
  briefing: 'Writes fail.',
  system: 'One host.',
  rootCause: 'A deleted log is still open.',
  budgetMinutes: 12,
  parMinutes: 7,
  actions: [
    action({ id: 'ask-since-when', phase: 'clarify' }),
    action({ id: 'ask-changes', phase: 'clarify' }),
    action({ id: 'read-df', phase: 'evidence', resultAfterMitigation: 'Result of read-df, later.' }),
    action({ id: 'read-du', phase: 'isolate', minutes: 2, needs: ['read-df'] }),
    action({ id: 'stop-batch', phase: 'mitigate', minutes: 2, needs: ['read-df'], mitigates: true }),
    action({ id: 'delete-logs', phase: 'mitigate', minutes: 2, effectMinutes: 5, verdict: 'harmful' }),
    action({ id: 'reboot-nothing', phase: 'mitigate', minutes: 3, verdict: 'waste' }),
    action({ id: 'list-open-files', phase: 'root-cause', minutes: 2, needs: ['read-df'], findsCause: true }),
    action({ id: 'reopen-log', phase: 'mitigate', needs: ['list-open-files'], mitigates: true }),
  ],
  resolvedWhen: ['list-open-files', 'reopen-log'],
  bestPath: ['ask-since-when', 'read-df', 'stop-batch', 'list-open-files', 'reopen-log'],
  debrief: ['Look for what is deleted and still open.'],
  wrongTurns: ["'Too many logs.' du and df disagree."],
};
