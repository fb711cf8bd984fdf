import { expect, test } from 'vitest';
import { warningLines } from '../../../scripts/build.mjs';

test.each([
  '22:15:03 [WARN] [vite] something is off',
  '\u001B[33m[WARN]\u001B[39m coloured',
  'warning: the file src/pages/index.astro has no title',
  'src/a.ts (3:1) Warning: unused import',
  '2 warnings generated',
  '(!) Some chunks are larger than 500 kB after minification.',
])('a build that prints "%s" warns', (line) => {
  expect(warningLines(`22:15:01 [build] 3 page(s) built\r\n${line}\r\nComplete!`)).toHaveLength(1);
});

test.each([
  '22:15:03   ├─ /faq/compiler-warnings/index.html (+12ms)',
  '22:15:03 [build] Complete!',
  'dist/_astro/warning.Cx1.css  2.10 kB',
])('a build that prints "%s" does not warn', (line) => {
  expect(warningLines(line)).toEqual([]);
});

test('each warning is listed as it was printed, without colours', () => {
  expect(warningLines('ok\n\u001B[33m[WARN]\u001B[39m one\nok\nWarning: two')).toEqual(['[WARN] one', 'Warning: two']);
});
