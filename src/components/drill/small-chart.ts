import type { Series } from '../../study/series.ts';

/** The drawing area of a small chart, in units of its own; the line stays `inset` away from the edges. */
export const drawing = { width: 180, height: 54, inset: 4 } as const;

/** One measure of a series, ready to be drawn. */
export interface SmallChart {
  title: string;
  /** What the picture shows, for those who do not see it. */
  summary: string;
  lowest: string;
  highest: string;
  /** Where the points are in the drawing area; points beside a gap begin a new line. */
  lines: readonly (readonly Point[])[];
  /** Where the value nought is, when the values lie on one side of it. */
  baseline: number | undefined;
  /** The machines with the length of their bars, of 100; only for a series of machines. */
  bars: readonly { label: string; cell: string; length: number }[];
}

export interface Point {
  x: number;
  y: number;
}

const rounded = (value: number) => Math.round(value * 10) / 10;

const scale = (value: number, from: number, to: number, start: number, end: number) =>
  rounded(to === from ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start));

/** The charts of a series, one for each measure. Each has a scale of its own, which includes nought, so that small changes look small. */
export function smallCharts({ kind, columns, rows }: Series): SmallChart[] {
  const { width, height, inset } = drawing;
  return columns.map(({ name, unit }, column) => {
    const points = rows.flatMap(({ label, at, values, cells }, index) => {
      const value = values[column];
      return value === undefined ? [] : [{ index, label, at: at ?? index, value, cell: cells[column]! }];
    });
    const byValue = points.toSorted((a, b) => a.value - b.value);
    const [lowest, highest] = [byValue[0]!, byValue.at(-1)!];
    const [first, last] = [points[0]!, points.at(-1)!];
    const [bottom, top] = [Math.min(0, lowest.value), Math.max(0, highest.value)];
    const moments = rows.map(({ at }, index) => at ?? index);
    const y = (value: number) => scale(value, bottom, top, height - inset, inset);

    const lines: Point[][] = [];
    for (const [place, { index, at, value }] of points.entries()) {
      const point = { x: scale(at, moments[0]!, moments.at(-1)!, inset, width - inset), y: y(value) };
      if (place > 0 && points[place - 1]!.index === index - 1) lines.at(-1)!.push(point);
      else lines.push([point]);
    }

    const title =
      name +
      (unit !== '' && !name.includes(unit) && points.every(({ cell }) => !cell.endsWith(unit)) ? `, ${unit}` : '');
    const range = `lowest ${lowest.cell} (${lowest.label}), highest ${highest.cell} (${highest.label})`;
    return {
      title,
      summary:
        kind === 'time'
          ? `${title}: ${first.cell} at ${first.label}, ${last.cell} at ${last.label}; ${range}.`
          : `${title}: ${points.map(({ label, cell }) => `${label} ${cell}`).join(', ')}.`,
      lowest: lowest.cell,
      highest: highest.cell,
      lines: kind === 'time' ? lines : [],
      baseline: bottom === 0 || top === 0 ? y(0) : undefined,
      bars:
        kind === 'hosts'
          ? points.map(({ label, cell, value }) => ({
              label,
              cell,
              length: scale(Math.abs(value), 0, Math.max(top, -bottom), 0, 100),
            }))
          : [],
    };
  });
}

/** A line as the value of an SVG `points` attribute. */
export const pointsAttribute = (line: readonly Point[]): string => line.map(({ x, y }) => `${x},${y}`).join(' ');
