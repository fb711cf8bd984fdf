/** A page of the guide: its address without the base path, and its title. */
export interface Address {
  path: string;
  title: string;
}

const words = (text: string) => new Set(text.toLowerCase().match(/[a-z0-9]{2,}/g) ?? []);

const pairs = (text: string) => {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, index) => letters.slice(index, index + 2)));
};

/** How much two sets share, from 0 to 1 (Sørensen–Dice). */
const shared = (a: Set<string>, b: Set<string>) =>
  a.size + b.size === 0 ? 0 : (2 * [...a].filter((item) => b.has(item)).length) / (a.size + b.size);

/** Whether a word of one begins a word of the other, from three letters on: `oomkill` and `oom`. */
const sharesStart = (a: Set<string>, b: Set<string>) =>
  [...a].some((one) => [...b].some((other) => Math.min(one.length, other.length) >= 3 && (one.startsWith(other) || other.startsWith(one))));

const lastPart = (path: string) => path.split('/').filter(Boolean).at(-1) ?? '';

/** At most `most` pages whose address or title resembles the address asked for, best first. */
export function nearestAddresses(asked: string, addresses: readonly Address[], most: number): Address[] {
  const name = lastPart(decodeURIComponentOrRaw(asked));
  return addresses
    .map((address) => ({ address, likeness: likeness(name, address) }))
    .filter(({ likeness }) => likeness >= 0.45)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ address }) => address);
}

function likeness(name: string, { path, title }: Address): number {
  const last = lastPart(path);
  const known = words(`${last} ${title}`);
  return shared(pairs(name), pairs(last)) + shared(words(name), known) + (sharesStart(words(name), known) ? 0.3 : 0);
}

function decodeURIComponentOrRaw(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
