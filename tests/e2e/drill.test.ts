import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { fragment } from '../../src/study/address.ts';
import { closing, givingUp, refusal, replay, type Drill, type Move } from '../../src/study/drill.ts';
import { score } from '../../src/study/score.ts';
import { violations } from '../support/axe.ts';
import { drills } from '../support/drills.ts';
import { urlOf, visitor } from '../support/open.ts';
import { addresses, siteFolder } from '../support/site.ts';

const open = visitor();

const addressOf = (id: string) => `/scenarios/${id}/drill/`;
const sample = drills.find(({ id }) => id === 'host-oom')!;
const states = (drill: Drill, ...moves: Move[]) => fragment(drill, { moves });

/** A path of waste and harm until the incident is severe, with users still waiting. */
function badPath(drill: Drill): Move[] {
  const rank = { harmful: 0, waste: 1, fine: 2, strong: 3 };
  const worstFirst = drill.actions.toSorted((a, b) => rank[a.verdict] - rank[b.verdict]);
  const moves: Move[] = [];
  for (;;) {
    const play = replay(drill, moves);
    if (play.severeAt !== undefined) return moves;
    const worst = worstFirst.find(({ id, mitigates }) => !mitigates && refusal(drill, play, id) === undefined);
    if (!worst) throw new Error(`After ${moves.join(', ')} nothing is left that does not help users.`);
    moves.push(worst.id);
  }
}

/** Every action in an order that is allowed, until the incident can be closed. */
function restOf(drill: Drill, moves: readonly Move[]): Move[] {
  const all = [...moves];
  while (refusal(drill, replay(drill, all), closing) !== undefined)
    all.push(drill.actions.find(({ id }) => refusal(drill, replay(drill, all), id) === undefined)!.id);
  return all.slice(moves.length);
}

const openDrill = (id: string, options: BrowserContextOptions = {}, state = '') => open(addressOf(id) + state, options);

const choose = (page: Page, id: string) => page.locator(`[data-move="${id}"]`).click();
const clock = (page: Page) => page.locator('[data-clock]').textContent().then(Number);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent.trim());
const said = (page: Page) => page.locator('[data-said]').textContent();
const entries = (page: Page) =>
  page.locator('[data-log] > li').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['entry']!));

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(drills)('the drill of $id', ({ id, drill }) => {
  test('is played through on the best path, to full points and a debrief', async () => {
    const page = await openDrill(id);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    for (const move of drill.bestPath) {
      await choose(page, move);
      expect(await focused(page)).toBe(drill.actions.find((action) => action.id === move)!.label);
      expect(await page.locator('[data-log] > li:last-child .evidence').isVisible()).toBe(true);
    }
    expect(await clock(page)).toBe(drill.parMinutes);
    expect(await entries(page)).toEqual(drill.bestPath);
    expect(await page.locator('.aftermath').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Close the incident' }).click();
    expect(await focused(page)).toBe('Debrief');
    expect(await page.locator('.total strong').textContent()).toBe('100');
    expect(await page.locator('[data-own] .choices').first().locator('li').count()).toBe(drill.bestPath.length);
    expect(await page.getByRole('heading', { name: 'What you missed' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Root cause' }).isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('says on a bad path that it is severe, goes on, and counts the harm', async () => {
    const page = await openDrill(id);
    const bad = badPath(drill);
    expect(await page.locator('[data-severe]').isVisible()).toBe(false);
    for (const move of bad) await choose(page, move);
    expect(await page.locator('[data-severe]').textContent()).toContain(`Severe since minute ${drill.budgetMinutes}`);
    expect(await page.locator('[data-severe]').isVisible()).toBe(true);
    await expect.poll(() => said(page)).toContain('severe now');
    expect(await page.locator('.turn.severe').count()).toBe(1);
    const rest = restOf(drill, bad);
    for (const move of rest) await choose(page, move);
    expect(await page.locator('[data-severe]').textContent()).toContain('Users have been helped since');
    await page.getByRole('button', { name: 'Close the incident' }).click();
    const expected = score(drill, replay(drill, [...bad, ...rest, closing]));
    expect(await page.locator('.total strong').textContent()).toBe(String(expected.total));
    expect(expected.total).toBeLessThan(90);
    const words = await page.locator('[data-own]').innerText();
    for (const { why } of expected.lines) expect(words).toContain(why);
    const unsound = drill.actions.filter(
      (action) => [...bad, ...rest].includes(action.id) && action.verdict === 'harmful',
    );
    expect(await page.locator('[data-own] .choices .verdict.harmful').count()).toBe(unsound.length);
    await page.context().close();
  });

  test('shows the path to a player who gives up', async () => {
    const page = await openDrill(id);
    const [first] = drill.bestPath;
    await choose(page, first!);
    await page.getByRole('button', { name: 'Give up and see the path' }).click();
    expect(await focused(page)).toBe('Debrief');
    expect(await page.locator('.grade').textContent()).toContain('Given up');
    const missed = page.locator('[data-own] h3:text("What you missed") + .choices li');
    expect(await missed.count()).toBe(drill.bestPath.length - 1);
    expect(await page.locator('[data-best-path] li:visible').count()).toBe(drill.bestPath.length);
    expect(await page.evaluate(() => localStorage.getItem('drill-results'))).toBeNull();
    await page.context().close();
  });

  test('shows no verdict, no reason and no cause while it is played', async () => {
    const page = await openDrill(id);
    const secrets = [drill.rootCause, ...drill.debrief, ...drill.actions.map(({ why }) => why)].map((text) =>
      text
        .replace(/[`*]/g, '')
        .split(/['"’“”]|--|\.\.\./)
        .toSorted((a, b) => b.length - a.length)[0]!
        .trim(),
    );
    const leaked = async () => {
      const shown = await page.locator('main').innerText();
      return secrets.filter((secret) => shown.includes(secret));
    };
    expect(await leaked()).toEqual([]);
    for (const move of restOf(drill, [])) await choose(page, move);
    expect(await leaked()).toEqual([]);
    expect(await page.locator('.verdict:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Close the incident' }).click();
    expect((await leaked()).length).toBeGreaterThan(drill.debrief.length);
    await page.context().close();
  });

  test('weighs at most 32 kB in nine requests on a first visit', async () => {
    const page = await open('/404.html');
    let bytes = 0;
    const asked: string[] = [];
    const context = await page.context().browser()!.newContext();
    const fresh = await context.newPage();
    fresh.on('response', (response) => {
      bytes += Number(response.headers()['content-length'] ?? 0);
      asked.push(response.url());
    });
    await fresh.goto(urlOf(addressOf(id)), { waitUntil: 'networkidle' });
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length, asked.join('\n')).toBeLessThanOrEqual(9);
    expect(bytes, asked.join('\n')).toBeLessThanOrEqual(32_000);
    await context.close();
    await page.context().close();
  });

  test('is no wider than a small phone in any state', async () => {
    const page = await openDrill(id, { viewport: { width: 320, height: 640 } });
    expect(await isTooWide(page)).toBe(false);
    for (const move of restOf(drill, [])) {
      await choose(page, move);
      expect(await isTooWide(page), move).toBe(false);
    }
    await page.getByRole('button', { name: 'Close the incident' }).click();
    expect(await isTooWide(page), 'debrief').toBe(false);
    await page.context().close();
  });
});

describe('what is offered', () => {
  const { id, drill } = sample;

  test('is a button with its minutes when open, a quiet line with its reason when not, and gone when done', async () => {
    const page = await openDrill(id);
    const start = replay(drill);
    for (const { action, state, reason } of start.offers.flatMap(({ offers }) => offers)) {
      const place = page.locator(`[data-action="${action.id}"]`);
      expect(await place.locator('button').isVisible(), action.id).toBe(state === 'open');
      if (state === 'open') expect(await place.locator('button').innerText()).toContain(`${action.minutes} min`);
      else expect(await place.innerText()).toContain(reason!);
    }
    await choose(page, 'host-metrics');
    expect(await page.locator('[data-action="host-metrics"]').isVisible()).toBe(false);
    expect(await page.locator('[data-move="drain-host"]').isVisible()).toBe(true);
  });

  test('includes closing, which says why not yet', async () => {
    const page = await openDrill(id);
    const close = page.getByRole('button', { name: 'Close the incident' });
    expect(await close.getAttribute('aria-disabled')).toBe('true');
    await close.click({ force: true });
    await expect.poll(() => said(page)).toBe('Users have not been helped yet.');
    expect(await page.locator('incident-drill').getAttribute('data-stage')).toBe('play');
    for (const move of ['host-metrics', 'drain-host']) await choose(page, move);
    expect(await page.locator('[data-why-not-closed]').textContent()).toBe('Not yet. The cause is not proven yet.');
    expect(await page.locator('[data-users]').textContent()).toBe('helped at minute 4');
    expect(await page.locator('.turn').textContent()).toContain('Users are helped');
  });

  test('has targets of at least 24 pixels', async () => {
    const page = await openDrill(id, { viewport: { width: 390, height: 800 } }, states(drill, 'host-metrics'));
    const small = await page
      .locator('incident-drill :is(button, a):visible')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML));
    expect(small).toEqual([]);
  });
});

describe('the evidence', () => {
  const { id, drill } = sample;

  test('is the one written for the time after users were helped, where it differs', async () => {
    const page = await openDrill(id);
    await choose(page, 'host-metrics');
    await choose(page, 'reboot-host');
    expect(await page.locator('li[data-entry="reboot-host"]').innerText()).toContain('5xx for a sixth of the users');
    await page.getByRole('button', { name: 'Take back' }).click();
    await choose(page, 'drain-host');
    await choose(page, 'reboot-host');
    const later = await page.locator('li[data-entry="reboot-host"]').innerText();
    expect(later).not.toContain('5xx for a sixth of the users');
    expect(later).toContain('There was no danger left');
    expect(later).toContain('8 of them after-effects');
  });

  test('has charts that are told in words, beside the numbers themselves', async () => {
    const page = await openDrill(id, {}, states(drill, 'host-metrics'));
    const charts = page.locator('[data-log] [role=img]');
    expect(await charts.count()).toBe(3);
    expect(await charts.nth(1).getAttribute('aria-label')).toMatch(
      /^tile-02: 22\.6 at 00:00, .*lowest 5\.8.*highest 22\.6/,
    );
    expect(await page.locator('[data-log] pre').isVisible()).toBe(true);
  });

  test('is announced with the clock, and its heading has the focus in sight', async () => {
    const page = await openDrill(id);
    await choose(page, 'read-console');
    await expect
      .poll(() => said(page))
      .toBe(
        'Minute 2. Read the serial console log of tile-04 from 02:41. Values are pages of 4 KiB. The journal on disk ends at 02:40:58 without any of this.',
      );
    const { top, header } = await page.evaluate(() => ({
      top: document.activeElement!.getBoundingClientRect().top,
      header: document.querySelector('.page-header')!.getBoundingClientRect().bottom,
    }));
    expect(top).toBeGreaterThanOrEqual(header);
    expect(top).toBeLessThan(900);
  });
});

describe('the address', () => {
  const { id, drill } = sample;
  const [first, second, third] = drill.bestPath as [string, string, string];

  test('holds the state: reload keeps it, back and forward walk through the moves', async () => {
    const page = await openDrill(id);
    for (const move of [first, second, third]) await choose(page, move);
    expect(new URL(page.url()).hash).toBe(states(drill, first, second, third));
    await page.reload();
    expect(await entries(page)).toEqual([first, second, third]);
    await page.goBack();
    expect(await entries(page)).toEqual([first, second]);
    await page.goBack();
    await page.goBack();
    expect(await entries(page)).toEqual([]);
    expect(await clock(page)).toBe(0);
    await page.goForward();
    expect(await entries(page)).toEqual([first]);
  });

  test('of a debrief can be sent; opening it keeps no result on the device', async () => {
    const page = await openDrill(id, {}, states(drill, ...drill.bestPath, closing));
    expect(await page.locator('.total strong').textContent()).toBe('100');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByRole('button', { name: 'Play again' }).click();
    expect(await entries(page)).toEqual([]);
    expect(new URL(page.url()).hash).toBe('');
  });

  test('of a moment is copied, and leads there', async () => {
    const page = await openDrill(id, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('link', { name: 'Copy link to this moment' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(urlOf(addressOf(id)));
    await choose(page, first);
    await page.getByRole('link', { name: 'Copy link to this moment' }).click();
    const expected = urlOf(addressOf(id)) + states(drill, first);
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
    expect(await entries(page)).toEqual([first]);
  });

  test.each([
    ['damaged', '#d1.nonsense', /^This link is damaged/],
    [
      'made for another version',
      `#d1.0000${states(drill, 'host-metrics').slice(8)}`,
      /^This link was made for another/,
    ],
    ['of another form', '#d9.abcd.01.aa', /^This link was made for another version/],
    ['cut short', states(drill, first, second).slice(0, -1), /^This link is damaged/],
  ])('that is %s starts afresh and says so', async (_, hash, message) => {
    const page = await openDrill(id, {}, hash);
    expect(await page.locator('[data-message]').textContent()).toMatch(message);
    expect(await page.locator('[data-message]').isVisible()).toBe(true);
    expect(await entries(page)).toEqual([]);
    await choose(page, first);
    expect(await page.locator('[data-message]').textContent()).toBe('');
    expect(await entries(page)).toEqual([first]);
  });

  test('of a place on the page, as of the skip link, leaves the state alone', async () => {
    const page = await openDrill(id, {}, states(drill, first));
    await page.evaluate(() => (location.hash = '#_top'));
    await expect.poll(() => new URL(page.url()).hash).toBe(states(drill, first));
    expect(await entries(page)).toEqual([first]);
    expect(await page.locator('[data-message]').textContent()).toBe('');
  });
});

describe('taking back', () => {
  const { id, drill } = sample;

  test('undoes the last move, offers it again and puts the focus on it', async () => {
    const page = await openDrill(id);
    const undo = page.getByRole('button', { name: 'Take back' });
    expect(await undo.isDisabled()).toBe(true);
    await choose(page, 'host-metrics');
    await choose(page, 'drain-host');
    await undo.click();
    expect(await entries(page)).toEqual(['host-metrics']);
    expect(await page.locator('[data-users]').textContent()).toBe('not helped yet');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['move'])).toBe('drain-host');
    await expect.poll(() => said(page)).toBe('Taken back. Minute 2.');
  });

  test('works from the debrief too, and so do back and forward between two of them', async () => {
    const page = await openDrill(id, {}, states(drill, 'host-metrics', givingUp));
    await page.goto(urlOf(addressOf(id)) + states(drill, ...drill.bestPath, closing));
    expect(await page.locator('.total strong').textContent()).toBe('100');
    await page.goBack();
    expect(await page.locator('.grade').textContent()).toContain('Given up');
    await page.getByRole('button', { name: 'Take back' }).click();
    expect(await page.locator('.aftermath').isVisible()).toBe(false);
    expect(await entries(page)).toEqual(['host-metrics']);
  });
});

describe('on this device', () => {
  const { id, drill } = sample;

  async function close(page: Page, moves: readonly Move[]) {
    for (const move of moves) await choose(page, move);
    await page.getByRole('button', { name: 'Close the incident' }).click();
  }

  test('the best result stays, and a worse one does not replace it', async () => {
    const page = await openDrill(id);
    expect(await page.locator('[data-best]').isVisible()).toBe(false);
    await close(page, drill.bestPath);
    await page.getByRole('button', { name: 'Play again' }).click();
    const best = `Your best on this device: 100 of 100, in ${drill.parMinutes} minutes`;
    expect(await page.locator('[data-best]').textContent()).toBe(best);
    await close(page, restOf(drill, []));
    await page.reload();
    expect(await page.locator('[data-best]').textContent()).toBe(best);
  });

  test('the notes stay', async () => {
    const page = await openDrill(id);
    await page.getByLabel('Your notes').fill('shmem grows');
    await choose(page, 'host-metrics');
    expect(await page.getByLabel('Your notes').inputValue()).toBe('shmem grows');
    await page.goto(urlOf(addressOf(id)));
    await page.reload();
    expect(await page.getByLabel('Your notes').inputValue()).toBe('shmem grows');
  });

  test('nothing can be kept where storage is blocked, and the drill is whole all the same', async () => {
    const page = await open('/');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(urlOf(addressOf(id)));
    await page.getByLabel('Your notes').fill('anything');
    await close(page, drill.bestPath);
    expect(await page.locator('.total strong').textContent()).toBe('100');
    expect(errors).toEqual([]);
  });
});

test('the keyboard alone plays an incident, from one piece of evidence on to the next choice', async () => {
  const { id, drill } = sample;
  const page = await openDrill(id);
  const press = async (isThere: string) => {
    for (let stop = 0; stop < 60; stop += 1) {
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), isThere)) {
        await page.keyboard.press('Enter');
        return;
      }
      await page.keyboard.press('Tab');
    }
    throw new Error(`60 stops of the keyboard do not lead to ${isThere}.`);
  };
  for (const move of drill.bestPath) await press(`[data-move="${move}"]`);
  await press('[data-close]');
  expect(await focused(page)).toBe('Debrief');
  expect(await page.locator('.total strong').textContent()).toBe('100');
});

test('what is known leads back to its evidence', async () => {
  const { id, drill } = sample;
  const page = await openDrill(id, {}, states(drill, 'ask-history', 'host-metrics'));
  await page.locator('[data-known]').getByRole('button', { name: 'Put all reboots' }).click();
  expect(await focused(page)).toBe('Put all reboots of the last weeks into one table');
  expect(new URL(page.url()).hash).toBe(states(drill, 'ask-history', 'host-metrics'));
});

describe('without JavaScript', () => {
  const { id, drill } = sample;

  test('the incident is there to read, and gives nothing away unasked', async () => {
    const page = await openDrill(id, { javaScriptEnabled: false });
    expect(await page.locator('incident-drill button:visible').count()).toBe(0);
    for (const { label } of drill.actions)
      expect(await page.locator('summary', { hasText: label }).first().isVisible()).toBe(true);
    const cause = page.getByRole('heading', { name: 'Root cause' });
    expect(await cause.isVisible()).toBe(false);
    await page.locator('summary', { hasText: 'What happened' }).click();
    expect(await cause.isVisible()).toBe(true);
    const result = page.locator('[data-action="read-console"] [data-result]');
    expect(await result.isVisible()).toBe(false);
    await page.locator('[data-action="read-console"] summary').click();
    expect(await result.isVisible()).toBe(true);
    expect(await page.locator('[data-clock]').isVisible()).toBe(false);
  });

  test('it is no wider than a small phone', async () => {
    const page = await openDrill(id, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await page.locator('summary', { hasText: 'Read the serial console' }).click();
    expect(await isTooWide(page)).toBe(false);
  });
});

test.each([true, false])(
  'on paper every result and the debrief are open (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const { id, drill } = sample;
    const page = await openDrill(id, { javaScriptEnabled });
    if (javaScriptEnabled) await choose(page, 'host-metrics');
    await page.emulateMedia({ media: 'print' });
    for (const { id: action } of drill.actions)
      expect(await page.locator(`[data-action="${action}"] [data-result]`).isVisible(), action).toBe(true);
    expect(await page.getByRole('heading', { name: 'Root cause' }).isVisible()).toBe(true);
    expect(await page.locator('incident-drill button:visible').count()).toBe(0);
  },
);

describe('axe finds nothing wrong', () => {
  const { id, drill } = sample;
  const bad = badPath(drill);
  const inStates: [string, string][] = [
    ['at the start', ''],
    ['in the middle', states(drill, 'ask-history', 'host-metrics', 'read-console')],
    ['after a harmful choice', states(drill, 'host-metrics', 'reboot-host')],
    ['once users are helped', states(drill, 'host-metrics', 'drain-host')],
    ['past the budget', states(drill, ...bad)],
    ['closed', states(drill, ...drill.bestPath, closing)],
    ['given up', states(drill, ...bad, givingUp)],
    ['after a damaged link', '#d1.nonsense'],
  ];

  test.each(inStates)('%s', async (_, hash) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await openDrill(id, { colorScheme }, hash);
      expect(await violations(page), colorScheme).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.evaluate(() =>
        document.querySelectorAll<HTMLDetailsElement>('.fold').forEach((fold) => (fold.open = true)),
      );
      expect(await violations(page), `${colorScheme}, phone`).toEqual([]);
      await page.context().close();
    }
  });
});

test('the script of the drill is loaded on the pages of drills alone', () => {
  const withScript = addresses().filter((address) =>
    /<script[^>]*src="[^"]*IncidentDrill/.test(
      readFileSync(`${siteFolder}${address}${address.endsWith('/') ? 'index.html' : ''}`, 'utf8'),
    ),
  );
  expect(withScript.sort()).toEqual(drills.map(({ id }) => addressOf(id)).sort());
});

test('the guide leads to its drill', async () => {
  const page = await open('/scenarios/host-oom/');
  await page.getByRole('link', { name: 'Play the drill' }).click();
  await page.waitForURL(`**${addressOf('host-oom')}`);
});
