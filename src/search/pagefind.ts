import type { Hit } from './rank.ts';
import type { PageText, SearchIndex } from './search.ts';

/** What is used of the module that Pagefind writes beside its index, `pagefind.js`. */
interface PagefindBundle {
  createInstance(options: object): {
    search(term: string): Promise<{ results: PagefindResult[] }>;
  };
}

interface PagefindResult {
  id: string;
  score: number;
  words: number[];
  data(): Promise<PagefindFragment>;
}

interface PagefindFragment {
  url: string;
  content: string;
  meta: Partial<Record<'title' | 'kind' | 'topic', string>>;
  anchors: { element: string; id: string; text?: string; location: number }[];
}

/** The title and the other names of a page count most; what only labels it does not count. */
const ranking = { metaWeights: { title: 5, aliases: 4, kind: 0, topic: 0, level: 0, image: 0, image_alt: 0 } };

const pageText = ({ url, content, meta, anchors }: PagefindFragment): PageText => ({
  url,
  title: meta.title ?? url,
  kind: meta.kind ?? 'page',
  ...(meta.topic && { topic: meta.topic }),
  text: content,
  anchors: anchors
    .filter(({ element, text }) => /^h[2-6]$/.test(element) && text?.trim())
    .map(({ id, text = '', location }) => ({ id, text: text.trim(), position: location })),
});

const importBundle = (address: string): Promise<PagefindBundle> => import(/* @vite-ignore */ address);

/**
 * The index that Pagefind wrote to `<base>pagefind/`; `base` begins and ends with a slash. Loading begins at once;
 * what fails later shows in `find` and `page`. Rejects when Pagefind's own module cannot be loaded. `attempt` is how
 * often that was tried before: a browser may remember that a module failed, but not under another address.
 */
export const openPagefind = async (base: string, attempt = 0, load = importBundle): Promise<SearchIndex> => {
  const bundle = await load(`${base}pagefind/pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`);
  // In a worker, Pagefind loads its script twice and hides what went wrong.
  const pagefind = bundle.createInstance({ basePath: `${base}pagefind/`, baseUrl: base, noWorker: true, ranking });
  const found = new Map<string, PagefindResult>();
  return {
    async find(term): Promise<Hit[]> {
      const { results } = await pagefind.search(term);
      for (const result of results) found.set(result.id, result);
      return results.map(({ id, score, words }) => ({ id, score, positions: words }));
    },
    async page(id) {
      const result = found.get(id);
      if (!result) throw new Error(`Page ${id} was not found by any search.`);
      return pageText(await result.data());
    },
  };
};
