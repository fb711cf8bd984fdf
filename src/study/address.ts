import { closing, givingUp, IllegalMove, replay, type Drill, type Move, type Play } from './drill.ts';

/** The version of the form below. A fragment of another version is not read, but named. */
const version = 'd1';
const base = 36;

/** As many actions as have a digit of their own beside the two moves that end the play. */
export const mostActions = base - 2;

const allMoves = ({ actions }: Drill): Move[] => [...actions.map(({ id }) => id), closing, givingUp];

const digits = (value: number, length: number) => value.toString(base).padStart(length, '0');

const idsModulus = base ** 4;

/** A number for the ids of the actions in their order (FNV-1a), so that moves are never read by another list. */
function idsChecksum({ actions }: Drill): number {
  let hash = 0x811c9dc5;
  for (const character of actions.map(({ id }) => id).join(' '))
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash % idsModulus;
}

const movesModulus = base ** 2;

/** A sum weighted by place, so that one wrong digit, or two neighbours in the wrong order, always change it. */
const movesChecksum = (moves: readonly number[]) =>
  moves.reduce((sum, move, index) => (sum + (index + 1) * (move + 1)) % movesModulus, 0);

/**
 * The state of a play as the fragment of an address, with its `#`: version, checksum of the actions, one base-36 digit a
 * move, checksum of the moves. The start needs none and gives the empty text.
 */
export function fragment(drill: Drill, { moves }: Pick<Play, 'moves'>): string {
  if (moves.length === 0) return '';
  const known = allMoves(drill);
  const indices = moves.map((move) => known.indexOf(move));
  const written = indices.map((index) => digits(index, 1)).join('');
  return `#${version}.${digits(idsChecksum(drill), 4)}.${written}.${digits(movesChecksum(indices), 2)}`;
}

/** What became of a fragment: the state it names, or the start and a message that says why. */
export interface Opened {
  play: Play;
  message?: string;
}

const damaged = 'This link is damaged, so the incident begins afresh.';
const outdated = 'This link was made for another version of the incident, so it begins afresh.';
const illegal = 'This link holds a move that is not possible, so the incident begins afresh.';

/**
 * The play that a fragment names, with or without its `#`. What is not such a fragment counts as damaged: a page that has
 * anchors keeps theirs away from here. Never throws.
 */
export function opened(drill: Drill, text: string): Opened {
  const afresh = (message?: string): Opened => ({
    play: replay(drill),
    ...(message !== undefined && { message }),
  });
  const written = text.replace(/^#/, '');
  if (written === '') return afresh();
  const [form, ids, moves = '', check, ...rest] = written.split('.');
  if (/^d\d+$/.test(form ?? '') && form !== version) return afresh(outdated);
  if (form !== version || rest.length > 0 || !/^[0-9a-z]{4}$/.test(ids ?? '')) return afresh(damaged);
  if (!/^[0-9a-z]+$/.test(moves) || !/^[0-9a-z]{2}$/.test(check ?? '')) return afresh(damaged);
  const indices = [...moves].map((digit) => Number.parseInt(digit, base));
  if (check !== digits(movesChecksum(indices), 2)) return afresh(damaged);
  if (ids !== digits(idsChecksum(drill), 4)) return afresh(outdated);
  const known = allMoves(drill);
  try {
    return {
      play: replay(
        drill,
        indices.map((index) => known[index] ?? ''),
      ),
    };
  } catch (error) {
    if (error instanceof IllegalMove) return afresh(illegal);
    throw error;
  }
}
