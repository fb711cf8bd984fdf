import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findings, report } from '../../src/guide/check.ts';
import { readGuide } from '../../src/guide/read-guide.ts';
import { siteUrl } from '../../src/site.ts';

const guide = readGuide(fileURLToPath(new URL('../../content', import.meta.url)));

test('the content is there', () => {
  expect(guide.entries.filter(({ collection }) => collection === 'faq')).not.toEqual([]);
  expect(guide.entries.filter(({ collection }) => collection === 'scenarios')).not.toEqual([]);
});

test('every file can be read', () => {
  expect(report(guide.unreadable)).toBe('');
});

test('the content has no mistakes', () => {
  expect(report(findings(guide.entries, { ...guide, site: siteUrl }))).toBe('');
});
