import { phases, replay, type Drill, type Phase } from '../../study/drill.ts';

/** How long one phase may take. */
export interface TimeBox {
  phase: Phase;
  /** What the best path spends on it, in minutes of the incident. */
  best: number;
  /** Its share of the budget, in minutes of the incident. */
  box: number;
}

/** The budget of a drill divided among the phases as the best path divides its time. The boxes add up to the budget. */
export function timeBoxes(drill: Drill): TimeBox[] {
  const { log, clock } = replay(drill, drill.bestPath);
  const share = (minutes: number) => Math.round((minutes * drill.budgetMinutes) / clock);
  let spent = 0;
  return phases.flatMap((phase) => {
    const best = log.reduce((sum, { action, from, to }) => (action.phase === phase ? sum + to - from : sum), 0);
    const from = spent;
    spent += best;
    return best === 0 ? [] : [{ phase, best, box: share(spent) - share(from) }];
  });
}
