import { expect, test } from 'vitest';
import { markdownParts, UnreadableMarkdown } from '../../../src/guide/markdown-parts.ts';

test('a heading has the anchor its author chose, else one made from its words, numbered when they repeat', () => {
  const { headings } = markdownParts("## Who *dies* -- and `why`? {#who}\n\n### It's full\n\n### It's full\n", 'mdx');
  expect(headings.map(({ anchor, isExplicit, depth, line }) => [anchor, isExplicit, depth, line])).toEqual([
    ['who', true, 2, 1],
    ['its-full', false, 3, 3],
    ['its-full-1', false, 3, 5],
  ]);
});

test('links are found wherever they stand, with the address of reference links', () => {
  const { links } = markdownParts(
    '- [a](https://a.example)\n\n<Say>\n\n[b][label]\n\n</Say>\n\n[label]: https://b.example\n',
    'mdx',
  );
  expect(links).toEqual([
    { line: 1, url: 'https://a.example', text: 'a' },
    { line: 5, url: 'https://b.example', text: 'b' },
  ]);
});

test('what stands in code is text', () => {
  const { links, elements, expressions, hasText } = markdownParts(
    '`[a](/b) <script> {c}`\n\n```sh\n<Ref> {d}\n```\n',
    'mdx',
  );
  expect({ links, elements, expressions, hasText }).toEqual({
    links: [],
    elements: [],
    expressions: [],
    hasText: true,
  });
});

test('a text that is not MDX is an error with its line', () => {
  const read = () => markdownParts('One.\n\nTwo { three.\n', 'mdx');
  expect(read).toThrow(UnreadableMarkdown);
  expect(read).toThrow(expect.objectContaining({ line: 3 }));
});
