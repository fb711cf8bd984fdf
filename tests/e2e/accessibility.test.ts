import { describe, expect, test } from 'vitest';
import { violations } from '../support/axe.ts';
import { visitor } from '../support/open.ts';
import { samplePages } from '../support/site.ts';

const open = visitor();

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
