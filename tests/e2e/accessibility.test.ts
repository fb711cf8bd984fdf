import axe from 'axe-core';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { visitor } from '../support/open.ts';
import { samplePages } from '../support/site.ts';

const open = visitor();

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page as it stands, one line each. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    rules,
  );
  expect(passes.length, 'rules that axe looked at').toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

describe.each(samplePages())('%s', (address) => {
  test.each(['light', 'dark'] as const)('has no violation of WCAG 2.2 AA in the %s theme', async (colorScheme) => {
    const page = await open(address, { colorScheme, viewport: { width: 1280, height: 900 } });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test('has none on a phone either, with the table of contents open', async () => {
    const page = await open(address, { viewport: { width: 390, height: 844 } });
    await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

test('the check sees what is wrong', async () => {
  const page = await open('/');
  await page.evaluate(() => {
    document
      .querySelector('main')!
      .insertAdjacentHTML('beforeend', '<img src="x.png"><p style="color:#ccc;background:#fff">pale</p>');
  });
  const found = (await violations(page)).map((line) => line.split(':')[0]);
  expect(found).toContain('image-alt');
  expect(found).toContain('color-contrast');
});
