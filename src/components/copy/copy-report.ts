import { sayBriefly } from './say-briefly.ts';

/** Copies a report about this page that the reader can fill in and send, where there is no repository to send it to. */
export class CopyReport extends HTMLElement {
  static define(tag = 'copy-report') {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  connectedCallback() {
    this.querySelector('button')!.addEventListener('click', () => void this.#copy());
  }

  async #copy() {
    const copied = await navigator.clipboard?.writeText(this.dataset['report']!).then(
      () => true,
      () => false,
    );
    sayBriefly(this, copied ? 'Report copied' : this.dataset['report']!);
  }
}
