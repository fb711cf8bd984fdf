import { expect, test } from 'vitest';
import { heir, redirects, withAdditions, type Ledger } from '../../../src/guide/ledger.ts';

const ledger: Ledger = {
  '/faq/new/': { anchors: ['b', 'gone'] },
  '/faq/older/': { movedTo: '/faq/old/' },
  '/faq/old/': { anchors: ['a'], movedTo: '/faq/new/' },
};

test('a redirect leads straight to the last heir, under the base path', () => {
  expect(redirects(ledger, (path) => `/runbook${path}`)).toEqual({
    '/faq/older/': '/runbook/faq/new/',
    '/faq/old/': '/runbook/faq/new/',
  });
});

test('moves in a circle have no heir and make no redirect', () => {
  const circle: Ledger = { '/a/': { movedTo: '/b/' }, '/b/': { movedTo: '/a/' }, '/c/': { movedTo: '/c/' } };
  expect(heir(circle, '/a/')).toBeUndefined();
  expect(redirects(circle)).toEqual({});
});

test('new addresses and anchors are added in alphabetical order, and nothing is taken out', () => {
  const next = withAdditions(
    ledger,
    new Map([
      ['/topics/linux/', []],
      ['/faq/new/', ['c', 'b', 'a']],
      ['/', []],
    ]),
  );
  expect(JSON.stringify(next)).toBe(
    JSON.stringify({
      '/': { anchors: [] },
      '/faq/new/': { anchors: ['a', 'b', 'c', 'gone'] },
      '/faq/old/': { anchors: ['a'], movedTo: '/faq/new/' },
      '/faq/older/': { movedTo: '/faq/old/' },
      '/topics/linux/': { anchors: [] },
    }),
  );
});

test('adding twice changes nothing', () => {
  const current = new Map([['/faq/new/', ['z']]]);
  const once = withAdditions(ledger, current);
  expect(JSON.stringify(withAdditions(once, current))).toBe(JSON.stringify(once));
});
