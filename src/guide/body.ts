import { markdownParts, UnreadableMarkdown, type MarkdownParts } from './markdown-parts.ts';
import type { SourceEntry } from './source-entry.ts';

const parsed = new WeakMap<SourceEntry, MarkdownParts | UnreadableMarkdown>();

function parse({ body }: SourceEntry): MarkdownParts | UnreadableMarkdown {
  try {
    return markdownParts(body, 'mdx');
  } catch (error) {
    if (error instanceof UnreadableMarkdown) return error;
    throw error;
  }
}

/** The parts of an entry's body, parsed once, or the reason why it cannot be parsed. */
export function partsOrReason(entry: SourceEntry): MarkdownParts | UnreadableMarkdown {
  const known = parsed.get(entry) ?? parse(entry);
  parsed.set(entry, known);
  return known;
}

/** The parts of an entry's body, parsed once. Throws `UnreadableMarkdown`. */
export function bodyOf(entry: SourceEntry): MarkdownParts {
  const parts = partsOrReason(entry);
  if (parts instanceof UnreadableMarkdown) throw parts;
  return parts;
}
