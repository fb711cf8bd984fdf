import { basename } from 'node:path';
import { z } from 'zod';
import { drill } from '../drill-schema.ts';
import { nearest } from '../nearest.ts';
import type { Collection } from '../permalinks.ts';
import { kebabCase, question, scenario } from '../schema.ts';
import { dayAt, listAt, textAt, valueAt, type FieldPath, type SourceEntry } from '../source-entry.ts';
import { fieldPlace, finding, type Finding } from './mistakes.ts';

const schemas: Partial<Record<Collection, z.ZodObject>> = { faq: question, scenarios: scenario, drills: drill };

/** Where authors read what a field is for. */
const schemaFile = (collection: Collection) =>
  collection === 'drills' ? 'src/guide/drill-schema.ts' : 'src/guide/schema.ts';

interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
  required?: string[];
}

const shapes = new Map<Collection, Shape>();

/** The fields of a collection, nested as in the frontmatter. */
function shapeOf(collection: Collection, schema: z.ZodObject): Shape {
  const known = shapes.get(collection);
  if (known) return known;
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  shapes.set(collection, shape);
  return shape;
}

const shapeAt = (shape: Shape, path: FieldPath): Shape =>
  path.reduce<Shape>(
    (inner, key) => (typeof key === 'number' ? inner.items : inner.properties?.[String(key)]) ?? {},
    shape,
  );

function howToFill(shape: Shape, path: FieldPath): string {
  const key = path.at(-1);
  if (path[0] === 'followUps' && key === 'answer') return 'Write the answer, or remove the follow-up.';
  if (typeof key === 'number') return 'Write something there, or remove it from the list.';
  const isRequired = shapeAt(shape, path.slice(0, -1)).required?.includes(String(key));
  return isRequired ? 'Write it: every page needs it.' : 'Write something there, or remove the field.';
}

const kindOf = (value: unknown) => {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a day';
  return typeof value === 'object' ? 'a group of fields' : `a ${typeof value}`;
};

const expectedKinds: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const sentences = (message: string) => {
  const [first = '', ...rest] = message.split(/(?<=\.)\s+/);
  return { first: first.replace(/\.$/, ''), rest: rest.join(' ') };
};

function fromIssue(entry: SourceEntry, shape: Shape, issue: z.core.$ZodIssue): Finding[] {
  const { path } = issue;
  const place = fieldPlace(entry, ...path);
  const value = valueAt(entry.data, path);
  const fill = howToFill(shape, path);
  const file = schemaFile(entry.collection);

  if (issue.code === 'unrecognized_keys') {
    const keys = Object.keys(shapeAt(shape, path).properties ?? {});
    return issue.keys.map((key) => finding(fieldPlace(entry, ...path, key), 'unknown-key', nearest(key, keys), file));
  }
  if (value === undefined) return [finding(place, 'missing-field', fill)];
  if (value === null || (typeof value === 'string' && value.trim() === ''))
    return [finding(place, 'empty-field', fill)];
  switch (issue.code) {
    case 'invalid_type':
      return [finding(place, 'wrong-kind', expectedKinds[issue.expected] ?? issue.expected, kindOf(value), file)];
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return [finding(place, 'unknown-value', String(value), nearest(String(value), choices), choices)];
    }
    case 'too_small':
      if (Array.isArray(value)) {
        const how = issue.message.startsWith('Too small') ? fill : issue.message;
        return [finding(place, 'too-few', value.length, how)];
      }
      return [finding(place, 'bad-value', String(value), `It must be at least ${issue.minimum}.`)];
    case 'too_big':
      if (Array.isArray(value))
        return [finding(place, 'over-limit', `has ${value.length} entries`, `Keep it to ${issue.maximum}.`)];
      return [finding(place, 'bad-value', String(value), `It must be at most ${issue.maximum}.`)];
    case 'custom': {
      const { first, rest } = sentences(issue.message);
      return [finding(place, 'over-limit', first, rest || 'Change it.')];
    }
    default:
      return [finding(place, 'bad-value', String(value), issue.message)];
  }
}

/** What the schema of its collection has to say about an entry. */
export function schemaFindings(entry: SourceEntry): Finding[] {
  const schema = schemas[entry.collection];
  if (!schema) return [];
  const { error } = schema.safeParse(entry.data);
  const shape = shapeOf(entry.collection, schema);
  return error?.issues.flatMap((issue) => fromIssue(entry, shape, issue)) ?? [];
}

/** Days that cannot follow each other as they are written. */
export function dateFindings(entry: SourceEntry): Finding[] {
  const published = dayAt(entry.data, 'published');
  const reviewed = dayAt(entry.data, 'reviewed');
  if (published === undefined) return [];
  const found: Finding[] = [];
  if (reviewed !== undefined && reviewed < published)
    found.push(finding(fieldPlace(entry, 'reviewed'), 'reviewed-before-published', published, reviewed));
  listAt(entry.data, 'changes').forEach((_, index) => {
    const date = dayAt(entry.data, 'changes', index, 'date');
    if (date !== undefined && date < published)
      found.push(finding(fieldPlace(entry, 'changes', index, 'date'), 'changed-before-published', published, date));
  });
  return found;
}

const setFields = ['aliases', 'symptoms', 'tags', 'skills', 'related', 'topics'];

/** Values that stand twice in a list where once is enough; capitals and spaces make no difference. */
export const repetitionFindings = (entry: SourceEntry): Finding[] =>
  setFields.flatMap((field) => {
    const seen = new Set<string>();
    return listAt(entry.data, field).flatMap((value, index) => {
      if (typeof value !== 'string') return [];
      const same = value.trim().toLowerCase().replace(/\s+/g, ' ');
      if (seen.has(same)) return [finding(fieldPlace(entry, field, index), 'repeated-value', value)];
      seen.add(same);
      return [];
    });
  });

/** File names that cannot be the end of an address. */
export function fileNameFindings({ file }: SourceEntry): Finding[] {
  const name = basename(file).replace(/\.[a-z]+$/, '');
  return kebabCase.test(name) ? [] : [finding({ file, field: 'file name' }, 'file-name')];
}

/** Two files that claim one id. A drill shares the id of its scenario. */
export function duplicateIdFindings(entries: readonly SourceEntry[]): Finding[] {
  const owners = new Map<string, SourceEntry>();
  return entries.flatMap((entry) => {
    if (entry.collection === 'drills') return [];
    const id = entry.id.toLowerCase();
    const owner = owners.get(id);
    if (owner) return [finding({ file: entry.file, field: 'file name' }, 'duplicate-id', owner.file)];
    owners.set(id, entry);
    return [];
  });
}

/** Two pages of one collection that ask the same question. */
export function sameTitleFindings(entries: readonly SourceEntry[]): Finding[] {
  const owners = new Map<string, SourceEntry>();
  return entries.flatMap((entry) => {
    const title = textAt(entry.data, 'title');
    if (title === undefined) return [];
    const key = `${entry.collection} ${title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()}`;
    const owner = owners.get(key);
    if (owner) return [finding(fieldPlace(entry, 'title'), 'same-title', owner.file)];
    owners.set(key, entry);
    return [];
  });
}

/** Words that only look like two spellings of one. */
const differentWords = new Set(['http', 'https']);

const singular = (word: string) =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^siu])s$/, '$1');

const spelling = (tag: string) => (differentWords.has(tag) ? tag : tag.split('-').map(singular).join(''));

/** Tags and skills that another page spells otherwise: in the plural, or with a hyphen more or less. */
export function tagFindings(entries: readonly SourceEntry[]): Finding[] {
  const uses = entries.flatMap((entry) =>
    ['tags', 'skills'].flatMap((field) =>
      listAt(entry.data, field).flatMap((tag, index) =>
        typeof tag === 'string' ? [{ entry, field, index, tag }] : [],
      ),
    ),
  );
  const pagesByTag = new Map<string, Set<string>>();
  for (const { tag, entry } of uses) pagesByTag.set(tag, (pagesByTag.get(tag) ?? new Set()).add(entry.file));
  const pages = (tag: string) => pagesByTag.get(tag)?.size ?? 0;

  const usualBySpelling = new Map<string, string>();
  for (const tag of [...pagesByTag.keys()].sort(
    (a, b) => pages(b) - pages(a) || a.length - b.length || (a < b ? -1 : 1),
  ))
    if (!usualBySpelling.has(spelling(tag))) usualBySpelling.set(spelling(tag), tag);

  return uses.flatMap(({ entry, field, index, tag }) => {
    const usual = usualBySpelling.get(spelling(tag))!;
    if (usual === tag) return [];
    return [finding(fieldPlace(entry, field, index), 'tag-spelling', tag, usual, pages(usual))];
  });
}
