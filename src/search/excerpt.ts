/** A heading that can be linked to. */
export interface Anchor {
  id: string;
  text: string;
  /** Which word of the text it begins at, counted from 0. */
  position: number;
}

/** A piece of an excerpt; what matches the query is marked. */
export interface Segment {
  text: string;
  isMatch: boolean;
}

export interface Excerpt {
  segments: Segment[];
  /** The section in which the matching words stand, unless the title of the page has them all. */
  section?: Anchor;
}

/** About three lines of a result. */
export const mostWordsShown = 36;

const endOfSentence = /[.!?][)\]"'”’]*$/u;
const abbreviation = /^[("“]*(?:e\.g|i\.e|vs|cf|approx|incl|no)\.$/i;

/** The words of a text, as the index counts them: its positions are indexes into this list. */
export const wordsOf = (text: string): string[] => text.split(/[^\S\uFEFF]+/u);

interface Span {
  start: number;
  end: number;
}

const sentences = (words: readonly string[], from: number, anchors: readonly Anchor[]): Span[] => {
  const starts = new Set(anchors.map(({ position }) => position));
  const spans: Span[] = [];
  let start = from;
  for (let end = from + 1; end <= words.length; end++) {
    const last = words[end - 1]!;
    const isEnd = end === words.length || starts.has(end) || (endOfSentence.test(last) && !abbreviation.test(last));
    if (!isEnd) continue;
    spans.push({ start, end });
    start = end;
  }
  return spans;
};

/** The part of a long sentence that has the most words of the query, with a few words before the first of them. */
const window = ({ start, end }: Span, matches: ReadonlyMap<number, ReadonlySet<number>>): Span => {
  if (end - start <= mostWordsShown) return { start, end };
  const latest = end - mostWordsShown;
  const first = [...matches.keys()].filter((position) => position >= start && position < end);
  const windows = [start, ...first.map((position) => Math.min(Math.max(start, position - 4), latest))].map((from) => ({
    start: from,
    end: from + mostWordsShown,
  }));
  return windows.reduce((best, next) => (matched(next, matches).size > matched(best, matches).size ? next : best));
};

const matched = ({ start, end }: Span, matches: ReadonlyMap<number, ReadonlySet<number>>): Set<number> => {
  const found = new Set<number>();
  for (let position = start; position < end; position++) {
    for (const word of matches.get(position) ?? []) found.add(word);
  }
  return found;
};

/** How many words at the beginning of the text are the title of the page. */
const titleLength = (words: readonly string[], title: string): number => {
  const titleWords = wordsOf(title.trim());
  const isTitle = titleWords.every((word, index) => words[index]?.replace(/\.$/, '') === word.replace(/\.$/, ''));
  return isTitle ? titleWords.length : 0;
};

const segments = (words: readonly string[], { start, end }: Span, matches: ReadonlyMap<number, unknown>): Segment[] => {
  const pieces: Segment[] = [];
  const add = (text: string, isMatch: boolean) => {
    const last = pieces.at(-1);
    if (last && last.isMatch === isMatch) last.text += text;
    else pieces.push({ text, isMatch });
  };
  for (let position = start; position < end; position++) {
    // Quotation marks and full stops around a word are not part of the match.
    const [, before = '', core = '', after = ''] =
      /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(words[position]!) ?? [];
    if (position > start) add(' ', false);
    if (!matches.has(position) || core === '') add(words[position]!, false);
    else {
      if (before) add(before, false);
      add(core, true);
      if (after) add(after, false);
    }
  }
  return pieces;
};

/**
 * The sentence of a page that has the most words of a query, the first of equals, and the section it stands in.
 * `positions` holds, for each word of the query, where it is in the text. A heading stands for the sentence that follows
 * it; the title is never shown, because a result shows it anyway.
 */
export const excerpt = (
  page: { text: string; title: string; anchors: readonly Anchor[] },
  positions: readonly (readonly number[])[],
): Excerpt => {
  const words = wordsOf(page.text);
  const anchors = page.anchors.toSorted((a, b) => a.position - b.position);
  const title = titleLength(words, page.title);
  const matches = new Map<number, Set<number>>();
  positions.forEach((places, word) => {
    for (const place of places) matches.set(place, (matches.get(place) ?? new Set()).add(word));
  });

  const spans = sentences(words, title, anchors);
  const headings = new Set(anchors.map(({ position }) => position));
  let best: { span: Span; size: number } | undefined;
  for (const [index, sentence] of spans.entries()) {
    const span = window(sentence, matches);
    const size = matched(span, matches).size;
    if (best && size <= best.size) continue;
    const next = spans[index + 1];
    const hasBody = headings.has(sentence.start) && next && !headings.has(next.start);
    best = { span: hasBody ? window(next, matches) : span, size };
  }
  if (!best || words[best.span.start] === '') return { segments: [] };

  const { span } = best;
  const inTitle = matched({ start: 0, end: title }, matches);
  const inText = new Set([...matches.values()].flatMap((found) => [...found]));
  const section = anchors.findLast(({ position }) => position <= span.start);
  const pieces = segments(words, span, matches);
  if (span.start > title && !spans.some(({ start }) => start === span.start))
    pieces.unshift({ text: '… ', isMatch: false });
  if (!spans.some(({ end }) => end === span.end)) pieces.push({ text: ' …', isMatch: false });
  const isAboutSection = section && best.size > 0 && inTitle.size < inText.size;
  return isAboutSection ? { segments: pieces, section } : { segments: pieces };
};
