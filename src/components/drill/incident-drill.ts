import { fragment, opened } from '../../study/address.ts';
import { bestResult, keptBest } from '../../study/best-results.ts';
import {
  closing,
  givingUp,
  next,
  phaseTitles,
  refusal,
  replay,
  undone,
  type Drill,
  type LogEntry,
  type Move,
  type Offer,
  type Play,
} from '../../study/drill.ts';
import { score } from '../../study/score.ts';
import { reachScrollers } from '../navigation/reach-scrollers.ts';
import { bestInWords, ownDebrief } from './debrief-view.ts';
import { drillFrom, type Rules } from './drill-rules.ts';
import { element, part } from './element.ts';
import { keepNotes, keptNotes } from './kept-notes.ts';
import { announcement, severity, standing, turningPoints, whenOf } from './words.ts';

const device = () => localStorage;

/**
 * Plays the incident that its markup tells as a linear walk-through. The state is the fragment of the address, each move an
 * entry of the history; evidence is a copy of the result that stands in the walk-through.
 */
export class IncidentDrill extends HTMLElement {
  static define(tag = 'incident-drill') {
    if (!customElements.get(tag)) customElements.define(tag, this);
  }

  #listeners = new AbortController();
  #drill!: Drill;
  #play!: Play;

  connectedCallback() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const rules = JSON.parse(this.dataset['rules'] ?? '') as Rules;
    this.#drill = drillFrom(rules, (id) => part(this.#action(id), '[data-label]').textContent ?? '');
    this.#addButtons();
    for (const live of this.querySelectorAll<HTMLElement>('[data-live]')) live.hidden = false;

    this.addEventListener('click', (event) => this.#click(event), { signal });
    addEventListener('popstate', () => this.#followAddress(), { signal });
    const notes = part<HTMLTextAreaElement>(this, '[data-notes]');
    notes.value = keptNotes(device, this.#id);
    notes.addEventListener('input', () => keepNotes(device, this.#id, notes.value), { signal });
    this.#open();
  }

  disconnectedCallback() {
    this.#listeners.abort();
  }

  get #id() {
    return this.dataset['drill'] ?? '';
  }

  get #entries() {
    return [...part(this, '[data-log]').children] as HTMLElement[];
  }

  #action(id: string) {
    return part(this, `[data-action="${id}"]`);
  }

  #addButtons() {
    for (const action of this.querySelectorAll<HTMLElement>('[data-action]')) {
      if (action.querySelector('[data-move]')) continue;
      const label = [...part(action, 'summary').childNodes].map((node) => node.cloneNode(true));
      const button = element('button', { type: 'button', className: 'move' }, ...label);
      button.dataset['move'] = action.dataset['action'] ?? '';
      action.prepend(button, element('p', { className: 'waiting', hidden: true }));
    }
  }

  #click(event: Event) {
    const pressed = (event.target as Element).closest('button');
    if (!pressed) return;
    const { move, entry } = pressed.dataset;
    if (move !== undefined) this.#move(move);
    else if (entry !== undefined) this.#focusEntry(entry);
    else if (pressed.matches('[data-close]')) this.#move(closing);
    else if (pressed.matches('[data-give-up]')) this.#move(givingUp);
    else if (pressed.matches('[data-undo]')) this.#undo();
    else if (pressed.matches('[data-again]')) this.#restart();
  }

  #move(move: Move) {
    const reason = refusal(this.#drill, this.#play, move);
    if (reason !== undefined) return this.#say(reason);
    const play = next(this.#drill, this.#play, move);
    if (play.end === 'closed') {
      const { total, grade } = score(this.#drill, play);
      keptBest(device, this.#id, { total, grade, minutes: play.clock });
    }
    this.#go(play);
    if (this.#play.end !== undefined) return this.#enterDebrief();
    this.#focusEntry(move);
    const prose = [...(this.#entries.at(-1)?.querySelectorAll('.evidence .prose') ?? [])];
    this.#say(announcement(this.#play, prose.map(({ textContent }) => textContent).join(' ')));
  }

  #undo() {
    const taken = this.#play.moves.at(-1);
    if (taken === undefined) return;
    this.#go(undone(this.#drill, this.#play));
    const button = [...this.querySelectorAll<HTMLElement>('[data-move]')].find((one) => one.dataset['move'] === taken);
    (button ?? part(this, '#moves')).focus();
    this.#say(`Taken back. Minute ${this.#play.clock}.`);
  }

  #restart() {
    this.#go(replay(this.#drill));
    part(this, '#moves').focus();
    this.#say(announcement(this.#play, ''));
  }

  /** Shows a state and makes it an entry of the history. */
  #go(play: Play) {
    history.pushState(null, '', this.#addressOf(play));
    part(this, '[data-message]').textContent = '';
    this.#show(play);
  }

  #addressOf(play: Play) {
    return `${location.pathname}${location.search}${fragment(this.#drill, play)}`;
  }

  /** The state that the address names on arrival. */
  #open() {
    const { play, message } = opened(this.#drill, leadsToPlace() ? '' : location.hash);
    if (message !== undefined) history.replaceState(null, '', this.#addressOf(play));
    this.#show(play);
    part(this, '[data-message]').textContent = message ?? '';
  }

  /** The state that the address names after back, forward or a link; a link to a place of the page leaves the state alone. */
  #followAddress() {
    if (leadsToPlace()) return history.replaceState(null, '', this.#addressOf(this.#play));
    const before = this.#play;
    const focused = document.activeElement;
    this.#open();
    if (this.#play.moves.join() === before.moves.join()) return;
    if (this.#play.end !== undefined) return this.#enterDebrief();
    if (this.contains(focused)) (this.#entries.at(-1)?.querySelector('h3') ?? part(this, '#moves')).focus();
    this.#say(announcement(this.#play, ''));
  }

  #say(words: string) {
    const said = part(this, '[data-said]');
    said.textContent = '';
    // A live region is announced when its text changes, so the same words twice need a change between.
    setTimeout(() => (said.textContent = words), 50);
  }

  #focusEntry(id: string) {
    const entry = this.#entries.find(({ dataset }) => dataset['entry'] === id);
    entry?.querySelector('h3')?.focus({ preventScroll: true });
    entry?.scrollIntoView({ block: 'start' });
  }

  #enterDebrief() {
    const heading = part(this, '#debrief');
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
    const { total } = score(this.#drill, this.#play);
    const how = this.#play.end === 'closed' ? `The incident is closed at minute ${this.#play.clock}.` : 'You gave up.';
    this.#say(`${how} ${total} of 100 points. The debrief follows.`);
  }

  #show(play: Play) {
    this.#play = play;
    this.dataset['stage'] = play.end === undefined ? 'play' : 'debrief';
    this.#showLog(play);
    this.#showStanding(play);
    for (const { offers } of play.offers) for (const offer of offers) this.#showOffer(offer);
    this.#showEnding(play);
    this.#showKnown(play);
    this.#showDebrief(play);
  }

  #showLog(play: Play) {
    const log = part(this, '[data-log]');
    const shown = this.#entries;
    const sameUntil = play.log.findIndex(({ action }, index) => shown[index]?.dataset['entry'] !== action.id);
    const kept = sameUntil < 0 ? play.log.length : sameUntil;
    for (const entry of shown.slice(kept)) entry.remove();
    for (const entry of play.log.slice(kept)) log.append(this.#entry(entry));
    this.#showTurningPoints(play);
    part(this, '[data-no-evidence]').hidden = play.log.length > 0;
  }

  #entry(entry: LogEntry) {
    const { id, label } = entry.action;
    const source = this.#action(id);
    const after = entry.isAfterMitigation ? source.querySelector('[data-result-after]') : null;
    const evidence = (after ?? part(source, '[data-result]')).cloneNode(true) as HTMLElement;
    const heading = element('h3', { textContent: label, tabIndex: -1 });
    const made = element('li', {}, heading, element('p', { className: 'when', textContent: whenOf(entry) }), evidence);
    made.dataset['entry'] = id;
    reachScrollers(made);
    return made;
  }

  /** What a move changed may depend on those after it, so it is written anew each time. */
  #showTurningPoints(play: Play) {
    for (const [index, entry] of this.#entries.entries()) {
      for (const former of entry.querySelectorAll('.turn')) former.remove();
      const isSevere = play.log[index]?.turnedSevere;
      for (const [place, words] of turningPoints(play, index).entries())
        entry.append(element('p', { className: isSevere && place === 0 ? 'turn severe' : 'turn', textContent: words }));
    }
  }

  #showStanding(play: Play) {
    const { users, cause } = standing(play);
    part(this, '[data-clock]').textContent = String(play.clock);
    part(this, '[data-users]').textContent = users;
    part(this, '[data-cause]').textContent = cause;
    const spent = part(this, '[data-spent]');
    spent.style.inlineSize = `${Math.min(100, (play.clock / this.#drill.budgetMinutes) * 100)}%`;
    spent.classList.toggle('over', play.clock > this.#drill.budgetMinutes && play.severeAt !== undefined);
    const severe = part(this, '[data-severe]');
    severe.hidden = play.severeAt === undefined;
    severe.textContent = severity(play) ?? '';
    const best = bestResult(device, this.#id);
    const shown = part(this, '[data-best]');
    shown.hidden = best === undefined;
    shown.textContent = best ? bestInWords(best) : '';
  }

  #showOffer({ action, state, reason }: Offer) {
    const place = this.#action(action.id);
    place.dataset['state'] = state;
    part(place, '[data-move]').hidden = state !== 'open';
    const waiting = part(place, '.waiting');
    waiting.hidden = state !== 'waiting';
    waiting.replaceChildren(element('span', { textContent: action.label }), ' ', reason ?? '');
  }

  #showEnding(play: Play) {
    const whyNot = refusal(this.#drill, play, closing);
    const close = part(this, '[data-close]');
    close.ariaDisabled = String(whyNot !== undefined);
    part(this, '[data-why-not-closed]').textContent =
      whyNot === undefined ? 'All that closing needs is done.' : `Not yet. ${whyNot}`;
    part<HTMLButtonElement>(this, '[data-undo]').disabled = play.moves.length === 0;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-here]'))
      link.setAttribute('href', fragment(this.#drill, play) || '#_top');
  }

  #showKnown({ known }: Play) {
    part(this, '[data-known]').replaceChildren(
      ...known.map(({ phase, entries }) =>
        element(
          'div',
          {},
          element('h3', { textContent: phaseTitles[phase] }),
          element(
            'ul',
            { className: 'plain-list' },
            ...entries.map(({ action: { id, label } }) => {
              const button = element('button', { type: 'button', className: 'to-entry', textContent: label });
              button.dataset['entry'] = id;
              return element('li', {}, button);
            }),
          ),
        ),
      ),
    );
  }

  #showDebrief(play: Play) {
    const aftermath = part(this, '[data-aftermath]');
    const board = part(this, '[data-board]');
    const own = part(this, '[data-own]');
    const hasEnded = play.end !== undefined;
    for (const fold of aftermath.querySelectorAll<HTMLDetailsElement>('[data-at-the-end]')) fold.open = hasEnded;
    part<HTMLDetailsElement>(aftermath, '[data-best-path]').open = play.end === 'given up';
    own.hidden = !hasEnded;
    if (!hasEnded) {
      own.replaceChildren();
      board.after(aftermath);
      return;
    }
    const why = (id: string) =>
      [...part(aftermath, `[data-judged="${id}"] [data-why]`).childNodes].map((node) => node.cloneNode(true));
    const tools = part(this, '[data-console] .tools').cloneNode(true) as HTMLElement;
    part(tools, '[data-give-up]').replaceWith(this.#againButton());
    part(tools, '[data-here]').textContent = 'Copy link to this debrief';
    own.replaceChildren(...ownDebrief(this.#drill, play, why, bestResult(device, this.#id)), tools);
    part(this, '[data-briefing]').after(aftermath);
  }

  #againButton() {
    const button = element('button', { type: 'button', className: 'control', textContent: 'Play again' });
    button.dataset['again'] = '';
    return button;
  }
}

/** Whether the address names a place of the page, as the skip link does, and not a state. */
function leadsToPlace(): boolean {
  const name = location.hash.slice(1);
  return name === 'top' || (name !== '' && document.getElementById(name) !== null);
}
