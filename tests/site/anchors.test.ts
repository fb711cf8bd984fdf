import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../src/guide/body.ts';
import { linkableAnchors, sectionAnchors } from '../../src/guide/page-anchors.ts';
import { permalink } from '../../src/guide/permalinks.ts';
import { readGuide } from '../../src/guide/read-guide.ts';
import { isDraft, type SourceEntry } from '../../src/guide/source-entry.ts';
import { basePath, siteUrl } from '../../src/site.ts';
import { readSite } from '../support/built-site.ts';

const { entries } = readGuide(fileURLToPath(new URL('../../content', import.meta.url)));
const site = readSite(process.env['DIST'] ?? 'dist', { origin: siteUrl, base: basePath });
const idsOf = (entry: SourceEntry) => site.pages.find(({ address }) => address === permalink(entry))?.ids ?? [];
/** The pages with headings of an author; a drill has none. */
const published = entries
  .filter((entry) => entry.collection !== 'drills' && !isDraft(entry))
  .map((entry) => ({ entry, name: permalink(entry) }));

/** A diagram's own title and description, named by its title: nothing a heading is likely to be called. */
const ofDiagram = /-(?:title|description)$/;

describe.each(published)('$name', ({ entry }) => {
  const chosen = linkableAnchors(entry);
  const made = bodyOf(entry).headings.map(({ anchor }) => anchor);

  test('has every anchor that a reference may name, and those the checks expect of its headings', () => {
    expect([...chosen, ...made].filter((anchor) => !idsOf(entry).includes(anchor))).toEqual([]);
  });

  test('has no anchor of its own that authors are not warned of', () => {
    const known = new Set(['_top', ...chosen, ...made, ...sectionAnchors(entry.collection)]);
    expect(idsOf(entry).filter((id) => !known.has(id) && !ofDiagram.test(id))).toEqual([]);
  });
});
