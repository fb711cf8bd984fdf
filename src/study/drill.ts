/** The phases of an incident, in the order in which they are offered: users are helped before the cause is proven. */
export const phases = ['clarify', 'evidence', 'isolate', 'mitigate', 'root-cause', 'prevent'] as const;

export type Phase = (typeof phases)[number];

/** The phases as a reader sees them. */
export const phaseTitles: Readonly<Record<Phase, string>> = {
  clarify: 'Clarify',
  evidence: 'Gather evidence',
  isolate: 'Isolate',
  mitigate: 'Stop the pain',
  'root-cause': 'Prove the cause',
  prevent: 'Prevent the next one',
};

/** What a strong engineer thinks of an action: it moves the incident on, does no harm, wastes time, or makes it worse. */
export const verdicts = ['strong', 'fine', 'waste', 'harmful'] as const;

export type Verdict = (typeof verdicts)[number];

export interface Action {
  readonly id: string;
  readonly phase: Phase;
  readonly label: string;
  /** How long it takes. */
  readonly minutes: number;
  /** How much longer the incident keeps everybody busy because of it: the price of harm. */
  readonly effectMinutes: number;
  /** The actions that must all be done before it is open. */
  readonly needs: readonly string[];
  /** Markdown: what a real system would show. */
  readonly result: string;
  /** Markdown: what it shows once users have been helped, where that differs. */
  readonly resultAfterMitigation?: string | undefined;
  readonly verdict: Verdict;
  readonly why: string;
  /** Whether users are helped once it is done. */
  readonly mitigates: boolean;
  /** Whether the cause is proven once it is done. */
  readonly findsCause: boolean;
}

/** A playable incident. The checks of the content promise that it can be closed from every state. */
export interface Drill {
  readonly title: string;
  readonly briefing: string;
  readonly system: string;
  readonly rootCause: string;
  /** When the incident turns severe if users have not been helped. */
  readonly budgetMinutes: number;
  /** How long the best path takes. */
  readonly parMinutes: number;
  readonly actions: readonly Action[];
  /** The actions that must all be done before the incident can be closed. */
  readonly resolvedWhen: readonly string[];
  readonly bestPath: readonly string[];
  readonly debrief: readonly string[];
  readonly wrongTurns: readonly string[];
}

/** The moves that are not actions: both end the play. */
export const closing = 'close';
export const givingUp = 'give-up';

/** The id of an action, or one of the two moves that end the play. */
export type Move = string;

/** An action as it was taken, with what it showed at that moment. Minutes count from the page. */
export interface LogEntry {
  action: Action;
  from: number;
  /** With the after-effects. */
  to: number;
  /** Markdown: the result that applied. */
  result: string;
  isAfterMitigation: boolean;
  /** Whether the incident turned severe while it was under way. */
  turnedSevere: boolean;
}

/** What may be done, was done, or must wait. Those that wait carry the reason. */
export interface Offer {
  action: Action;
  state: 'open' | 'done' | 'waiting';
  reason?: string;
}

/** Where an incident stands. All of it follows from the moves, so taking back is leaving out the last one. */
export interface Play {
  moves: readonly Move[];
  /** Minutes since the page. */
  clock: number;
  log: readonly LogEntry[];
  /** The actions by phase, those that wait included; phases without an action are left out. */
  offers: readonly { phase: Phase; offers: readonly Offer[] }[];
  /** What has been learned and done, by phase; empty phases are left out. */
  known: readonly { phase: Phase; entries: readonly LogEntry[] }[];
  mitigatedAt: number | undefined;
  causeFoundAt: number | undefined;
  /** When the last action was done that closing needs. */
  resolvedAt: number | undefined;
  /** When the budget ran out before users had been helped. It stays severe from then on. */
  severeAt: number | undefined;
  /** How it ended; `undefined` while it goes on. */
  end: 'closed' | 'given up' | undefined;
}

/** A move that the state of the incident does not allow; `message` is the reason, fit to be shown. */
export class IllegalMove extends Error {
  override name = 'IllegalMove';
}

const isDone = (log: readonly LogEntry[], id: string) => log.some(({ action }) => action.id === id);

const isOpen = (log: readonly LogEntry[], { needs }: Action) => needs.every((id) => isDone(log, id));

const minuteOf = (log: readonly LogEntry[], happens: (action: Action) => boolean) =>
  log.find(({ action }) => happens(action))?.to;

const quoted = (actions: readonly Action[]) => actions.map(({ label }) => `“${label}”`).join(', ');

/** Why an action must wait. What is itself not open yet stays unnamed, so that nothing is given away. */
function waitingFor({ actions }: Drill, log: readonly LogEntry[], { needs }: Action): string | undefined {
  const missing = actions.filter(({ id }) => needs.includes(id) && !isDone(log, id));
  const open = missing.filter((action) => isOpen(log, action));
  if (missing.length === 0) return undefined;
  if (open.length === 0) return 'It needs something that is not known yet.';
  const first = `Do this first: ${quoted(open)}.`;
  return open.length === missing.length ? first : `${first} It also needs something that is not known yet.`;
}

function whyNotClosed({ actions, resolvedWhen }: Drill, log: readonly LogEntry[]): string | undefined {
  const missing = actions.filter(({ id }) => resolvedWhen.includes(id) && !isDone(log, id));
  if (missing.length === 0) return undefined;
  if (minuteOf(log, ({ mitigates }) => mitigates) === undefined) return 'Users have not been helped yet.';
  if (minuteOf(log, ({ findsCause }) => findsCause) === undefined) return 'The cause is not proven yet.';
  const where = phases.filter((phase) => missing.some((action) => action.phase === phase));
  return `Something is left to do under ${where.map((phase) => `“${phaseTitles[phase]}”`).join(' and ')}.`;
}

function refusalAt(drill: Drill, log: readonly LogEntry[], end: Play['end'], move: Move): string | undefined {
  if (end !== undefined) return end === 'closed' ? 'The incident is closed.' : 'You have given up this incident.';
  if (move === givingUp) return undefined;
  if (move === closing) return whyNotClosed(drill, log);
  const action = drill.actions.find(({ id }) => id === move);
  if (!action) return 'This incident has no such action.';
  return isDone(log, move) ? `“${action.label}” is done already.` : waitingFor(drill, log, action);
}

function entry({ budgetMinutes }: Drill, log: readonly LogEntry[], action: Action): LogEntry {
  const from = log.at(-1)?.to ?? 0;
  const to = from + action.minutes + action.effectMinutes;
  const isAfterMitigation = log.some((earlier) => earlier.action.mitigates);
  return {
    action,
    from,
    to,
    result: (isAfterMitigation ? action.resultAfterMitigation : undefined) ?? action.result,
    isAfterMitigation,
    turnedSevere: !isAfterMitigation && from <= budgetMinutes && to > budgetMinutes,
  };
}

function offer(drill: Drill, log: readonly LogEntry[], action: Action): Offer {
  if (isDone(log, action.id)) return { action, state: 'done' };
  const reason = waitingFor(drill, log, action);
  return reason === undefined ? { action, state: 'open' } : { action, state: 'waiting', reason };
}

/** The state that moves lead to from the page on; without moves, the start. Throws `IllegalMove`. */
export function replay(drill: Drill, moves: readonly Move[] = []): Play {
  const log: LogEntry[] = [];
  let end: Play['end'];
  for (const move of moves) {
    const reason = refusalAt(drill, log, end, move);
    if (reason !== undefined) throw new IllegalMove(reason);
    const action = drill.actions.find(({ id }) => id === move);
    if (action) log.push(entry(drill, log, action));
    else end = move === closing ? 'closed' : 'given up';
  }

  const clock = log.at(-1)?.to ?? 0;
  const isResolved = drill.resolvedWhen.every((id) => isDone(log, id));
  return {
    moves,
    clock,
    log,
    offers: phases
      .map((phase) => ({ phase, actions: drill.actions.filter((action) => action.phase === phase) }))
      .filter(({ actions }) => actions.length > 0)
      .map(({ phase, actions }) => ({ phase, offers: actions.map((action) => offer(drill, log, action)) })),
    known: phases
      .map((phase) => ({ phase, entries: log.filter(({ action }) => action.phase === phase) }))
      .filter(({ entries }) => entries.length > 0),
    mitigatedAt: minuteOf(log, ({ mitigates }) => mitigates),
    causeFoundAt: minuteOf(log, ({ findsCause }) => findsCause),
    resolvedAt: isResolved ? log.findLast(({ action }) => drill.resolvedWhen.includes(action.id))?.to : undefined,
    severeAt: log.some(({ turnedSevere }) => turnedSevere) ? drill.budgetMinutes : undefined,
    end,
  };
}

/** Why a move is not allowed now, in a sentence to be shown; `undefined` when it is. */
export const refusal = (drill: Drill, { log, end }: Play, move: Move): string | undefined =>
  refusalAt(drill, log, end, move);

/** The state after one more move. Throws `IllegalMove`. */
export const next = (drill: Drill, { moves }: Play, move: Move): Play => replay(drill, [...moves, move]);

/** The state with the last move taken back; the start stays the start. */
export const undone = (drill: Drill, { moves }: Play): Play => replay(drill, moves.slice(0, -1));
