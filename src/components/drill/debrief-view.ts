import type { Result } from '../../study/best-results.ts';
import { debrief, type Step } from '../../study/debrief.ts';
import { replay, type Drill, type Play } from '../../study/drill.ts';
import { element } from './element.ts';
import { verdictWords } from './verdict-words.ts';
import { pathsInWords, whenOf } from './words.ts';

/** What the debrief takes from the page: the reason behind a choice, as it is written there. */
export type WhyOf = (id: string) => Node[];

const percent = (minutes: number, of: number) => `${of === 0 ? 0 : (minutes / of) * 100}%`;

function mark(kind: string, sign: string, minute: number | undefined, of: number): Node[] {
  if (minute === undefined) return [];
  const placed = element('span', { className: `mark ${kind}`, textContent: sign });
  placed.style.insetInlineStart = percent(minute, of);
  return [placed];
}

function track(name: string, steps: readonly Step[], play: Play, minutes: number): HTMLElement {
  const bar = element('div', { className: 'bar' });
  for (const [index, { entry }] of steps.entries()) {
    const segment = element('span', { className: `segment ${entry.action.verdict}` });
    segment.style.insetInlineStart = percent(entry.from, minutes);
    segment.style.inlineSize = percent(entry.to - entry.from, minutes);
    segment.append(element('span', { textContent: String(index + 1) }));
    bar.append(segment);
  }
  bar.append(...mark('helped', '▲', play.mitigatedAt, minutes), ...mark('cause', '◆', play.causeFoundAt, minutes));
  return element('div', { className: 'track' }, element('span', { className: 'name', textContent: name }), bar);
}

function axis(minutes: number, budget: number): HTMLElement {
  const scale = element('div', { className: 'scale' });
  const step = minutes > 60 ? 20 : minutes > 24 ? 10 : 5;
  for (let minute = 0; minute <= minutes; minute += step) {
    const tick = element('span', { textContent: String(minute) });
    tick.style.insetInlineStart = percent(minute, minutes);
    scale.append(tick);
  }
  if (budget <= minutes) {
    const line = element('span', { className: 'limit' });
    line.style.insetInlineStart = percent(budget, minutes);
    scale.append(line);
  }
  return element('div', { className: 'track axis' }, element('span', { className: 'name', textContent: 'min' }), scale);
}

function timeline(drill: Drill, play: Play): HTMLElement {
  const both = debrief(drill, play);
  const bestPlay = replay(drill, drill.bestPath);
  const minutes = Math.max(1, both.minutes);
  const words = pathsInWords(both, play, bestPlay);
  const picture = element(
    'div',
    { className: 'picture', role: 'img', ariaLabel: words },
    track('You', both.path, play, minutes),
    track('Best', both.best, bestPlay, minutes),
    axis(minutes, drill.budgetMinutes),
  );
  const key = element('ul', { className: 'key plain-list', ariaHidden: 'true' });
  for (const verdict of ['strong', 'fine', 'waste', 'harmful'] as const)
    key.append(element('li', {}, element('span', { className: `segment ${verdict}` }), verdictWords[verdict]));
  key.append(element('li', { textContent: '▲ users helped' }), element('li', { textContent: '◆ cause proven' }));
  if (drill.budgetMinutes <= minutes)
    key.append(element('li', {}, element('span', { className: 'limit' }), `budget, ${drill.budgetMinutes} minutes`));
  return element('figure', { className: 'timeline' }, picture, key, element('figcaption', { textContent: words }));
}

function choice({ entry, isOnBestPath }: Step, when: string, whyOf: WhyOf): HTMLElement {
  const { label, verdict, id } = entry.action;
  const what = element(
    'p',
    { className: 'what' },
    `${label} `,
    element('span', { className: `verdict ${verdict}`, textContent: verdictWords[verdict] }),
  );
  if (isOnBestPath)
    what.append(' ', element('span', { className: 'verdict on-path', textContent: 'on the best path' }));
  return element(
    'li',
    {},
    element('p', { className: 'when', textContent: when }),
    what,
    element('p', {}, ...whyOf(id)),
  );
}

function list(title: string, items: readonly HTMLElement[], isOrdered: boolean): HTMLElement[] {
  if (items.length === 0) return [];
  return [
    element('h3', { textContent: title }),
    element(isOrdered ? 'ol' : 'ul', { className: 'plain-list choices' }, ...items),
  ];
}

/** The part of the debrief that is the player's own: score, both paths, each choice with its verdict, what was missed. */
export function ownDebrief(drill: Drill, play: Play, whyOf: WhyOf, best: Result | undefined): HTMLElement[] {
  const { path, missed, score } = debrief(drill, play);
  const [grade = '', ...rest] = score.summary.split(': ');
  const lines = score.lines.map(({ label, points, of, why }) =>
    element(
      'li',
      {},
      element(
        'p',
        { className: 'what' },
        `${label} `,
        element('span', { className: 'points', textContent: `${points} of ${of}` }),
      ),
      element('p', { textContent: why }),
    ),
  );
  return [
    element(
      'p',
      { className: 'total' },
      element('strong', { textContent: String(score.total) }),
      ' of 100',
      element('span', { className: 'grade', textContent: play.end === 'given up' ? `Given up. ${grade}` : grade }),
    ),
    element('p', { textContent: rest.join(': ').replace(/^./, (first) => first.toUpperCase()) }),
    ...(best ? [element('p', { className: 'quiet-text', textContent: bestInWords(best) })] : []),
    timeline(drill, play),
    element('h3', { textContent: 'The score' }),
    element('ul', { className: 'plain-list score' }, ...lines),
    ...list(
      'Your choices',
      path.map((step) => choice(step, whenOf(step.entry), whyOf)),
      true,
    ),
    ...list(
      'What you missed',
      missed.map((step) => choice(step, `Minute ${step.entry.from} on the best path`, whyOf)),
      false,
    ),
  ];
}

/** The best result on this device, in a few words. */
export const bestInWords = ({ total, minutes }: Result): string =>
  `Your best on this device: ${total} of 100, in ${minutes} minutes`;
