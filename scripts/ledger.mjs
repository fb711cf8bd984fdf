// npm run ledger, after a page was added: adds its address and anchors to content/permalinks.json, from which nothing is
// ever removed, and takes its id out of content/planned.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { report } from '../src/guide/check.ts';
import { withAdditions } from '../src/guide/ledger.ts';
import { publishedAddresses } from '../src/guide/published-addresses.ts';
import { readGuide } from '../src/guide/read-guide.ts';

const root = process.argv[2] ?? 'content';
const { entries, ledger, planned, unreadable } = readGuide(root);

if (unreadable.length > 0) {
  console.error(`Nothing was written: mend this first.\n${report(unreadable)}`);
  process.exit(1);
}

async function write(name, value) {
  const file = join(root, name);
  const text = await format(JSON.stringify(value, null, 2), { ...(await resolveConfig(file)), parser: 'json' });
  if (existsSync(file) && readFileSync(file, 'utf8') === text) console.log(`${name} is up to date.`);
  else writeFileSync(file, text);
}

const next = withAdditions(ledger, publishedAddresses(entries));
for (const [address, { anchors = [] }] of Object.entries(next)) {
  const known = ledger[address];
  const added = anchors.filter((anchor) => !known?.anchors?.includes(anchor));
  if (!known) console.log(`New address ${address}${added.length > 0 ? ` with the anchors ${added.join(', ')}` : ''}`);
  else if (added.length > 0) console.log(`New anchors at ${address}: ${added.join(', ')}`);
}
await write('permalinks.json', next);

const written = planned.filter((id) => entries.some((entry) => entry.id === id));
for (const id of written) console.log(`No longer only planned: ${id}`);
await write(
  'planned.json',
  planned.filter((id) => !written.includes(id)),
);
