import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { writeSearchIndex } from '../../../src/build/search-index.ts';
import { openPagefind } from '../../../src/search/pagefind.ts';
import { resultOf, search, type SearchIndex } from '../../../src/search/search.ts';

/** A tiny site, marked up as the pages of the guide are. */
const questions = [
  {
    id: 'linux-oom',
    title: 'What does out of memory mean on Linux?',
    topic: 'Linux',
    aliases: 'OOM killer; OOMKilled; exit code 137',
    body: '<p data-pagefind-weight="3">The kernel could not satisfy an allocation.</p><h2 id="log">Reading the log</h2><p>The pod was killed.</p><h3 id="swap-on-nodes">Would you add swap to the nodes?</h3><p>Rarely. It only delays the end.</p>',
  },
  {
    id: 'pod-disruption-budget',
    title: 'How does a Pod Disruption Budget work?',
    topic: 'Kubernetes',
    aliases: 'PDB; minAvailable',
    body: '<p>It limits evictions. When memory runs out, memory limits, not this, decide which memory user dies.</p>',
  },
  {
    id: 'mysql-replication-lag',
    title: 'Can MySQL replicas lag while their CPU is idle?',
    topic: 'Databases',
    aliases: 'slow replica',
    body: '<p>Yes: one applier thread waits for the disk.</p><nav data-pagefind-ignore>Kubernetes</nav>',
  },
];
const html = ({ title, topic, aliases, body }: (typeof questions)[number]) =>
  `<!doctype html><html lang="en"><body><main data-pagefind-body><h1 data-pagefind-meta="title">${title}</h1>` +
  `<span hidden data-pagefind-meta="kind:question"></span><span hidden data-pagefind-meta="topic:${topic}"></span>` +
  `<span hidden data-pagefind-meta="aliases:${aliases}"></span>${body}</main></body></html>`;

let site: string;
let written: { pages: number };
let server: Server;
let index: SearchIndex;

beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'search-index-'));
  for (const question of questions) {
    await mkdir(join(site, 'faq', question.id), { recursive: true });
    await writeFile(join(site, 'faq', question.id, 'index.html'), html(question));
  }
  await writeFile(
    join(site, 'index.html'),
    '<!doctype html><html lang="en"><body><main>A list, not searched</main></body></html>',
  );
  written = await writeSearchIndex({ outDir: site });
  server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    readFile(join(site, path)).then(
      (file) => response.end(file),
      () => response.writeHead(404).end(),
    );
  }).listen(0);
  await new Promise((resolve) => server.once('listening', resolve));
  index = await open();
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(site, { recursive: true });
});

const base = () => `http://localhost:${(server.address() as AddressInfo).port}/`;
const open = () => openPagefind(base(), 0, () => import(pathToFileURL(join(site, 'pagefind/pagefind.js')).href));
const found = async (query: string, from = index) => {
  const { words, pages } = await search(query, from);
  const results = await Promise.all(pages.map(async (page) => resultOf(await from.page(page.id), page, words)));
  return results.filter((result) => result !== undefined);
};
const addresses = async (query: string) => (await found(query)).map(({ url }) => url.replace(base(), '/'));

test('pages that are not marked as searchable are left out', () => {
  expect(written).toEqual({ pages: questions.length });
});

test('only what our own search uses is written', async () => {
  const names = (await readdir(join(site, 'pagefind'))).map((name) => name.replace(/en_\w+/, 'en_HASH'));
  expect(names.sort()).toEqual([
    'fragment',
    'index',
    'pagefind-entry.json',
    'pagefind.en_HASH.pf_meta',
    'pagefind.js',
    'wasm.en.pagefind',
  ]);
});

test('a word in the title weighs more than many in the text', async () => {
  expect(await addresses('memory')).toEqual(['/faq/linux-oom/', '/faq/pod-disruption-budget/']);
});

test('a page is found by its other names, and shown with its first sentence', async () => {
  expect(await found('exit code 137')).toMatchObject([
    {
      title: questions[0]!.title,
      topic: 'Linux',
      kind: 'question',
      excerpt: [{ text: 'The kernel could not satisfy an allocation.' }],
    },
  ]);
});

test('a page is found although it lacks a word of the question', async () => {
  expect((await addresses('why does my mysql replica fall behind'))[0]).toBe('/faq/mysql-replication-lag/');
});

test('a match below a follow-up leads to its anchor', async () => {
  expect(await addresses('swap')).toEqual(['/faq/linux-oom/#swap-on-nodes']);
});

test('the labels of a page and what it ignores are not searched', async () => {
  expect(await addresses('question')).toEqual([]);
  expect(await addresses('kubernetes')).toEqual([]);
});

test.each(['missing', 'cut short', 'a web page'])(
  'a part of the index that is %s is a failure, not "nothing found"',
  async (fault) => {
    const folder = join(site, 'pagefind/index');
    const [name] = await readdir(folder);
    const file = join(folder, name!);
    const sound = await readFile(file);
    const said = vi.spyOn(console, 'error').mockReturnValue();
    try {
      if (fault === 'missing') await rm(file);
      else await writeFile(file, fault === 'cut short' ? sound.subarray(0, sound.length / 2) : '<!doctype html>');
      await expect(search('memory', await open())).rejects.toThrow(/./);
    } finally {
      said.mockRestore();
      await writeFile(file, sound);
    }
    expect(await search('memory', await open())).toMatchObject({ isPartial: false, pages: { length: 2 } });
  },
);

test('two indexes of one site are the same, byte for byte', async () => {
  const read = async () => {
    const names = (await readdir(join(site, 'pagefind'), { recursive: true, withFileTypes: true })).filter((f) =>
      f.isFile(),
    );
    const files = names.map(async (f) => [f.name, (await readFile(join(f.parentPath, f.name))).toString('base64')]);
    return Object.fromEntries(await Promise.all(files)) as Record<string, string>;
  };
  const first = await read();
  await writeSearchIndex({ outDir: site });
  expect(await read()).toEqual(first);
});

test('a site without a searchable page is refused, with what to do', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'search-index-'));
  await writeFile(join(empty, 'index.html'), '<!doctype html><html lang="en"><body></body></html>');
  await expect(writeSearchIndex({ outDir: empty })).rejects.toThrow('Give the <main> of each page data-pagefind-body');
  await rm(empty, { recursive: true });
});
