import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { commandPath, installPackages } from './debian.mjs';
import { run } from './processes.mjs';

/** The Chromium that Playwright downloads for itself, if it has done so. */
const playwrightsOwn = async () => {
  try {
    const { chromium } = await import('playwright');
    return [chromium.executablePath()];
  } catch {
    return [];
  }
};

const onPath = () =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge'].map(
    commandPath,
  );

const usualPlaces = () => {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map((folder) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    );
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name]);
    const files = [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return folders.filter(Boolean).flatMap((folder) => files.map((file) => join(folder, file)));
  }
  return [];
};

/**
 * Whether a browser is there and starts. It is only started on Linux, where one may lack libraries or be a stub that names
 * a snap; on Windows `--version` would open a window.
 */
const works = (file) =>
  Boolean(file) &&
  existsSync(file) &&
  (process.platform !== 'linux' || spawnSync(file, ['--version'], { timeout: 60_000 }).status === 0);

/**
 * The path of a Chromium, Chrome or Edge, or undefined: `CHROMIUM_PATH` when it is set, else Playwright's own, else the
 * machine's. Throws when `CHROMIUM_PATH` names nothing that starts.
 */
export const findBrowser = async () => {
  const named = process.env.CHROMIUM_PATH;
  if (named && !works(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not a browser that starts.`);
  return named || [...(await playwrightsOwn()), ...onPath(), ...usualPlaces()].find(works);
};

/** Five minutes for about 170 MB; a server that does not answer is given up after 15 seconds. */
const downloadPlaywrightsOwn = () => {
  console.log("set-up: no browser found; trying Playwright's own download, and Debian's package if that fails");
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' };
  return run('playwright', ['install', '--no-shell', 'chromium'], { env, timeout: 300_000 });
};

/**
 * The path of a browser, installed first if there is none; or the reason why there is none, naming what to install.
 * Throws as `findBrowser` does.
 * @returns {Promise<{ path: string } | { reason: string }>}
 */
export const ensureBrowser = async () => {
  const found = await findBrowser();
  if (found) return { path: found };
  await downloadPlaywrightsOwn();
  const downloaded = await findBrowser();
  if (downloaded) return { path: downloaded };
  const refusal = installPackages(['chromium']);
  const installed = await findBrowser();
  if (installed) return { path: installed };
  return {
    reason:
      `there is no browser: Playwright could not download one that starts, and the Debian package "chromium" could not be ` +
      `installed (${refusal ?? 'it does not start'}). Install the package "chromium", or set CHROMIUM_PATH to a Chromium, Chrome or Edge`,
  };
};
