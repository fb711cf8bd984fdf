import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { sharedBrowser, siteUrl } from './browser.ts';

/** Where a page of the site stands: `/faq/` as the browser must ask for it. */
export const urlOf = (address: string): string => new URL(address.slice(1), siteUrl()).href;

/**
 * Opens pages of the site, each in a fresh profile, for the tests of one file. The profiles are closed after the last test.
 */
export function visitor() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });
  afterAll(() => browser.close());
  return async (address: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    await page.goto(urlOf(address), { waitUntil: 'load' });
    return page;
  };
}
