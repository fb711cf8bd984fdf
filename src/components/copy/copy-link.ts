import { sayBriefly } from './say-briefly.ts';

/** A link to a place on this page that copies its full address when activated, and says so. A plain link without JavaScript. */
export class CopyLink extends HTMLElement {
  static define(tag = 'copy-link') {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  #listeners = new AbortController();

  connectedCallback() {
    this.#listeners = new AbortController();
    this.addEventListener('click', (event) => void this.#copy(event), { signal: this.#listeners.signal });
  }

  disconnectedCallback() {
    this.#listeners.abort();
  }

  async #copy(event: Event) {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    const isPage = link.hash === '#_top';
    if (isPage) event.preventDefault();
    const address = isPage ? location.href.replace(/[?#].*/, '') : link.href;
    const copied = await navigator.clipboard?.writeText(address).then(
      () => true,
      () => false,
    );
    sayBriefly(this, copied ? 'Link copied' : `Copy this address: ${address}`);
  }
}
