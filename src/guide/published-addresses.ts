import type { Addresses } from './ledger.ts';
import { explicitAnchors } from './page-anchors.ts';
import { permalink, standingPages } from './permalinks.ts';
import { kebabCase } from './schema.ts';
import { isDraft, textAt, type SourceEntry } from './source-entry.ts';
import { topicIds } from './topics.ts';

/**
 * Every address the content publishes, with its explicit anchors: the standing pages, the entries, the topics that have a
 * question, and for each drill its page and the interviewer's sheet. Left out are drafts, drills whose scenario has no
 * page, and names that cannot be part of an address. Throws `UnreadableMarkdown`.
 */
export function publishedAddresses(entries: readonly SourceEntry[]): Addresses {
  const inAddresses = entries.filter((entry) => kebabCase.test(entry.id) && !isDraft(entry));
  const published = inAddresses.filter(({ collection }) => collection !== 'drills');
  const drills = inAddresses.filter(
    ({ collection, id }) =>
      collection === 'drills' && published.some((entry) => entry.collection === 'scenarios' && entry.id === id),
  );
  const questions = published.filter(({ collection }) => collection === 'faq');
  const topics = topicIds.filter((id) => questions.some(({ data }) => textAt(data, 'topic') === id));
  return new Map<string, readonly string[]>([
    ...standingPages.map((address) => [address, []] as const),
    ...topics.map((id) => [permalink({ collection: 'topics', id }), []] as const),
    ...drills.flatMap(({ id }) => [
      [permalink({ collection: 'drills', id }), []] as const,
      [permalink({ collection: 'interviewerSheets', id }), []] as const,
    ]),
    ...published.map(
      (entry) => [permalink(entry), explicitAnchors(entry).filter((anchor) => kebabCase.test(anchor))] as const,
    ),
  ]);
}
