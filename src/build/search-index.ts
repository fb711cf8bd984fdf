import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** The line of Pagefind 1.6 that takes a part of the index which failed to load for one without matches. */
const hiddenFailure = '"load_index_chunk")).catch(()=>{})';
const shownFailure = '"load_index_chunk"))';

/**
 * Writes the full-text index of a built site to `pagefind/` in its folder: of every page with `data-pagefind-body`, and
 * only the files that our own search uses. Returns how many pages can be found. Throws when Pagefind reports an error,
 * when no page can be found, and when a new version of Pagefind no longer has the line that must be changed.
 */
export const writeSearchIndex = async ({ outDir }: { outDir: string }): Promise<{ pages: number }> => {
  const folder = join(outDir, 'pagefind');
  await rm(folder, { recursive: true, force: true });
  await runPagefind(outDir, folder);
  const entry = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8')) as PagefindEntry;
  const languages = Object.values(entry.languages);
  const pages = languages.reduce((sum, { page_count }) => sum + page_count, 0);
  if (pages === 0) {
    throw new Error(
      `Search index: no page in ${outDir} can be found. Give the <main> of each page data-pagefind-body.`,
    );
  }
  await removeUnused(folder, languages);
  await showFailures(join(folder, 'pagefind.js'));
  return { pages };
};

interface PagefindEntry {
  languages: Record<string, { hash: string; wasm: string; page_count: number }>;
}

const runPagefind = async (outDir: string, folder: string) => {
  const orThrow = <Response extends { errors: string[] }>(response: Response): Response => {
    if (response.errors.length > 0) throw new Error(`Search index: Pagefind reports: ${response.errors.join('; ')}`);
    return response;
  };
  try {
    const { index } = orThrow(await createIndex({ forceLanguage: 'en' }));
    if (!index) throw new Error('Search index: Pagefind made no index and gave no reason.');
    orThrow(await index.addDirectory({ path: outDir }));
    orThrow(await index.writeFiles({ outputPath: folder }));
  } finally {
    await close();
  }
};

const removeUnused = async (folder: string, languages: readonly { hash: string; wasm: string }[]) => {
  const used = new Set(['pagefind.js', 'pagefind-entry.json', 'index', 'fragment', 'filter']);
  for (const { hash, wasm } of languages) used.add(`pagefind.${hash}.pf_meta`).add(`wasm.${wasm}.pagefind`);
  const unused = (await readdir(folder)).filter((name) => !used.has(name));
  await Promise.all(unused.map((name) => rm(join(folder, name), { recursive: true })));
};

/** Without this, a part of the index that is missing or damaged reads as "no results". */
const showFailures = async (file: string) => {
  const script = await readFile(file, 'utf8');
  if (script.split(hiddenFailure).length !== 2) {
    throw new Error(
      `Search index: pagefind.js no longer has ${hiddenFailure} exactly once. See how this version of Pagefind treats a ` +
        'part of the index that fails to load, and change or remove this step in src/build/search-index.ts.',
    );
  }
  await writeFile(file, script.replace(hiddenFailure, shownFailure));
};
