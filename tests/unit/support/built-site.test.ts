import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenLinks, destination, readPage, readSite } from '../../support/built-site.ts';

const origin = 'https://guide.example';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'built-site-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function built(files: Record<string, string>, base = '/') {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return readSite(folder, { origin, base });
}

const home = '<a href="/faq/oom/#who-is-killed">OOM</a><link rel="stylesheet" href="/a.css"><img src="/i.svg" alt="">';
const oom =
  '<h1 id="_top">OOM</h1><h2 id="who-is-killed">Who</h2><a href="#who-is-killed">Who</a><a href="../../">Home</a>';
const good = {
  'index.html': home,
  'faq/oom/index.html': oom,
  'a.css': 'p { background: url("./i.svg") }',
  'i.svg': '<svg/>',
};

describe('links that resolve', () => {
  test('pages, anchors, assets and what stylesheets load', () => {
    expect(brokenLinks(built(good))).toEqual([]);
  });

  test('other sites, mail addresses and queries are none of its business', () => {
    const links =
      '<a href="https://kernel.org/x">k</a><a href="mailto:a@b.example">m</a><a href="/faq/oom/?q=1#:~:text=x">q</a>';
    expect(brokenLinks(built({ ...good, 'index.html': links }))).toEqual([]);
  });

  test('under a base path', () => {
    const page = '<a href="/runbook/">Home</a><link rel="canonical" href="https://guide.example/runbook/">';
    expect(brokenLinks(built({ 'index.html': page }, '/runbook/'))).toEqual([]);
  });
});

describe('links that do not resolve name the page, the link and the nearest target', () => {
  test.each([
    ['<a href="/faq/oon/">x</a>', '/: /faq/oon/: leads nowhere. The nearest is /faq/oom/.'],
    ['<a href="faq/oom">x</a>', '/: faq/oom: lacks the slash at its end. Write /faq/oom/.'],
    [
      '<a href="https://guide.example/faq/oon/">x</a>',
      '/: https://guide.example/faq/oon/: leads nowhere. The nearest is /faq/oom/.',
    ],
    ['<link rel="stylesheet" href="/b.css">', '/: /b.css: leads nowhere. The nearest is /a.css.'],
    ['<img srcset="/i.svg 1x, /j.svg 2x" alt="">', '/: /j.svg: leads nowhere. The nearest is /i.svg.'],
    ['<style>p { background: url(/j.svg) }</style>', '/: /j.svg: leads nowhere. The nearest is /i.svg.'],
    ['<meta http-equiv="refresh" content="0;url=/faq/oon/">', '/: /faq/oon/: leads nowhere. The nearest is /faq/oom/.'],
    [
      '<a href="/faq/oom/#who-was-killed">x</a>',
      '/: /faq/oom/#who-was-killed: names the anchor "who-was-killed", which /faq/oom/ does not have. The nearest is "who-is-killed".',
    ],
    ['<p id="a"></p><p id="a"></p>', '/: id="a": stands there twice. Give one of the elements another id.'],
    ['<a href="http://[">x</a>', '/: http://[: is not an address. Correct it.'],
  ])('%s', (html, finding) => {
    expect(brokenLinks(built({ ...good, 'index.html': html }))).toEqual([finding]);
  });

  test('a link without the base path', () => {
    expect(brokenLinks(built({ 'index.html': '<a href="/faq/">x</a>' }, '/runbook/'))).toEqual([
      '/: /faq/: does not begin with the base path /runbook/. Write it with withBase().',
    ]);
  });

  test('what a stylesheet loads', () => {
    expect(brokenLinks(built({ ...good, 'a.css': 'p { background: url(j.svg) }' }))).toEqual([
      '/a.css: j.svg: leads nowhere. The nearest is /i.svg.',
    ]);
  });
});

test('a missing site is an error, not an empty one', () => {
  expect(() => readSite(join(folder, 'none'), { origin, base: '/' })).toThrow('Run "npm run build" first.');
});

test('a redirect page says where it leads', () => {
  const page = readPage('/faq/old/', '<meta http-equiv="refresh" content="0;url=/runbook/faq/new/">');
  const site = { origin, base: '/runbook/', pages: [page], files: new Set<string>(), styleLinks: [] };
  expect(destination(site, page.address, page.redirectsTo!)).toBe('/faq/new/');
  expect(destination(site, page.address, 'https://kernel.org/')).toBeUndefined();
});
