import { describe, expect, test } from 'vitest';
import { drawing, pointsAttribute, smallCharts } from '../../../../src/components/drill/small-chart.ts';
import { series } from '../../../../src/study/series.ts';

const chartsOf = (block: string) => smallCharts(series(block)!);

describe('a series of moments', () => {
  const charts = chartsOf(
    [
      'UTC    req/s   p95',
      '10:00  100     40 ms',
      '10:05  50      40 ms',
      '10:20  0       -',
      '10:30  25      80 ms',
    ].join('\n'),
  );

  test('has one chart for each measure, named with its unit', () => {
    expect(charts.map(({ title }) => title)).toEqual(['req/s', 'p95']);
  });

  test('keeps the distances of the moments and the values, from nought to the highest', () => {
    const { width, height, inset } = drawing;
    const [line] = charts[0]!.lines;
    expect(line!.map(({ x }) => x)).toEqual(
      [inset, inset + (width - 2 * inset) / 6, inset + ((width - 2 * inset) * 2) / 3, width - inset].map(
        (x) => Math.round(x * 10) / 10,
      ),
    );
    expect(line!.map(({ y }) => y)).toEqual([
      inset,
      height / 2,
      height - inset,
      height - inset - (height - 2 * inset) / 4,
    ]);
    expect(charts[0]!.baseline).toBe(height - inset);
  });

  test('breaks the line where a number is missing', () => {
    expect(charts[1]!.lines.map((line) => line.length)).toEqual([2, 1]);
  });

  test('says in words what the picture shows', () => {
    expect(charts[1]!.summary).toBe(
      'p95: 40 ms at 10:00, 80 ms at 10:30; lowest 40 ms (10:00), highest 80 ms (10:30).',
    );
    expect([charts[0]!.lowest, charts[0]!.highest]).toEqual(['0', '100']);
  });
});

test('machines become bars, the longest for the highest value', () => {
  const charts = chartsOf(
    [
      'host     errors   load   free',
      'web-1    0        1      5 GiB',
      'web-2    50       1      5 GiB',
      'web-3    200      1      10 GiB',
    ].join('\n'),
  );
  expect(charts[0]!.bars).toEqual([
    { label: 'web-1', cell: '0', length: 0 },
    { label: 'web-2', cell: '50', length: 25 },
    { label: 'web-3', cell: '200', length: 100 },
  ]);
  expect(charts[2]!.summary).toBe('free: web-1 5 GiB, web-2 5 GiB, web-3 10 GiB.');
  expect(charts[0]!.lines).toEqual([]);
});

test('a measure that stays the same is a level line', () => {
  const [chart] = chartsOf(['UTC    up   p50', '10:00  0    3', '10:05  0    3', '10:10  0    3'].join('\n'));
  expect(new Set(chart!.lines[0]!.map(({ y }) => y))).toEqual(new Set([drawing.height / 2]));
});

test('points are written as SVG reads them', () => {
  expect(
    pointsAttribute([
      { x: 4, y: 50 },
      { x: 12.5, y: 4 },
    ]),
  ).toBe('4,50 12.5,4');
});
