const storageKey = 'search-slash';

/** Whether `/` alone opens the search. Readers who dictate set off single keys by accident and can turn it off. */
export const slashOpensSearch = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
};

/** Remembers the choice on this device, where storage allows it. */
export const chooseSlash = (opens: boolean): void => {
  try {
    if (opens) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // Storage is blocked: the key goes on to open the search.
  }
};
