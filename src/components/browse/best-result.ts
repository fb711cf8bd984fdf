import { bestResult } from '../../study/best-results.ts';

/** Fills its empty place with the best result of a drill on this device, if there is one. */
export class BestResult extends HTMLElement {
  static define(tag = 'best-result') {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  connectedCallback() {
    const best = bestResult(() => localStorage, this.dataset['drill']!);
    if (best) this.textContent = `Your best: ${best.total} of 100, ${best.grade}, in ${best.minutes} minutes`;
  }
}
