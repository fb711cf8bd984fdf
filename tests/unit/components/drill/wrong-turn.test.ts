import { expect, test } from 'vitest';
import { wrongTurn } from '../../../../src/components/drill/wrong-turn.ts';
import { drills } from '../../../support/drills.ts';

test('what was said ends with its sentence, not with an apostrophe', () => {
  expect(wrongTurn("'Monday's Android release.' All versions fail.")).toEqual({
    said: "Monday's Android release.",
    truth: 'All versions fail.',
  });
});

test('a wrong turn without a quotation is told as it stands', () => {
  expect(wrongTurn('It was not the network.')).toEqual({ truth: 'It was not the network.' });
});

test('every wrong turn of the drills has its two parts', () => {
  for (const { drill } of drills) for (const text of drill.wrongTurns) expect(wrongTurn(text).said, text).toBeDefined();
});
