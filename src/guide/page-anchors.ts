import { bodyOf } from './body.ts';
import type { Collection } from './permalinks.ts';
import type { SectionId } from './sections.ts';
import { listAt, textAt, valueAt, type SourceEntry } from './source-entry.ts';

interface Section {
  anchor: SectionId | 'spoken-answer' | 'opening-line' | 'symptoms';
  /** Whether a page with this frontmatter has the section; nobody may link to one that is computed. */
  isOn: (data: unknown) => boolean;
}

const always = () => true;
const computed = () => false;
const withItems = (field: string) => (data: unknown) => listAt(data, field).length > 0;

const shared: Section[] = [
  { anchor: 'symptoms', isOn: withItems('symptoms') },
  { anchor: 'follow-ups', isOn: always },
  { anchor: 'related', isOn: computed },
  { anchor: 'appears-in', isOn: computed },
  { anchor: 'sources', isOn: always },
];

const ofQuestions: Section[] = [
  { anchor: 'spoken-answer', isOn: always },
  { anchor: 'pitfalls', isOn: always },
  { anchor: 'trade-offs', isOn: withItems('tradeoffs') },
  { anchor: 'watch', isOn: withItems('watch') },
  { anchor: 'in-this-case', isOn: (data) => valueAt(data, ['inThisCase']) !== undefined },
];

const ofScenarios: Section[] = [
  { anchor: 'opening-line', isOn: always },
  { anchor: 'interview-points', isOn: always },
  { anchor: 'mistakes', isOn: always },
  { anchor: 'rubric', isOn: always },
];

const sections: Partial<Record<Collection, Section[]>> = {
  faq: [...ofQuestions, ...shared],
  scenarios: [...ofScenarios, ...shared],
};

/** Ids that the frame of every page has. */
const frameAnchors = ['contents', 'appearance', 'search-results'];

/** The scenario's heading that may stand before the steps: the whole path as a picture. */
export const overviewAnchor = 'overview';

/**
 * The anchors that pages make for their own sections; authors must not use them for anything else. A scenario keeps
 * clear of those of questions too, so that one name means one thing in every link.
 */
export const sectionAnchors = (collection: Collection): string[] => [
  ...frameAnchors,
  ...(sections[collection] ?? []).map(({ anchor }) => anchor),
  ...(collection === 'scenarios' ? ofQuestions.map(({ anchor }) => anchor) : []),
];

/** The anchors an author gave by name, in the order of the page: those of headings, then the follow-ups. They are for ever. Throws `UnreadableMarkdown`. */
export function explicitAnchors(entry: SourceEntry): string[] {
  const headings = bodyOf(entry).headings.flatMap(({ anchor, isExplicit }) => (isExplicit ? [anchor] : []));
  const followUps = listAt(entry.data, 'followUps').flatMap((followUp) => textAt(followUp, 'id') ?? []);
  return [...headings, ...followUps];
}

/** Every anchor that another page may link to: the explicit ones and those of the sections that are surely there. */
export const linkableAnchors = (entry: SourceEntry): string[] => [
  ...explicitAnchors(entry),
  ...(sections[entry.collection] ?? []).filter(({ isOn }) => isOn(entry.data)).map(({ anchor }) => anchor),
];
