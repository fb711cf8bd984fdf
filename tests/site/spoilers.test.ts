import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { basePath, siteUrl } from '../../src/site.ts';
import { readSite } from '../support/built-site.ts';
import { drills } from '../support/drills.ts';
import { siteFolder } from '../support/site.ts';
import { drillTexts, spoiled, spoilersOf, wordsOfTools } from '../support/spoilers.ts';

const { files } = readSite(siteFolder, { origin: siteUrl, base: basePath });
const spoilers = drills.map(({ id, drill }) => ({ id, texts: drillTexts(drill) }));
const all = spoilersOf(spoilers);

/** Elements that colour a part of a word. */
const withinWords = new Set(['a', 'b', 'code', 'em', 'i', 'mark', 'span', 'strong']);

/** All that a page says, its attributes and scripts included: descriptions and data give away as much as text. */
function pageText(html: string): string {
  const texts: string[] = [];
  const attributes: string[] = [];
  const space = (tag: string) => {
    if (!withinWords.has(tag)) texts.push(' ');
  };
  const parser = new Parser({
    onopentag(tag, values) {
      attributes.push(...Object.values(values));
      space(tag);
    },
    ontext: (text) => void texts.push(text),
    onclosetag: space,
  });
  parser.write(html);
  parser.end();
  return [texts.join(''), ...attributes].join(' ');
}

const read = (file: string) => readFileSync(join(siteFolder, file));

const isCompressed = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** A file as text: the parts of the search index are compressed. */
function fileText(file: string): string {
  const bytes = read(file);
  const text = (isCompressed(bytes) ? gunzipSync(bytes) : bytes).toString('utf8');
  return file.endsWith('.html') ? pageText(text) : text;
}

const ownPage = /^\/scenarios\/([^/]+)\/(?:drill|interviewer)\/index\.html$/;

/** What a file may not say: every drill, but for the one whose page it is. */
const forbiddenIn = (file: string) => {
  const [, own] = ownPage.exec(file) ?? [];
  return own === undefined ? all : spoilersOf(spoilers.filter(({ id }) => id !== own));
};

test.each([...files])('%s gives no drill away', (file) => {
  expect(spoiled(fileText(file), forbiddenIn(file))).toEqual([]);
});

interface Fragment {
  url: string;
  content: string;
  meta: Record<string, string>;
}

const prefix = 'pagefind_dcd';

const fragments = [...files]
  .filter((file) => file.endsWith('.pf_fragment'))
  .map((file) => JSON.parse(gunzipSync(read(file)).toString('utf8').slice(prefix.length)) as Fragment);

const toldIn = (file: string, id: string) =>
  spoiled(fileText(file), spoilersOf(spoilers.filter((drill) => drill.id === id)));

describe.each(drills.map(({ id }) => id))('of the incident %s', (id) => {
  test.each(['drill', 'interviewer'])('the search knows nothing of the page %s but its title', (page) => {
    const known = fragments.filter(({ url }) => url === `/scenarios/${id}/${page}/`);
    expect(known).toHaveLength(1);
    const { content, meta } = known[0]!;
    const [, heading = ''] =
      /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(read(`/scenarios/${id}/${page}/index.html`).toString()) ?? [];
    expect(heading.trim()).not.toBe('');
    expect(meta['title']).toBe(heading.trim().replaceAll('&#39;', "'"));
    expect(content.replace(/\.$/, '')).toBe(meta['title']);
  });

  test.each(['drill', 'interviewer'])('its page %s tells the story, so the check has something to find', (page) => {
    expect(toldIn(`/scenarios/${id}/${page}/index.html`, id).length).toBeGreaterThan(20);
  });
});

describe('a planted spoiler is seen', () => {
  const told = spoilersOf([
    { id: 'disk-full', texts: ['A deleted log is still open: the batch job holds it, so df and du disagree.'] },
  ]);

  test('in the text of a page, whatever its marks and case', () => {
    const page = pageText('<p>Note: a <b>DELETED log</b> is still open; the batch job holds it.</p>');
    expect(spoiled(page, told)).toEqual(['disk-full: “a deleted log is still open the batch job holds it”']);
  });

  test('in a description, in a script and in data', () => {
    const words = 'deleted log is still open: the batch job';
    for (const html of [
      `<meta name="description" content="${words}">`,
      `<script type="application/json">{"why":"${words}"}</script>`,
      `<li data-why="${words}">`,
    ])
      expect(spoiled(pageText(html), told), html).toHaveLength(1);
  });

  test('and the words of a tool are no story', () => {
    const message = 'Kernel panic - not syncing: Out of memory: system-wide panic_on_oom is enabled';
    expect(wordsOfTools).toContain(message);
    const drill = spoilersOf([{ id: 'disk-full', texts: [`${message}, said the console of the only host`] }]);
    expect(spoiled(message, drill)).toEqual([]);
    expect(spoiled(`${message}, said the console of the only host`, drill)).toHaveLength(1);
  });

  test.each(wordsOfTools)('%s is still in a drill', (words) => {
    const each = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const shared = drills.some(({ drill }) =>
      drillTexts(drill).some((text) => each.every((word) => text.toLowerCase().includes(word))),
    );
    expect(shared).toBe(true);
  });

  test('and seven words in a row are not called one', () => {
    expect(spoiled('a deleted log is still open the pager', told)).toEqual([]);
  });
});
