/** Numbers of a block that may be drawn. */
export interface Series {
  /** Whether its points are moments or machines. */
  kind: 'time' | 'hosts';
  /** The heading over the labels of the points. */
  axis: string;
  /** The measures: one line or one set of bars each. Units differ, so each needs a scale of its own. */
  columns: readonly { name: string; unit: string }[];
  /** The points, one for each moment or machine, in order. */
  rows: readonly SeriesRow[];
  /** What the block holds and the series does not: the text stays the whole truth. */
  leftOut: readonly string[];
}

export interface SeriesRow {
  label: string;
  /** Minutes on a common clock; only with moments. They are seldom evenly spaced. */
  at?: number;
  /** One for each column, in its unit; `undefined` where the block has no number. */
  values: readonly (number | undefined)[];
  /** The same as they stand in the block. */
  cells: readonly string[];
  /** What the block says beside the numbers of this point. */
  note?: string;
}

const fewestPoints = 3;
const fewestHostColumns = 3;

/** Gaps up to this share of a measure leave a line that can be read. */
const mostGaps = 1 / 3;

const seconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86_400 };

const plainUnits = new Set(['', '%', 'KiB', 'MiB', 'GiB', 'TiB', 'kB', 'MB', 'GB', 'TB', 'K', 'M', 'G', 'req/s', '/s']);

const isUnit = (unit: string) => plainUnits.has(unit) || unit in seconds;

const number = String.raw`[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const closeNumber = new RegExp(`^(.*\\S) (${number})$`);
const quantity = new RegExp(`^(${number}) ?([%A-Za-z/]*)$`);
const duration = /^(?:\d+ ?[dhms])(?: \d+ ?[dhms])+$/;

interface Quantity {
  value: number;
  unit: string;
}

const exact = (value: number) => Math.round(value * 1e6) / 1e6;

/** `3,816 ms`, `-82 %`, `5 h 16 m`; `undefined` for anything that says more or less than one number. */
function quantityIn(cell: string): Quantity | undefined {
  if (duration.test(cell)) {
    const parts = [...cell.matchAll(/(\d+) ?([dhms])/g)];
    return { value: parts.reduce((sum, [, value, unit]) => sum + Number(value) * seconds[unit!]!, 0), unit: 's' };
  }
  const [, value, unit = ''] = quantity.exec(cell) ?? [];
  return value === undefined || !isUnit(unit) ? undefined : { value: Number(value.replaceAll(',', '')), unit };
}

/** Numbers in one unit, or `undefined` when they have none in common or there are too few. */
function measure(cells: readonly string[]): { unit: string; values: (number | undefined)[] } | undefined {
  const found = cells.map(quantityIn);
  const numbers = found.filter((one) => one !== undefined);
  if (numbers.length < fewestPoints || cells.length - numbers.length > cells.length * mostGaps) return undefined;
  const units = new Set(numbers.map(({ unit }) => unit));
  const [unit = ''] = units;
  if (units.size === 1) return { unit, values: found.map((one) => one?.value) };
  if ([...units].some((unit) => !(unit in seconds))) return undefined;
  return { unit: 's', values: found.map((one) => one && exact(one.value * seconds[one.unit]!)) };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const calendar = /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(\d{1,2}) ([A-Z][a-z]{2})$/;
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

type Moments = (label: string) => number | undefined;

const clockMinutes: Moments = (label) => {
  const [, hours, minutes, seconds = '0'] = clock.exec(label) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
};

const isoMinutes: Moments = (label) => (isoDay.test(label) ? Date.parse(label) / 60_000 : undefined);

/** Days of a year that nobody wrote: only their distances matter, and a leap year has them all. */
const calendarMinutes: Moments = (label) => {
  const [, day, month = ''] = calendar.exec(label) ?? [];
  return day === undefined || !months.includes(month)
    ? undefined
    : Date.UTC(2000, months.indexOf(month), Number(day)) / 60_000;
};

const countedMinutes: Moments = (label) => (/^\d+$/.test(label) ? Number(label) : undefined);

const isRising = (moments: readonly number[]) => moments.every((at, index) => index === 0 || at > moments[index - 1]!);

/** The moments that labels stand for, all of one kind and in order; `undefined` where a label is none. */
function moments(labels: readonly string[], heading: string): (number | undefined)[] | undefined {
  const kinds = [clockMinutes, isoMinutes, calendarMinutes, ...(/\bminutes?\b/i.test(heading) ? [countedMinutes] : [])];
  return kinds
    .map((minutes) => labels.map(minutes))
    .find((found) => {
      const known = found.filter((at) => at !== undefined);
      return known.length >= fewestPoints && isRising(known);
    });
}

/** `tile-02`, `k8ntr (B)`: one word with a digit in it. */
const host = /^(?=\S*\d)[a-z][\w.-]*(?: \([^)]*\))?$/;

/** Cells stand at least two spaces apart. */
const cellsOf = (line: string) => line.trim().split(/ {2,}/);

/** A point a line; one cell more than the heading is a note. */
function pointsDown(heading: readonly string[], lines: readonly string[][]): Series | undefined {
  const [axis = '', ...names] = heading;
  if (names.length === 0 || lines.length < fewestPoints) return undefined;
  const isNote = (cells: readonly string[]) => cells.length === heading.length + 1 && !quantityIn(cells.at(-1)!);
  if (!lines.every((cells) => cells.length === heading.length || isNote(cells))) return undefined;

  const labels = lines.map(([label = '']) => label);
  const at = moments(labels, axis);
  const isOfTime = at !== undefined && at.every((moment) => moment !== undefined);
  if (!isOfTime && !(labels.every((label) => host.test(label)) && names.length >= fewestHostColumns)) return undefined;

  const measures = names.map((_, index) => measure(lines.map((cells) => cells[index + 1]!)));
  if (!measures.every((one) => one !== undefined)) return undefined;
  return {
    kind: isOfTime ? 'time' : 'hosts',
    axis,
    columns: names.map((name, index) => ({ name, unit: measures[index]!.unit })),
    rows: lines.map((cells, row) => ({
      label: labels[row]!,
      ...(isOfTime && { at: at[row]! }),
      values: measures.map(({ values }) => values[row]),
      cells: cells.slice(1, heading.length),
      ...(cells.length > heading.length && { note: cells.at(-1)! }),
    })),
    leftOut: [],
  };
}

/** A line as its label and its last cells; a label may come so close to its first number that one space divides them. */
function labelled(cells: readonly string[], points: number): { name: string; cells: readonly string[] } {
  const [first = '', ...rest] = cells;
  const [, name, close] = rest.length === points - 1 ? (closeNumber.exec(first) ?? []) : [];
  if (name !== undefined && close !== undefined) return { name, cells: [close, ...rest] };
  const labels = Math.max(1, cells.length - points);
  return { name: cells.slice(0, labels).join(' '), cells: cells.slice(labels) };
}

/** A point a column, its moments in the heading; each line is a measure. */
function pointsAcross(heading: readonly string[], lines: readonly string[][]): Series | undefined {
  const [axis = '', ...labels] = heading;
  const at = moments(labels, '');
  if (!at) return undefined;
  const points = labels.flatMap((label, index) => {
    const moment = at[index];
    return moment === undefined ? [] : [{ label, index, at: moment }];
  });
  const read = lines.map((line) => {
    const { name, cells } = labelled(line, labels.length);
    const shown = points.map(({ index }) => cells[index] ?? '');
    return { name, shown, measure: cells.length === labels.length ? measure(shown) : undefined };
  });
  const measures = read.flatMap(({ name, shown, measure }) => (measure ? [{ name, shown, ...measure }] : []));
  if (measures.length < 2 || measures.length * 2 < lines.length) return undefined;

  return {
    kind: 'time',
    axis,
    columns: measures.map(({ name, unit }) => ({ name, unit })),
    rows: points.map(({ label, at }, row) => ({
      label,
      at,
      values: measures.map(({ values }) => values[row]),
      cells: measures.map(({ shown }) => shown[row]!),
    })),
    leftOut: [
      ...labels.filter((_, index) => at[index] === undefined),
      ...read.filter(({ measure }) => !measure).map(({ name }) => name),
    ],
  };
}

/**
 * The numbers of a fenced block: of its first paragraph that is a table of measures by moment or by host; `undefined` when
 * there is any doubt, because a wrong chart is worse than none.
 */
export function series(block: string): Series | undefined {
  for (const paragraph of block.split(/\n\s*\n/)) {
    const [heading, ...lines] = paragraph
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(cellsOf);
    const found = heading && (pointsDown(heading, lines) ?? pointsAcross(heading, lines));
    if (found) return found;
  }
  return undefined;
}
