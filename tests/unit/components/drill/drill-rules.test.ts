import { expect, test } from 'vitest';
import { drillFrom, rulesOf } from '../../../../src/components/drill/drill-rules.ts';
import { fragment, opened } from '../../../../src/study/address.ts';
import { replay } from '../../../../src/study/drill.ts';
import { score } from '../../../../src/study/score.ts';
import { drills } from '../../../support/drills.ts';

test.each(drills)('$id is played by its rules and labels as by its file', ({ drill }) => {
  const labels = new Map(drill.actions.map(({ id, label }) => [id, label]));
  const rules = JSON.parse(JSON.stringify(rulesOf(drill))) as ReturnType<typeof rulesOf>;
  const played = drillFrom(rules, (id) => labels.get(id)!);
  const moves = [...drill.bestPath, 'close'];
  const [ofFile, ofPage] = [replay(drill, moves), replay(played, moves)];
  expect(ofPage.clock).toBe(ofFile.clock);
  expect(
    ofPage.offers.map(({ phase, offers }) => [phase, offers.map(({ state, action }) => [action.label, state])]),
  ).toEqual(
    ofFile.offers.map(({ phase, offers }) => [phase, offers.map(({ state, action }) => [action.label, state])]),
  );
  expect(score(played, ofPage)).toEqual(score(drill, ofFile));
  expect(opened(played, fragment(drill, ofFile)).play.moves).toEqual(moves);
});

test.each(drills)('the rules of $id hold none of its texts', ({ drill }) => {
  const written = JSON.stringify(rulesOf(drill));
  for (const { label, why, result } of drill.actions)
    for (const text of [label, why, result]) expect(written).not.toContain(JSON.stringify(text).slice(1, 30));
});
