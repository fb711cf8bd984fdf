import { expect, test } from 'vitest';
import { around, mostShown, neighbours, type Place } from '../../../src/starlight/navigation.ts';

const places = (count: number): Place[] =>
  Array.from({ length: count }, (_, index) => ({ label: `Q${index}`, href: `/faq/q${index}/` }));

test('a long topic shows as many questions as a short one may have, with the current one among them', () => {
  for (const current of [0, 1, 57, 99]) {
    const shown = around(places(100), `/faq/q${current}/`);
    expect(shown).toHaveLength(mostShown);
    expect(shown.map(({ label }) => label)).toContain(`Q${current}`);
  }
});

test('a short topic is shown whole', () => {
  expect(around(places(3), '/faq/q1/')).toEqual(places(3));
});

test('the neighbours follow the list that holds the page', () => {
  const { prev, next } = neighbours([[{ label: 'S', href: '/scenarios/s/' }], places(3)], '/faq/q1/');
  expect([prev?.href, next?.href]).toEqual(['/faq/q0/', '/faq/q2/']);
});

test('the first page has no neighbour before it, and a page in no list has none at all', () => {
  expect(neighbours([places(2)], '/faq/q0/').prev).toBeUndefined();
  expect(neighbours([places(2)], '/about/')).toEqual({ prev: undefined, next: undefined });
});
