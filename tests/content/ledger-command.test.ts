import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const command = ['--experimental-strip-types', '--no-warnings', path('../../scripts/ledger.mjs')];
let content = '';

const ledger = () => readFileSync(join(content, 'permalinks.json'), 'utf8');
const write = (text: string) => writeFileSync(join(content, 'permalinks.json'), text);
const run = () => execFileSync(process.execPath, [...command, content], { encoding: 'utf8' });

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(path('fixtures/clean'), content, { recursive: true });
});

afterEach(() => rmSync(content, { recursive: true }));

test('the command adds what is new, keeps what was there and is done after one run', () => {
  const complete = ledger();
  const entries = JSON.parse(complete) as Record<string, { anchors: string[] }>;
  const { '/scenarios/disk-full/': _, ...known } = entries;
  known['/faq/memory-limit/']!.anchors = ['log-lines', 'where-to-look'];
  write(JSON.stringify(known));
  expect(run().split('\n')).toEqual([
    'New anchors at /faq/memory-limit/: who-is-killed',
    'New address /scenarios/disk-full/ with the anchors clarify-scope, deleted-but-open, overview',
    'planned.json is up to date.',
    '',
  ]);
  expect(ledger()).toBe(complete);
  expect(run()).toBe('permalinks.json is up to date.\nplanned.json is up to date.\n');
});

test('the command takes an id that has a page now out of the promised ones', () => {
  writeFileSync(join(content, 'planned.json'), '["disk-full", "swap-space"]');
  expect(run()).toContain('No longer only planned: disk-full');
  expect(JSON.parse(readFileSync(join(content, 'planned.json'), 'utf8'))).toEqual(['swap-space']);
});

test('the command takes nothing out of the ledger, even what has no page', () => {
  write('{ "/faq/gone/": { "anchors": ["a"] } }');
  run();
  expect(JSON.parse(ledger())).toHaveProperty(['/faq/gone/'], { anchors: ['a'] });
});

test('the command writes nothing while a file cannot be read', () => {
  write('{');
  const { status, stderr } = spawnSync(process.execPath, [...command, content], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('content/permalinks.json: file: cannot be read');
  expect(ledger()).toBe('{');
});
