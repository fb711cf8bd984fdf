import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceBlocks } from '../../../src/study/evidence.ts';
import { drills } from '../../support/drills.ts';

const fenced = (text: string, language = '') => `\`\`\`${language}\n${text}\n\`\`\`\n`;
const kindOf = (text: string) => evidenceBlocks(fenced(text))[0]?.kind;

test('a result comes apart into prose and fenced blocks, in order', () => {
  expect(
    evidenceBlocks(`Before.\n\nStill before.\n${fenced('$ uptime')}Between.\n${fenced('a: 1')}\nAfter.\n`),
  ).toEqual([
    { kind: 'prose', text: 'Before.\n\nStill before.' },
    { kind: 'terminal', text: '$ uptime' },
    { kind: 'prose', text: 'Between.' },
    { kind: 'code', text: 'a: 1' },
    { kind: 'prose', text: 'After.' },
  ]);
});

test('a block keeps its spaces, its empty lines and the language of its fence', () => {
  expect(evidenceBlocks(fenced('  a\n\n    b', 'sql title="x"'))).toEqual([
    { kind: 'code', text: '  a\n\n    b', language: 'sql' },
  ]);
});

test('a fence that is never closed runs to the end, and backticks in a line are no fence', () => {
  expect(evidenceBlocks('See `a` and ```b```.\n```\n$ uptime\nup')).toEqual([
    { kind: 'prose', text: 'See `a` and ```b```.' },
    { kind: 'terminal', text: '$ uptime\nup' },
  ]);
});

test('nothing gives nothing', () => {
  expect(evidenceBlocks('')).toEqual([]);
  expect(evidenceBlocks('\n```\n```\n')).toEqual([]);
});

test.each([
  ['a prompt', '$ df -h\nFilesystem  Size', 'terminal'],
  ['the prompt of a host', 'edge-2$ ping -c 1 203.0.113.77\n1 received', 'terminal'],
  ['the prompts of root', '# systemctl stop x\n# umount /mnt', 'terminal'],
  ['a single comment', '# from the chart\nreplicas: 6', 'code'],
  ['a price', 'cost\n$5 a month', 'code'],
  ['times of day', '12:40:31 INFO  a\n12:40:33.114 WARN  b', 'log'],
  ['kernel time stamps', '[1381012.118824] x\n[1381012.119316] y\n   more', 'log'],
  ['ISO times', '2026-11-17T05:12:38Z a\n2026-11-17T05:12:41Z b', 'log'],
  ['levels', 'DEBUG a\nCRIT  b', 'log'],
  ['columns', 'route   p50\n/a      1 ms', 'table'],
  ['times in a column', '03:40   deploy\n04:00   backup', 'table'],
  ['a diff', '# config.yaml      merged\n-  MAX: "20"\n+  MAX: "10"  # half', 'code'],
  ['a query plan', 'Limit  (cost=1)\n  ->  Sort  (rows=2)\n        ->  Scan  (rows=3)', 'code'],
])('a block looks like what it shows: %s', (_, text, kind) => {
  expect(kindOf(text)).toBe(kind);
});

test('whatever is written, every line stands in one block, in order', () => {
  const line = fc.constantFrom('', 'Prose.', '$ a', '| b', '``` c ```', '  indented', '```', '```sh');
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const read = evidenceBlocks(lines.join('\n')).flatMap(({ text }) => text.split('\n'));
      const bare = (texts: string[]) =>
        texts.map((text) => text.trim()).filter((text) => text && !/^```\w*$/.test(text));
      expect(bare(read)).toEqual(bare(lines));
    }),
  );
});

describe.each(drills)('$id', ({ drill }) => {
  const results = drill.actions.flatMap(({ result, resultAfterMitigation = '' }) => [result, resultAfterMitigation]);

  test('no fence is left in the prose', () => {
    const prose = results.flatMap(evidenceBlocks).filter(({ kind }) => kind === 'prose');
    expect(prose.filter(({ text }) => text.includes('```'))).toEqual([]);
  });
});

test('what the drills show is taken for what it is', () => {
  const kind = (id: string, action: string) => {
    const { drill } = drills.find((found) => found.id === id)!;
    return evidenceBlocks(drill.actions.find((found) => found.id === action)!.result).map(({ kind }) => kind);
  };
  expect(kind('app-terminates', 'exit-status')).toEqual(['terminal']);
  expect(kind('app-terminates', 'debug-one-pod')).toEqual(['prose', 'log']);
  expect(kind('host-oom', 'read-console')).toEqual(['log', 'prose']);
  expect(kind('host-oom', 'move-spool')).toEqual(['terminal', 'prose']);
  expect(kind('latency-regression', 'plot-percentiles')).toEqual(['table']);
  expect(kind('latency-regression', 'explain-both')).toEqual(['code']);
  expect(kind('service-not-responding', 'diff-config')).toEqual(['code', 'prose']);
  expect(kind('slow-subset', 'capture-edge')).toEqual(['terminal', 'prose']);
});
