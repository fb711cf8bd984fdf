import { describe, expect, test } from 'vitest';
import { permalink } from '../../../src/guide/permalinks.ts';
import { publishedAddresses } from '../../../src/guide/published-addresses.ts';
import type { SourceEntry } from '../../../src/guide/source-entry.ts';

const entry = (fields: Partial<SourceEntry>): SourceEntry => ({
  file: 'content/faq/x.mdx',
  collection: 'faq',
  id: 'x',
  data: { topic: 'linux', followUps: [{ id: 'why' }] },
  body: '## Chosen {#chosen}\n\n## Made from words\n',
  ...fields,
});

test('an entry is published with the anchors its author chose, and opens its topic', () => {
  const addresses = publishedAddresses([entry({})]);
  expect(addresses.get('/faq/x/')).toEqual(['chosen', 'why']);
  expect([...addresses.keys()]).toContain('/topics/linux/');
});

test('a draft publishes nothing, not even its topic', () => {
  const keys = [...publishedAddresses([entry({ data: { topic: 'linux', draft: true } })]).keys()];
  expect(keys).not.toContain('/faq/x/');
  expect(keys).not.toContain('/topics/linux/');
});

test('a file name that cannot be an address is left out', () => {
  expect([...publishedAddresses([entry({ id: 'Not_Kebab' })]).keys()]).not.toContain('/faq/Not_Kebab/');
});

describe('a drill', () => {
  const scenario = entry({ collection: 'scenarios', data: {}, body: '' });
  const drill = entry({ collection: 'drills', data: {}, body: '' });
  const pages = ['/scenarios/x/drill/', '/scenarios/x/interviewer/'];
  const published = (...entries: SourceEntry[]) => [...publishedAddresses(entries).keys()];

  test("publishes its page and the interviewer's sheet beside the scenario", () => {
    expect(published(scenario, drill)).toEqual(expect.arrayContaining(['/scenarios/x/', ...pages]));
    expect(published(scenario)).not.toEqual(expect.arrayContaining([pages[0]]));
  });

  test('publishes nothing without the page of its scenario', () => {
    const draft = { ...scenario, data: { draft: true } };
    for (const without of [[drill], [draft, drill], [{ ...scenario, id: 'other' }, drill]])
      expect(published(...without).filter((address) => pages.includes(address))).toEqual([]);
  });
});

test('every kind of page has its own address', () => {
  expect(permalink({ collection: 'scenarios', id: 'host-oom' })).toBe('/scenarios/host-oom/');
  expect(permalink({ collection: 'drills', id: 'host-oom' })).toBe('/scenarios/host-oom/drill/');
  expect(permalink({ collection: 'interviewerSheets', id: 'host-oom' })).toBe('/scenarios/host-oom/interviewer/');
  expect(permalink({ collection: 'caseStudies', id: 'night-batch' })).toBe('/case-studies/night-batch/');
});
