import { expect, test } from 'vitest';
import { readingOrder } from '../../../src/guide/order.ts';

type Level = 'core' | 'intermediate' | 'advanced';

const question = (id: string, topic: 'linux' | 'kubernetes', level: Level, parent?: string) => ({
  id,
  data: { title: id, topic, level, parent },
});

test('topics come in their order, core before advanced, then by title', () => {
  const order = readingOrder([
    question('pods', 'kubernetes', 'core'),
    question('signals', 'linux', 'advanced'),
    question('memory', 'linux', 'core'),
    question('cgroups', 'linux', 'core'),
  ]);
  expect(order.map(({ id }) => id)).toEqual(['cgroups', 'memory', 'signals', 'pods']);
});

test('a question that belongs to another follows it, unless it stands in another topic', () => {
  const order = readingOrder([
    question('a-child', 'linux', 'core', 'z-main'),
    question('m', 'linux', 'core'),
    question('z-main', 'linux', 'core'),
    question('elsewhere', 'kubernetes', 'core', 'z-main'),
  ]);
  expect(order.map(({ id }) => id)).toEqual(['m', 'z-main', 'a-child', 'elsewhere']);
});

test('no question is lost', () => {
  const given = ['a', 'b', 'c'].map((id) => question(id, 'linux', 'core', id === 'c' ? 'a' : undefined));
  expect(readingOrder(given)).toHaveLength(3);
});
