import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser, siteUrl } from '../support/browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await sharedBrowser();
});

afterAll(() => browser.close());

test('the home page opens and has one main heading', async () => {
  const page = await browser.newPage();
  const response = await page.goto(siteUrl());
  expect(response?.status()).toBe(200);
  expect(await page.locator('h1').allTextContents()).toEqual([expect.stringMatching(/\S/)]);
});
