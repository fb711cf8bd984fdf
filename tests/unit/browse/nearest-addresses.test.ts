import { expect, test } from 'vitest';
import { nearestAddresses } from '../../../src/components/browse/nearest-addresses.ts';

const addresses = [
  { path: '/faq/linux-oom/', title: 'What does out of memory (OOM) mean on Linux?' },
  { path: '/faq/http-502-503-504/', title: 'What is the difference between HTTP 502, 503 and 504?' },
  { path: '/faq/pod-disruption-budget/', title: 'How does a Pod Disruption Budget work?' },
  { path: '/scenarios/latency-regression/', title: 'Sustained latency regression' },
  { path: '/topics/linux/', title: 'Linux' },
];

const first = (asked: string) => nearestAddresses(asked, addresses, 5)[0]?.path;

test.each([
  ['/faq/linux-oom-killer/', '/faq/linux-oom/'],
  ['/faq/linuxoom/', '/faq/linux-oom/'],
  ['/faq/502-503-504/', '/faq/http-502-503-504/'],
  ['/faq/pod-disruption-budgets', '/faq/pod-disruption-budget/'],
  ['/scenario/latency-regresion/', '/scenarios/latency-regression/'],
  ['/faq/kubernetes/oomkill/', '/faq/linux-oom/'],
])('%s suggests %s first', (asked, expected) => {
  expect(first(asked)).toBe(expected);
});

test('an address that resembles nothing suggests nothing, and a broken one does no harm', () => {
  expect(nearestAddresses('/wp-admin/', addresses, 5)).toEqual([]);
  expect(nearestAddresses('/%E0%A4%A', addresses, 5)).toEqual([]);
});
