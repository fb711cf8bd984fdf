import { expect, test } from 'vitest';
import { basePath, siteUrl } from '../../src/site.ts';
import { brokenLinks, readSite } from '../support/built-site.ts';

const site = readSite(process.env['DIST'] ?? 'dist', { origin: siteUrl, base: basePath });

test('the check sees the pages, their links and their anchors', () => {
  expect(site.pages.map(({ address }) => address)).toEqual(expect.arrayContaining(['/', '/faq/', '/404.html']));
  const internal = (link: string) => link.startsWith(`${basePath}faq/`);
  expect(site.pages.filter(({ links }) => links.some(internal)).length).toBeGreaterThan(3);
  expect(site.pages.filter(({ links }) => links.some((link) => link.includes('#'))).length).toBeGreaterThan(3);
  expect(site.pages.filter(({ ids }) => ids.includes('follow-ups')).length).toBeGreaterThan(3);
});

test('every internal link, anchor and asset resolves, and no id stands twice on a page', () => {
  expect(brokenLinks(site).join('\n')).toBe('');
});
