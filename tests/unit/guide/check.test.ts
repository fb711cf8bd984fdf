import { expect, test } from 'vitest';
import { findings, report } from '../../../src/guide/check.ts';
import { withAdditions } from '../../../src/guide/ledger.ts';
import { publishedAddresses } from '../../../src/guide/published-addresses.ts';
import type { SourceEntry } from '../../../src/guide/source-entry.ts';

/** An entry as a content collection hands it over: days as `Date`, defaults filled in, no lines known. */
const question = (change: Record<string, unknown> = {}, id = 'linux-oom'): SourceEntry => ({
  file: `content/faq/${id}.mdx`,
  collection: 'faq',
  id,
  data: {
    title: `What is ${id}?`,
    shortAnswer: 'A kill.',
    topic: 'linux',
    level: 'core',
    tags: ['memory'],
    aliases: ['a', 'b', 'c'],
    symptoms: [],
    pitfalls: ['"Always." Never.'],
    tradeoffs: [],
    watch: [],
    followUps: [{ id: 'why', question: 'Why?', answer: 'Because.' }],
    related: [],
    sources: [
      { title: 'A', url: 'https://a.example/' },
      { title: 'B', url: 'https://b.example/' },
    ],
    published: new Date('2026-11-20'),
    reviewed: new Date('2026-11-20'),
    changes: [],
    draft: false,
    ...change,
  },
  body: 'The answer.',
});

const check = (...entries: SourceEntry[]) =>
  report(findings(entries, { planned: [], ledger: withAdditions({}, publishedAddresses(entries)) }));

test('entries of a content collection are checked like files', () => {
  expect(check(question())).toBe('');
});

test('a finding without a known line names file, field, problem and remedy', () => {
  expect(check(question({ followUps: [{ id: 'why', question: 'Why?', answer: '' }] }))).toBe(
    'content/faq/linux-oom.mdx: followUps[0].answer: is empty. Write the answer, or remove the follow-up.',
  );
});

test('days are compared whether they are written or parsed', () => {
  expect(check(question({ reviewed: '2026-11-19' }))).toContain(
    'reviewed: is 2026-11-19, before the page was published',
  );
});

test('a drill shares the id of its scenario', () => {
  const drill: SourceEntry = {
    file: 'content/drills/disk-full.yaml',
    collection: 'drills',
    id: 'disk-full',
    data: {},
    body: 'x',
  };
  expect(check(question(), { ...question({}, 'disk-full') }, drill)).not.toContain('also the name of');
});
