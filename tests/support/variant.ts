import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { warningLines } from '../../scripts/build.mjs';
import { projectFolder } from './site.ts';

const run = promisify(execFile);

export interface Variant {
  /** The folder with the built site. */
  folder: string;
  /** What the build printed that warns. */
  warnings: string[];
}

/** The environment without what vitest puts there for itself, which a build would take for its own: BASE_URL, MODE and the like. */
function surroundings(): NodeJS.ProcessEnv {
  const own = /^(?:BASE_URL|MODE|DEV|PROD|SSR|NODE_ENV|TEST|VITEST.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

/**
 * Builds a copy of the project in its `.cache/`, where the dependencies are found by walking up: under other settings, or with files added or replaced (path from the project's
 * folder, then text). Throws what the build printed when it fails.
 */
export async function buildVariant(
  name: string,
  { env = {}, files = {} }: { env?: Record<string, string>; files?: Record<string, string> } = {},
): Promise<Variant> {
  const copy = join(projectFolder, '.cache/variants', name);
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  for (const part of ['content', 'public', 'src', 'scripts', 'astro.config.mjs', 'package.json', 'tsconfig.json']) {
    cpSync(join(projectFolder, part), join(copy, part), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(copy, path), text);
  const options = { cwd: copy, env: { ...surroundings(), ASTRO_TELEMETRY_DISABLED: '1', ...env }, maxBuffer: 2 ** 26 };
  await run(process.execPath, ['scripts/ledger.mjs'], options);
  const { stdout, stderr } = await run(
    process.execPath,
    [join(projectFolder, 'node_modules/astro/bin/astro.mjs'), 'build'],
    options,
  ).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`${error.stdout}\n${error.stderr}`);
  });
  return { folder: join(copy, 'dist'), warnings: warningLines(`${stdout}\n${stderr}`) };
}
