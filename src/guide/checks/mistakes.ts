import { fieldName, textAt, type FieldPath, type SourceEntry } from '../source-entry.ts';
import { drillMistakes } from './drill-mistakes.ts';

/** One mistake in the content: where it is, what is wrong and what to do. */
export interface Finding {
  /** The row of `mistakes` or `drillMistakes` it comes from. */
  rule: Rule;
  file: string;
  /** The line in the file, where it is known. */
  line?: number;
  /** `followUps[1].answer`, `body`, or the entry of a list kept as JSON. */
  field: string;
  /** What is wrong, as the end of a sentence that begins with the field. */
  problem: string;
  remedy: string;
}

type Message = readonly [problem: string, remedy: string];

const useNearest = (name: string | undefined) => name !== undefined && `use "${name}"`;

/** The choices that there are as one sentence: "Use "x", or remove it." */
const advice = (...choices: (string | undefined | false)[]) =>
  `${choices.filter(Boolean).join(', or ')}.`.replace(/^./, (first) => first.toUpperCase());

/** Every mistake the checks know, other than those of drills: what is wrong, and what to do about it. */
export const mistakes = {
  // The file
  'unreadable-file': (reason: string): Message => [`cannot be read: ${reason}`, 'Mend the text at this place.'],
  'unreadable-frontmatter': (reason: string): Message => [
    `cannot be read: ${reason}`,
    'Mend the text at this place; a text that contains ": " or " #" needs quotes.',
  ],
  'unreadable-body': (reason: string): Message => [
    `cannot be read: ${reason}`,
    'Write <, { and } that are meant as text between backticks, or as \\< and \\{; close every component.',
  ],
  'stray-file': (kind: string, ending: string): Message => [
    'is not read by anything',
    `${kind} is a file directly in its folder whose name ends in "${ending}"; move or rename it.`,
  ],
  'file-name': (): Message => [
    'is not lower-case words joined by single hyphens',
    'Rename the file: its name is the address of the page for ever.',
  ],
  'duplicate-id': (other: string): Message => [
    `is also the name of ${other}`,
    'Rename one of the two: an id stands for one page, in whatever folder and in capitals or not.',
  ],

  // The fields
  'unknown-key': (near: string | undefined, schema: string): Message => [
    'is not a known field',
    near === undefined ? `Remove it; ${schema} lists the fields.` : `Did you mean "${near}"?`,
  ],
  'missing-field': (how: string): Message => ['is missing', how],
  'empty-field': (how: string): Message => ['is empty', how],
  'too-few': (count: number, how: string): Message => [
    count === 0 ? 'is an empty list' : `has only ${count} ${count === 1 ? 'entry' : 'entries'}`,
    how,
  ],
  'wrong-kind': (expected: string, found: string, schema: string): Message => [
    `is ${found}; ${expected} is expected`,
    expected === 'text' ? 'Put it in quotes.' : `The comment in ${schema} says what belongs here.`,
  ],
  'unknown-value': (value: string, near: string | undefined, choices: readonly string[]): Message => [
    `is "${value}"`,
    `${near === undefined ? 'Use one of' : `Use "${near}"; the choices are`}: ${choices.join(', ')}.`,
  ],
  'bad-value': (value: string, how: string): Message => [`is "${value}"`, how],
  'over-limit': (problem: string, how: string): Message => [problem, how],
  'reviewed-before-published': (published: string, reviewed: string): Message => [
    `is ${reviewed}, before the page was published (${published})`,
    'Facts are checked on the day of publication or later; correct one of the two days.',
  ],
  'changed-before-published': (published: string, date: string): Message => [
    `is ${date}, before the page was published (${published})`,
    'Only what readers could see can change; correct the day or remove the entry.',
  ],
  'repeated-value': (value: string): Message => [`says "${value}" again`, 'Remove it, or say something else.'],
  'same-title': (other: string): Message => [
    `is also the title of ${other}`,
    'Merge the two pages, or tell them apart.',
  ],
  'tag-spelling': (tag: string, usual: string, pages: number): Message => [
    `spells "${usual}" as "${tag}"`,
    `Use "${usual}", as on ${pages} other ${pages === 1 ? 'page' : 'pages'}.`,
  ],

  // What entries say of each other
  'dangling-id': (id: string, near: string | undefined): Message => [
    `names "${id}", which has no page`,
    `Use an existing id${near === undefined ? '' : ` (the nearest is "${near}")`}, or list it in content/planned.json if its page is promised.`,
  ],
  'wrong-collection': (id: string, file: string, near: string | undefined): Message => [
    `names "${id}", which is a page of another kind (${file})`,
    advice(useNearest(near), 'remove it'),
  ],
  'moved-id': (id: string, address: string): Message => [
    `names "${id}", whose page moved to ${address}`,
    'Name the id of the new page.',
  ],
  'draft-target': (id: string): Message => [
    `names "${id}", which is a draft`,
    'Publish that page first, make this one a draft too, or remove the reference.',
  ],
  'self-reference': (): Message => [
    'points to its own page',
    'Remove it, or link to a place on the page: [words](#anchor).',
  ],
  'dangling-anchor': (anchor: string, page: string, near: string | undefined): Message => [
    `names the anchor "${anchor}", which ${page} does not have`,
    advice(useNearest(near), 'give the heading meant an explicit anchor: ## Heading {#anchor}'),
  ],
  'parent-cycle': (chain: readonly string[]): Message => [
    `makes the question its own parent (${chain.join(' → ')})`,
    'Remove the parent of the main question.',
  ],
  'nested-parent': (parent: string, grandparent: string): Message => [
    `is "${parent}", which itself belongs to "${grandparent}"`,
    `A main question has no parent: use "${grandparent}", or remove the parent of "${parent}".`,
  ],
  'planned-exists': (id: string, file: string): Message => [
    `lists "${id}", which has a page (${file})`,
    'Run `npm run ledger`, which takes it out of the list.',
  ],
  'planned-twice': (id: string): Message => [`lists "${id}" again`, 'Remove one of the two.'],
  'planned-shape': (): Message => [
    'is not an id',
    'The file is a list of ids: lower-case words joined by single hyphens, each in quotes.',
  ],

  // Anchors on a page
  'duplicate-anchor': (anchor: string, owner: string): Message => [
    `makes the anchor "${anchor}", which ${owner} has already`,
    'Give one of the two another id; a heading takes its own as ## Heading {#anchor}.',
  ],
  'anchor-spelling': (anchor: string): Message => [
    `has the anchor "${anchor}"`,
    'Use lower-case words joined by single hyphens.',
  ],
  'step-without-anchor': (heading: string): Message => [
    `has the step "${heading}" without an anchor of its own`,
    `Add the id of the step: ## ${heading} {#step-id}.`,
  ],

  // The text
  'empty-body': (): Message => ['has no answer', 'Write it: sentences, not headings alone.'],
  'first-heading': (heading: string): Message => [
    `has "${heading}" as a heading of the first level`,
    'The title is the only one; begin with ##.',
  ],
  'heading-order': (heading: string, depth: number, before: number): Message => [
    `goes from a heading of level ${before} to "${heading}" of level ${depth}`,
    `Use ${'#'.repeat(before + 1)} there: each level stands inside the one above.`,
  ],
  'heading-depth': (heading: string): Message => [
    `has "${heading}" as a heading below the fourth level`,
    'Headings go from ## to ####; use a bold phrase or a list.',
  ],
  'empty-heading': (): Message => ['has a heading without words', 'Write the heading, or remove it.'],
  'heading-in-field': (heading: string): Message => [
    `has the heading "${heading}"`,
    'A field holds sentences; move sections to the body.',
  ],
  'bare-internal-link': (url: string, id: string | undefined): Message => [
    `has the bare address "${url}"`,
    `Write <Ref id="${id ?? 'its-id'}">words</Ref>, which checks the id and knows the base path.`,
  ],
  'http-link': (url: string): Message => [`links to "${url}" without encryption`, 'Use the https:// address.'],
  'script-link': (url: string): Message => [`has a link that runs code: "${url}"`, 'Remove it; links lead to pages.'],
  'other-link': (url: string): Message => [`links to "${url}"`, 'Only https:// addresses may be linked.'],
  'empty-link': (): Message => ['has a link that leads nowhere', 'Give its address, or remove the link.'],
  'empty-link-text': (url: string): Message => [
    `has a link to "${url}" without words`,
    'Write between the square brackets what is found there.',
  ],
  'image-without-alt': (url: string): Message => [
    `has the image "${url}" without a description`,
    'Say between the square brackets what it shows.',
  ],
  'image-address': (url: string): Message => [
    `shows the image "${url}", which is not beside the page`,
    'Put the file next to the page and write ./name.svg, so that it works under every base path and on no other host.',
  ],
  'image-in-field': (url: string): Message => [`has the image "${url}"`, 'Move it to the body.'],
  'active-html': (tag: string): Message => [
    `has the raw HTML element <${tag}>`,
    'Remove it: content may not bring scripts, styles, frames or forms.',
  ],
  'event-handler': (tag: string, attribute: string): Message => [
    `has the event handler ${attribute} on <${tag}>`,
    'Remove it: content may not run code.',
  ],
  'raw-html': (tag: string): Message => [
    `has the raw HTML <${tag}>`,
    'Write it in Markdown; if it is meant as text, put it between backticks.',
  ],
  'import-or-export': (code: string): Message => [
    `has an import or export: ${code}`,
    'Remove it: the components that authors may use are there without it.',
  ],
  'code-in-braces': (code: string): Message => [
    `has code in braces: {${code}}`,
    'Put braces that are meant as text between backticks, or write \\{ and \\}.',
  ],
  'unknown-component': (name: string, near: string | undefined, known: readonly string[]): Message => [
    `has the component <${name}>, which does not exist`,
    `${near === undefined ? 'Use one of' : `Use <${near}>; the components are`}: ${known.join(', ')}.`,
  ],
  'component-attribute-missing': (name: string, attribute: string): Message => [
    `has a <${name}> without ${attribute}`,
    `Add ${attribute}="…".`,
  ],
  'component-attribute-unknown': (name: string, attribute: string, near: string | undefined): Message => [
    `has a <${name}> with the attribute "${attribute}", which it does not know`,
    advice(useNearest(near), 'remove it'),
  ],
  'component-attribute-code': (name: string, attribute: string): Message => [
    `has a <${name}> whose ${attribute} is computed`,
    'Write the text itself between double quotes; only a <Diagram> may take {`…`}, without ${…}.',
  ],
  'component-in-field': (name: string): Message => [
    `has the component <${name}>`,
    'In a field only <Ref> may be used; move it to the body.',
  ],
  'broken-reference': (text: string): Message => [
    `has a reference that would be printed as it stands: ${text}`,
    'In a field write <Ref id="…">words</Ref> or <Ref id="…" anchor="…">words</Ref>, in this order and with double quotes.',
  ],

  // The ledger
  'ledger-shape': (reason: string): Message => [
    `is not an entry of the ledger: ${reason}`,
    'Write { "anchors": ["…"] }, or { "anchors": ["…"], "movedTo": "/faq/…/" }.',
  ],
  'not-in-ledger': (what: string): Message => [`is missing ${what}`, 'Run `npm run ledger`, and commit the file.'],
  'vanished-page': (near: string | undefined): Message => [
    'was published, and has no page any more',
    advice('bring the page back', `name its heir: { "movedTo": "${near ?? '/faq/…/'}" }`),
  ],
  'vanished-anchor': (anchor: string, near: string | undefined): Message => [
    `was published with the anchor "${anchor}", which the page does not have any more`,
    advice('bring the anchor back', `name its heir: "movedAnchors": { "${anchor}": "${near ?? '…'}" }`),
  ],
  'anchor-heir-nowhere': (anchor: string, target: string, near: string | undefined): Message => [
    `says that the anchor "${anchor}" moved to "${target}", which the page does not have`,
    advice(useNearest(near) || 'name an anchor of the page'),
  ],
  'redirect-loop': (chain: readonly string[]): Message => [
    `moves in a circle: ${chain.join(' → ')}`,
    'Let the last one name a page that exists.',
  ],
  'redirect-nowhere': (target: string, near: string | undefined): Message => [
    `moves to ${target}, where there is no page`,
    advice(useNearest(near), 'name a page that exists'),
  ],
  'redirect-shadows-page': (target: string): Message => [
    `moves to ${target}, although it has a page of its own`,
    'Remove "movedTo", or remove the page.',
  ],
  'heir-without-anchor': (anchor: string, target: string, near: string | undefined): Message => [
    `was published with the anchor "${anchor}", which ${target} does not carry on`,
    advice(
      `give the heading or follow-up that took over the id "${anchor}"`,
      `add "movedAnchors": { "${anchor}": "${near ?? '…'}" }`,
    ),
  ],
} as const;

const rules = { ...mistakes, ...drillMistakes };

export type Rule = keyof typeof rules;

/** Where a finding is: the file, the field and, if known, the line. */
export interface Place {
  file: string;
  field: string;
  line?: number | undefined;
}

export function finding<R extends Rule>(place: Place, rule: R, ...details: Parameters<(typeof rules)[R]>): Finding {
  const message = rules[rule] as (...details: unknown[]) => Message;
  const [problem, remedy] = message(...details);
  const { file, field, line } = place;
  return { rule, file, ...(line !== undefined && { line }), field, problem, remedy };
}

/** An action of a drill is named by its id, because nobody counts to twelve. */
const fieldNameIn = ({ collection, data }: SourceEntry, path: FieldPath) =>
  fieldName(path).replace(/^actions\[(\d+)\]/, (numbered, index: string) => {
    const id = collection === 'drills' ? textAt(data, 'actions', Number(index), 'id') : undefined;
    return id === undefined ? numbered : `actions[${id}]`;
  });

/** The place of a field of an entry. */
export const fieldPlace = (entry: SourceEntry, ...path: FieldPath): Place => ({
  file: entry.file,
  field: fieldNameIn(entry, path),
  line: entry.lines?.field(path),
});

/** The place of a line of an entry's body, counted from 1. */
export const bodyPlace = (entry: SourceEntry, line = 1): Place => ({
  file: entry.file,
  field: 'body',
  line: entry.lines && entry.lines.body + line - 1,
});

/** The findings as text, one a line: `content/faq/x.mdx:12: followUps[1].answer: is empty. Write the answer, …` */
export const report = (findings: readonly Finding[]): string =>
  findings
    .map(
      ({ file, line, field, problem, remedy }) =>
        `${line === undefined ? file : `${file}:${line}`}: ${field}: ${problem}. ${remedy}`,
    )
    .join('\n');
