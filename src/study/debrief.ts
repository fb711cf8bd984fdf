import { replay, type Drill, type LogEntry, type Play } from './drill.ts';
import { score, type Score } from './score.ts';

/** One step of a path as the debrief shows it; minutes count from the page. */
export interface Step {
  entry: LogEntry;
  /** Whether the best path takes it too. */
  isOnBestPath: boolean;
}

/** What the debrief compares: the player's path and the best one, on the same clock. */
export interface Debrief {
  path: readonly Step[];
  best: readonly Step[];
  /** Steps of the best path that the player did not take. */
  missed: readonly Step[];
  /** The length of the longer path in minutes: where a timeline of both ends. */
  minutes: number;
  score: Score;
}

/** The player's path beside the best one. Right at any moment, but it gives the incident away. */
export function debrief(drill: Drill, play: Play): Debrief {
  const bestPlay = replay(drill, drill.bestPath);
  const step = (entry: LogEntry): Step => ({ entry, isOnBestPath: drill.bestPath.includes(entry.action.id) });
  const taken = new Set(play.log.map(({ action }) => action.id));
  const best = bestPlay.log.map(step);
  return {
    path: play.log.map(step),
    best,
    missed: best.filter(({ entry }) => !taken.has(entry.action.id)),
    minutes: Math.max(play.clock, bestPlay.clock),
    score: score(drill, play),
  };
}
