import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { heir } from '../../src/guide/ledger.ts';
import { readGuide } from '../../src/guide/read-guide.ts';
import { basePath, siteUrl } from '../../src/site.ts';
import { destination, readSite } from '../support/built-site.ts';

const { ledger } = readGuide(fileURLToPath(new URL('../../content', import.meta.url)));
const site = readSite(process.env['DIST'] ?? 'dist', { origin: siteUrl, base: basePath });
const pages = new Map(site.pages.map((page) => [page.address, page]));

test('the ledger holds the addresses of the guide', () => {
  expect(Object.keys(ledger)).toEqual(expect.arrayContaining(['/', '/faq/', '/scenarios/']));
});

describe('an address that was ever published answers', () => {
  test.each(Object.keys(ledger))('%s', (address) => {
    const { movedTo, anchors = [], movedAnchors = {} } = ledger[address]!;
    const target = heir(ledger, address);
    const page = pages.get(address);
    expect(page, `${address} has no page in dist/`).toBeDefined();
    const sentTo = page?.redirectsTo === undefined ? undefined : destination(site, address, page.redirectsTo);
    expect(sentTo, `where ${address} sends its readers`).toBe(movedTo === undefined ? undefined : target);
    const ids = pages.get(target ?? '')?.ids ?? [];
    expect(
      anchors.filter((anchor) => !ids.includes(movedAnchors[anchor] ?? anchor)),
      `anchors that ${target} does not have`,
    ).toEqual([]);
  });
});
