import { heir, type Addresses, type Ledger } from '../ledger.ts';
import { nearest } from '../nearest.ts';
import { finding, type Finding, type Place } from './mistakes.ts';

/** Where the ledger of everything ever published stands. */
export const ledgerFile = 'content/permalinks.json';

const nearestAddress = (address: string, current: Addresses) => {
  const [, folder] = address.split('/');
  return nearest(
    address,
    [...current.keys()].filter((other) => other.startsWith(`/${folder}/`) && other !== `/${folder}/`),
  );
};

const chainFrom = (ledger: Ledger, address: string) => {
  const chain = [address];
  for (;;) {
    const next = ledger[chain.at(-1)!]?.movedTo;
    if (next === undefined) return chain;
    const isLoop = chain.includes(next);
    chain.push(next);
    if (isLoop) return chain;
  }
};

function movedFindings(place: Place, address: string, ledger: Ledger, current: Addresses): Finding[] {
  const { movedTo = '', anchors = [], movedAnchors = {} } = ledger[address]!;
  if (current.has(address)) return [finding(place, 'redirect-shadows-page', movedTo)];
  const target = heir(ledger, address);
  if (target === undefined) return [finding(place, 'redirect-loop', chainFrom(ledger, address))];
  const carried = current.get(target);
  if (!carried) return [finding(place, 'redirect-nowhere', target, nearestAddress(target, current))];
  return anchors.flatMap((anchor) => {
    const heirOfAnchor = movedAnchors[anchor] ?? anchor;
    return carried.includes(heirOfAnchor)
      ? []
      : [finding(place, 'heir-without-anchor', anchor, target, nearest(anchor, carried))];
  });
}

function standingFindings(place: Place, address: string, ledger: Ledger, current: Addresses): Finding[] {
  const { anchors = [], movedAnchors = {} } = ledger[address]!;
  const present = current.get(address);
  if (!present) return [finding(place, 'vanished-page', nearestAddress(address, current))];
  return anchors.flatMap((anchor) => {
    if (present.includes(anchor)) return [];
    const heirOfAnchor = movedAnchors[anchor];
    if (heirOfAnchor === undefined) return [finding(place, 'vanished-anchor', anchor, nearest(anchor, present))];
    return present.includes(heirOfAnchor)
      ? []
      : [finding(place, 'anchor-heir-nowhere', anchor, heirOfAnchor, nearest(heirOfAnchor, present))];
  });
}

function newFindings(place: Place, known: Ledger[string] | undefined, anchors: readonly string[]): Finding[] {
  if (!known) return [finding(place, 'not-in-ledger', 'from the ledger')];
  const missing = anchors.filter((anchor) => !known.anchors?.includes(anchor));
  if (known.movedTo !== undefined || missing.length === 0) return [];
  return [finding(place, 'not-in-ledger', `the anchors ${missing.map((anchor) => `"${anchor}"`).join(', ')}`)];
}

/** Addresses and anchors that were published and do not answer any more, redirects that fail, and pages the ledger does not know. */
export function ledgerFindings(ledger: Ledger, current: Addresses): Finding[] {
  const place = (address: string): Place => ({ file: ledgerFile, field: address });
  return [
    ...Object.entries(ledger).flatMap(([address, { movedTo }]) =>
      movedTo === undefined
        ? standingFindings(place(address), address, ledger, current)
        : movedFindings(place(address), address, ledger, current),
    ),
    ...[...current].flatMap(([address, anchors]) => newFindings(place(address), ledger[address], anchors)),
  ];
}
