import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { drills } from '../support/drills.ts';
import { urlOf, visitor } from '../support/open.ts';

const open = visitor();

const sheetOf = (id: string) => `/scenarios/${id}/interviewer/`;
const mostPages = 4;
const pageCount = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

const showAll = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));

/** Typography makes quotes and dashes of what an author typed. */
const plainly = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ');

describe.each(drills)("the interviewer's sheet of $id", ({ id, drill }) => {
  test('prints on at most four pages of A4, and not on fewer than two', async () => {
    const page = await open(sheetOf(id));
    const pages = pageCount(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(pages).toBeLessThanOrEqual(mostPages);
    expect(pages).toBeGreaterThan(1);
  });

  test('needs no JavaScript for the answer and the evidence to every action', async () => {
    const page = await open(sheetOf(id), { javaScriptEnabled: false });
    const actions = page.locator('.reveal');
    expect(await actions.count()).toBe(drill.actions.length);
    for (const action of await actions.all()) {
      expect(await action.locator('.gist').isVisible()).toBe(true);
      expect((await action.locator('.gist').innerText()).length).toBeGreaterThan(10);
      const evidence = action.locator('.evidence');
      expect(await evidence.isVisible()).toBe(false);
      await action.locator('summary').click();
      expect(await evidence.isVisible()).toBe(true);
    }
    const shown = await page.locator('.reveal').allInnerTexts();
    for (const { label } of drill.actions)
      expect(shown.some((text) => plainly(text).includes(plainly(label)))).toBe(true);
  });

  test('fits a screen of 320 px with every fold open', async () => {
    const page = await open(sheetOf(id), { viewport: { width: 320, height: 800 } });
    await showAll(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

describe('the sheet', () => {
  const [{ id, drill }] = drills as [(typeof drills)[number]];

  test('warns first, and sends those who want to play to the drill', async () => {
    const page = await open(sheetOf(id));
    const warning = page.locator('.warning');
    expect(await warning.innerText()).toContain('gives the whole incident away');
    const briefing = await page.locator('.briefing').evaluate((element) => element.getBoundingClientRect().top);
    expect(await warning.evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThan(briefing);
    await warning.getByRole('link', { name: 'play the drill' }).click();
    await page.waitForURL(urlOf(`/scenarios/${id}/drill/`));
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(drill.title);
  });

  test('has boxes to tick, each with a name, and keeps no tick', async () => {
    const page = await open(sheetOf(id));
    const boxes = page.getByRole('checkbox');
    expect(await boxes.count()).toBeGreaterThan(drill.actions.length);
    const asked = page.getByRole('checkbox', { name: drill.actions[0]!.label });
    await asked.check();
    await page.getByRole('group', { name: 'Strong' }).getByRole('checkbox').first().check();
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.reload();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  });

  test('leaves the warning and long output out on paper, and keeps the cause, the answers and the boxes', async () => {
    const page = await open(sheetOf(id));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.warning').isVisible()).toBe(false);
    expect(await page.locator('.page-header').isVisible()).toBe(false);
    expect(await page.locator('.names').isVisible()).toBe(true);
    expect(await page.locator('#root-cause').isVisible()).toBe(true);
    expect(await page.locator('.gist:visible').count()).toBe(await page.locator('.gist').count());
    expect(await page.getByRole('checkbox').first().isVisible()).toBe(true);
    const printed = page.locator('.reveal pre:visible');
    const lines = await printed.evaluateAll((all) => all.map((one) => one.textContent!.split('\n').length));
    expect(lines.length).toBeGreaterThan(0);
    expect(Math.max(...lines)).toBeLessThanOrEqual(6);
  });

  test('asks for no script of its own', async () => {
    const scripts = async (address: string) => {
      const page = await open(address);
      return page.evaluate(() => [...document.scripts].map(({ src }) => src).filter((src) => src !== ''));
    };
    expect(await scripts(sheetOf(id))).toEqual(await scripts(`/scenarios/${id}/`));
  });
});

describe('the list of scenarios', () => {
  const [first] = drills as [(typeof drills)[number]];
  const kept = JSON.stringify({ version: 1, best: { [first.id]: { total: 84, grade: 'solid', minutes: 21 } } });

  test.each([true, false])('leads to guide, drill and sheet of each (JavaScript: %s)', async (javaScriptEnabled) => {
    const page = await open('/scenarios/', { javaScriptEnabled });
    for (const { id } of drills) {
      for (const address of [`/scenarios/${id}/`, `/scenarios/${id}/drill/`, sheetOf(id)]) {
        const path = new URL(urlOf(address)).pathname;
        expect(await page.locator(`.ways a[href="${path}"]:visible`).count(), address).toBe(1);
      }
    }
    expect(await page.locator('best-result:visible').count()).toBe(0);
  });

  test('shows the best result that this device keeps, and only where there is one', async () => {
    const page = await open('/scenarios/');
    await page.evaluate((results) => localStorage.setItem('drill-results', results), kept);
    await page.reload();
    expect(await page.locator('best-result:visible').allInnerTexts()).toEqual([
      'Your best: 84 of 100, solid, in 21 minutes',
    ]);
    expect(await page.locator(`best-result[data-drill="${first.id}"]`).isVisible()).toBe(true);
  });

  test('stays whole when storage is blocked or damaged', async () => {
    const page = await open('/scenarios/');
    await page.evaluate(() => localStorage.setItem('drill-results', '{"version":1,"best":[3]'));
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.reload();
    expect(await page.locator('best-result:visible').count()).toBe(0);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await page.reload();
    expect(await page.locator('best-result').count()).toBe(drills.length);
    expect(await page.locator('best-result:visible').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('is shorter on the home page: no sheets, no results', async () => {
    const page = await open('/');
    expect(await page.locator('.ways a', { hasText: 'Drill' }).count()).toBe(drills.length);
    expect(await page.locator('a[href*="interviewer"], best-result').count()).toBe(0);
  });
});
