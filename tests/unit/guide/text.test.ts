import { expect, test } from 'vitest';
import { block, inline, plain, referencedIds, saidAndTrue, type FindTarget } from '../../../src/guide/text.ts';

const find: FindTarget = (id) =>
  id === 'linux-oom' ? { title: 'What is OOM?', path: '/faq/linux-oom/' } : { title: id.replaceAll('-', ' ') };

test('a reference in the frontmatter becomes a link with its own words', () => {
  expect(inline('See <Ref id="linux-oom">the OOM killer</Ref>.', find)).toBe(
    'See <a href="/faq/linux-oom/">the OOM killer</a>.',
  );
});

test('a reference without words prints the title, and one with an anchor leads to it', () => {
  expect(inline('<Ref id="linux-oom" anchor="swap" />', find)).toBe('<a href="/faq/linux-oom/#swap">What is OOM?</a>');
});

test('a reference to a page that is only planned prints its words without a link', () => {
  expect(inline('See <Ref id="tcp-handshake">the handshake</Ref>.', find)).toBe('See the handshake.');
});

test('a follow-up may have paragraphs and lists', () => {
  expect(block('One.\n\n- a\n- b', find)).toMatch(/<p>One\.<\/p>[\s\S]*<ul>[\s\S]*<li>a<\/li>/);
});

test('plain text keeps the words and loses the markup', () => {
  expect(plain('Read `dmesg` **first**, then <Ref id="linux-oom">this</Ref>.')).toBe('Read dmesg first, then this.');
});

test('a pitfall that begins with a quotation is split into what is said and what is true', () => {
  expect(saidAndTrue('"Exit 137 proves OOM." It proves SIGKILL.')).toEqual({
    said: 'Exit 137 proves OOM.',
    truth: 'It proves SIGKILL.',
  });
  expect(saidAndTrue('Forgetting uncordon.')).toEqual({ truth: 'Forgetting uncordon.' });
});

test('the ids a text refers to are listed once each', () => {
  expect(referencedIds('<Ref id="a" /> and <Ref id="b">b</Ref> and <Ref id="a">again</Ref>')).toEqual(['a', 'b']);
});
