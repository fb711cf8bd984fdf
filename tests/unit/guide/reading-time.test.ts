import { expect, test } from 'vitest';
import { readingMinutes } from '../../../src/guide/reading-time.ts';

const words = (count: number) => 'word '.repeat(count);

test('two hundred words take a minute', () => {
  expect(readingMinutes(words(600))).toBe(3);
});

test('code is read at half that speed', () => {
  expect(readingMinutes(`\`\`\`sh\n${words(400)}\n\`\`\``)).toBe(4);
});

test('the shortest text takes a minute', () => {
  expect(readingMinutes('')).toBe(1);
});
