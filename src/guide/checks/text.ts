import { bodyOf, partsOrReason } from '../body.ts';
import { markdownParts, UnreadableMarkdown, type Element, type Heading } from '../markdown-parts.ts';
import { nearest } from '../nearest.ts';
import { overviewAnchor, sectionAnchors } from '../page-anchors.ts';
import { reference } from '../references.ts';
import { kebabCase } from '../schema.ts';
import { fieldName, listAt, textAt, textsOf, type FieldPath, type SourceEntry } from '../source-entry.ts';
import { bodyPlace, fieldPlace, finding, type Finding, type Place } from './mistakes.ts';

/** What the checks of the text must know beside the text itself. */
export interface Surroundings {
  /** Every id that may be referred to. */
  ids: readonly string[];
  /** The site's own origin, `https://interview-runbook.example`, so that links to it are recognised. */
  site?: string | undefined;
}

/** The components authors may use, with their attributes. */
export const components: Record<string, { required: readonly string[]; optional: readonly string[] }> = {
  Ref: { required: ['id'], optional: ['anchor'] },
  Say: { required: [], optional: [] },
  Ask: { required: [], optional: [] },
  Point: { required: [], optional: [] },
  Reading: { required: [], optional: [] },
  Diagram: { required: ['title', 'description', 'flow'], optional: [] },
};

/** Fields that are shown as they are typed; all other texts are Markdown. */
const plainFields = new Set(
  (
    'title aliases symptoms appliesTo tags skills topic topics level id kind ' +
    'related parent caseStudy url date published reviewed ' +
    'phase label needs verdict resolvedWhen bestPath'
  ).split(' '),
);

const isPlain = (path: FieldPath) => plainFields.has(String(path.findLast((key) => typeof key === 'string')));

const activeElements = new Set(['script', 'iframe', 'style', 'form', 'object', 'embed', 'link', 'meta', 'base']);

const shortened = (text: string) => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

/** Browsers ignore control characters and white space in front of and inside a scheme. */
const schemeOf = (url: string) => {
  const visible = [...url].filter((character) => character > ' ').join('');
  return /^([a-z][a-z0-9+.-]*):/i.exec(visible)?.[1]?.toLowerCase();
};

const isOfSite = (url: string, site: string | undefined) =>
  site !== undefined && URL.canParse(url) && new URL(url).host === new URL(site).host;

const idIn = (url: string) =>
  url
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.(?:mdx|html)$/, '');

function addressFindings(place: Place, url: string, { ids, site }: Surroundings): Finding[] {
  const scheme = schemeOf(url);
  if (url.trim() === '') return [finding(place, 'empty-link')];
  if (scheme === 'javascript' || scheme === 'data' || scheme === 'vbscript')
    return [finding(place, 'script-link', shortened(url))];
  if (isOfSite(url, site) || (scheme === undefined && !url.startsWith('//') && !url.startsWith('#'))) {
    const id = idIn(url);
    return [finding(place, 'bare-internal-link', url, id && (ids.includes(id) ? id : nearest(id, ids)))];
  }
  if (scheme === 'http' || url.startsWith('//')) return [finding(place, 'http-link', url)];
  if (scheme !== undefined && scheme !== 'https') return [finding(place, 'other-link', url)];
  return [];
}

function htmlFindings(place: Place, { name, attributes }: Element, around: Surroundings): Finding[] {
  if (activeElements.has(name.toLowerCase())) return [finding(place, 'active-html', name)];
  const handler = attributes.find((attribute) => /^on[a-z]/i.test(attribute.name ?? ''));
  if (handler) return [finding(place, 'event-handler', name, handler.name!)];
  const address = attributes.find((attribute) => attribute.name === 'href' || attribute.name === 'src');
  const [wrongAddress] = address ? addressFindings(place, address.value, around) : [];
  return [wrongAddress ?? finding(place, 'raw-html', name)];
}

const isPlainTemplate = (code: string) => /^(?:`(?:[^`\\$]|\\.|\$(?!\{))*`|"[^"\\]*"|'[^'\\]*')$/s.test(code.trim());

function componentFindings(place: Place, element: Element): Finding[] {
  const { name, attributes } = element;
  const known = components[name];
  if (!known) {
    const names = Object.keys(components);
    return [finding(place, 'unknown-component', name, nearest(name, names), names)];
  }
  const allowed = [...known.required, ...known.optional];
  return [
    ...known.required
      .filter((wanted) => !attributes.some((given) => given.name === wanted && given.value.trim() !== ''))
      .map((wanted) => finding(place, 'component-attribute-missing', name, wanted)),
    ...attributes.flatMap((attribute): Finding[] => {
      if (attribute.name === undefined) return [finding(place, 'component-attribute-code', name, 'list of attributes')];
      if (/^on[a-z]/i.test(attribute.name)) return [finding(place, 'event-handler', name, attribute.name)];
      if (!allowed.includes(attribute.name)) {
        const near = nearest(attribute.name, allowed);
        return [finding(place, 'component-attribute-unknown', name, attribute.name, near)];
      }
      if (attribute.isCode && !(name === 'Diagram' && isPlainTemplate(attribute.value)))
        return [finding(place, 'component-attribute-code', name, attribute.name)];
      return [];
    }),
  ];
}

const bareAddress = /(?<![\w./-])\/(?:faq|scenarios|topics|case-studies)\/[a-z0-9-]+\/?/g;

/** Addresses of this guide that stand in the text as they are, without being links. */
const bareAddressFindings = (place: Place, text: string, around: Surroundings): Finding[] =>
  [...text.matchAll(bareAddress)].flatMap(([address]) => addressFindings(place, address, around));

const linkFindings = (place: Place, { url, text }: { url: string; text: string }, around: Surroundings): Finding[] => [
  ...addressFindings(place, url, around),
  ...(text.trim() === '' ? [finding(place, 'empty-link-text', url)] : []),
];

const imageFindings = (place: Place, { url, alt }: { url: string; alt: string }): Finding[] => [
  ...(/^\.\.?\//.test(url) ? [] : [finding(place, 'image-address', shortened(url))]),
  ...(alt.trim() === '' ? [finding(place, 'image-without-alt', url)] : []),
];

function headingFindings(entry: SourceEntry, headings: readonly Heading[]): Finding[] {
  let before = 1;
  return headings.flatMap(({ depth, text, anchor, isExplicit, line }): Finding[] => {
    const place = bodyPlace(entry, line);
    const above = before;
    before = depth;
    const found: Finding[] = [];
    if (text.trim() === '') found.push(finding(place, 'empty-heading'));
    if (depth === 1) found.push(finding(place, 'first-heading', text));
    else if (depth > above + 1) found.push(finding(place, 'heading-order', text, depth, above));
    else if (depth > 4) found.push(finding(place, 'heading-depth', text));
    if (isExplicit && !kebabCase.test(anchor)) found.push(finding(place, 'anchor-spelling', anchor));
    if (entry.collection === 'scenarios' && depth === 2 && !isExplicit)
      found.push(finding(place, 'step-without-anchor', text));
    return found;
  });
}

function onPageLinkFindings(entry: SourceEntry, place: Place, url: string): Finding[] {
  if (!url.startsWith('#') || url === '#') return url === '#' ? [finding(place, 'empty-link')] : [];
  const anchor = decodeURIComponent(url.slice(1));
  const anchors = [
    ...bodyOf(entry).headings.map((heading) => heading.anchor),
    ...listAt(entry.data, 'followUps').flatMap((followUp) => textAt(followUp, 'id') ?? []),
    ...sectionAnchors(entry.collection),
  ];
  return anchors.includes(anchor)
    ? []
    : [finding(place, 'dangling-anchor', anchor, 'the page', nearest(anchor, anchors))];
}

/** The place where the body of an entry stops being MDX, if it does. */
export function unreadableBodyFindings(entry: SourceEntry): Finding[] {
  const reason = partsOrReason(entry);
  return reason instanceof UnreadableMarkdown
    ? [finding(bodyPlace(entry, reason.line), 'unreadable-body', reason.message)]
    : [];
}

/** What is wrong with the body of an entry, other than the references in it. Throws `UnreadableMarkdown`. */
export function bodyFindings(entry: SourceEntry, around: Surroundings): Finding[] {
  const parts = bodyOf(entry);
  const at = ({ line }: { line: number }) => bodyPlace(entry, line);
  return [
    ...(parts.hasText ? [] : [finding(bodyPlace(entry), 'empty-body')]),
    ...headingFindings(entry, parts.headings),
    ...parts.elements.flatMap((element) =>
      /^[A-Z]/.test(element.name)
        ? componentFindings(at(element), element)
        : htmlFindings(at(element), element, around),
    ),
    ...parts.modules.map((module) => finding(at(module), 'import-or-export', shortened(module.code))),
    ...parts.expressions.map((expression) => finding(at(expression), 'code-in-braces', shortened(expression.code))),
    ...parts.links.flatMap((link) => [
      ...linkFindings(at(link), link, around),
      ...onPageLinkFindings(entry, at(link), link.url),
    ]),
    ...parts.images.flatMap((image) => imageFindings(at(image), image)),
    ...parts.texts.flatMap((stretch) => bareAddressFindings(at(stretch), stretch.text, around)),
  ];
}

/** A single tag as Markdown keeps it, taken apart as far as the checks need. */
function tagIn(html: string): Element | undefined {
  const [, name, rest = ''] = /^<([A-Za-z][\w.-]*)([\s\S]*)>$/.exec(html.trim()) ?? [];
  if (name === undefined) return undefined;
  const attributes = [...rest.matchAll(/([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)];
  return {
    name,
    line: 1,
    attributes: attributes.map(([, attribute, double, single, bare]) => ({
      name: attribute,
      value: double ?? single ?? bare ?? '',
      isCode: false,
    })),
  };
}

function markdownFieldFindings(entry: SourceEntry, path: FieldPath, text: string, around: Surroundings): Finding[] {
  const place = fieldPlace(entry, ...path);
  const parts = markdownParts(
    text.replace(reference, (_, _id, _anchor, words: string | undefined) => words ?? 'words'),
    'md',
  );
  return [
    ...parts.headings.map((heading) => finding(place, 'heading-in-field', heading.text)),
    ...parts.links.flatMap((link) => [
      ...linkFindings(place, link, around),
      ...onPageLinkFindings(entry, place, link.url),
    ]),
    ...parts.images.map((image) => finding(place, 'image-in-field', shortened(image.url))),
    ...parts.texts.flatMap((stretch) => bareAddressFindings(place, stretch.text, around)),
    ...parts.html.flatMap(({ text: html }): Finding[] => {
      if (html.startsWith('</')) return [];
      const tag = tagIn(html);
      if (!tag) return [finding(place, 'raw-html', shortened(html.replace(/^<|>$/g, '')))];
      if (tag.name === 'Ref') return [finding(place, 'broken-reference', shortened(html))];
      return /^[A-Z]/.test(tag.name) && tag.name in components
        ? [finding(place, 'component-in-field', tag.name)]
        : htmlFindings(place, tag, around);
    }),
  ];
}

function plainFieldFindings(entry: SourceEntry, path: FieldPath, text: string, around: Surroundings): Finding[] {
  const place = fieldPlace(entry, ...path);
  const isAddress = path.at(-1) === 'url';
  const [, url] = /(?:\]\(|(?:href|src)=["'])(\/(?!\/)[^)"'\s]*)/.exec(text) ?? [];
  if (url !== undefined) return addressFindings(place, url, around);
  return isAddress && isOfSite(text, around.site) ? addressFindings(place, text, around) : [];
}

/** What is wrong with the texts of the frontmatter, other than the references in them. */
export const textFindings = (entry: SourceEntry, around: Surroundings): Finding[] =>
  textsOf(entry.data).flatMap(({ path, text }) =>
    isPlain(path) ? plainFieldFindings(entry, path, text, around) : markdownFieldFindings(entry, path, text, around),
  );

/** Anchors that stand twice on the page of an entry. Throws `UnreadableMarkdown`. */
export function duplicateAnchorFindings(entry: SourceEntry): Finding[] {
  const owners = new Map(
    sectionAnchors(entry.collection).map((anchor) => [anchor, 'a section of the page'] as [string, string]),
  );
  if (entry.collection === 'scenarios') owners.set(overviewAnchor, 'the overview of the path');
  const found: Finding[] = [];
  const claim = (anchor: string, owner: string, place: Place) => {
    const other = owners.get(anchor);
    if (other === undefined) owners.set(anchor, owner);
    else found.push(finding(place, 'duplicate-anchor', anchor, other));
  };

  listAt(entry.data, 'followUps').forEach((followUp, index) => {
    const id = textAt(followUp, 'id');
    const path = ['followUps', index, 'id'];
    if (id !== undefined) claim(id, fieldName(path), fieldPlace(entry, ...path));
  });
  let hasOverview = false;
  for (const heading of bodyOf(entry).headings) {
    if (heading.anchor === overviewAnchor && heading.isExplicit && entry.collection === 'scenarios' && !hasOverview)
      hasOverview = true;
    else claim(heading.anchor, `the heading "${heading.text}"`, bodyPlace(entry, heading.line));
  }
  return found;
}
