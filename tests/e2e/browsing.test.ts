import { describe, expect, test } from 'vitest';
import { urlOf, visitor } from '../support/open.ts';
import { siteUrl } from '../support/browser.ts';

const open = visitor();

describe('the list of questions', () => {
  const shown = '[data-question]:visible';

  test('narrows by topic, keeps the choice in the address, and comes back to it on reload', async () => {
    const page = await open('/faq/');
    const all = await page.locator(shown).count();
    await page.getByLabel('Topic').selectOption('kubernetes');
    const some = await page.locator(shown).count();
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe('?topic=kubernetes');
    await page.reload();
    expect(await page.locator(shown).count()).toBe(some);
    expect(await page.getByRole('status').first().textContent()).toContain(String(some));
  });

  test('finds by words of titles and aliases, says when nothing fits, and shows all again', async () => {
    const page = await open('/faq/?q=OOMKilled');
    expect(await page.locator(shown).count()).toBe(1);
    await page.getByLabel('Words').fill('no question has these words');
    expect(await page.locator(shown).count()).toBe(0);
    await page.locator('[data-none] button').click();
    expect(await page.locator(shown).count()).toBeGreaterThan(5);
    expect(new URL(page.url()).search).toBe('');
  });

  test('a tag of an answer leads to the questions that share it', async () => {
    const page = await open('/faq/linux-oom/');
    await page.locator('.tags a', { hasText: 'memory' }).click();
    await page.waitForURL('**/faq/?tag=memory');
    expect(await page.locator(shown).allTextContents()).toContainEqual(expect.stringContaining('out of memory'));
  });

  test('is whole and without controls where there is no JavaScript', async () => {
    const page = await open('/faq/', { javaScriptEnabled: false });
    expect(await page.locator('form:visible').count()).toBe(0);
    expect(await page.locator(shown).count()).toBeGreaterThan(5);
  });
});

describe('a link to one answer', () => {
  test('is copied from under the title, and the page says so', async () => {
    const page = await open('/faq/linux-oom/', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('link', { name: /^Copy link to: What does out of memory/ }).click();
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'Link copied' }).count()).toBe(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(urlOf('/faq/linux-oom/'));
  });

  test('leads to a follow-up that stays in sight below the header', async () => {
    const page = await open('/faq/linux-oom/', { permissions: ['clipboard-read', 'clipboard-write'] });
    const anchor = page.locator('#who-is-killed copy-link a');
    await anchor.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(urlOf('/faq/linux-oom/#who-is-killed'));
    expect(new URL(page.url()).hash).toBe('#who-is-killed');
    await page.goto(urlOf('/faq/pod-disruption-budget/'));
    await page.goto(urlOf('/faq/linux-oom/#who-is-killed'));
    const top = await page.locator('#who-is-killed').evaluate((heading) => heading.getBoundingClientRect().top);
    const header = await page.locator('.page-header').evaluate((element) => element.getBoundingClientRect().bottom);
    expect(top).toBeGreaterThanOrEqual(header);
  });

  test('shows the address instead when the browser refuses to copy', async () => {
    const page = await open('/faq/linux-oom/');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('link', { name: /^Copy link to: What does out of memory/ }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain(urlOf('/faq/linux-oom/'));
  });
});

test('the copy button of a terminal session copies the commands without their output', async () => {
  const page = await open('/faq/linux-oom/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const session = page.locator('figure', { has: page.locator('[data-language="console"]') }).first();
  await session.hover();
  await session.getByRole('button', { name: /^Copy/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^journalctl/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('invoked oom-killer:');
});

describe('the page for missing pages', () => {
  test('suggests the nearest pages', async () => {
    const page = await open('/faq/linux-oomkiller/');
    const first = page.locator('nearest-pages a').first();
    await first.waitFor();
    expect(await first.getAttribute('href')).toBe(`${new URL(siteUrl()).pathname}faq/linux-oom/`);
  });

  test('leads on without JavaScript', async () => {
    const page = await open('/faq/linux-oomkiller/', { javaScriptEnabled: false });
    expect(await page.getByRole('link', { name: 'all questions' }).count()).toBe(1);
  });
});

describe('moving about', () => {
  test('previous and next follow the order of the topic', async () => {
    const page = await open('/topics/kubernetes/');
    const order = await page
      .locator('article h2 a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    await page.goto(order[0]!);
    await page.locator('[rel=next]').click();
    await page.waitForURL(order[1]!);
    await page.locator('[rel=prev]').click();
    await page.waitForURL(order[0]!);
  });

  test('the first stop of the keyboard skips to the text', async () => {
    const page = await open('/faq/linux-oom/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the text');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  });

  test.each([true, false])('the contents open and close on a phone (JavaScript: %s)', async (javaScriptEnabled) => {
    const page = await open('/faq/linux-oom/', { viewport: { width: 390, height: 800 }, javaScriptEnabled });
    const contents = page.locator('#contents');
    expect(await contents.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Contents' }).click();
    expect(await contents.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await contents.isVisible()).toBe(false);
  });

  test('every stop of the keyboard on an answer can be seen and is not hidden below the header', async () => {
    const page = await open('/faq/taint-vs-cordon/');
    const header = await page.locator('.page-header').evaluate((element) => element.getBoundingClientRect().bottom);
    for (let stop = 0; stop < 60; stop += 1) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const focused = document.activeElement!;
        const { top, bottom, width } = focused.getBoundingClientRect();
        const style = getComputedStyle(focused);
        return {
          name: focused.outerHTML.slice(0, 120),
          top,
          bottom,
          width,
          outline: style.outlineStyle,
          inHeader: focused.closest('header') !== null,
        };
      });
      if (focus.name.startsWith('<body')) break;
      expect(focus.outline, focus.name).not.toBe('none');
      if (!focus.inHeader && !focus.name.includes('sl-skip-link'))
        expect(focus.bottom, focus.name).toBeGreaterThan(header);
    }
  });
});

describe('light and dark', () => {
  const paper = 'getComputedStyle(document.body).backgroundColor';

  test('follow the system, and the reader on this device', async () => {
    const page = await open('/', { colorScheme: 'dark' });
    const dark = await page.evaluate(paper);
    await page.getByLabel('Appearance').selectOption('light');
    const light = await page.evaluate(paper);
    expect(light).not.toBe(dark);
    await page.goto(urlOf('/faq/linux-oom/'));
    expect(await page.evaluate(paper)).toBe(light);
    await page.getByLabel('Appearance').selectOption('system');
    expect(await page.evaluate(paper)).toBe(dark);
  });

  test.each(['light', 'dark'] as const)('follow the system without JavaScript: %s', async (colorScheme) => {
    const page = await open('/', { colorScheme, javaScriptEnabled: false });
    const [red] = (await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).match(
      /\d+/g,
    )!;
    expect(Number(red) > 128).toBe(colorScheme === 'light');
  });

  test('a damaged choice or blocked storage leaves a page that works', async () => {
    const page = await open('/');
    await page.evaluate(() => localStorage.setItem('appearance', '{"broken'));
    await page.reload();
    expect(await page.locator('html').getAttribute('data-appearance')).toBeNull();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.reload();
    await page.getByLabel('Appearance').selectOption('dark');
    expect(await page.locator('html').getAttribute('data-appearance')).toBe('dark');
    expect(errors).toEqual([]);
  });
});

test('a wide table or code block can be reached by keyboard on a phone, a narrow one is no stop', async () => {
  const page = await open('/faq/taint-vs-cordon/', { viewport: { width: 320, height: 800 } });
  const scrollers = page.locator('pre, [data-scrolls]');
  const states = await scrollers.evaluateAll((all) =>
    all.map((one) => ({ wide: one.scrollWidth > one.clientWidth, stop: one.getAttribute('tabindex') === '0' })),
  );
  expect(states.some(({ wide }) => wide)).toBe(true);
  for (const { wide, stop } of states) expect(stop).toBe(wide);
});

test('a wide diagram begins with its first box in view on a phone', async () => {
  const page = await open('/scenarios/silent-outage/', { viewport: { width: 390, height: 844 } });
  const picture = page.locator('.picture').first();
  const { isWide, left, right, first } = await picture.evaluate((scroller) => {
    const { x, width } = scroller.querySelector('svg path:is(.step, .decision, .end)')!.getBoundingClientRect();
    const box = scroller.getBoundingClientRect();
    return {
      isWide: scroller.scrollWidth > scroller.clientWidth,
      left: box.left,
      right: box.right,
      first: { x, end: x + width },
    };
  });
  expect(isWide).toBe(true);
  expect(first.x).toBeGreaterThanOrEqual(left);
  expect(first.end).toBeLessThanOrEqual(right);
});
