import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { finding, type Finding } from './checks/mistakes.ts';
import { ledgerFile } from './checks/permanence.ts';
import { plannedFile } from './checks/references.ts';
import { unreadableBodyFindings } from './checks/text.ts';
import type { Ledger } from './ledger.ts';
import type { Collection } from './permalinks.ts';
import { kebabCase } from './schema.ts';
import { fieldName, type FieldPath, type SourceEntry } from './source-entry.ts';

/** The content as it lies on disk, read without Astro. */
export interface Guide {
  entries: SourceEntry[];
  planned: string[];
  ledger: Ledger;
  /** Files, or parts of them, that could not be read; they are missing from the rest. */
  unreadable: Finding[];
}

/** One folder of files that authors write. */
interface Folder {
  collection: Collection;
  name: string;
  /** What one of its files is, as messages call it. */
  kind: string;
  ending: string;
  read: (file: string, collection: Collection, id: string, text: string) => SourceEntry | Finding;
}

const address = z.string().regex(/^\/(?:[a-z0-9-]+\/)*$/, 'An address looks like /faq/linux-oom/.');
const anchor = z.string().regex(kebabCase, 'An anchor is lower-case words joined by single hyphens.');
const ledgerEntry = z.strictObject({
  anchors: z.array(anchor).optional(),
  movedTo: address.optional(),
  movedAnchors: z.record(anchor, anchor).optional(),
});

const reason = (error: z.ZodError) =>
  error.issues
    .map(({ path, message }) => (path.length > 0 ? `${fieldName(path)}: ${message}` : message))
    .join(' ')
    .replace(/\.$/, '');

const isFinding = (value: unknown): value is Finding => typeof value === 'object' && value !== null && 'rule' in value;

/** Reads the fields of an entry, which begin on the given line of its file. */
function readFields(
  { file, field, firstLine }: { file: string; field: string; firstLine: number },
  text: string,
): { data: unknown; lineOf: (path: FieldPath) => number | undefined } | Finding {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const [error] = document.errors;
  if (error) {
    const line = lineCounter.linePos(error.pos[0]).line + firstLine - 1;
    const [why = ''] = error.message.split('\n');
    return finding({ file, field, line }, 'unreadable-frontmatter', why.replace(/ at line \d+, column \d+:?$/, ''));
  }
  const lineOf = (path: FieldPath): number | undefined => {
    if (path.length === 0) return firstLine;
    const node = document.getIn(path, true);
    const offset = isNode(node) ? node.range?.[0] : undefined;
    return offset === undefined ? lineOf(path.slice(0, -1)) : lineCounter.linePos(offset).line + firstLine - 1;
  };
  return { data: document.toJS(), lineOf };
}

/** A page: fields between two lines of `---`, then its body. */
function readPage(file: string, collection: Collection, id: string, text: string): SourceEntry | Finding {
  const [, frontmatter, body] = /^\uFEFF?---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(text) ?? [];
  if (frontmatter === undefined || body === undefined)
    return finding(
      { file, field: 'frontmatter', line: 1 },
      'unreadable-file',
      'it does not begin with fields between two lines of ---',
    );
  const fields = readFields({ file, field: 'frontmatter', firstLine: 2 }, frontmatter);
  if (isFinding(fields)) return fields;
  const bodyLine = frontmatter.split('\n').length + 2;
  return { file, collection, id, data: fields.data, body, lines: { body: bodyLine, field: fields.lineOf } };
}

/** A file of fields alone. */
function readFieldsAlone(file: string, collection: Collection, id: string, text: string): SourceEntry | Finding {
  const fields = readFields({ file, field: 'file', firstLine: 1 }, text);
  if (isFinding(fields)) return fields;
  return { file, collection, id, data: fields.data, body: '', lines: { body: 1, field: fields.lineOf } };
}

const folders: readonly Folder[] = [
  { collection: 'faq', name: 'faq', kind: 'A page', ending: '.mdx', read: readPage },
  { collection: 'scenarios', name: 'scenarios', kind: 'A page', ending: '.mdx', read: readPage },
  { collection: 'drills', name: 'drills', kind: 'A drill', ending: '.yaml', read: readFieldsAlone },
];

/** Pictures stand beside the page that shows them. */
const picture = /\.(?:avif|jpe?g|png|svg|webp)$/;

function readFolder(root: string, { collection, name, kind, ending, read }: Folder): (SourceEntry | Finding)[] {
  const path = join(root, name);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !picture.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((found) => {
      const file = `content/${name}/${found.name}`;
      if (!found.isFile() || !found.name.endsWith(ending))
        return finding({ file, field: 'file name' }, 'stray-file', kind, ending);
      const id = found.name.slice(0, -ending.length);
      return read(file, collection, id, readFileSync(join(path, found.name), 'utf8'));
    });
}

function readJson(root: string, file: string): unknown {
  const path = join(root, file.slice('content/'.length));
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return finding({ file, field: 'file' }, 'unreadable-file', (error as Error).message);
  }
}

function readPlanned(root: string): { planned: string[]; unreadable: Finding[] } {
  const value = readJson(root, plannedFile) ?? [];
  if (isFinding(value)) return { planned: [], unreadable: [value] };
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const isId = (id: unknown): id is string => typeof id === 'string' && kebabCase.test(id);
  return {
    planned: list.filter(isId),
    unreadable: list.flatMap((id, index) =>
      isId(id) ? [] : [finding({ file: plannedFile, field: `[${index}]` }, 'planned-shape')],
    ),
  };
}

function readLedger(root: string): { ledger: Ledger; unreadable: Finding[] } {
  const value = readJson(root, ledgerFile) ?? {};
  if (isFinding(value)) return { ledger: {}, unreadable: [value] };
  const ledger: Record<string, Ledger[string]> = {};
  const unreadable: Finding[] = [];
  for (const [key, entry] of Object.entries(value)) {
    const place = { file: ledgerFile, field: key };
    const goodKey = address.safeParse(key);
    const goodEntry = ledgerEntry.safeParse(entry);
    if (goodKey.error) unreadable.push(finding(place, 'ledger-shape', reason(goodKey.error)));
    else if (goodEntry.error) unreadable.push(finding(place, 'ledger-shape', reason(goodEntry.error)));
    else ledger[key] = goodEntry.data;
  }
  return { ledger, unreadable };
}

/** Reads the folder `content` (or one laid out like it). Throws nothing that an author could cause. */
export function readGuide(root: string): Guide {
  const files = folders.flatMap((folder) => readFolder(root, folder));
  const entries = files.filter((file): file is SourceEntry => !isFinding(file));
  const { planned, unreadable: badPlanned } = readPlanned(root);
  const { ledger, unreadable: badLedger } = readLedger(root);
  return {
    entries: entries.filter((entry) => unreadableBodyFindings(entry).length === 0),
    planned,
    ledger,
    unreadable: [...files.filter(isFinding), ...entries.flatMap(unreadableBodyFindings), ...badPlanned, ...badLedger],
  };
}
