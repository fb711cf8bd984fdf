import type { Addresses } from './ledger.ts';
import { explicitAnchors } from './page-anchors.ts';
import { permalink, standingPages } from './permalinks.ts';
import { kebabCase } from './schema.ts';
import { isDraft, textAt, type SourceEntry } from './source-entry.ts';
import { topicIds } from './topics.ts';

/**
 * Every address the content publishes, with its explicit anchors: the standing pages, the entries, and the topics that
 * have a question. Drafts are left out, and names that cannot be
 * part of an address. Throws `UnreadableMarkdown`.
 */
export function publishedAddresses(entries: readonly SourceEntry[]): Addresses {
  const published = entries.filter((entry) => kebabCase.test(entry.id) && !isDraft(entry));
  const questions = published.filter(({ collection }) => collection === 'faq');
  const topics = topicIds.filter((id) => questions.some(({ data }) => textAt(data, 'topic') === id));
  return new Map<string, readonly string[]>([
    ...standingPages.map((address) => [address, []] as const),
    ...topics.map((id) => [permalink({ collection: 'topics', id }), []] as const),
    ...published.map(
      (entry) => [permalink(entry), explicitAnchors(entry).filter((anchor) => kebabCase.test(anchor))] as const,
    ),
  ]);
}
