import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';

/** A fenced block of code as it stands on a page. */
export interface Fence {
  /** The word after the backticks, empty when there is none. */
  language: string;
  /** What follows the language: `title="What to read" {3}`. */
  meta: string;
  code: string;
  /** Line of the opening backticks, from 1. The code begins on the next one. */
  line: number;
  /** What `unchecked="…"` gives as the reason why no parser can judge the block; `undefined` where it is not said. */
  unchecked: string | undefined;
}

/** The value of `name="value"` in what follows a fence's language; empty for a bare name, `undefined` without it. */
export function metaValue(meta: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}(?:=(?:"([^"]*)"|'([^']*)'|(\\S*)))?(?=\\s|$)`).exec(meta);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : undefined;
}

/**
 * The fenced blocks of a page's body (`mdx`) or of a text field (`md`), in their order. `firstLine` is the line of the
 * file on which the text begins. Throws what the parser throws when the text is not well-formed MDX.
 */
export function fences(
  source: string,
  { format = 'mdx', firstLine = 1 }: { format?: 'mdx' | 'md'; firstLine?: number } = {},
): Fence[] {
  const tree = (format === 'mdx' ? mdxToMdast : markdownToMdast)(source, { features: { headingAttributes: true } });
  const found: Fence[] = [];
  function visit(node: MdastNode): void {
    if (node.type === 'code') {
      const meta = node.meta ?? '';
      found.push({
        language: node.lang ?? '',
        meta,
        code: node.value,
        line: firstLine - 1 + (node.position?.start.line ?? 1),
        unchecked: metaValue(meta, 'unchecked')?.trim(),
      });
    }
    if ('children' in node) node.children.forEach(visit);
  }
  visit(tree);
  return found;
}
