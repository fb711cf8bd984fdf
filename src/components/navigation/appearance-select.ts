import { appearanceKey } from './appearance.ts';

/** Lets the reader choose light or dark for this device, or follow the system. Works for the visit without storage. */
export class AppearanceSelect extends HTMLElement {
  static define(tag = 'appearance-select') {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  connectedCallback() {
    const select = this.querySelector('select')!;
    select.value = document.documentElement.dataset['appearance'] ?? 'system';
    select.addEventListener('change', () => this.#choose(select.value));
  }

  #choose(appearance: string) {
    const root = document.documentElement;
    if (appearance === 'system') delete root.dataset['appearance'];
    else root.dataset['appearance'] = appearance;
    try {
      if (appearance === 'system') localStorage.removeItem(appearanceKey);
      else localStorage.setItem(appearanceKey, appearance);
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
  }
}
