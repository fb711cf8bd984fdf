import type { Entry } from './guide.ts';

/** The parts of a page that are printed from its fields, in the order of the page; the key is the anchor. */
export const sections = {
  pitfalls: 'What people get wrong',
  'trade-offs': 'Trade-offs',
  watch: 'What to watch',
  'in-this-case': 'In the case study',
  'interview-points': 'Saying it well',
  mistakes: 'Mistakes that cost the offer',
  rubric: 'Weak, solid, strong',
  'follow-ups': 'Follow-up questions',
  related: 'Related',
  'appears-in': 'Appears in',
  sources: 'Sources',
} as const;

export type SectionId = keyof typeof sections;

export interface Heading {
  depth: number;
  slug: string;
  text: string;
}

export const section = (slug: SectionId): Heading => ({ depth: 2, slug, text: sections[slug] });

/** The headings of the parts that follow the body, with the follow-ups below theirs. */
export function sectionHeadings(entry: Entry, shown: readonly SectionId[]): Heading[] {
  return shown.flatMap((slug) => [
    section(slug),
    ...(slug === 'follow-ups'
      ? entry.data.followUps.map(({ id, question }) => ({ depth: 3, slug: id, text: question }))
      : []),
  ]);
}
