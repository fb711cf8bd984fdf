import type { Drill } from '../../src/study/drill.ts';

/** As many words in a row as nobody writes twice by chance. */
const run = 8;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Every text of a drill that gives something away, which is all of it but its title. */
export const drillTexts = (drill: Drill): string[] => [
  drill.briefing,
  drill.system,
  drill.rootCause,
  ...drill.actions.flatMap(({ label, result, resultAfterMitigation = '', why }) => [
    label,
    result,
    resultAfterMitigation,
    why,
  ]),
  ...drill.debrief,
  ...drill.wrongTurns,
];

const runsOf = (text: string): string[] => {
  const words = wordsOf(text);
  return words.slice(run - 1).map((_, first) => words.slice(first, first + run).join(' '));
};

/** A row of numbers tells nothing. */
const isTelling = (words: string) => new Set(words.match(/\p{L}{2,}/gu)).size >= 3;

/**
 * Commands and messages that drills share with the guide because the tools are the same: they are no part of any story.
 * Everything else that a drill and another page have in common must be worded anew.
 */
export const wordsOfTools: readonly string[] = [
  // curl -w '…': the names of its timers
  'w dns time_namelookup tcp time_connect tls time_appconnect',
  'curl: (60) SSL certificate problem: unable to get local issuer certificate',
  'Kernel panic - not syncing: Out of memory: system-wide panic_on_oom is enabled',
  `ps -eo rss= | awk '{s+=$1} END {printf "%.0f MiB\\n", s/1024}'`,
  'systemd-cgtop -b -m -n 1 --depth=2',
  'fallocate -l 8G /swapfile && chmod 600 /swapfile && mkswap /swapfile && swapon /swapfile',
  'tcpdump -ni eth0 -ttttt host 203.0.113',
  'jq -r .downstream_transport_failure_reason // empty listener.log',
  'amtool config routes test --config.file=alertmanager.yml alertname',
];

/** Runs of eight words, whatever their case and punctuation, each with the id of the drill that has it. */
export function spoilersOf(drills: readonly { id: string; texts: readonly string[] }[]): Map<string, string> {
  const known = wordsOfTools.map((text) => ` ${wordsOf(text).join(' ')} `);
  const isKnown = (words: string) => known.some((text) => text.includes(` ${words} `));
  return new Map(
    drills.flatMap(({ id, texts }) =>
      texts.flatMap((text) =>
        runsOf(text)
          .filter((words) => isTelling(words) && !isKnown(words))
          .map((words) => [words, id]),
      ),
    ),
  );
}

/** What a text gives away, one line each: the drill, and the words in the order of the text. Runs that overlap are joined. */
export function spoiled(text: string, spoilers: ReadonlyMap<string, string>): string[] {
  const found: { id: string; words: string[]; last: number }[] = [];
  runsOf(text).forEach((words, place) => {
    const id = spoilers.get(words);
    if (id === undefined) return;
    const previous = found.at(-1);
    if (previous?.id === id && previous.last === place - 1) {
      previous.words.push(words.split(' ').at(-1)!);
      previous.last = place;
    } else found.push({ id, words: words.split(' '), last: place });
  });
  return found.map(({ id, words }) => `${id}: “${words.join(' ')}”`);
}
