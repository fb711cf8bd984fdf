import { nearestAddresses, type Address } from './nearest-addresses.ts';

/** Suggests the pages whose addresses come closest to the one that was asked for. Shows nothing if it cannot. */
export class NearestPages extends HTMLElement {
  static define(tag = 'nearest-pages') {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  connectedCallback() {
    void this.#suggest();
  }

  async #suggest() {
    const response = await fetch(this.dataset['addresses']!).catch(() => undefined);
    if (!response?.ok) return;
    const addresses = (await response.json()) as Address[];
    const asked = location.pathname.slice(this.dataset['base']!.length - 1);
    const found = nearestAddresses(asked, addresses, 5);
    this.querySelector('ul')!.replaceChildren(...found.map((address) => this.#item(address)));
    this.hidden = found.length === 0;
  }

  #item({ path, title }: Address) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = this.dataset['base']! + path.slice(1);
    link.textContent = title;
    item.append(link);
    return item;
  }
}
