import type { Fence } from './fences.ts';
import { isCheckedIn, languageOf, languages } from './languages.ts';

/** How the blocks of one language are judged. `test`, `fullOnly` and the counts of `notChecked` add up to all of them. */
export interface LanguageCount {
  language: string;
  label: string;
  /** Blocks that `npm test` judges. */
  test: number;
  /** Blocks that only `npm run test:full` judges. */
  fullOnly: number;
  /** Blocks that nothing judges, by reason, the most frequent first. */
  notChecked: { reason: string; count: number }[];
}

function reasonNotChecked({ language, unchecked }: Fence): string | undefined {
  if (unchecked !== undefined) return unchecked;
  const known = languageOf(language);
  if (known === undefined) return 'an unknown language';
  return 'notChecked' in known ? known.notChecked : undefined;
}

function countOf(language: string, blocks: readonly Fence[]): LanguageCount {
  const reasons = new Map<string, number>();
  const count: LanguageCount = {
    language,
    label: languageOf(language)?.label ?? language,
    test: 0,
    fullOnly: 0,
    notChecked: [],
  };
  for (const block of blocks) {
    const reason = reasonNotChecked(block);
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    else if (isCheckedIn('test', language)) count.test += 1;
    else count.fullOnly += 1;
  }
  count.notChecked = [...reasons]
    .map(([reason, times]) => ({ reason, count: times }))
    .sort((a, b) => b.count - a.count);
  return count;
}

/** The blocks counted by language, in the order of the table of languages; languages without a block are left out. */
export function countsByLanguage(blocks: Iterable<Fence>): LanguageCount[] {
  const byLanguage = Map.groupBy(blocks, ({ language }) => language);
  const known = Object.keys(languages);
  const unknown = [...byLanguage.keys()].filter((language) => !known.includes(language)).sort();
  return [...known, ...unknown].flatMap((language) => {
    const ofLanguage = byLanguage.get(language);
    return ofLanguage ? [countOf(language, ofLanguage)] : [];
  });
}

/** How many blocks a language has that nothing judges. */
export const uncheckedCount = ({ notChecked }: LanguageCount): number =>
  notChecked.reduce((sum, { count }) => sum + count, 0);

/** The counts as a table of plain text, with the reasons why blocks are not judged below it. */
export function countsTable(counts: readonly LanguageCount[]): string {
  const sum = (of: (count: LanguageCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  const rows = [
    ['language', 'npm test', 'full only', 'not checked'],
    ...counts.map((count) => [
      count.language || '(none)',
      String(count.test),
      String(count.fullOnly),
      String(uncheckedCount(count)),
    ]),
    ['all', String(sum(({ test }) => test)), String(sum(({ fullOnly }) => fullOnly)), String(sum(uncheckedCount))],
  ];
  const lines = rows.map(
    ([name = '', ...numbers]) => name.padEnd(12) + numbers.map((cell) => cell.padStart(12)).join(''),
  );
  const reasons = counts.flatMap(({ language, notChecked }) =>
    notChecked.map(({ reason, count }) => `  ${language}: ${count} × ${reason}`),
  );
  return [...lines, ...(reasons.length > 0 ? ['Not checked, and why:', ...reasons] : [])].join('\n');
}
