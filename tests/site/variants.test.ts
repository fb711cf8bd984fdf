import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { topicIds } from '../../src/guide/topics.ts';
import { addresses } from '../support/site.ts';
import { buildVariant } from '../support/variant.ts';

const minutes = 60_000;

/** A question like any other, for counting what more of them cost. */
const generated = (index: number, topic: string) => `---
title: What does generated question ${index} ask?
shortAnswer: It asks nothing; it stands here to be counted.
topic: ${topic}
level: core
tags: [generated]
aliases: [generated ${index}, filler ${index}, counted ${index}]
pitfalls: ["\\"It asks something.\\" It does not."]
followUps:
  - { id: why, question: Why?, answer: To be counted. }
sources:
  - { title: One, url: 'https://example.org/one' }
  - { title: Two, url: 'https://example.org/two' }
published: 2026-11-20
reviewed: 2026-11-20
---

It has a body.
`;

/** As many questions, half of them in the topic of the page that is weighed and the rest in all topics. */
const questions = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `content/faq/generated-${index}.mdx`,
      generated(index, index % 2 === 0 ? 'linux' : topicIds[index % topicIds.length]!),
    ]),
  );

const bytes = (folder: string, page: string) =>
  brotliCompressSync(readFileSync(join(folder, page, 'index.html'))).length;

test('the bytes of an answer do not depend on how many answers there are', { timeout: 4 * minutes }, async () => {
  const some = await buildVariant('some', { files: questions(100) });
  const more = await buildVariant('more', { files: questions(200) });
  expect(addresses(more.folder).length).toBe(addresses(some.folder).length + 100);
  for (const page of ['faq/linux-oom', 'scenarios/service-not-responding']) {
    const growth = bytes(more.folder, page) / bytes(some.folder, page);
    expect(growth, page).toBeGreaterThan(0.98);
    expect(growth, page).toBeLessThan(1.02);
  }
});

test('under a base path every link, asset and feed stays below it', { timeout: 2 * minutes }, async () => {
  const { folder, warnings } = await buildVariant('base', {
    env: {
      BASE_PATH: '/study/runbook',
      SITE_URL: 'https://example.org',
      REPOSITORY_URL: 'https://git.example.org/guide',
    },
  });
  expect(warnings).toEqual([]);
  for (const address of addresses(folder)) {
    const page = readFileSync(join(folder, address.endsWith('/') ? `${address}index.html` : address), 'utf8');
    const outside = [...page.matchAll(/\s(?:href|src|action|data-[a-z-]+)="(\/(?!study\/runbook\/)[^"]*)"/g)].map(
      ([, url]) => url,
    );
    expect(outside, address).toEqual([]);
  }
  const page = readFileSync(join(folder, 'faq/linux-oom/index.html'), 'utf8');
  expect(page).toContain('rel="canonical" href="https://example.org/study/runbook/faq/linux-oom/"');
  expect(page).toContain('href="https://git.example.org/guide/edit/main/content/faq/linux-oom.mdx"');
  expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toContain(
    'https://example.org/study/runbook/sitemap-index.xml',
  );
});

test(
  'a mistake in the content stops the build with its file, its field and what to do',
  { timeout: 2 * minutes },
  async () => {
    const broken = generated(0, 'linux').replace('level: core', 'level: core\nrelated: [linux-omo]');
    const build = buildVariant('mistake', { files: { 'content/faq/generated-0.mdx': broken } });
    await expect(build).rejects.toThrow(/content\/faq\/generated-0\.mdx[^\n]*related[^\n]*linux-omo[^\n]*linux-oom/);
  },
);
