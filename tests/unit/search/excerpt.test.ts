import { expect, test } from 'vitest';
import { excerpt, mostWordsShown, wordsOf } from '../../../src/search/excerpt.ts';

const title = 'What is OOM on Linux?';
const text =
  'What is OOM on Linux? The kernel ran out of memory. It kills the worst process, e.g. Java, and logs it. ' +
  'Confirming it. Read the log. Exit code 137 means SIGKILL (see "signals"). ' +
  'Would you add swap to stop OOM kills? Rarely. Swap only delays the kill.';
const at = (word: string) => {
  const words = wordsOf(text);
  return words.flatMap((other, index) => (other.toLowerCase().startsWith(word) ? [index] : []));
};
const anchor = (id: string, heading: string) => ({
  id,
  text: heading,
  position: wordsOf(text.slice(0, text.indexOf(heading))).length - 1,
});
const anchors = [anchor('confirm', 'Confirming it'), anchor('swap', 'Would you add swap')];
const page = { text, title, anchors };
const shown = (...words: string[]) => {
  const { segments, section } = excerpt(page, words.map(at));
  return { text: segments.map((s) => (s.isMatch ? `[${s.text}]` : s.text)).join(''), section: section?.id };
};

test('the sentence with the most words of the query is shown, with its words marked', () => {
  expect(shown('log', 'exit', '137').text).toBe('[Exit] code [137] means SIGKILL (see "signals").');
});

test('marks leave out the punctuation around a word', () => {
  expect(shown('"signals').text).toBe('Exit code 137 means SIGKILL (see "[signals]").');
});

test('an abbreviation does not end a sentence', () => {
  expect(shown('java').text).toBe('It kills the worst process, e.g. [Java], and logs it.');
});

test('a match below a heading names its section', () => {
  expect(shown('137').section).toBe('confirm');
  expect(shown('kernel').section).toBeUndefined();
});

test('a match in a heading shows the sentence below it', () => {
  expect(shown('add', 'swap', 'stop')).toEqual({ text: 'Rarely.', section: 'swap' });
});

test('a sentence ends where a section begins, with or without a full stop', () => {
  const { segments, section } = excerpt(
    { text: 'One apple Next Two pears.', title: '', anchors: [{ id: 'next', text: 'Next', position: 2 }] },
    [[1]],
  );
  expect(segments.map((segment) => segment.text).join('')).toBe('One apple');
  expect(section).toBeUndefined();
});

test('a page whose title has all the words is shown as a page', () => {
  expect(shown('oom', 'linux')).toEqual({ text: 'Rarely.', section: undefined });
});

test('a page found by another name shows its first sentence', () => {
  expect(shown('nowhere')).toEqual({ text: 'The kernel ran out of memory.', section: undefined });
});

test('a long sentence is cut around the words of the query', () => {
  const words = Array.from({ length: 200 }, (_, index) => `w${index}`);
  const { segments } = excerpt({ text: words.join(' '), title: '', anchors: [] }, [[3], [120], [130]]);
  const all = segments.map((segment) => segment.text).join('');
  expect(segments.filter(({ isMatch }) => isMatch).map((segment) => segment.text)).toEqual(['w120', 'w130']);
  expect(all).toMatch(/^… w116 .* …$/);
  expect(wordsOf(all)).toHaveLength(mostWordsShown + 2);
});

test('a page without text has no excerpt', () => {
  expect(excerpt({ text: '', title: 'Title', anchors: [] }, [[]]).segments).toEqual([]);
  expect(excerpt({ text: 'Title.', title: 'Title', anchors: [] }, [[0]]).segments).toEqual([]);
});
