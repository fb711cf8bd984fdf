import { chromium, type Browser, type LaunchOptions } from 'playwright';
import { inject } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser that all test files share listens. */
    browserEndpoint: string;
    /** The address of the built site's home page, with a slash at its end. */
    siteUrl: string;
  }
}

/** The browser that set-up found, and flags for a quiet one: no sandbox (root has none), no GPU, no traffic of its own. */
export async function launchOptions(): Promise<LaunchOptions> {
  const executablePath = await findBrowser();
  if (!executablePath) throw new Error('No browser. Run "npm test", which installs one, or set CHROMIUM_PATH to one.');
  return {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}

/** A browser of one's own, for a test that must start or kill it. The caller closes it. */
export const launchBrowser = async (): Promise<Browser> => chromium.launch(await launchOptions());

/** The browser that all test files of `e2e` share. Closing it ends the connection and the contexts made through it. */
export const sharedBrowser = (): Promise<Browser> => chromium.connect(inject('browserEndpoint'));

/** The address of the built site's home page, with a slash at its end: `new URL('faq/linux-oom/', siteUrl())`. */
export const siteUrl = (): string => inject('siteUrl');
