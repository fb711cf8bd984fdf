import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addresses, siteFolder, typeOf } from '../support/site.ts';

const all = addresses();
const html = (address: string) =>
  readFileSync(`${siteFolder}${address}${address.endsWith('/') ? 'index.html' : ''}`, 'utf8');

test('there is at least one page of every type, and no page of an unknown one', () => {
  const found = new Set(all.map((address) => typeOf(address) ?? `unknown: ${address}`));
  expect([...found].sort()).toEqual(
    [
      'drill',
      'home',
      'interviewer',
      'list of questions',
      'list of scenarios',
      'list of topics',
      'not found',
      'prose',
      'question',
      'scenario',
      'topic',
    ].sort(),
  );
});

describe.each(all)('%s', (address) => {
  const page = html(address);

  test('declares the order of the cascade before any style sheet', () => {
    const layers = page.indexOf('@layer starlight.base,');
    expect(layers).toBeGreaterThan(0);
    expect(layers).toBeLessThan(page.search(/<style(?!>@layer starlight\.base,)|rel="stylesheet"/));
  });

  test('has a title, a description, a canonical address and one main heading', () => {
    expect(page).toMatch(/<title>[^<]+<\/title>/);
    expect(page).toMatch(/<meta name="description" content="[^"]{20,}"/);
    if (address !== '/404.html')
      expect(page).toContain(`rel="canonical" href="https://interview-runbook.example${address}"`);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
  });

  test('follows the appearance of the system before any script ran', () => {
    expect(page).not.toMatch(/<html[^>]*data-appearance/);
    expect(page).toContain('color-scheme:light dark');
  });

  test('loads nothing from another origin', () => {
    const loaded = [
      ...page.matchAll(
        /<(?:script|img|iframe|link|source|video|audio|object|embed)\b[^>]*\b(?:src|href|data)="(https?:)?\/\/[^"]*"[^>]*>/g,
      ),
    ]
      .map(([tag]) => tag)
      .filter((tag) => !/rel="(canonical|alternate|external)"/.test(tag));
    expect(loaded).toEqual([]);
  });
});

test('the sitemap lists every page but the one for missing pages, and robots.txt names the sitemap', () => {
  const listed = [
    ...readFileSync(`${siteFolder}/sitemap-0.xml`, 'utf8').matchAll(/<loc>https:\/\/[^/]+([^<]*)<\/loc>/g),
  ].map(([, path]) => path!);
  expect(listed.toSorted()).toEqual(all.filter((address) => address !== '/404.html').toSorted());
  expect(readFileSync(`${siteFolder}/robots.txt`, 'utf8')).toContain(
    'Sitemap: https://interview-runbook.example/sitemap-index.xml',
  );
});
