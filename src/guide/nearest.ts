import { closestMatch } from 'leven';

const words = (name: string) =>
  new Set(
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
  );

function inCommon(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared || 1);
}

const mostWrong = ({ length }: string) => Math.min(length - 1, Math.max(2, Math.floor(length / 2.5)));

/**
 * The existing name that a wrong one most likely stands for: the fewest letters apart, if most of them agree,
 * else the one that shares most words, if that is a quarter of them; none when nothing is alike.
 */
export function nearest(wrong: string, names: Iterable<string>): string | undefined {
  const candidates = [...names].filter((name) => name !== wrong);
  const misspelt = closestMatch(wrong, candidates, { maxDistance: mostWrong(wrong) });
  if (misspelt !== undefined) return misspelt;
  const wanted = words(wrong);
  const [best] = candidates
    .map((name) => ({ name, share: inCommon(wanted, words(name)) }))
    .filter(({ share }) => share >= 0.25)
    .sort((a, b) => b.share - a.share || a.name.localeCompare(b.name, 'en'));
  return best?.name;
}
