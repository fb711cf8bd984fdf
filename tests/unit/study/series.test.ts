import { expect, test } from 'vitest';
import { evidenceBlocks } from '../../../src/study/evidence.ts';
import { series } from '../../../src/study/series.ts';
import { drills } from '../../support/drills.ts';

const lines = (...text: string[]) => text.join('\n');

test('moments down the side give a point a line, at its minute', () => {
  const block = lines(
    'UTC     req/s    p95      errors',
    '09:00   1,200    80 ms    0.1 %',
    '09:05   1,150    90 ms    0.2 %     after the deploy',
    '09:30     900    1.2 s    -4 %',
  );
  expect(series(block)).toEqual({
    kind: 'time',
    axis: 'UTC',
    columns: [
      { name: 'req/s', unit: '' },
      { name: 'p95', unit: 's' },
      { name: 'errors', unit: '%' },
    ],
    rows: [
      { label: '09:00', at: 540, values: [1200, 0.08, 0.1], cells: ['1,200', '80 ms', '0.1 %'] },
      {
        label: '09:05',
        at: 545,
        values: [1150, 0.09, 0.2],
        cells: ['1,150', '90 ms', '0.2 %'],
        note: 'after the deploy',
      },
      { label: '09:30', at: 570, values: [900, 1.2, -4], cells: ['900', '1.2 s', '-4 %'] },
    ],
    leftOut: [],
  });
});

test('moments in the heading give a point a column; gaps stay gaps, and what is left out is named', () => {
  const block = lines(
    'free, GiB    00:00   01:00   02:00   now',
    'a-01          22.4    22.3    22.1   22',
    'a-02          22.6    10.5    (boot)  5',
    'a-03, a-04   22 - 23, flat',
    'all hosts in use 0.1   0.2     0.3    0.4',
  );
  expect(series(block)).toMatchObject({
    kind: 'time',
    axis: 'free, GiB',
    columns: [{ name: 'a-01' }, { name: 'all hosts in use' }],
    rows: [
      { label: '00:00', at: 0, values: [22.4, 0.1] },
      { label: '01:00', at: 60, values: [22.3, 0.2] },
      { label: '02:00', at: 120, values: [22.1, 0.3] },
    ],
    leftOut: ['now', 'a-02', 'a-03, a-04'],
  });
});

test('a measure may have a gap in three of its values, not more', () => {
  const table = (...last: string[]) =>
    lines('UTC    a    b', ...['1', '2', '3', ...last].map((value, index) => `0${index}:00  ${index}    ${value}`));
  expect(series(table('(boot)'))?.rows.at(-1)?.values).toEqual([3, undefined]);
  expect(series(table('(boot)', '(boot)'))).toBeUndefined();
});

test('days, and minutes that the heading counts, are moments too', () => {
  const down = (heading: string, ...labels: string[]) =>
    series(lines(`${heading}    kills`, ...labels.map((label, index) => `${label}    ${index}`)))?.rows.map(
      ({ at }) => at!,
    );
  const [first, second, third] = down('day', 'Thu 29 Oct', 'Tue 3 Nov', '12 Nov')!;
  expect([second! - first!, third! - second!]).toEqual([5 * 1440, 9 * 1440]);
  expect(down('day', '2026-11-01', '2026-11-02', '2026-11-04')).toHaveLength(3);
  expect(down('minutes after', '0', '3', '6')).toEqual([0, 3, 6]);
  expect(down('size', '0', '3', '6')).toBeUndefined();
});

test('hosts give a point each when three measures or more are there for all of them', () => {
  const block = lines(
    'pod          uptime    threads   open-files',
    'k8ntr (B)    49 m      9         202',
    't4szc (B)    5 h 16 m  9         736',
    'w9c5j (A)    6 d 4 h   9         17,864',
  );
  expect(series(block)).toMatchObject({
    kind: 'hosts',
    columns: [{ unit: 's' }, { unit: '' }, { unit: '' }],
    rows: [{ values: [2940, 9, 202] }, { values: [18_960, 9, 736] }, { values: [532_800, 9, 17_864] }],
  });
  expect(series(block.replaceAll(/ +\S+$/gm, ''))).toBeUndefined();
});

test.each([
  ['two moments', lines('UTC    a', '09:00  1', '09:05  2')],
  ['moments that go back', lines('UTC    a', '23:50  1', '23:55  2', '00:00  3')],
  [
    'a column of words',
    lines('date         host    time', '29 Oct       a-02    1', ' 3 Nov       a-04    2', '12 Nov       a-02    3'),
  ],
  ['a column of other units', lines('UTC    a', '09:00  1 MiB', '09:05  2 GiB', '09:10  3 GiB')],
  ['a unit that nobody knows', lines('UTC    a', '09:00  1 apple', '09:05  2 apple', '09:10  3 apple')],
  ['one number too many', lines('UTC    a', '09:00  1', '09:05  2    7', '09:10  3')],
  ['a missing cell', lines('UTC    a    b', '09:00  1    2', '09:05  2', '09:10  3    4')],
  ['a single measure across', lines('free    09:00   09:05   09:10', 'a-01    1   2   3')],
  [
    'more words than measures across',
    lines('free    09:00   09:05   09:10', 'a-01    1   2   3', 'a-02    1   2   3', 'x', 'y', 'z'),
  ],
  ['a list of events', lines('03:40   app 7.3.0', '04:00   backup starts', '07:30   CDN rule')],
  [
    'names that are no hosts',
    lines('region    p50   p95   p99', 'EU    1   2   3', 'US    1   2   3', 'APAC    1   2   3'),
  ],
  ['a command', lines('$ free -m', '       total    used', 'Mem:   64299    59077')],
  ['nothing', ''],
])('when in doubt there is no series: %s', (_, block) => {
  expect(series(block)).toBeUndefined();
});

const drawn = drills.flatMap(({ id, drill }) =>
  drill.actions.flatMap((action) =>
    [action.result, action.resultAfterMitigation ?? '']
      .flatMap(evidenceBlocks)
      .filter(({ kind }) => kind !== 'prose')
      .flatMap(({ text }) => {
        const found = series(text);
        return found ? [{ name: `${id} ${action.id}`, text, found }] : [];
      }),
  ),
);

test('of all that the drills show, these are drawn', () => {
  const summary = drawn.map(({ name, found }) => `${name}: ${found.columns.length} by ${found.rows.length}`);
  expect(summary).toEqual([
    'app-terminates count-descriptors: 4 by 4',
    'host-oom host-metrics: 3 by 5',
    'latency-regression plot-percentiles: 5 by 6',
    'service-not-responding pool-metrics: 4 by 5',
    'silent-outage edge-handshakes: 3 by 4',
    'slow-subset shift-fra: 2 by 3',
    'sporadic-errors zoom-in: 6 by 5',
  ]);
});

test('what is drawn stands in the block, cell by cell', () => {
  for (const { text, found } of drawn) {
    const words = text.replaceAll(/\s+/g, ' ');
    for (const { label, cells, values } of found.rows) {
      expect(words).toContain(label);
      expect(cells).toHaveLength(found.columns.length);
      cells.forEach((cell, index) => {
        expect(words).toContain(cell);
        if (!found.columns[index]!.unit.startsWith('s'))
          expect(values[index]).toBe(
            /^\d/.test(cell) ? Number(/^[\d.,]+/.exec(cell)![0].replaceAll(',', '')) : undefined,
          );
      });
    }
  }
});

test('memory that falls and a line that ends in a reboot are drawn as they are', () => {
  const { found } = drawn.find(({ name }) => name === 'host-oom host-metrics')!;
  expect(found.columns.map(({ name }) => name)).toEqual(['tile-01', 'tile-02', 'tile-04']);
  expect(found.rows.map(({ values }) => values[2])).toEqual([22.3, 22.2, 11.3, 0.4, undefined]);
  expect(found.leftOut).toEqual(['now', 'tile-03, 05, 06']);
});
