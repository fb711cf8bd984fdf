import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findings, report, type Finding } from '../../src/guide/check.ts';
import { mistakes } from '../../src/guide/checks/mistakes.ts';
import { readGuide, type Guide } from '../../src/guide/read-guide.ts';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));
const site = 'https://interview-runbook.example';

const findingsOf = (guide: Guide): Finding[] =>
  guide.unreadable.length > 0 ? guide.unreadable : findings(guide.entries, { ...guide, site });

const clean = readGuide(join(fixtures, 'clean'));

/** The clean guide with the files of a mistake put over its own. */
function guideWith(name: string): Guide {
  const root = join(fixtures, 'mistakes', name);
  const mistake = readGuide(root);
  const has = (file: string) => existsSync(join(root, file));
  const isReplaced = ({ file }: { file: string }) => has(file.replace(/^content\//, ''));
  return {
    entries: [...clean.entries.filter((entry) => !isReplaced(entry)), ...mistake.entries],
    planned: has('planned.json') ? mistake.planned : clean.planned,
    ledger: has('permalinks.json') ? mistake.ledger : clean.ledger,
    unreadable: mistake.unreadable,
  };
}

const names = readdirSync(join(fixtures, 'mistakes'));

test('a guide without mistakes gives no finding', () => {
  expect(clean.entries).toHaveLength(4);
  expect(report(findingsOf(clean))).toBe('');
});

describe('a planted mistake is caught, and nothing else is said', () => {
  test.each(names)('%s', (name) => {
    const expected = readFileSync(join(fixtures, 'mistakes', name, 'expected.txt'), 'utf8').trim();
    expect(expected).not.toBe('');
    expect(report(findingsOf(guideWith(name)))).toBe(expected);
  });
});

test('every kind of mistake has been planted', () => {
  const planted = new Set(names.flatMap((name) => findingsOf(guideWith(name)).map(({ rule }) => rule)));
  expect(Object.keys(mistakes).filter((rule) => !planted.has(rule as Finding['rule']))).toEqual([]);
});
