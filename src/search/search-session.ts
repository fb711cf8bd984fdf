import { resultOf, search, type Found, type Result, type SearchIndex } from './search.ts';

/** What a search dialog shows. */
export type SearchState =
  | { is: 'idle' }
  | { is: 'searching'; query: string }
  | { is: 'nothing'; query: string }
  | { is: 'failed'; query: string; reason: 'unavailable' | 'slow' }
  | {
      is: 'found';
      query: string;
      /** How many pages fit. */
      total: number;
      /** The best of them, as far as they were asked for and could be read. */
      results: Result[];
      /** How many were asked for and could not be read. */
      unread: number;
      /** Pages that were not asked for yet. */
      more: number;
      /** Some words could not be looked up: pages may be missing. */
      isPartial: boolean;
    };

/** Milliseconds. */
export interface Pace {
  /** From the last key to the search. */
  typing: number;
  /** From the start of a search until one is told that it goes on. */
  quiet: number;
  /** Until a search that does not answer counts as failed. An answer after that is still shown. */
  patience: number;
  /** Until results are shown although the text of some is still missing. */
  textWait: number;
}

const usualPace: Pace = { typing: 100, quiet: 150, patience: 8000, textWait: 1500 };

/** Results shown at first, and with each "show more". */
export const resultsShown = 8;

/**
 * One search box: what was asked last decides what is shown, however late older answers come. `openIndex` is called
 * when the index is first needed and again after it failed; its argument counts the attempts from 0.
 */
export class SearchSession {
  #openIndex: (attempt: number) => Promise<SearchIndex>;
  #show: (state: SearchState) => void;
  #pace: Pace;
  #index: Promise<SearchIndex> | undefined;
  #attempts = 0;
  #turn = 0;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #shown: { query: string; found: Found; index: SearchIndex; asked: number } | undefined;

  constructor(
    openIndex: (attempt: number) => Promise<SearchIndex>,
    show: (state: SearchState) => void,
    pace: Pace = usualPace,
  ) {
    this.#openIndex = openIndex;
    this.#show = show;
    this.#pace = pace;
  }

  /** Loads the index before anything is typed. If that fails, the first search tries again. */
  warmUp(): void {
    this.#ready().catch(() => (this.#index = undefined));
  }

  /** Searches once typing pauses; an empty query leads back to the beginning. */
  type(query: string): void {
    const turn = this.#nextTurn();
    if (query.trim() === '') this.#show({ is: 'idle' });
    else this.#after(this.#pace.typing, () => void this.#search(query, turn));
  }

  /** Searches at once. */
  ask(query: string): void {
    const turn = this.#nextTurn();
    if (query.trim() === '') this.#show({ is: 'idle' });
    else void this.#search(query, turn);
  }

  /** Reads the next pages of the list that is shown, and those that could not be read before. */
  showMore(): void {
    if (!this.#shown) return;
    this.#shown.asked += resultsShown;
    void this.#read(this.#turn);
  }

  #nextTurn(): number {
    this.#clearTimers();
    this.#shown = undefined;
    return ++this.#turn;
  }

  #after(milliseconds: number, act: () => void) {
    this.#timers.push(setTimeout(act, milliseconds));
  }

  #clearTimers() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
  }

  #ready(): Promise<SearchIndex> {
    this.#index ??= this.#openIndex(this.#attempts++);
    return this.#index;
  }

  async #search(query: string, turn: number) {
    this.#after(this.#pace.quiet, () => this.#show({ is: 'searching', query }));
    this.#after(this.#pace.patience, () => {
      // The next attempt must not wait for the same silence.
      this.#index = undefined;
      this.#show({ is: 'failed', query, reason: 'slow' });
    });
    try {
      const index = await this.#ready();
      const found = await search(query, index);
      if (turn !== this.#turn) return;
      this.#shown = { query, found, index, asked: resultsShown };
      if (found.pages.length > 0) await this.#read(turn);
      else if (found.isPartial) throw new Error('A part of the index could not be read.');
      else this.#settle({ is: 'nothing', query });
    } catch {
      if (turn !== this.#turn) return;
      this.#index = undefined;
      this.#settle({ is: 'failed', query, reason: 'unavailable' });
    }
  }

  #settle(state: SearchState) {
    this.#clearTimers();
    this.#show(state);
  }

  /** Shows the pages that were asked for once their texts are here, or those that are here in time and then the rest. */
  async #read(turn: number) {
    const { query, found, index, asked } = this.#shown!;
    const pages = found.pages.slice(0, asked);
    const more = found.pages.length - pages.length;
    const results: (Result | undefined)[] = [];
    const left = { out: 0, unread: 0 };
    const show = () => {
      const read = results.filter((result) => result !== undefined);
      const total = found.pages.length - left.out;
      const isPartial = found.isPartial;
      if (read.length > 0)
        this.#settle({ is: 'found', query, total, results: read, unread: left.unread, more, isPartial });
      else if (left.unread > 0 || isPartial) this.#settle({ is: 'failed', query, reason: 'unavailable' });
      else this.#settle({ is: 'nothing', query });
    };
    const isCurrent = () => turn === this.#turn && this.#shown?.asked === asked;
    const early = setTimeout(() => isCurrent() && results.some(Boolean) && show(), this.#pace.textWait);
    await Promise.all(
      pages.map(async (page, place) => {
        try {
          results[place] = resultOf(await inTime(index.page(page.id), this.#pace.patience), page, found.words);
          if (!results[place]) left.out += 1;
        } catch {
          left.unread += 1;
        }
      }),
    );
    clearTimeout(early);
    if (isCurrent()) show();
  }
}

const inTime = async <Value>(answer: Promise<Value>, milliseconds: number): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer after ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
};
