import { markdownToHtml } from 'satteri';
import { withBase } from '../site.ts';
import { reference } from './references.ts';

/** What a reference needs to know of the page it leads to. */
export interface Target {
  title: string;
  /** The address without the base path; none while the page is only planned. */
  path?: string;
}

export type FindTarget = (id: string) => Target;

const markdownFeatures = { smartPunctuation: true } as const;

/** Markdown of the frontmatter as HTML, with its references to other entries resolved. */
export function block(markdown: string, find: FindTarget): string {
  const linked = markdown.replace(reference, (_, id: string, anchor: string | undefined, words: string | undefined) => {
    const { title, path } = find(id);
    const label = words?.trim() || title;
    return path === undefined ? label : `[${label}](${withBase(path)}${anchor ? `#${anchor}` : ''})`;
  });
  return markdownToHtml(linked, { features: markdownFeatures }).html.trim();
}

/** A single paragraph of Markdown as HTML without the paragraph around it. */
export function inline(markdown: string, find: FindTarget): string {
  return block(markdown, find)
    .replace(/^<p>/, '')
    .replace(/<\/p>$/, '');
}

/** Markdown as plain text, for descriptions, feeds and search metadata. */
export function plain(markdown: string): string {
  return markdown
    .replace(reference, (_, id: string, _anchor, words: string | undefined) => words ?? id)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A pitfall that begins with a quotation says what is often heard, and then what is true. */
export function saidAndTrue(pitfall: string): { said?: string; truth: string } {
  const match = /^["“]([\s\S]+?)["”]\s+([\s\S]+)$/.exec(pitfall.trim());
  return match ? { said: match[1]!, truth: match[2]! } : { truth: pitfall };
}

/** The ids a text refers to, each once. */
export const referencedIds = (text: string): string[] => [
  ...new Set([...text.matchAll(reference)].map(([, id]) => id!)),
];
