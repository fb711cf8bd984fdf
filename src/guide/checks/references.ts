import { bodyOf } from '../body.ts';
import { nearest } from '../nearest.ts';
import { linkableAnchors } from '../page-anchors.ts';
import { heir, type Ledger } from '../ledger.ts';
import { permalink, type Collection } from '../permalinks.ts';
import { reference } from '../references.ts';
import { isDraft, listAt, textAt, textsOf, type SourceEntry } from '../source-entry.ts';
import { bodyPlace, fieldPlace, finding, type Finding, type Place } from './mistakes.ts';

interface Reference {
  id: string;
  anchor?: string | undefined;
  place: Place;
  /** The collection the id must be in, where it matters. */
  collection?: Collection;
}

function bodyReferences(entry: SourceEntry): Reference[] {
  return bodyOf(entry).elements.flatMap(({ name, attributes, line }): Reference[] => {
    const value = (wanted: string) => attributes.find((given) => given.name === wanted && !given.isCode)?.value;
    const id = name === 'Ref' ? value('id')?.trim() : undefined;
    return id ? [{ id, anchor: value('anchor'), place: bodyPlace(entry, line) }] : [];
  });
}

/** Every id an entry names, wherever it does. */
function referencesOf(entry: SourceEntry): Reference[] {
  const inField = (id: string | undefined, path: PropertyKey[], collection?: Collection): Reference[] =>
    id === undefined ? [] : [{ id, place: fieldPlace(entry, ...path), ...(collection && { collection }) }];
  return [
    ...inField(textAt(entry.data, 'parent'), ['parent'], 'faq'),
    ...inField(textAt(entry.data, 'caseStudy'), ['caseStudy'], 'caseStudies'),
    ...listAt(entry.data, 'related').flatMap((id, index) =>
      typeof id === 'string' ? inField(id, ['related', index]) : [],
    ),
    ...textsOf(entry.data).flatMap(({ path, text }) =>
      [...text.matchAll(reference)].map(([, id, anchor]) => ({ id: id!, anchor, place: fieldPlace(entry, ...path) })),
    ),
    ...bodyReferences(entry),
  ];
}

/** References that lead nowhere, to a draft, or back to their own page. */
export function referenceFindings(
  entries: readonly SourceEntry[],
  planned: readonly string[],
  ledger: Ledger,
): Finding[] {
  const pages = entries.filter(({ collection }) => collection !== 'drills');
  const pageOf = new Map(pages.map((page) => [page.id, page]));
  const movedTo = new Map(
    Object.keys(ledger).flatMap((address) => {
      const target = heir(ledger, address);
      return target !== undefined && target !== address ? [[address.split('/').at(-2) ?? '', target] as const] : [];
    }),
  );

  return pages.flatMap((entry) =>
    referencesOf(entry).flatMap(({ id, anchor, place, collection }): Finding[] => {
      const target = pageOf.get(id);
      if (target === entry) return [finding(place, 'self-reference')];
      if (!target || (collection && target.collection !== collection)) {
        if (!target && planned.includes(id)) return [];
        const moved = target ? undefined : movedTo.get(id);
        if (moved !== undefined) return [finding(place, 'moved-id', id, moved)];
        const candidates = pages.filter((page) => !collection || page.collection === collection).map((page) => page.id);
        if (target) return [finding(place, 'wrong-collection', id, target.file, nearest(id, candidates))];
        return [finding(place, 'dangling-id', id, nearest(id, [...candidates, ...planned]))];
      }
      if (isDraft(target) && !isDraft(entry)) return [finding(place, 'draft-target', id)];
      if (anchor !== undefined) {
        const anchors = linkableAnchors(target);
        if (!anchors.includes(anchor))
          return [finding(place, 'dangling-anchor', anchor, permalink(target), nearest(anchor, anchors))];
      }
      return [];
    }),
  );
}

/** Questions whose main question is not a main question. */
export function parentFindings(entries: readonly SourceEntry[]): Finding[] {
  const questions = entries.filter(({ collection }) => collection === 'faq');
  const parents = new Map(questions.map(({ id, data }) => [id, textAt(data, 'parent')]));
  return questions.flatMap((question): Finding[] => {
    const chain = [question.id];
    for (let here = parents.get(question.id); here !== undefined; here = parents.get(here)) {
      if (here === question.id)
        return chain.length === 1
          ? []
          : [finding(fieldPlace(question, 'parent'), 'parent-cycle', [...chain, question.id])];
      if (chain.includes(here)) break;
      chain.push(here);
    }
    const [, parent, grandparent] = chain;
    return parent !== undefined && grandparent !== undefined
      ? [finding(fieldPlace(question, 'parent'), 'nested-parent', parent, grandparent)]
      : [];
  });
}

/** Where the list of promised ids stands. */
export const plannedFile = 'content/planned.json';

/** Promised ids that have a page by now, or stand in the list twice. */
export function plannedFindings(entries: readonly SourceEntry[], planned: readonly string[]): Finding[] {
  return planned.flatMap((id, index): Finding[] => {
    const place = { file: plannedFile, field: `[${index}]` };
    const page = entries.find((entry) => entry.collection !== 'drills' && entry.id === id);
    if (page) return [finding(place, 'planned-exists', id, page.file)];
    return planned.indexOf(id) < index ? [finding(place, 'planned-twice', id)] : [];
  });
}
