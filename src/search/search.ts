import { excerpt, wordsOf, type Anchor, type Segment } from './excerpt.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import { bestHits, rankedPages, type Hit, type RankedPage } from './rank.ts';

/** What a page is shown and linked with. */
export interface PageText {
  url: string;
  title: string;
  /** Question, scenario, topic or page. */
  kind: string;
  /** The name of its topic, if it has one. */
  topic?: string;
  /** Its full text, title first. */
  text: string;
  anchors: readonly Anchor[];
}

/** The full-text index of the site. Both functions reject when the index cannot be read. */
export interface SearchIndex {
  /** The pages that have every word of a term, or a word that begins like it. */
  find(term: string): Promise<Hit[]>;
  /** A page that `find` named. */
  page(id: string): Promise<PageText>;
}

export interface Found {
  /** What was looked up. */
  words: QueryWord[];
  /** Best first. */
  pages: RankedPage[];
  /** Some words could not be looked up: pages may be missing. */
  isPartial: boolean;
}

/** One result as it is shown. */
export interface Result {
  /** Leads to the section where the match stands, or to the page. */
  url: string;
  title: string;
  kind: string;
  topic?: string;
  /** The heading of the section where the match stands. */
  section?: string;
  /** The matching sentence. */
  excerpt: Segment[];
}

/**
 * The pages that fit a query. The index is asked for each word on its own, so that one word too many does not empty the
 * list; ids and scores arrive without the text of any page. Rejects when no word could be looked up.
 */
export const search = async (query: string, index: SearchIndex): Promise<Found> => {
  const words = queryWords(query);
  const perWord = words.map(async ({ terms }) => bestHits(await Promise.all(terms.map((term) => index.find(term)))));
  const together = words.length > 1 ? index.find(words.map(({ text }) => text).join(' ')) : Promise.resolve([]);
  const [byWord, all] = await Promise.all([Promise.allSettled(perWord), together.catch(() => undefined)]);
  const failure = byWord.find((hits) => hits.status === 'rejected');
  if (failure && byWord.every(({ status }) => status === 'rejected')) throw failure.reason;
  return {
    words,
    pages: rankedPages(
      byWord.map((hits) => (hits.status === 'fulfilled' ? hits.value : [])),
      all ?? [],
    ),
    isPartial: failure !== undefined,
  };
};

/** Letters and digits without accents, so that `MemoryMax=`, `memory.max` and `mémoire` begin alike with what people type. */
const letters = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the page has a word with the first three letters of a word of the query, or fits by its title and names alone. */
const isLikely = (text: readonly string[], positions: RankedPage['positions'], words: readonly QueryWord[]) =>
  positions.every((places) => places.length === 0) ||
  words.some(({ terms }, word) => {
    const starts = terms.flatMap((term) => term.split(' ')).map((part) => letters(part).slice(0, 3));
    return positions[word]?.some((place) => starts.some((start) => letters(text[place] ?? '').includes(start)));
  });

/**
 * A page that was found, with the sentence that has most words of the query and the section it stands in. Nothing when
 * the match is far-fetched: for a word that it does not know, Pagefind answers with the longest known word that it
 * begins with, which for `zzqx` may be the option `-z`.
 */
export const resultOf = (
  page: PageText,
  { positions }: Pick<RankedPage, 'positions'>,
  words: readonly QueryWord[],
): Result | undefined => {
  if (!isLikely(wordsOf(page.text), positions, words)) return undefined;
  const { segments, section } = excerpt(page, positions);
  return {
    url: section ? `${page.url}#${section.id}` : page.url,
    title: page.title,
    kind: page.kind,
    ...(page.topic && { topic: page.topic }),
    ...(section && { section: section.text }),
    excerpt: segments,
  };
};
