import { choiceFrom, choiceQuery, fits, type Choice, type Listed } from './choice.ts';

/** Narrows the list of questions it contains; the choice stands in the address, so that it can be sent. */
export class QuestionFilter extends HTMLElement {
  static define(tag = 'question-filter') {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  #listeners = new AbortController();

  connectedCallback() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const form = this.#form;
    this.#show(choiceFrom(new URLSearchParams(location.search)));
    form.addEventListener('input', () => this.#choose(choiceFrom(this.#entries())), { signal });
    form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    form.addEventListener('reset', (event) => this.#reset(event), { signal });
    this.querySelector('[data-reset]')!.addEventListener('click', (event) => this.#reset(event), { signal });
    addEventListener('popstate', () => this.#show(choiceFrom(new URLSearchParams(location.search))), { signal });
  }

  disconnectedCallback() {
    this.#listeners.abort();
  }

  get #form() {
    return this.querySelector('form')!;
  }

  #entries() {
    return new URLSearchParams([...new FormData(this.#form)].map(([name, value]) => [name, String(value)]));
  }

  #reset(event: Event) {
    event.preventDefault();
    this.#choose({});
    this.#form.querySelector('input')!.focus();
  }

  #choose(choice: Choice) {
    history.replaceState(history.state, '', `${location.pathname}${choiceQuery(choice)}`);
    this.#show(choice);
  }

  #show(choice: Choice) {
    for (const field of this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
      const value = choice[field.name as keyof Choice] ?? '';
      if (field.value !== value) field.value = value;
    }
    let shown = 0;
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      let inGroup = 0;
      for (const item of group.querySelectorAll<HTMLElement>('[data-question]')) {
        item.hidden = !fits(listed(item), choice);
        if (!item.hidden) inGroup += 1;
      }
      group.hidden = inGroup === 0;
      shown += inGroup;
    }
    this.querySelector('[data-count]')!.textContent = `${shown} ${shown === 1 ? 'question' : 'questions'}`;
    this.querySelector<HTMLElement>('[data-none]')!.hidden = shown > 0;
  }
}

const listed = ({ dataset }: HTMLElement): Listed => ({
  topic: dataset['topic']!,
  level: dataset['level']!,
  tags: dataset['tags']!.split(' '),
  words: dataset['words']!,
});
