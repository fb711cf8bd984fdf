import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findings, report, type Finding } from '../../src/guide/check.ts';
import { drillMistakes } from '../../src/guide/checks/drill-mistakes.ts';
import { withAdditions } from '../../src/guide/ledger.ts';
import { publishedAddresses } from '../../src/guide/published-addresses.ts';
import { readGuide } from '../../src/guide/read-guide.ts';

const path = (relative: string) => fileURLToPath(new URL(`fixtures/${relative}`, import.meta.url));
const sound = readFileSync(path('drills/disk-full.yaml'), 'utf8');

/** A mistake: which words of the sound drill it replaces by what, and what must be said of it. */
interface Mistake {
  changes: { replace: string; by: string }[];
  /** The file's name, where it is not that of the scenario. */
  file?: string;
  expected: string;
}

const names = readdirSync(path('drills/mistakes')).map((file) => file.replace(/\.yaml$/, ''));
const mistake = (name: string) => parse(readFileSync(path(`drills/mistakes/${name}.yaml`), 'utf8')) as Mistake;

const root = mkdtempSync(join(tmpdir(), 'drills-'));

beforeEach(() => {
  rmSync(root, { recursive: true });
  cpSync(path('clean'), root, { recursive: true });
  mkdirSync(join(root, 'drills'));
});

afterAll(() => rmSync(root, { recursive: true }));

function findingsOf(drill: string, file = 'disk-full.yaml'): Finding[] {
  writeFileSync(join(root, 'drills', file), drill);
  const guide = readGuide(root);
  if (guide.unreadable.length > 0) return guide.unreadable;
  const ledger = withAdditions(guide.ledger, publishedAddresses(guide.entries));
  return findings(guide.entries, { ...guide, ledger });
}

function planted(name: string): Finding[] {
  const { changes, file } = mistake(name);
  const drill = changes.reduce((text, { replace, by }) => {
    expect(text.split(replace), `"${replace}" stands once in the sound drill`).toHaveLength(2);
    return text.replace(replace, () => by);
  }, sound);
  return findingsOf(drill, file);
}

test('a sound drill is read, and gives no finding', () => {
  expect(report(findingsOf(sound))).toBe('');
  expect(readGuide(root).entries.filter(({ collection }) => collection === 'drills')).toHaveLength(1);
});

describe('a planted mistake is caught, and nothing else is said', () => {
  test.each(names)('%s', (name) => {
    const { expected } = mistake(name);
    expect(expected.trim()).not.toBe('');
    expect(report(planted(name))).toBe(expected.trim());
  });
});

test('every kind of mistake that only a drill can have is planted', () => {
  const found = new Set(names.flatMap((name) => planted(name).map(({ rule }) => rule)));
  expect(Object.keys(drillMistakes).filter((rule) => !found.has(rule as Finding['rule']))).toEqual([]);
});

test('a page among the drills is a stray file', () => {
  expect(report(findingsOf(sound, 'disk-full.mdx'))).toBe(
    'content/drills/disk-full.mdx: file name: is not read by anything. ' +
      'A drill is a file directly in its folder whose name ends in ".yaml"; move or rename it.',
  );
});
