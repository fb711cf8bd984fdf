import { slashOpensSearch } from './slash-key.ts';

/** Milliseconds until a dialog that does not arrive is given up for the list of all questions. */
const patience = 8000;

/**
 * Opens the search dialog from every link and form with `data-open-search`, from `/` and from Ctrl or Cmd K. Nothing of
 * the search is loaded before a reader points at, focuses or uses one of these.
 */
export const offerSearch = () => {
  const openers = document.querySelectorAll<HTMLAnchorElement | HTMLFormElement>('[data-open-search]');
  const load = async () => {
    const { SearchDialog } = await import('./search-dialog.ts');
    SearchDialog.define();
    return document.querySelector<InstanceType<typeof SearchDialog>>('search-dialog')!;
  };
  const open = (event: Event, opener = openers[0]!) => {
    event.preventDefault();
    const isForm = opener instanceof HTMLFormElement;
    const giveUp = () => (isForm ? opener.submit() : location.assign(opener.href));
    const timer = setTimeout(giveUp, patience);
    load()
      .then((dialog) => dialog.open(isForm ? String(new FormData(opener).get('q')) : undefined, opener), giveUp)
      .finally(() => clearTimeout(timer));
  };
  const warmUp = () => {
    load().then(
      (dialog) => dialog.warmUp(),
      () => {},
    );
  };

  for (const opener of openers) {
    opener.addEventListener('pointerenter', warmUp);
    opener.addEventListener('focusin', warmUp);
    if (opener instanceof HTMLFormElement) opener.addEventListener('submit', (event) => open(event, opener));
    else {
      opener.ariaHasPopup = 'dialog';
      opener.addEventListener('click', (event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) open(event, opener);
      });
    }
  }

  document.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (event.defaultPrevented || event.isComposing || altKey) return;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() === 'k' && !event.shiftKey) open(event);
    } else if (key === '/' && !(target as Element).closest?.('input, textarea, select, [contenteditable]')) {
      if (slashOpensSearch()) open(event);
    }
  });
};
