import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What each room of `src/` may import from: rooms by name (`site` is src/site.ts), packages by name. */
const mayImport: Record<string, string[]> = {
  search: ['search'],
  study: ['study'],
  diagram: ['diagram', '@dagrejs/dagre'],
  code: ['code', '@astrojs/starlight'],
  samples: ['samples', 'guide', 'satteri'],
  guide: [
    'guide',
    'study',
    'samples',
    'site',
    'content',
    'astro',
    'zod',
    'satteri',
    'yaml',
    'leven',
    'github-slugger',
    'node',
  ],
  build: ['build', 'site', 'astro', 'pagefind', 'node', 'vite'],
  starlight: ['starlight', 'guide', 'components', 'site', 'astro', '@astrojs/starlight', 'vite'],
  layouts: ['guide', 'components', 'site', '@astrojs/starlight', 'astro'],
};

/** Behaviour in the browser: the cores it shows, and its own room. */
const elementsMayImport = ['components', 'code', 'search', 'study'];

/** Each foreign thing has one importer. */
const importers: [thing: RegExp, file: string][] = [
  [/from 'astro:content'.*getCollection|getCollection.*from 'astro:content'/, 'src/guide/guide.ts'],
  [/from '@dagrejs\/dagre'/, 'src/diagram/layout.ts'],
  [/from 'pagefind'/, 'src/build/search-index.ts'],
  [/process\.env/, 'src/site.ts'],
];

const sources = globSync('src/**/*.{ts,astro}').sort();

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'|^\s*import '([^']+)'/gm)].map(
    ([, named, bare]) => (named ?? bare)!,
  );

/** The room a relative import leads to, or the package it names. */
function origin(file: string, source: string): string {
  if (source.startsWith('.')) {
    const [top, room] = join(dirname(file), source).split('/');
    return top === 'content' ? 'content' : room!.replace(/\.ts$/, '');
  }
  if (source.startsWith('astro')) return 'astro';
  return /^(@[^/]+\/[^/]+|[^/:]+)/.exec(source)![1]!;
}

const strangers = (file: string, allowed: readonly string[]) =>
  importsOf(file).filter((source) => !allowed.includes(origin(file, source)));

describe.each(Object.entries(mayImport))('src/%s imports only what its room may', (room, allowed) => {
  const files = sources.filter((file) => file.startsWith(`src/${room}/`));
  test('every file', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((file) => strangers(file, allowed).map((source) => `${file}: ${source}`))).toEqual([]);
  });
});

test('the scripts of components import cores and each other, never the guide or Astro', () => {
  const files = sources.filter((file) => /^src\/components\/.*\.ts$/.test(file) && !file.endsWith('mdx/authors.ts'));
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap((file) => strangers(file, elementsMayImport).map((source) => `${file}: ${source}`))).toEqual([]);
});

test('nobody imports a page', () => {
  const guilty = sources.filter((file) => importsOf(file).some((source) => origin(file, source) === 'pages'));
  expect(guilty).toEqual([]);
});

test.each(importers)('%s has one importer', (thing, only) => {
  const found = sources.filter((file) => thing.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([only]);
});

test('the rules see a stranger', () => {
  expect(origin('src/study/drill.ts', '../guide/guide.ts')).toBe('guide');
  expect(origin('src/study/drill.ts', 'astro:content')).toBe('astro');
  expect(origin('src/search/search.ts', 'pagefind')).toBe('pagefind');
});

test('relative imports carry their ending, so that Node can run them', () => {
  const bare = sources.flatMap((file) =>
    importsOf(file)
      .filter((source) => source.startsWith('.') && !/\.(ts|astro|css|json)(\?\w+)?$/.test(source))
      .map((source) => `${file}: ${source}`),
  );
  expect(bare).toEqual([]);
});
