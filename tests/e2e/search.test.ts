import type { Browser, BrowserContextOptions, Page, Route } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { sharedBrowser, siteUrl } from '../support/browser.ts';

const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));

afterAll(() => browser.close());

interface Visit {
  page: Page;
  /** The addresses requested so far. */
  requested: string[];
  /** Errors that the page did not catch, and dialogs that a script opened. */
  errors: string[];
}

async function visit(path = 'faq/linux-oom/', options: BrowserContextOptions = {}): Promise<Visit> {
  const page = await (await browser.newContext(options)).newPage();
  page.setDefaultTimeout(15_000);
  const requested: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => {
    errors.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(siteUrl() + path);
  return { page, requested, errors };
}

const box = (page: Page) => page.getByRole('combobox', { name: 'Search the guide' });
const opener = (page: Page) => page.getByRole('banner').getByRole('link', { name: 'Search' });
const status = (page: Page) => page.locator('search-dialog [role=status]');
const options = (page: Page) => page.locator('search-dialog').getByRole('option');
const chosen = (page: Page) => page.locator('search-dialog [role=option][aria-selected=true]');
const pathOf = (url: string) => url.slice(siteUrl().length - 1);
const isSearch = (url: string) => /\/pagefind\/|search-dialog/.test(url);

async function search(page: Page, query: string) {
  if (!(await box(page).isVisible())) await page.keyboard.press('Control+k');
  await box(page).fill(query);
}

async function found(page: Page, query: string) {
  await search(page, query);
  await page
    .getByRole('status')
    .filter({ hasText: `for “${query}”` })
    .waitFor();
}

test('nothing of the search is loaded before somebody wants to search', async () => {
  const { page, requested } = await visit();
  await page.waitForLoadState('networkidle');
  await page.mouse.wheel(0, 2000);
  await page.getByRole('main').click();
  await page.waitForTimeout(300);
  expect(requested.filter(isSearch)).toEqual([]);
  await opener(page).hover();
  await page.waitForRequest(/\.pf_meta/);
  expect(await box(page).isVisible()).toBe(false);
});

test.each(['/', 'Control+k', 'Meta+k'])('%s opens the search with the cursor in its box', async (key) => {
  const { page, errors } = await visit();
  await page.keyboard.press(key);
  await box(page).waitFor();
  await expect.poll(() => box(page).evaluate((element) => element === document.activeElement)).toBe(true);
  expect(errors).toEqual([]);
});

test('a slash typed into a field stays there', async () => {
  const { page } = await visit('faq/');
  await page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByRole('textbox')).first().focus();
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(await box(page).isVisible()).toBe(false);
});

test('the slash can be turned off, and stays off on the next page', async () => {
  const { page } = await visit();
  await page.keyboard.press('/');
  await page.getByRole('checkbox', { name: /open it with/i }).uncheck();
  await page.goto(`${siteUrl()}faq/`);
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(await box(page).isVisible()).toBe(false);
  await page.keyboard.press('Control+k');
  await box(page).waitFor();
  expect(await page.getByRole('checkbox', { name: /open it with/i }).isChecked()).toBe(false);
});

test('the keyboard alone finds and opens a page', async () => {
  const { page } = await visit('');
  await page.keyboard.press('/');
  await box(page).waitFor();
  await page.keyboard.type('pod killed');
  await options(page).nth(1).waitFor();
  expect(await options(page).nth(0).getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  expect(await box(page).getAttribute('aria-activedescendant')).toBe(await options(page).nth(1).getAttribute('id'));
  expect(await chosen(page).count()).toBe(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await options(page).last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('ArrowDown');
  const target = (await chosen(page).getAttribute('href'))!;
  await page.keyboard.press('Enter');
  await page.waitForURL(new URL(target, siteUrl()).href);
});

test('Escape clears the box, then closes it, and focus returns to what opened it', async () => {
  const { page } = await visit();
  await opener(page).focus();
  await page.keyboard.press('Enter');
  await found(page, 'oom');
  await page.keyboard.press('Escape');
  expect(await box(page).inputValue()).toBe('');
  expect(await options(page).count()).toBe(0);
  expect(await status(page).textContent()).toBe('');
  await page.keyboard.press('Escape');
  expect(await box(page).isVisible()).toBe(false);
  expect(await opener(page).evaluate((element) => element === document.activeElement)).toBe(true);
});

test('more results are shown when asked for', async () => {
  const { page } = await visit();
  await found(page, 'the');
  expect(await options(page).count()).toBe(8);
  await page.keyboard.press('ArrowDown');
  const second = await chosen(page).getAttribute('href');
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => options(page).count()).toBeGreaterThan(8);
  expect(await chosen(page).getAttribute('href')).toBe(second);
});

test('a result shows the question, its topic and the matching sentence, and the count is announced', async () => {
  const { page } = await visit('');
  await found(page, 'oom killer');
  const result = options(page).first();
  const { title } = await page.evaluate(async () => {
    const answer = await fetch('faq/linux-oom/');
    return {
      title: new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('h1')!.textContent,
    };
  });
  expect(await result.locator('.result-title').textContent()).toBe(title.trim());
  expect(await result.locator('.result-label').textContent()).toBe('Question · Linux');
  expect((await result.locator('mark').allTextContents()).join(' ')).toMatch(/OOM.*killer/i);
  expect(await status(page).textContent()).toMatch(/^\d+ results? for “oom killer”/);
  expect(await status(page).getAttribute('role')).toBe('status');
});

test('a match in a follow-up leads to its anchor, also from the page it is on', async () => {
  const { page } = await visit('faq/linux-oom/');
  const followUp = page
    .locator('section', { has: page.locator('#follow-ups') })
    .locator('h3[id]')
    .last();
  const anchor = `/faq/linux-oom/#${await followUp.getAttribute('id')}`;
  await search(page, (await followUp.innerText()).replace(/\s*#\s*$/, ''));
  const result = page.locator(`search-dialog a[href$="${anchor}"]`);
  await result.click();
  await page.waitForURL(`${siteUrl()}${anchor.slice(1)}`);
  expect(await box(page).isVisible()).toBe(false);
  await expect
    .poll(() => followUp.evaluate((element) => Math.round(element.getBoundingClientRect().top)))
    .toBeLessThan(200);
});

test('Control and Enter open the result in another tab and leave this one', async () => {
  const { page } = await visit();
  await found(page, 'oom');
  const other = page.context().waitForEvent('page');
  await page.keyboard.press('Control+Enter');
  await (await other).waitForURL(/\/faq\/linux-oom\//);
  expect(await box(page).isVisible()).toBe(true);
});

test('the box of the home page opens the search with what was typed; without JavaScript it leads to the list', async () => {
  const { page } = await visit('');
  await page.getByRole('main').getByRole('searchbox').fill('oom');
  await page.keyboard.press('Enter');
  await options(page).first().waitFor();
  expect(await box(page).inputValue()).toBe('oom');
  expect(pathOf(page.url())).toBe('/');

  const { page: plain } = await visit('', { javaScriptEnabled: false });
  await plain.getByRole('main').getByRole('searchbox').fill('oom');
  await plain.keyboard.press('Enter');
  await plain.waitForURL(`${siteUrl()}faq/?q=oom`);
});

test('what is nowhere in the guide is said to be nowhere, with what to do', async () => {
  const { page } = await visit();
  for (const query of ['zzqx', 'qqwwjx vvbnz', '!!!']) {
    await search(page, query);
    await page
      .getByRole('status')
      .filter({ hasText: `Nothing found for “${query}”` })
      .waitFor();
    expect(await options(page).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
    expect(
      pathOf(
        await page
          .getByRole('dialog')
          .getByRole('link', { name: 'All questions' })
          .evaluate((a: HTMLAnchorElement) => a.href),
      ),
    ).toBe('/faq/');
  }
});

const broken = (contentType = 'application/octet-stream') => ({ status: 200, contentType, body: 'damaged' });
const webPage = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Moved</title>' };
const cutShort = async (route: Route) => {
  const body = await (await route.fetch()).body();
  await route.fulfill({ status: 200, body: body.subarray(0, body.length >> 1) });
};

const faults: [name: string, files: RegExp, fault: (route: Route) => Promise<void>][] = [
  ['its script is missing', /pagefind\.js/, (route) => route.fulfill({ status: 404 })],
  ['its script is a web page', /pagefind\.js/, (route) => route.fulfill(webPage)],
  ['its entry fails', /pagefind-entry/, (route) => route.fulfill({ status: 500 })],
  ['its entry is reset', /pagefind-entry/, (route) => route.abort('connectionreset')],
  ['its entry is a web page', /pagefind-entry/, (route) => route.fulfill(webPage)],
  ['its program is missing', /wasm\./, (route) => route.fulfill({ status: 404 })],
  ['its program is damaged', /wasm\./, (route) => route.fulfill(broken())],
  ['its table is missing', /pf_meta/, (route) => route.fulfill({ status: 404 })],
  ['its table is damaged', /pf_meta/, (route) => route.fulfill(broken())],
  ['its words are missing', /pf_index/, (route) => route.fulfill({ status: 404 })],
  ['its words are damaged', /pf_index/, (route) => route.fulfill(broken())],
  ['its words are cut short', /pf_index/, cutShort],
  ['its words are a web page', /pf_index/, (route) => route.fulfill(webPage)],
  ['its texts are missing', /pf_fragment/, (route) => route.fulfill({ status: 404 })],
  ['its texts are damaged', /pf_fragment/, (route) => route.fulfill(broken())],
];

test.each(faults)(
  'when %s the search says so, offers the list, and works once that is mended',
  async (_, files, fault) => {
    const { page } = await visit();
    await page.route(files, fault);
    await search(page, 'oom killer');
    await page.getByRole('status').filter({ hasText: 'Search is not available' }).waitFor();
    expect(await options(page).count()).toBe(0);
    const list = page.getByRole('dialog').getByRole('link', { name: 'All questions' });
    expect(pathOf(await list.evaluate((a: HTMLAnchorElement) => a.href))).toBe('/faq/?q=oom+killer');
    await page.unroute(files);
    await page.getByRole('button', { name: 'Try again' }).click();
    await options(page).first().waitFor();
    expect(await list.isVisible()).toBe(false);
  },
);

test.each([/pagefind\.js/, /pagefind-entry/, /wasm\./, /pf_meta/, /pf_index/, /pf_fragment/])(
  'when %s never answers the search says so after a while',
  async (files) => {
    const { page } = await visit();
    await page.clock.install();
    let isStuck = true;
    await page.route(files, (route) => (isStuck ? undefined : route.continue()));
    const asked = page.waitForRequest(files);
    await search(page, 'oom');
    await page.clock.runFor(300);
    await asked;
    await page.getByRole('status').filter({ hasText: 'Searching…' }).waitFor();
    await page.clock.runFor(9_000);
    await page.getByRole('status').filter({ hasText: 'Search is not available' }).waitFor();
    isStuck = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect
      .poll(async () => {
        await page.clock.runFor(200);
        return options(page).count();
      })
      .toBeGreaterThan(0);
  },
);

test('Enter leads to the list when the search is not available', async () => {
  const { page } = await visit();
  await page.route(/\/pagefind\//, (route) => route.abort());
  await search(page, 'oom');
  await page.getByRole('status').filter({ hasText: 'Search is not available' }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/faq\/\?/);
  expect(pathOf(page.url())).toBe('/faq/?q=oom');
});

test('a page whose text fails to load is left out, and that is said', async () => {
  const { page } = await visit();
  let isFirst = true;
  await page.route(/pf_fragment/, (route) => {
    const fails = isFirst;
    isFirst = false;
    return fails ? route.fulfill({ status: 404 }) : route.continue();
  });
  await found(page, 'kubernetes');
  const shown = await options(page).count();
  expect(shown).toBeGreaterThan(0);
  await page.getByText('One page fits but could not be loaded.').waitFor();
  await page.unroute(/pf_fragment/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => options(page).count()).toBe(shown + 1);
});

test('when the dialog itself cannot be loaded its openers lead to the list', async () => {
  const { page } = await visit();
  await page.route(/search-dialog/, (route) => route.abort());
  await opener(page).click();
  await page.waitForURL(/\/faq\/$/);
  expect(pathOf(page.url())).toBe('/faq/');
  const { page: home } = await visit('');
  await home.route(/search-dialog/, (route) => route.abort());
  await home.getByRole('main').getByRole('searchbox').fill('oom');
  await home.keyboard.press('Enter');
  await home.waitForURL(/\/faq\/\?/);
  expect(pathOf(home.url())).toBe('/faq/?q=oom');
});

test('hostile queries do no harm', async () => {
  const { page, errors } = await visit();
  const queries = [
    '<img src=x onerror=alert(1)>',
    '"><script>alert(1)</script>',
    'javascript:alert(1)',
    '.*+?^${}()|[]\\',
    '\u202Eoom\u202C',
    'oom\u0000killer',
    '\uD800',
    `e${'\u0301'.repeat(500)}`,
    '"""""',
    '%00%0a../../etc/passwd',
    '{{7*7}} ${7*7}',
    '__proto__ constructor',
    'x'.repeat(100_000),
  ];
  for (const query of queries) {
    await search(page, query);
    await expect.poll(() => status(page).textContent()).toMatch(/Nothing found|result/);
    await page.keyboard.press('Escape');
    await expect.poll(() => status(page).textContent()).toBe('');
  }
  await found(page, 'oom');
  expect(errors).toEqual([]);
});

test('under a base path the index is loaded from there and results stay there', async () => {
  const { page, requested } = await visit();
  await page.route('**/runbook/**', async (route) => {
    const url = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: url.href.replace('/runbook/', '/') }) });
  });
  await page.locator('search-dialog').evaluate((element) => (element.dataset['base'] = '/runbook/'));
  await found(page, 'oom');
  const addresses = await options(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(addresses.filter((address) => !address?.startsWith('/runbook/'))).toEqual([]);
  expect(requested.filter((url) => url.includes('/pagefind/') && !url.includes('/runbook/pagefind/'))).toEqual([]);
});

test('before a search one short script is loaded; a search loads its words and the texts it shows', async () => {
  const { page } = await visit();
  const opening = await page.locator('script[src*=SearchBox]').getAttribute('src');
  const script = await page
    .context()
    .request.get(new URL(opening!, siteUrl()).href, { headers: { 'accept-encoding': 'br' } });
  expect(Number(script.headers()['content-length'])).toBeLessThan(1_000);

  const loaded: Promise<{ url: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    const sizes = response.request().sizes();
    loaded.push(sizes.then(({ responseBodySize: bytes }) => ({ url: response.url(), bytes })));
  });
  await found(page, 'why was my pod killed');
  await page.waitForLoadState('networkidle');
  const files = await Promise.all(loaded);
  const isFor = (kind: string) => files.filter(({ url }) => url.includes(kind));
  expect(isFor('/pagefind/index/').length).toBeLessThanOrEqual(3);
  expect(isFor('/pagefind/fragment/').length).toBeLessThanOrEqual(8);
  const fixed = files.filter(({ url }) => isSearch(url) && !/index\/|fragment\//.test(url));
  expect(fixed.map(({ url }) => url.replace(/.*\//, '').replace(/[.?].*/, '')).sort()).toEqual([
    'pagefind',
    'pagefind',
    'pagefind-entry',
    'search-dialog',
    'wasm',
  ]);
  expect(fixed.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(85_000);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.each([
    ['before typing', ''],
    ['with results', 'oom'],
    ['without results', 'zzqx'],
    ['without an index', 'broken'],
  ])(`the dialog passes axe %s, ${colorScheme}`, async (_, query) => {
    const { page } = await visit('faq/linux-oom/', { colorScheme });
    if (query === 'broken') await page.route(/\/pagefind\//, (route) => route.abort());
    await search(page, query);
    if (query)
      await page
        .getByRole('status')
        .filter({ hasText: /result|Nothing|not available/ })
        .waitFor();
    expect(await violations(page)).toEqual([]);
  });
}

test('on a phone the dialog fills the screen and nothing scrolls sideways', async () => {
  const { page } = await visit('faq/linux-oom/', phone);
  await opener(page).tap();
  await found(page, 'kubernetes');
  const measured = await page.evaluate(() => {
    const dialog = document.querySelector('search-dialog dialog')!;
    const { width, height } = dialog.getBoundingClientRect();
    const wide = [...dialog.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5,
    );
    return { width, height, wide: wide.map(({ outerHTML }) => outerHTML.slice(0, 80)) };
  });
  expect(measured).toEqual({ ...phone.viewport, wide: [] });
  await page.getByRole('button', { name: 'Close' }).tap();
  expect(await box(page).isVisible()).toBe(false);
});

test('the chosen result can be told from the others with forced colours', async () => {
  const { page } = await visit('faq/linux-oom/', { forcedColors: 'active' });
  await found(page, 'kubernetes');
  const outline = (place: number) =>
    options(page)
      .nth(place)
      .evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline(0)).toBe('solid');
  expect(await outline(1)).toBe('none');
});
