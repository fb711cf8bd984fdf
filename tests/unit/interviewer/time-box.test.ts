import { expect, test } from 'vitest';
import { timeBoxes } from '../../../src/components/interviewer/time-box.ts';
import { diskFull, drills } from '../../support/drills.ts';

test('the budget is divided as the best path divides its time', () => {
  expect(timeBoxes(diskFull)).toEqual([
    { phase: 'clarify', best: 1, box: 2 },
    { phase: 'evidence', best: 1, box: 1 },
    { phase: 'mitigate', best: 3, box: 6 },
    { phase: 'root-cause', best: 2, box: 3 },
  ]);
});

test.each(drills)('the boxes of $id add up to its budget, and none is shorter than the best path', ({ drill }) => {
  const boxes = timeBoxes(drill);
  expect(boxes.reduce((sum, { box }) => sum + box, 0)).toBe(drill.budgetMinutes);
  expect(boxes.reduce((sum, { best }) => sum + best, 0)).toBe(drill.parMinutes);
  for (const { best, box } of boxes) expect(box).toBeGreaterThanOrEqual(best);
});
