/** A page of the guide: its address without the base path, and its title. */
export interface Address {
  path: string;
  title: string;
}

const words = (text: string) => new Set(text.toLowerCase().match(/[a-z0-9]{2,}/g) ?? []);

const pairs = (text: string) => {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)),
  );
};

/** How much two sets share, from 0 to 1 (Sørensen–Dice). */
const shared = (a: Set<string>, b: Set<string>) =>
  a.size + b.size === 0 ? 0 : (2 * [...a].filter((item) => b.has(item)).length) / (a.size + b.size);

/** The share of words that stand in the others, whole or as a beginning of three letters or more: `oomkill` and `oom`. */
const found = (asked: Set<string>, known: Set<string>) =>
  [...asked].filter((word) =>
    [...known].some(
      (other) => Math.min(word.length, other.length) >= 3 && (word.startsWith(other) || other.startsWith(word)),
    ),
  ).length / Math.max(1, asked.size);

const lastPart = (path: string) => path.split('/').filter(Boolean).at(-1) ?? '';

/** At most `most` pages whose address or title resembles the address asked for, best first. */
export function nearestAddresses(asked: string, addresses: readonly Address[], most: number): Address[] {
  const name = lastPart(decodeURIComponentOrRaw(asked));
  return addresses
    .map((address) => ({ address, likeness: likeness(name, address) }))
    .filter(({ likeness }) => likeness >= 0.6)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ address }) => address);
}

function likeness(name: string, { path, title }: Address): number {
  const last = lastPart(path);
  return shared(pairs(name), pairs(last)) + found(words(name), words(`${last} ${title}`));
}

function decodeURIComponentOrRaw(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
