import { drillFindings } from './checks/drills.ts';
import {
  dateFindings,
  duplicateIdFindings,
  fileNameFindings,
  repetitionFindings,
  sameTitleFindings,
  schemaFindings,
  tagFindings,
} from './checks/fields.ts';
import { report, type Finding } from './checks/mistakes.ts';
import { ledgerFindings } from './checks/permanence.ts';
import { parentFindings, plannedFindings, referenceFindings } from './checks/references.ts';
import { bodyFindings, duplicateAnchorFindings, textFindings, unreadableBodyFindings } from './checks/text.ts';
import type { Ledger } from './ledger.ts';
import { publishedAddresses } from './published-addresses.ts';
import type { SourceEntry } from './source-entry.ts';

export { report, type Finding };

/** What the content is checked against. */
export interface Surroundings {
  /** The ids promised in `content/planned.json`. */
  planned: readonly string[];
  /** `content/permalinks.json`. */
  ledger: Ledger;
  /** The site's own origin, `https://interview-runbook.example`: links to it must be references. */
  site?: string;
}

/**
 * Every mistake in the content, in the order of the files; none when it may be published. While a body cannot be parsed
 * only that is reported, because nothing can be said of what other pages expect to find in it.
 */
export function findings(entries: readonly SourceEntry[], { planned, ledger, site }: Surroundings): Finding[] {
  const unreadable = entries.flatMap(unreadableBodyFindings);
  if (unreadable.length > 0) return unreadable;
  const scenarioIds = entries.filter(({ collection }) => collection === 'scenarios').map(({ id }) => id);
  const around = { ids: [...entries.map(({ id }) => id), ...planned], site };
  const found = [
    ...entries.flatMap((entry) => [
      ...fileNameFindings(entry),
      ...schemaFindings(entry),
      ...dateFindings(entry),
      ...repetitionFindings(entry),
      ...textFindings(entry, around),
      ...(entry.collection === 'drills' ? drillFindings(entry, scenarioIds) : bodyFindings(entry, around)),
      ...duplicateAnchorFindings(entry),
    ]),
    ...duplicateIdFindings(entries),
    ...sameTitleFindings(entries),
    ...tagFindings(entries),
    ...referenceFindings(entries, planned, ledger),
    ...parentFindings(entries),
    ...plannedFindings(entries, planned),
    ...ledgerFindings(ledger, publishedAddresses(entries)),
  ];
  return found.sort((a, b) => (a.file === b.file ? (a.line ?? 0) - (b.line ?? 0) : a.file < b.file ? -1 : 1));
}
