import { replay, type Drill, type LogEntry, type Play } from './drill.ts';

/** One thing that was judged, with the reason in a sentence. */
export interface ScoreLine {
  id: 'mitigation' | 'cause' | 'resolution' | 'questions' | 'evidence' | 'harm';
  label: string;
  points: number;
  /** The most points there are. */
  of: number;
  why: string;
}

/** The words of the scenario's own rubric. */
export type Grade = 'strong' | 'solid' | 'weak';

export interface Score {
  lines: readonly ScoreLine[];
  /** Of 100. */
  total: number;
  grade: Grade;
  /** The grade as a sentence. */
  summary: string;
}

const mostPoints: Readonly<Record<ScoreLine['id'], number>> = {
  mitigation: 25,
  cause: 15,
  resolution: 15,
  questions: 15,
  evidence: 15,
  harm: 15,
};

const pointsLostByHarm = 6;
const pointsLostBySeverity = 5;

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

const quoted = (entries: readonly LogEntry[]) => entries.map(({ action }) => `“${action.label}”`).join(', ');

const isQuestion = ({ action }: LogEntry) => action.phase === 'clarify';
const isLook = ({ action: { phase } }: LogEntry) =>
  phase === 'evidence' || phase === 'isolate' || phase === 'root-cause';
const isChange = ({ action: { phase, mitigates } }: LogEntry) => phase === 'mitigate' || mitigates;
const isUnsound = ({ action: { verdict } }: LogEntry) => verdict === 'waste' || verdict === 'harmful';

/** All points up to par, then evenly fewer, down to a quarter of them from the budget on: late is better than never. */
function inTime(
  id: 'mitigation' | 'cause' | 'resolution',
  texts: { label: string; what: string; notYet: string },
  minute: number | undefined,
  par: number,
  { budgetMinutes }: Drill,
): ScoreLine {
  const { label, what, notYet } = texts;
  const of = mostPoints[id];
  const best = `the best path takes ${par}`;
  if (minute === undefined) return { id, label, points: 0, of, why: `${notYet}; ${best}.` };
  const late = Math.min(1, Math.max(0, (minute - par) / Math.max(1, budgetMinutes - par)));
  const points = Math.round(of * (1 - 0.75 * late));
  return { id, label, points, of, why: `${what} after ${count(minute, 'minute')}; ${best}.` };
}

const beforeFirst = (log: readonly LogEntry[], isIt: (entry: LogEntry) => boolean) => {
  const index = log.findIndex(isIt);
  return index < 0 ? log : log.slice(0, index);
};

function questionsFirst(log: readonly LogEntry[], best: readonly LogEntry[]): ScoreLine {
  const of = mostPoints.questions;
  const asked = beforeFirst(log, isChange).filter(isQuestion).length;
  const wanted = beforeFirst(best, isChange).filter(isQuestion).length;
  const atOnce = log[0] !== undefined && isQuestion(log[0]);
  const forOrder = atOnce ? Math.ceil(of / 2) : 0;
  const forNumber = Math.floor(of / 2) * (wanted === 0 ? 1 : Math.min(1, asked / wanted));
  const start = atOnce ? 'You began with a question' : 'You did not begin with a question';
  return {
    id: 'questions',
    label: 'Questions asked first',
    points: Math.round(forOrder + forNumber),
    of,
    why: `${start}, and asked ${asked} before the first change; the best path asks ${wanted}.`,
  };
}

function evidenceFirst(log: readonly LogEntry[]): ScoreLine {
  const of = mostPoints.evidence;
  const label = 'Evidence before action';
  const changes = log.filter(isChange);
  if (changes.length === 0) return { id: 'evidence', label, points: 0, of, why: 'Nothing was changed.' };
  const firstLook = log.findIndex(isLook);
  const backed = changes.filter((change) => !isUnsound(change) && firstLook >= 0 && firstLook < log.indexOf(change));
  const unbacked = changes.filter((change) => !backed.includes(change));
  const rested = `${backed.length} of ${count(changes.length, 'change')} rested on what you had seen`;
  return {
    id: 'evidence',
    label,
    points: Math.round((of * backed.length) / changes.length),
    of,
    why: unbacked.length === 0 ? `${rested}.` : `${rested}; not ${quoted(unbacked)}.`,
  };
}

function harmDone({ log, mitigatedAt, severeAt }: Play): ScoreLine {
  const of = mostPoints.harm;
  const label = 'No harm done';
  const harmful = log.filter(({ action }) => action.verdict === 'harmful');
  const minutes = harmful.reduce((sum, { action }) => sum + action.effectMinutes, 0);
  const harm = harmful.length > 0 && `${quoted(harmful)} made it worse and cost ${count(minutes, 'more minute')}`;
  const severity = severeAt !== undefined && `the incident turned severe at minute ${severeAt}`;
  const suffering = mitigatedAt === undefined && 'users have not been helped';
  const reasons = [harm, severity, suffering].filter(Boolean).join('; ');
  const lost = harmful.length * pointsLostByHarm + (severeAt === undefined ? 0 : pointsLostBySeverity);
  return {
    id: 'harm',
    label,
    points: mitigatedAt === undefined ? 0 : Math.max(0, of - lost),
    of,
    why: `${reasons.replace(/^./, (first) => first.toUpperCase()) || 'Nothing you did made it worse'}.`,
  };
}

const summaries: Readonly<Record<Grade, string>> = {
  strong: 'Strong: users were helped early, on evidence, and the cause is proven.',
  solid: 'Solid: it got there, with detours that an interviewer would ask about.',
  weak: 'Weak: much of what the best path does is missing or came late. Compare the two, then play it again.',
};

const leastTotal: readonly (readonly [Grade, number])[] = [
  ['strong', 90],
  ['solid', 60],
];

/** How well the moves so far were chosen, compared with the drill's best path. An unfinished play is judged as it stands. */
export function score(drill: Drill, play: Play): Score {
  const best = replay(drill, drill.bestPath);
  const par = (minute: number | undefined) => minute ?? drill.parMinutes;
  const lines = [
    inTime(
      'mitigation',
      {
        label: 'Minutes until users were helped',
        what: 'Users were helped',
        notYet: 'Users have not been helped',
      },
      play.mitigatedAt,
      par(best.mitigatedAt),
      drill,
    ),
    inTime(
      'cause',
      {
        label: 'Minutes until the cause was proven',
        what: 'The cause was proven',
        notYet: 'The cause has not been proven',
      },
      play.causeFoundAt,
      par(best.causeFoundAt),
      drill,
    ),
    inTime(
      'resolution',
      {
        label: 'Minutes until it was resolved',
        what: 'Everything needed to close it was done',
        notYet: 'It has not been resolved',
      },
      play.resolvedAt,
      par(best.resolvedAt),
      drill,
    ),
    questionsFirst(play.log, best.log),
    evidenceFirst(play.log),
    harmDone(play),
  ];
  const total = lines.reduce((sum, { points }) => sum + points, 0);
  const grade = leastTotal.find(([, least]) => total >= least)?.[0] ?? 'weak';
  return { lines, total, grade, summary: summaries[grade] };
}
