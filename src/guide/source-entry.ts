import type { Collection } from './permalinks.ts';

/** A path into the frontmatter: `['followUps', 1, 'answer']`. */
export type FieldPath = readonly PropertyKey[];

/** One content file as it was written, before any schema has seen it. */
export interface SourceEntry {
  /** The file as messages name it: `content/faq/linux-oom.mdx`. */
  file: string;
  collection: Collection;
  /** The file's name without its ending. */
  id: string;
  /** The frontmatter. */
  data: unknown;
  body: string;
  /** Where things stand in the file, if the reader of the file knows. */
  lines?: { body: number; field: (path: FieldPath) => number | undefined };
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The frontmatter as a record, empty when it is something else. */
export const fieldsOf = (data: unknown): Fields => (isRecord(data) ? data : {});

/** The value at a path into the frontmatter. */
export const valueAt = (data: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );

/** A field as a list, empty when it is something else. */
export const listAt = (data: unknown, ...path: PropertyKey[]): readonly unknown[] => {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
};

/** A field as text, if it is text. */
export const textAt = (data: unknown, ...path: PropertyKey[]): string | undefined => {
  const value = valueAt(data, path);
  return typeof value === 'string' ? value : undefined;
};

/** A field as a day, `2026-11-20`, if it is one. */
export const dayAt = (data: unknown, ...path: PropertyKey[]): string | undefined => {
  const value = valueAt(data, path);
  if (value instanceof Date && !Number.isNaN(value.valueOf())) return value.toISOString().slice(0, 10);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
};

/** Every text in the frontmatter, with its path. */
export function textsOf(data: unknown, path: FieldPath = []): { path: FieldPath; text: string }[] {
  if (typeof data === 'string') return [{ path, text: data }];
  if (Array.isArray(data)) return data.flatMap((item, index) => textsOf(item, [...path, index]));
  return Object.entries(fieldsOf(data)).flatMap(([key, value]) => textsOf(value, [...path, key]));
}

/** A path as messages write it: `followUps[1].answer`. */
export const fieldName = (path: FieldPath): string =>
  path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key)),
    '',
  );

export const isDraft = ({ data }: SourceEntry): boolean => valueAt(data, ['draft']) === true;
