import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root, run } from './processes.mjs';

/** Everything the site is made from. */
const inputs = ['content', 'public', 'src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
const settings = ['SITE_URL', 'BASE_PATH', 'REPOSITORY_URL'];

const record = join(root, '.cache/build.json');
const firstPage = join(root, 'dist/index.html');

const filesIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesIn(join(path, name)))
    : [path];

/**
 * What the site in `dist/` must have been made from to be current, and when it was made: a build by any other way than
 * `buildSite` has another time.
 */
const state = () => {
  const hash = createHash('sha256');
  for (const name of settings) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  const present = inputs.map((name) => join(root, name)).filter(existsSync);
  for (const file of present.flatMap(filesIn)) hash.update(`${relative(root, file)}\n`).update(readFileSync(file));
  return JSON.stringify({ inputs: hash.digest('hex'), built: statSync(firstPage).mtimeMs });
};

/** Whether `dist/` holds the site as its files and settings now ask for it. */
export const isBuilt = () => existsSync(record) && existsSync(firstPage) && readFileSync(record, 'utf8') === state();

/** The lines of a build's output that warn. Paths are left out: a page may be about warnings. */
export const warningLines = (output) =>
  stripVTControlCharacters(output)
    .split(/\r?\n/)
    .filter((line) => /\[warn\]|warning|\(!\)/i.test(line.replace(/\S*\/\S*/g, '')));

/**
 * Builds the site into `dist/`.
 * @returns {Promise<{ code: number, warnings: string[] }>} the exit code, and the lines that warn
 */
export const buildSite = async () => {
  rmSync(record, { force: true });
  const { code, output } = await run('astro', ['build'], { captured: true });
  if (code === 0) {
    mkdirSync(join(root, '.cache'), { recursive: true });
    writeFileSync(record, state());
  }
  return { code, warnings: warningLines(output) };
};
