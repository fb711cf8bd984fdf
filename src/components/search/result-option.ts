import type { Result } from '../../search/search.ts';

const line = (name: string, ...content: (string | Node)[]) => {
  const span = document.createElement('span');
  span.className = name;
  span.append(...content);
  return span;
};

const mark = (text: string) => {
  const element = document.createElement('mark');
  element.textContent = text;
  return element;
};

/** A result as an option of the list: a real link, so that it can be opened in another tab or copied. */
export const resultOption = (result: Result, id: string): HTMLAnchorElement => {
  const option = document.createElement('a');
  option.id = id;
  option.href = result.url;
  option.role = 'option';
  option.tabIndex = -1;
  option.ariaSelected = 'false';
  const kind = result.kind.charAt(0).toUpperCase() + result.kind.slice(1);
  option.append(
    line('result-title', result.title),
    line('result-label', result.topic && result.topic !== kind ? `${kind} · ${result.topic}` : kind),
  );
  if (result.section) option.append(line('result-section', result.section));
  if (result.excerpt.length > 0) {
    const pieces = result.excerpt.map(({ text, isMatch }) => (isMatch ? mark(text) : text));
    option.append(line('result-excerpt', ...pieces));
  }
  return option;
};
