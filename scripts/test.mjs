// `npm test`, and with --full `npm run test:full`: the steps below in their order, each whatever became of those before.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { buildSite, isBuilt } from './build.mjs';
import { closingLine, fail, pass, skip, sum, vitestCounts } from './counts.mjs';
import { commandPath, installPackages } from './debian.mjs';
import { root, run } from './processes.mjs';

const full = process.argv.includes('--full');

/** What is tested is the site with its own defaults, whoever runs it. */
for (const name of ['SITE_URL', 'BASE_PATH', 'REPOSITORY_URL']) delete process.env[name];
process.env.PATH += process.platform === 'win32' ? '' : ':/usr/sbin:/sbin';
if (full) process.env.FULL = '1';

/** A step that passes when the tool exits with 0. */
const tool =
  (name, ...args) =>
  async () => {
    const { code } = await run(name, args);
    return code === 0 ? pass() : fail(`"${[name, ...args].join(' ')}" ended with exit code ${code}`);
  };

const vitest = async (project) => {
  const report = join(root, `.cache/tests/${project}.json`);
  rmSync(report, { force: true });
  const { code } = await run('vitest', ['run', '--config', 'tests/vitest.config.ts', '--project', project], {
    env: { ...process.env, TEST_REPORT: report },
  });
  return vitestCounts(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
};

const tests = (project) => () => vitest(project);

let built = false;

const build = async () => {
  const { code, warnings } = await buildSite();
  built = code === 0;
  if (!built) return fail(`"astro build" ended with exit code ${code}`);
  return warnings.length === 0 ? pass() : fail(['the build warns:', ...warnings].join('\n      '));
};

/** What a full run needs of the site: it is built again only if it is not current. */
const currentBuild = async () => {
  built = isBuilt();
  if (!built) return build();
  console.log('The site in dist/ is up to date.');
  return sum([]);
};

const testsOfSite = (project) => async () =>
  built ? vitest(project) : fail('not run, for the build failed and there is no site to look at');

const testsInBrowser = (project) => async () => {
  if (!built) return testsOfSite(project)();
  const browser = await ensureBrowser();
  if ('reason' in browser) return skip(`all of them, for ${browser.reason}`);
  process.env.CHROMIUM_PATH = browser.path;
  return vitest(project);
};

/** Installs the programs of the machine that the full checks of samples call. A check whose program is missing skips itself. */
const programs = async () => {
  const { fullChecks } = await import('../tests/samples/full-checks.ts');
  const packageOf = new Map(fullChecks.flatMap(({ needs }) => Object.entries(needs)));
  const missing = [...packageOf.keys()].filter((command) => !commandPath(command));
  const packages = [...new Set(missing.map((command) => packageOf.get(command)))];
  const reason = packages.length > 0 ? installPackages(packages) : undefined;
  return reason ? skip(`installing ${packages.join(', ')}: ${reason}`) : sum([]);
};

const steps = full
  ? {
      programs,
      build: currentBuild,
      samples: tests('samples'),
      site: testsOfSite('site'),
      'browser tests': testsInBrowser('e2e'),
    }
  : {
      format: tool('prettier', '--check', '.'),
      lint: tool('oxlint', '--deny-warnings'),
      types: tool('astro', 'check', '--minimumFailingSeverity', 'warning'),
      unit: tests('unit'),
      content: tests('content'),
      samples: tests('samples'),
      build,
      site: testsOfSite('site'),
      'browser tests': testsInBrowser('e2e'),
    };

const results = [];
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const counts = await step().catch((error) => fail(error.message));
  results.push({ name, counts, seconds: ((performance.now() - start) / 1000).toFixed(1) });
}

const list = (title, kind) => {
  const lines = results.flatMap(({ name, counts }) => counts[kind].map((reason) => `    ${name}: ${reason}`));
  if (lines.length > 0) console.log([`\n${title}`, ...lines].join('\n'));
};

console.log('\n── summary');
for (const { name, counts, seconds } of results) {
  console.log(`  ${name.padEnd(14)} ${closingLine(counts)} (${seconds} s)`);
}
list('  Skipped', 'skips');
list('  Failed', 'failures');

const total = sum(results.map(({ counts }) => counts));
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
