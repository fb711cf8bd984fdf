import type { SearchState } from '../../search/search-session.ts';

/** How the search says how it stands: what a dialog shows and a screen reader announces. */
export const statusOf = (state: SearchState, isOnline = true): string => {
  switch (state.is) {
    case 'idle':
      return '';
    case 'searching':
      return 'Searching…';
    case 'nothing':
      return `Nothing found for “${state.query}”.`;
    case 'failed':
      if (!isOnline) return 'Search is not available: you are offline.';
      return state.reason === 'slow'
        ? 'Search is not available right now: the index does not answer.'
        : 'Search is not available right now: the index could not be loaded.';
    case 'found': {
      const { total, results, more, unread } = state;
      const count = total === 1 ? '1 result' : `${total} results`;
      const shown = more > 0 || unread > 0 ? `, ${results.length} shown` : '';
      return `${count} for “${state.query}”${shown}.`;
    }
  }
};

/** What a reader can do about it, or what the list lacks; nothing when all is well. */
export const adviceOf = (state: SearchState): string => {
  if (state.is === 'nothing') return 'Check the spelling, try fewer or other words, or look through the list:';
  if (state.is === 'failed') return 'You can still look through the list:';
  if (state.is !== 'found') return '';
  if (state.isPartial) return 'A part of the index could not be loaded: results may be missing.';
  if (state.unread > 0)
    return `${state.unread === 1 ? 'One page fits' : `${state.unread} pages fit`} but could not be loaded.`;
  return '';
};
