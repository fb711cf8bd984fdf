import { withBase } from '../site.ts';

/** One address ever published. It has a page with these anchors, or it moved and names its heir. */
export interface LedgerEntry {
  /** The explicit anchors ever published at this address: follow-ups, steps. */
  anchors?: readonly string[] | undefined;
  /** The address that took over, without the base path. Its page carries the anchors on. */
  movedTo?: string | undefined;
  /** Anchors that were given up, each with the anchor of the same page that took over. */
  movedAnchors?: Readonly<Record<string, string | undefined>> | undefined;
}

/** `content/permalinks.json`: what was ever published, by address without the base path. */
export type Ledger = Readonly<Record<string, LedgerEntry>>;

/** Addresses with their explicit anchors, as the content has them now. */
export type Addresses = ReadonlyMap<string, readonly string[]>;

/** Where an address leads in the end, following every move; `undefined` when the moves go round in a circle. */
export function heir(ledger: Ledger, address: string): string | undefined {
  const passed = new Set<string>();
  for (let here = address; !passed.has(here);) {
    passed.add(here);
    const next = ledger[here]?.movedTo;
    if (next === undefined) return here;
    here = next;
  }
  return undefined;
}

/**
 * The redirects of moved addresses for Astro's `redirects`, each straight to the last heir. Astro puts the base path
 * before the old address but not before the new one, so `href` writes it. Moves in a circle are left out: the checks report them.
 */
export function redirects(ledger: Ledger, href: (path: string) => string = withBase): Record<string, string> {
  const moved = Object.keys(ledger).filter((address) => ledger[address]?.movedTo !== undefined);
  return Object.fromEntries(
    moved.flatMap((address) => {
      const target = heir(ledger, address);
      return target === undefined ? [] : [[address, href(target)]];
    }),
  );
}

const sorted = (names: Iterable<string>) => [...new Set(names)].sort();

/** The ledger with every new address and anchor added, in alphabetical order. Nothing is ever taken out. */
export function withAdditions(ledger: Ledger, current: Addresses): Ledger {
  const addresses = sorted([...Object.keys(ledger), ...current.keys()]);
  return Object.fromEntries(
    addresses.map((address) => {
      const known = ledger[address] ?? {};
      if (known.movedTo !== undefined) return [address, known];
      return [address, { ...known, anchors: sorted([...(known.anchors ?? []), ...(current.get(address) ?? [])]) }];
    }),
  );
}
