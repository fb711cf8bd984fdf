import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SearchSession, resultsShown, type SearchState } from '../../../src/search/search-session.ts';
import type { PageText, SearchIndex } from '../../../src/search/search.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => {});
const page = (id: string): PageText => ({
  url: `/faq/${id}/`,
  title: id,
  kind: 'question',
  text: `${id}. A pod.`,
  anchors: [],
});
const index = (over: Partial<SearchIndex> = {}): SearchIndex => ({
  find: async (term) => (term === 'pod' ? [{ id: 'pods', score: 1, positions: [2] }] : []),
  page: async (id) => page(id),
  ...over,
});
const manyPages = (count: number): SearchIndex['find'] => {
  return async () =>
    Array.from({ length: count }, (_, place) => ({ id: `p${place}`, score: 100 - place, positions: [2] }));
};

const session = (open: (attempt: number) => Promise<SearchIndex>) => {
  const states: SearchState[] = [];
  const started = new SearchSession(open, (state) => states.push(state));
  return { started, states, last: () => states.at(-1), kinds: () => states.map(({ is }) => is) };
};

test('typing searches once, after a pause, and shows what was found', async () => {
  const find = vi.fn<SearchIndex['find']>(index().find);
  const { started, states } = session(async () => index({ find }));
  for (const query of ['p', 'po', 'pod']) started.type(query);
  await vi.runAllTimersAsync();
  expect(find.mock.calls).toEqual([['pod']]);
  expect(states).toEqual([
    {
      is: 'found',
      query: 'pod',
      total: 1,
      results: [
        {
          url: '/faq/pods/',
          title: 'pods',
          kind: 'question',
          excerpt: [
            { text: 'A ', isMatch: false },
            { text: 'pod', isMatch: true },
            { text: '.', isMatch: false },
          ],
        },
      ],
      unread: 0,
      more: 0,
      isPartial: false,
    },
  ]);
});

test.each([
  ['pages', ['p9']],
  ['nothing', []],
])('an answer with %s that comes after a newer one is not shown', async (_, late) => {
  let answerSlowly = () => {};
  const slow = new Promise<void>((resolve) => (answerSlowly = resolve));
  const find: SearchIndex['find'] = async (term) => {
    if (term === 'slow') await slow;
    return (term === 'slow' ? late : ['p1']).map((id) => ({ id, score: 1, positions: [] }));
  };
  const { started, states, last } = session(async () => index({ find }));
  started.ask('slow');
  started.ask('quick');
  await vi.advanceTimersByTimeAsync(10);
  answerSlowly();
  await vi.runAllTimersAsync();
  expect(states).toHaveLength(1);
  expect(last()).toMatchObject({ is: 'found', query: 'quick', results: [{ title: 'p1' }] });
});

test('emptying the box ends a search that is under way', async () => {
  const { started, kinds } = session(async () => index());
  started.ask('pod');
  started.type('');
  await vi.runAllTimersAsync();
  expect(kinds()).toEqual(['idle']);
});

test('a search that takes a while says so, a quick one does not', async () => {
  const { started, kinds } = session(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return index();
  });
  started.ask('pod');
  await vi.runAllTimersAsync();
  started.ask('pod');
  await vi.runAllTimersAsync();
  expect(kinds()).toEqual(['searching', 'found', 'found']);
});

test('finding nothing is told from not being able to search', async () => {
  const { started, last } = session(async () => index());
  started.ask('nowhere');
  await vi.runAllTimersAsync();
  expect(last()).toEqual({ is: 'nothing', query: 'nowhere' });
});

test('a match that begins quite differently is nothing', async () => {
  const find: SearchIndex['find'] = async () => [{ id: 'options', score: 1, positions: [1] }];
  const { started, last } = session(async () =>
    index({ find, page: async (id) => ({ ...page(id), text: 'tshark -z conv,tcp' }) }),
  );
  started.ask('zzqx');
  await vi.runAllTimersAsync();
  expect(last()).toEqual({ is: 'nothing', query: 'zzqx' });
});

test('an index that cannot be opened is a failure, and the next search opens it anew', async () => {
  const open = vi.fn<(attempt: number) => Promise<SearchIndex>>(async (attempt) => {
    if (attempt === 0) throw new Error('404');
    return index();
  });
  const { started, kinds } = session(open);
  started.ask('pod');
  await vi.runAllTimersAsync();
  started.ask('pod');
  await vi.runAllTimersAsync();
  expect(kinds()).toEqual(['failed', 'found']);
  expect(open.mock.calls).toEqual([[0], [1]]);
});

test('warming up in vain does not spoil the first search', async () => {
  const { started, kinds } = session(async (attempt) => {
    if (attempt === 0) throw new Error('offline');
    return index();
  });
  started.warmUp();
  await vi.runAllTimersAsync();
  started.ask('pod');
  await vi.runAllTimersAsync();
  expect(kinds()).toEqual(['found']);
});

test('an index that rejects every word is a failure, not "nothing found"', async () => {
  const { started, last } = session(async () => index({ find: () => Promise.reject(new Error('corrupt')) }));
  started.ask('pod killed');
  await vi.runAllTimersAsync();
  expect(last()).toEqual({ is: 'failed', query: 'pod killed', reason: 'unavailable' });
});

test('when some words cannot be looked up the rest is shown, with a warning', async () => {
  const find: SearchIndex['find'] = (term) => (term === 'pod' ? index().find(term) : Promise.reject(new Error('404')));
  const { started, last } = session(async () => index({ find }));
  started.ask('pod killed');
  await vi.runAllTimersAsync();
  expect(last()).toMatchObject({ is: 'found', total: 1, isPartial: true });
});

test('when some words cannot be looked up and the rest is nowhere, that is a failure', async () => {
  const find: SearchIndex['find'] = (term) =>
    term === 'nowhere' ? index().find(term) : Promise.reject(new Error('404'));
  const { started, last } = session(async () => index({ find }));
  started.ask('nowhere killed');
  await vi.runAllTimersAsync();
  expect(last()).toMatchObject({ is: 'failed' });
});

test.each(['opening', 'searching'])(
  'an index that never answers while %s is a failure after eight seconds',
  async (when) => {
    const { started, kinds, last } = session(() =>
      when === 'opening' ? never : Promise.resolve(index({ find: () => never })),
    );
    started.ask('pod');
    await vi.advanceTimersByTimeAsync(7_999);
    expect(kinds()).toEqual(['searching']);
    await vi.advanceTimersByTimeAsync(1);
    expect(last()).toEqual({ is: 'failed', query: 'pod', reason: 'slow' });
  },
);

test('an answer that comes after all is shown', async () => {
  const { started, kinds } = session(async () => {
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    return index();
  });
  started.ask('pod');
  await vi.runAllTimersAsync();
  expect(kinds()).toEqual(['searching', 'failed', 'found']);
});

test('a page that cannot be read is left out and counted', async () => {
  const find = manyPages(3);
  const readable: SearchIndex['page'] = (id) =>
    id === 'p1' ? Promise.reject(new Error('404')) : Promise.resolve(page(id));
  const { started, last } = session(async () => index({ find, page: readable }));
  started.ask('pod');
  await vi.runAllTimersAsync();
  expect(last()).toMatchObject({ is: 'found', total: 3, unread: 1, results: [{ title: 'p0' }, { title: 'p2' }] });
});

test('when no page can be read the search has failed', async () => {
  const { started, last } = session(async () => index({ page: () => Promise.reject(new Error('404')) }));
  started.ask('pod');
  await vi.runAllTimersAsync();
  expect(last()).toMatchObject({ is: 'failed' });
});

test('one page that does not arrive holds up the others for a moment only', async () => {
  const { started, states } = session(async () =>
    index({ find: manyPages(3), page: (id) => (id === 'p1' ? never : Promise.resolve(page(id))) }),
  );
  started.ask('pod');
  await vi.advanceTimersByTimeAsync(1_500);
  expect(states.at(-1)).toMatchObject({ is: 'found', unread: 0, results: [{ title: 'p0' }, { title: 'p2' }] });
  await vi.runAllTimersAsync();
  expect(states.at(-1)).toMatchObject({ is: 'found', unread: 1, results: [{ title: 'p0' }, { title: 'p2' }] });
});

test('only the pages that are shown are read, and more of them when asked', async () => {
  const read = vi.fn<SearchIndex['page']>(async (id) => page(id));
  const { started, last } = session(async () => index({ find: manyPages(resultsShown + 3), page: read }));
  started.ask('pod');
  await vi.runAllTimersAsync();
  expect(read).toHaveBeenCalledTimes(resultsShown);
  expect(last()).toMatchObject({ total: resultsShown + 3, more: 3 });
  started.showMore();
  await vi.runAllTimersAsync();
  expect(last()).toMatchObject({ total: resultsShown + 3, more: 0, results: { length: resultsShown + 3 } });
});
