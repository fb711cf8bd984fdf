import { expect, test } from 'vitest';
import { leanPage } from '../../../src/build/lean-page.ts';

test('the unused style sheet for print and the unused script for code go, others stay', () => {
  const kept =
    '<link rel="stylesheet" href="/_astro/ec.a1.css"><script type="module" src="/_astro/page.b2.js"></script>';
  const unused =
    '<link rel="stylesheet" href="/r/_astro/print.c3-.css" media="print"><script type="module" src="/r/_astro/ec.d4.js"></script>';
  expect(leanPage(`<head>${unused}${kept}</head>`)).toBe(`<head>${kept}</head>`);
});

test('code loses its direction and nothing else', () => {
  expect(leanPage('<p dir="auto"><code dir="auto">a dir="auto"</code></p><pre class="x" dir="ltr">')).toBe(
    '<p dir="auto"><code>a dir="auto"</code></p><pre class="x">',
  );
});
