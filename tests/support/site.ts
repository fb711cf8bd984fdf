import { globSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The built site that the tests read: `dist/`, or the folder in SITE_FOLDER. */
export const siteFolder = process.env['SITE_FOLDER'] ?? `${projectFolder}dist`;

/** Whether every page is to be looked at, and not one or two of each type. */
export const isFull = process.env['FULL'] === '1';

/** The addresses of all pages of a built site, without the base path; redirects are left out. */
export function addresses(folder = siteFolder): string[] {
  return globSync(`${folder}/**/*.html`)
    .filter((file) => !/<meta http-equiv="refresh"/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(folder, file))
    .map((file) => (file.endsWith('index.html') ? `/${dirname(file)}/`.replace('/./', '/') : `/${file}`))
    .sort();
}

const types: [type: string, pattern: RegExp][] = [
  ['home', /^\/$/],
  ['not found', /^\/404\.html$/],
  ['list of questions', /^\/faq\/$/],
  ['question', /^\/faq\/[^/]+\/$/],
  ['list of scenarios', /^\/scenarios\/$/],
  ['scenario', /^\/scenarios\/[^/]+\/$/],
  ['drill', /^\/scenarios\/[^/]+\/drill\/$/],
  ['interviewer', /^\/scenarios\/[^/]+\/interviewer\/$/],
  ['list of topics', /^\/topics\/$/],
  ['topic', /^\/topics\/[^/]+\/$/],
  ['prose', /^\/[^/]+\/$/],
];

export const typeOf = (address: string): string | undefined => types.find(([, pattern]) => pattern.test(address))?.[0];

const weight = (address: string) =>
  readFileSync(`${siteFolder}${address}${address.endsWith('/') ? 'index.html' : ''}`).length;

/** Every page in a full run; else the lightest and the heaviest page of each type. */
export function samplePages(): string[] {
  const all = addresses();
  if (isFull) return all;
  const byType = Map.groupBy(all, (address) => typeOf(address) ?? address);
  return [...byType.values()].flatMap((ofType) => {
    const sorted = ofType.toSorted((a, b) => weight(a) - weight(b));
    return [...new Set([sorted[0]!, sorted.at(-1)!])];
  });
}
