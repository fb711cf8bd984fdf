import type { Grade } from './score.ts';

/*
 * The best result of each drill, on this device alone, under one key:
 *
 *   { "version": 1, "best": { "<drill id>": { "total": 84, "grade": "solid", "minutes": 21 } } }
 *
 * An entry is written when a player closes an incident, and only if it beats the one that is there: more points, or as
 * many in fewer minutes. Nothing else is kept, and nothing is ever deleted: a drill that is renamed or removed leaves an
 * entry that nobody reads. What cannot be read (another version, broken JSON, an entry of another shape) counts as
 * absent, and the next best result writes over it. Without storage there are no results, and everything else works.
 */

/** How well an incident was played. */
export interface Result {
  /** Of 100. */
  total: number;
  grade: Grade;
  /** From the page until it was closed. */
  minutes: number;
}

/** What is needed of `Storage`. It is asked for when it is used, because the browser may refuse it by throwing. */
export type OpenStorage = () => Pick<Storage, 'getItem' | 'setItem'>;

const key = 'drill-results';
const version = 1;

const grades: readonly Grade[] = ['strong', 'solid', 'weak'];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function asResult(value: unknown): Result | undefined {
  if (!isRecord(value)) return undefined;
  const { total, grade, minutes } = value;
  const known = grades.find((one) => one === grade);
  if (!isCount(total) || total > 100 || !isCount(minutes) || known === undefined) return undefined;
  return { total, grade: known, minutes };
}

function entries(open: OpenStorage): Map<string, Result> {
  try {
    const kept: unknown = JSON.parse(open().getItem(key) ?? '');
    if (!isRecord(kept) || kept['version'] !== version || !isRecord(kept['best'])) return new Map();
    return new Map(
      Object.entries(kept['best']).flatMap(([id, value]) => {
        const result = asResult(value);
        return result ? [[id, result]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

/** The best result of a drill on this device; `undefined` when there is none, or no storage. Never throws. */
export const bestResult = (open: OpenStorage, drillId: string): Result | undefined => entries(open).get(drillId);

const isBetter = (result: Result, than: Result) =>
  result.total > than.total || (result.total === than.total && result.minutes < than.minutes);

/** Keeps a result if it is the best of its drill, and gives the best one there is now. Never throws. */
export function keptBest(open: OpenStorage, drillId: string, result: Result): Result {
  const all = entries(open);
  const former = all.get(drillId);
  if (former && !isBetter(result, former)) return former;
  all.set(drillId, result);
  try {
    open().setItem(key, JSON.stringify({ version, best: Object.fromEntries(all) }));
  } catch {
    // A full or blocked storage costs the memory of the result, not the result.
  }
  return result;
}
