import { commandsOf } from '../../code/session.ts';
import { sayBriefly } from './say-briefly.ts';

/** Adds a button to every code block that copies it; of a terminal session it copies the commands alone. */
export function addCopyButtons(root: ParentNode) {
  for (const block of root.querySelectorAll<HTMLElement>('.expressive-code figure')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-code';
    button.textContent = 'Copy';
    const caption = block.querySelector('.title')?.textContent;
    if (caption) button.setAttribute('aria-label', `Copy: ${caption}`);
    button.addEventListener('click', () => void copy(block));
    block.append(button);
  }
}

async function copy(block: HTMLElement) {
  const lines = [...block.querySelectorAll('.ec-line')].map(({ textContent }) =>
    (textContent ?? '').replace(/\n$/, ''),
  );
  const isSession = block.querySelector('pre')?.dataset['language'] === 'console';
  const copied = await navigator.clipboard?.writeText(isSession ? commandsOf(lines) : lines.join('\n')).then(
    () => true,
    () => false,
  );
  sayBriefly(block, copied ? 'Copied' : 'Select the text and copy it: the browser refused');
}
