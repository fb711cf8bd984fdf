import type { Debrief } from '../../study/debrief.ts';
import type { LogEntry, Play } from '../../study/drill.ts';

const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;

/** When an entry began and ended, and how much of it was its after-effects. */
export function whenOf({ action, from, to }: LogEntry): string {
  const after = action.effectMinutes > 0 ? `, ${action.effectMinutes} of them after-effects` : '';
  return `Minute ${from}–${to}${after}`;
}

/** Where users and cause stand, in a few words each. */
export const standing = ({ mitigatedAt, causeFoundAt }: Play): { users: string; cause: string } => ({
  users: mitigatedAt === undefined ? 'not helped yet' : `helped at minute ${mitigatedAt}`,
  cause: causeFoundAt === undefined ? 'not proven yet' : `proven at minute ${causeFoundAt}`,
});

/** What is said for as long as the incident is severe, and after. */
export const severity = ({ severeAt, mitigatedAt }: Play): string | undefined =>
  severeAt === undefined
    ? undefined
    : `Severe since minute ${severeAt}: the budget was spent and users had no help. It costs points. ${
        mitigatedAt === undefined ? 'Play goes on: help the users now.' : 'Users have been helped since.'
      }`;

/** What an entry changed for the incident as a whole, one sentence or two for each change. */
export function turningPoints(play: Play, index: number): string[] {
  const entry = play.log[index];
  if (!entry) return [];
  const isFirst = (happens: (entry: LogEntry) => boolean) => play.log.findIndex(happens) === index;
  return [
    ...(entry.turnedSevere && play.severeAt !== undefined
      ? [
          `The budget of ${play.severeAt} minutes is spent and users have no help: the incident is severe now. It costs points, and play goes on.`,
        ]
      : []),
    ...(isFirst(({ action }) => action.mitigates)
      ? ['Users are helped. From here on you see a calmer system: prove the cause, and see that it cannot come back.']
      : []),
    ...(isFirst(({ action }) => action.findsCause) ? ['The cause is proven.'] : []),
    ...(play.resolvedAt === entry.to ? ['Everything that closing needs is done. You may close the incident.'] : []),
  ];
}

const mostCharacters = 240;

/** The beginning of a text, cut between two words, for being read out. */
export function beginning(text: string): string {
  const whole = text.replace(/\s+/g, ' ').trim();
  return whole.length <= mostCharacters ? whole : `${whole.slice(0, mostCharacters).replace(/ \S*$/, '')} …`;
}

/** What is announced after a move: the clock, what was done, what it changed, and the beginning of what it showed. */
export function announcement(play: Play, shown: string): string {
  const entry = play.log.at(-1);
  if (!entry) return 'The incident begins. Minute 0.';
  const prose = beginning(shown);
  return [`Minute ${play.clock}.`, `${entry.action.label}.`, ...turningPoints(play, play.log.length - 1), prose]
    .filter((part) => part !== '')
    .join(' ');
}

const reached = (what: string, minute: number | undefined) =>
  minute === undefined ? `not ${what}` : `${what} at minute ${minute}`;

/** The picture of both paths in words. */
export function pathsInWords({ path, best }: Debrief, play: Play, bestPlay: Play): string {
  const one = (name: string, { clock, mitigatedAt, causeFoundAt }: Play, steps: number) =>
    `${name}: ${count(steps, 'step')} in ${count(clock, 'minute')}, users ${reached('helped', mitigatedAt)}, cause ${reached('proven', causeFoundAt)}.`;
  return `${one('Your path', play, path.length)} ${one('Best path', bestPlay, best.length)}`;
}
