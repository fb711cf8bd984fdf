import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { launchOptions } from './browser.ts';
import { serve } from './site-server.ts';

/** Before the browser tests: one browser, and one server over `dist/`, or over the folder in SITE_FOLDER. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = process.env['SITE_FOLDER'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(folder)) throw new Error(`There is no ${folder}. Run "npm run build" first.`);
  const site = await serve(folder);
  const browser = await chromium.launchServer(await launchOptions());
  provide('siteUrl', site.url);
  provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
