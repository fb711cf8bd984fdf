import { expect, test } from 'vitest';
import { nearest } from '../../../src/guide/nearest.ts';

const ids = ['linux-oom', 'linux-cgroups', 'http-502-503-504', 'pod-disruption-budget'];

test.each([
  ['linux-oon', 'linux-oom'],
  ['linux_cgroup', 'linux-cgroups'],
  ['pod-disruption-budgets', 'pod-disruption-budget'],
])('a misspelt name is nearest to the one it was meant to be: %s', (wrong, right) => {
  expect(nearest(wrong, ids)).toBe(right);
});

test('a name that shares its words is nearest when the letters are far apart', () => {
  expect(nearest('http-502', ids)).toBe('http-502-503-504');
});

test('nothing is nearest when nothing is alike', () => {
  expect(nearest('kafka-rebalance', ids)).toBeUndefined();
  expect(nearest('linux-oom', [])).toBeUndefined();
});

test('a name is never nearest to itself', () => {
  expect(nearest('linux-oom', ['linux-oom'])).toBeUndefined();
});
