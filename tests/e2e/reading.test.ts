import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { urlOf, visitor } from '../support/open.ts';
import { addresses, projectFolder, samplePages, typeOf } from '../support/site.ts';
import { siteUrl } from '../support/browser.ts';

const open = visitor();
const pages = samplePages();

describe.each(pages)('%s', (address) => {
  test.each([320, 390, 768, 1280])('does not scroll sideways at %i px', async (width) => {
    const page = await open(address, { viewport: { width, height: 800 } });
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(client);
    await page.context().close();
  });

  test('asks nothing of another origin and logs no error', async () => {
    const page = await open('/');
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(urlOf(address), { waitUntil: 'networkidle' });
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith(siteUrl()) && !url.startsWith('data:'))).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

// A drill is played with JavaScript and read without it: drill.test.ts looks at both.
test.each(pages.filter((address) => typeOf(address) !== 'drill'))(
  '%s reads the same without JavaScript',
  async (address) => {
    const [withScripts, without] = await Promise.all([open(address), open(address, { javaScriptEnabled: false })]);
    const text = async (page: typeof without) => {
      const controls = page.locator('footer, form, .copy-code, [role=status]');
      await controls.evaluateAll((found) => found.forEach((control) => control.remove()));
      return (await page.locator('main').first().innerText()).replace(/\s+/g, ' ');
    };
    const [first, second] = await Promise.all([text(withScripts), text(without)]);
    for (const sentence of second.split(/(?<=[.?!]) /).filter((part) => part.length > 40)) {
      expect(first.includes(sentence), sentence).toBe(true);
    }
    expect(second.length).toBeGreaterThan(first.length * 0.8);
    await Promise.all([withScripts.context().close(), without.context().close()]);
  },
);

describe('what a first visit costs', () => {
  const entries = addresses().filter((address) => ['question', 'scenario'].includes(typeOf(address) ?? ''));

  test.each(entries)('%s', async (address) => {
    const page = await open('/404.html');
    const context = await page.context().browser()!.newContext();
    const visit = await context.newPage();
    const sizes: { url: string; bytes: number; script: boolean }[] = [];
    visit.on('response', (response) => {
      const bytes = Number(response.headers()['content-length']);
      sizes.push({ url: response.url(), bytes, script: response.request().resourceType() === 'script' });
    });
    await visit.goto(urlOf(address), { waitUntil: 'networkidle' });
    const sum = (parts: typeof sizes) => parts.reduce((total, { bytes }) => total + bytes, 0);
    const list = sizes.map(({ url, bytes }) => `${bytes} ${url}`).join('\n');
    expect(
      sizes.every(({ bytes }) => Number.isFinite(bytes)),
      list,
    ).toBe(true);
    expect(sum(sizes), list).toBeLessThanOrEqual(32_000);
    expect(sizes.length, list).toBeLessThanOrEqual(9);
    expect(sum(sizes.filter(({ script }) => script)), list).toBeLessThanOrEqual(8_000);
    expect(sum(sizes), list).toBeGreaterThan(5_000);
    await Promise.all([context.close(), page.context().close()]);
  });

  test('is asked of every answer and every guide that is written', () => {
    expect(entries.length).toBeGreaterThan(9);
    expect(entries).toHaveLength(globSync(`${projectFolder}content/{faq,scenarios}/*.mdx`).length);
  });
});

describe('an answer in print', () => {
  test('is whole, open and without navigation, and spells out its links', async () => {
    const page = await open('/faq/linux-oom/');
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['.contents', '.toc', '.tools', '.copy-code', 'footer']) {
      const shown = await page
        .locator(selector)
        .evaluateAll((found) => found.filter((one) => one.checkVisibility()).length);
      expect(shown, selector).toBe(0);
    }
    const printed = await page
      .locator('.sources a')
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
    expect(printed).toContain('https://');
    const folded = page.locator('.diagram details p').first();
    expect(await folded.evaluate((text) => text.checkVisibility())).toBe(true);
    const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(paper).toBe('rgb(255, 255, 255)');
  });
});
