import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { root } from './processes.mjs';

// What a fresh clone lacks: a Node and an npm that are new enough, and the dependencies. This file runs on Node 20 and
// needs nothing but Node and npm; nothing outside the project's folder is changed.

const leastNode = '22.12.0';
/** The first npm seen to fetch optional packages that the lock file lacks (11.5.2 does not): see `installDependencies`. */
const leastNpm = '11.6.2';

const ownTools = join(root, '.node');
const windows = process.platform === 'win32';
const say = (text) => console.log(`set-up: ${text}`);
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Whether one dotted version, such as `v22.12.0`, is at least another. A pre-release counts as its release. */
export const isAtLeast = (version, least) => {
  const parts = (text) => text.replace(/^v/, '').split(/[.+-]/, 3).map(Number);
  const [have, need] = [parts(version), parts(least)];
  const differing = need.findIndex((part, index) => part !== have[index]);
  return differing === -1 || have[differing] > need[differing];
};

/** The npm to use: the file to hand to Node, or none for the command on PATH, when no npm script started us. */
const npmFile = () => {
  const own = join(ownTools, 'node_modules/npm/bin/npm-cli.js');
  if (existsSync(own)) return own;
  const starter = process.env.npm_execpath;
  return starter && basename(starter) === 'npm-cli.js' ? starter : undefined;
};

const npmVersion = () => {
  const file = npmFile();
  return file
    ? readJson(join(dirname(file), '../package.json')).version
    : execFileSync('npm', ['--version'], { shell: windows, encoding: 'utf8' }).trim();
};

/** Runs npm with the given Node. Throws when npm fails, naming what it was asked to do. */
const npm = (args, { cwd, node, env }) => {
  const file = npmFile();
  const options = { cwd, env, stdio: 'inherit' };
  const { status, error } = file
    ? spawnSync(node, [file, ...args], options)
    : spawnSync('npm', args, { ...options, shell: windows });
  if (error) throw new Error(`npm could not be started (${error.message}). Install npm, then try again.`);
  if (status !== 0) throw new Error(`"npm ${args.join(' ')}" failed in ${cwd}; its reason stands above.`);
};

/** Installs a tool into the project's own folder `.node/`, which has its own package.json. */
const installTool = (name, range, { node, env }) => {
  mkdirSync(ownTools, { recursive: true });
  const manifest = join(ownTools, 'package.json');
  const dependencies = { ...(existsSync(manifest) ? readJson(manifest).dependencies : {}), [name]: range };
  // The package `node` fetches the binary in its install script. npm 10 runs it unless told to ignore scripts, as the
  // project's .npmrc does; npm 11 warns, and npm 12 refuses, unless `allowScripts` names the package.
  writeFileSync(manifest, JSON.stringify({ private: true, dependencies, allowScripts: { node: true } }, null, 2));
  npm(['install', '--ignore-scripts=false', '--no-audit', '--no-fund'], { cwd: ownTools, node, env });
};

/** The path of a Node that is new enough: the one running this, or else one of the project's own. */
const ensureNode = () => {
  if (isAtLeast(process.version, leastNode)) return process.execPath;
  const folder = join(ownTools, 'node_modules/node');
  const own = join(folder, 'bin', windows ? 'node.exe' : 'node');
  if (!existsSync(own)) {
    say(`Node ${process.version} is older than ${leastNode}: installing Node 24 into .node/ (yours stays as it is)`);
    installTool('node', '24', { node: process.execPath, env: process.env });
  }
  const { status } = spawnSync(own, ['--version']);
  if (status !== 0) {
    throw new Error(`The Node in ${folder} does not run here. Put Node ${leastNode} or later on PATH, then try again.`);
  }
  return own;
};

/**
 * `npm install --no-save`, not `npm ci`, as tried with npm 10, 11 and 12. The registry the lock file was written from lacks
 * some optional binaries of other systems (oxlint, pagefind, astro's compiler), so the lock file lacks them too. `npm ci` of npm 11
 * and 12 rejects such a lock file; `npm install` takes every version that is locked and fetches the missing binary of this
 * system, from npm 11.6.2 on: an older npm leaves it out without a word, so a newer one is installed beside Node first.
 * `--no-save` keeps npm from rewriting the lock file.
 */
const installDependencies = ({ node, env }) => {
  if (!isAtLeast(npmVersion(), leastNpm)) {
    say(`npm ${npmVersion()} is older than ${leastNpm}: installing npm 11 into .node/ (yours stays as it is)`);
    installTool('npm', '11', { node, env });
  }
  say('installing the dependencies (npm install)');
  npm(['install', '--no-save'], { cwd: root, node, env });
};

const ensureDependencies = ({ node, env }) => {
  const marker = join(root, 'node_modules/.set-up');
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' });
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${version} ${process.platform} ${process.arch}`)
    .digest('hex');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  installDependencies({ node, env });
  writeFileSync(marker, wanted);
};

/** The environment in which that Node and npm come first, and Node runs TypeScript without remarks on its experiments. */
const environment = (node) => {
  const stripsTypes = node !== process.execPath || process.features.typescript;
  const options = [
    process.env.NODE_OPTIONS,
    '--disable-warning=ExperimentalWarning',
    stripsTypes ? undefined : '--experimental-strip-types',
  ];
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_OPTIONS: options.filter(Boolean).join(' ') };
  // Windows calls it Path: write to the name that is there.
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[path] = [dirname(node), join(ownTools, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return env;
};

/** Installs what is missing, and returns the Node to run everything with and the environment to run it in. */
export const setUp = () => {
  const node = ensureNode();
  const env = environment(node);
  ensureDependencies({ node, env });
  return { node, env };
};
