import { openPagefind } from '../../search/pagefind.ts';
import { SearchSession, type SearchState } from '../../search/search-session.ts';
import { resultOption } from './result-option.ts';
import styles from './search-dialog.css?inline';
import { adviceOf, statusOf } from './search-words.ts';
import { chooseSlash, slashOpensSearch } from './slash-key.ts';

/** The search: a box that asks the index as one types, and a list of results that the arrow keys walk through. */
export class SearchDialog extends HTMLElement {
  static define(tag = 'search-dialog') {
    if (customElements.get(tag)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    customElements.define(tag, this);
  }

  #listeners = new AbortController();
  #session = new SearchSession(
    (attempt) => openPagefind(this.dataset['base']!, attempt),
    (state) => this.#show(state),
  );
  #state: SearchState = { is: 'idle' };
  #active: HTMLAnchorElement | undefined;
  #opener: HTMLElement | undefined;

  connectedCallback() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const dialog = this.#dialog;
    this.#form.addEventListener('submit', (event) => this.#submit(event), { signal });
    this.#form.addEventListener('reset', () => this.#clear(), { signal });
    this.#input.addEventListener('input', () => this.#session.type(this.#input.value), { signal });
    this.#input.addEventListener('keydown', (event) => this.#steer(event), { signal });
    this.#list.addEventListener('click', (event) => this.#follow(event), { signal });
    this.#list.addEventListener('pointermove', (event) => this.#point(event), { signal });
    this.#part('more').addEventListener('click', () => this.#session.showMore(), { signal });
    this.#part('retry').addEventListener('click', () => this.#retry(), { signal });
    this.#part('close').addEventListener('click', () => dialog.close(), { signal });
    this.#slash.addEventListener('change', () => chooseSlash(this.#slash.checked), { signal });
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close(), { signal });
    dialog.addEventListener('close', () => this.#returnFocus(), { signal });
  }

  disconnectedCallback() {
    this.#listeners.abort();
  }

  /** Loads the index before it is needed, unless the reader saves data. */
  warmUp() {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!connection?.saveData) this.#session.warmUp();
  }

  /** Shows the dialog, with a query if one was typed elsewhere; focus returns to the opener. */
  open(query?: string, opener?: HTMLElement) {
    if (query !== undefined) this.#input.value = query;
    if (!this.#dialog.open) {
      this.#opener = opener;
      this.#slash.checked = slashOpensSearch();
      this.#dialog.showModal();
    }
    this.#input.focus();
    this.#input.select();
    this.#session.warmUp();
    if (query?.trim()) this.#session.ask(query);
  }

  get #dialog() {
    return this.querySelector('dialog')!;
  }

  get #form() {
    return this.querySelector('form')!;
  }

  get #input() {
    return this.querySelector<HTMLInputElement>('[role=combobox]')!;
  }

  get #list() {
    return this.querySelector<HTMLElement>('[role=listbox]')!;
  }

  get #slash() {
    return this.querySelector<HTMLInputElement>('[data-slash]')!;
  }

  #part(name: string) {
    return this.querySelector<HTMLElement>(`[data-${name}]`)!;
  }

  #options() {
    return [...this.#list.querySelectorAll('a')];
  }

  #clear() {
    this.#input.value = '';
    this.#input.focus();
    this.#session.ask('');
  }

  #retry() {
    this.#input.focus();
    this.#session.ask(this.#input.value);
  }

  #returnFocus() {
    if (!document.activeElement || document.activeElement === document.body) this.#opener?.focus();
  }

  /** Enter opens the chosen result of what is typed now; without an index it leads to the list of questions. */
  #submit(event: Event) {
    const query = this.#input.value;
    const isCurrent = 'query' in this.#state && this.#state.query === query && this.#state.is !== 'searching';
    if (isCurrent && this.#state.is === 'failed') return;
    event.preventDefault();
    if (!isCurrent) this.#session.ask(query);
    else this.#active?.click();
  }

  #steer(event: KeyboardEvent) {
    if (event.isComposing) return;
    const options = this.#options();
    const at = this.#active ? options.indexOf(this.#active) : -1;
    switch (event.key) {
      case 'ArrowDown':
        this.#choose(options[(at + 1) % options.length]);
        break;
      case 'ArrowUp':
        this.#choose(options.at(at <= 0 ? -1 : at - 1));
        break;
      case 'Enter':
        if (!(event.ctrlKey || event.metaKey) || !this.#active) return;
        this.#active.dispatchEvent(
          new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }),
        );
        break;
      case 'Escape':
        if (this.#input.value === '') return;
        this.#clear();
        break;
      default:
        return;
    }
    event.preventDefault();
  }

  #choose(option: HTMLAnchorElement | undefined, isPointed = false) {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    option?.setAttribute('aria-selected', 'true');
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
    if (!isPointed) option?.scrollIntoView({ block: 'nearest' });
  }

  #point(event: Event) {
    const option = (event.target as Element).closest('a');
    if (option && option !== this.#active) this.#choose(option, true);
  }

  /** A result on this very page would else be hidden behind the dialog. */
  #follow(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target as Element).closest('a')) return;
    this.#opener = undefined;
    this.#dialog.close();
  }

  #show(state: SearchState) {
    const before = this.#state;
    this.#state = state;
    const isOver = state.is !== 'searching';
    this.#list.ariaBusy = String(!isOver);
    this.querySelector('[role=status]')!.textContent = this.#status(state);
    if (!isOver) return;

    const isSameList = state.is === 'found' && before.is === 'found' && before.query === state.query;
    const url = isSameList ? this.#active?.href : undefined;
    const hadFocus = this.#part('more').matches(':focus');
    this.#list.replaceChildren(
      ...(state.is === 'found'
        ? state.results.map((result, place) => resultOption(result, `search-result-${place}`))
        : []),
    );
    const options = this.#options();
    this.#list.hidden = options.length === 0;
    this.#input.ariaExpanded = String(options.length > 0);
    if (!isSameList) this.#dialog.scrollTop = this.#list.scrollTop = 0;
    this.#choose(options.find(({ href }) => href === url) ?? options[0], isSameList);

    const more = state.is === 'found' ? state.more : 0;
    this.#part('more').hidden = more === 0;
    if (hadFocus && more === 0) this.#input.focus();
    this.#part('start').hidden = state.is !== 'idle';
    this.#showTrouble(state);
  }

  #status(state: SearchState): string {
    if (state.is === 'failed' && import.meta.env.DEV) return 'The search index is made by `npm run build`.';
    return statusOf(state, navigator.onLine);
  }

  #showTrouble(state: SearchState) {
    const advice = adviceOf(state);
    this.#part('trouble').hidden = advice === '';
    this.#part('advice').textContent = advice;
    this.#part('retry').hidden = state.is === 'nothing';
    const list = this.querySelector<HTMLAnchorElement>('[data-list]')!;
    const query = state.is === 'failed' ? `?${new URLSearchParams({ q: state.query.trim() })}` : '';
    list.href = this.#form.action + query;
  }
}
