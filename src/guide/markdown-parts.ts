import GithubSlugger from 'github-slugger';
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';

/** What pages are parsed with, wherever they are parsed: explicit anchors on headings, typographic quotes and dashes. */
export const markdownFeatures = { headingAttributes: true, smartPunctuation: true } as const;

interface Placed {
  /** The line in the text that was parsed, from 1. */
  line: number;
}

export interface Heading extends Placed {
  depth: number;
  text: string;
  /** The id the heading has on the page. */
  anchor: string;
  /** True when the author chose the id, `{#id}`; else it is made from the words. */
  isExplicit: boolean;
}

export interface Link extends Placed {
  url: string;
  text: string;
}

export interface Image extends Placed {
  url: string;
  alt: string;
}

export interface Attribute {
  /** `undefined` for `{...spread}`. */
  name: string | undefined;
  /** The text of the attribute; for an expression in braces, its code. */
  value: string;
  isCode: boolean;
}

/** A component or raw HTML element. */
export interface Element extends Placed {
  /** Empty for a fragment, `<>`. */
  name: string;
  attributes: Attribute[];
}

/** What the checks look at in a piece of Markdown, each list in the order of the text. */
export interface MarkdownParts {
  headings: Heading[];
  links: Link[];
  images: Image[];
  elements: Element[];
  /** Raw HTML as Markdown keeps it: single tags and comments. MDX has none; its tags are elements. */
  html: (Placed & { text: string })[];
  /** Code in braces; comments left out. */
  expressions: (Placed & { code: string })[];
  /** Imports and exports. */
  modules: (Placed & { code: string })[];
  /** Text that is not code, each stretch without markup in between. */
  texts: (Placed & { text: string })[];
  /** True when there is text or code outside the headings. */
  hasText: boolean;
}

/** A text that cannot be parsed, with the parser's reason. */
export class UnreadableMarkdown extends Error {
  readonly line: number;

  constructor(reason: string, line: number) {
    super(reason);
    this.line = line;
  }
}

const isComment = (code: string) => /^(?:\s*\/\*[\s\S]*?\*\/)*\s*$/.test(code);

function textOf(node: MdastNode): string {
  if ('alt' in node) return node.alt ?? '';
  if ('children' in node) return node.children.map(textOf).join('');
  return 'value' in node ? node.value : '';
}

function attributesOf(node: MdastNode & { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }): Attribute[] {
  return node.attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute')
      return { name: undefined, value: attribute.value, isCode: true };
    const { name, value } = attribute;
    if (typeof value === 'object' && value !== null) return { name, value: value.value, isCode: true };
    return { name, value: value ?? '', isCode: false };
  });
}

function parse(source: string, format: 'mdx' | 'md'): MdastNode {
  try {
    return (format === 'mdx' ? mdxToMdast : markdownToMdast)(source, { features: markdownFeatures });
  } catch (error) {
    const [, line, reason] = /^(\d+):\d+: ([\s\S]*?)(?: \([a-z-]+:[a-z-]+\))?$/.exec((error as Error).message) ?? [];
    throw new UnreadableMarkdown(reason ?? (error as Error).message, Number(line ?? 1));
  }
}

/** The addresses of reference links, `[label]: https://…`, by label. */
function definitionsIn(node: MdastNode): Map<string, string> {
  if (node.type === 'definition') return new Map([[node.identifier, node.url]]);
  return new Map('children' in node ? node.children.flatMap((child) => [...definitionsIn(child)]) : []);
}

/** The parts of a page's body (`mdx`) or of a text field (`md`). Throws `UnreadableMarkdown`. */
export function markdownParts(source: string, format: 'mdx' | 'md'): MarkdownParts {
  const tree = parse(source, format);
  const definitions = definitionsIn(tree);
  const slugger = new GithubSlugger();
  const parts: MarkdownParts = {
    headings: [],
    links: [],
    images: [],
    elements: [],
    html: [],
    expressions: [],
    modules: [],
    texts: [],
    hasText: false,
  };

  function visit(node: MdastNode, inHeading: boolean): void {
    const line = node.position?.start.line ?? 1;
    switch (node.type) {
      case 'heading': {
        const text = textOf(node);
        const { hProperties } = (node.data ?? {}) as { hProperties?: Record<string, unknown> };
        const explicit = hProperties?.['id'];
        const isExplicit = typeof explicit === 'string';
        const anchor = isExplicit ? explicit : slugger.slug(text);
        parts.headings.push({ line, depth: node.depth, text, anchor, isExplicit });
        break;
      }
      case 'link':
        parts.links.push({ line, url: node.url, text: textOf(node) });
        break;
      case 'linkReference':
        parts.links.push({ line, url: definitions.get(node.identifier) ?? '', text: textOf(node) });
        break;
      case 'image':
        parts.images.push({ line, url: node.url, alt: node.alt ?? '' });
        break;
      case 'imageReference':
        parts.images.push({ line, url: definitions.get(node.identifier) ?? '', alt: node.alt ?? '' });
        break;
      case 'html':
        parts.html.push({ line, text: node.value });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        parts.elements.push({ line, name: node.name ?? '', attributes: attributesOf(node) });
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isComment(node.value)) parts.expressions.push({ line, code: node.value });
        break;
      case 'mdxjsEsm':
        parts.modules.push({ line, code: node.value });
        break;
      case 'text':
        parts.texts.push({ line, text: node.value });
        if (!inHeading && node.value.trim() !== '') parts.hasText = true;
        break;
      case 'inlineCode':
      case 'code':
        if (!inHeading && node.value.trim() !== '') parts.hasText = true;
        break;
    }
    if ('children' in node) for (const child of node.children) visit(child, inHeading || node.type === 'heading');
  }

  visit(tree, false);
  return parts;
}
