/** A page on which something was found. */
export interface Hit {
  /** What the index calls the page. */
  id: string;
  /** How well the page fits, the higher the better. */
  score: number;
  /** Where in the text of the page: counted in words, from 0. Empty when only the title or another name of the page fits. */
  positions: readonly number[];
}

/** A page that fits a query, with the positions of each word of the query. */
export interface RankedPage {
  id: string;
  score: number;
  /** One list for each word of the query, in its order; empty where the word is not in the text. */
  positions: readonly (readonly number[])[];
}

/** A page that scores less than this share of the best page shares only a common word with the query. */
const leastShareOfBest = 0.1;

/** The hits of several ways to write one word, the usual one first: the best score of each page, and where its first one is. */
export const bestHits = (alternatives: readonly (readonly Hit[])[]): Hit[] => {
  const best = new Map<string, Hit>();
  for (const hit of alternatives.flat()) {
    const known = best.get(hit.id);
    best.set(hit.id, {
      id: hit.id,
      score: Math.max(hit.score, known?.score ?? 0),
      positions: known?.positions.length ? known.positions : hit.positions,
    });
  }
  return [...best.values()];
};

/**
 * The pages that fit a query, best first: the sum of a page's scores over the words, times the share of the words that
 * it has, plus half its score for all words together. `byWord` holds the hits of each word, `together` those of all.
 */
export const rankedPages = (byWord: readonly (readonly Hit[])[], together: readonly Hit[]): RankedPage[] => {
  const pages = new Map<string, { sum: number; matched: number; positions: (readonly number[])[] }>();
  byWord.forEach((hits, word) => {
    for (const { id, score, positions } of hits) {
      if (!(score > 0)) continue;
      const page = pages.get(id) ?? { sum: 0, matched: 0, positions: byWord.map(() => []) };
      page.sum += score;
      page.matched += 1;
      page.positions[word] = positions;
      pages.set(id, page);
    }
  });
  const scoreTogether = new Map(together.map(({ id, score }) => [id, score]));
  const ranked = [...pages].map(([id, { sum, matched, positions }]) => ({
    id,
    score: (sum * matched) / byWord.length + (scoreTogether.get(id) ?? 0) / 2,
    positions,
  }));
  ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  return ranked.filter(({ score }) => score >= ranked[0]!.score * leastShareOfBest);
};
