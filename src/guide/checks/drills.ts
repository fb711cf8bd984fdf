import { replay, type Action } from '../../study/drill.ts';
import { score } from '../../study/score.ts';
import { drill as schema, type Drill } from '../drill-schema.ts';
import { nearest } from '../nearest.ts';
import { wordCount } from '../schema.ts';
import type { SourceEntry } from '../source-entry.ts';
import { fieldPlace, finding, type Finding } from './mistakes.ts';

/** With fewer, the player follows a trail instead of choosing. */
const fewestOpenings = 6;

/** What a player whose choice was bad needs at least to understand why. */
const fewestWords = 10;

const repeatedFindings = (entry: SourceEntry, ids: readonly string[], path: readonly PropertyKey[]): Finding[] =>
  ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [finding(fieldPlace(entry, ...path, index), 'repeated-value', id)] : [],
  );

function idFindings(entry: SourceEntry, { actions, resolvedWhen, bestPath }: Drill): Finding[] {
  const ids = actions.map(({ id }) => id);
  const unknown = (named: readonly string[], path: readonly PropertyKey[]) =>
    named.flatMap((id, index) =>
      ids.includes(id)
        ? []
        : [finding(fieldPlace(entry, ...path, index), 'drill-unknown-action', id, nearest(id, ids))],
    );
  return [
    ...ids.flatMap((id, index) => {
      const first = ids.indexOf(id);
      return first < index
        ? [finding(fieldPlace(entry, 'actions', index, 'id'), 'drill-action-twice', id, `actions[${first}]`)]
        : [];
    }),
    ...actions.flatMap(({ needs }, index) => [
      ...unknown(needs, ['actions', index, 'needs']),
      ...repeatedFindings(entry, needs, ['actions', index, 'needs']),
    ]),
    ...unknown(resolvedWhen, ['resolvedWhen']),
    ...repeatedFindings(entry, resolvedWhen, ['resolvedWhen']),
    ...unknown(bestPath, ['bestPath']),
    ...repeatedFindings(entry, bestPath, ['bestPath']),
  ];
}

/** The ids of all actions that can be done from the start on: nothing that is done ever closes another action. */
function reachableIds(actions: readonly Action[]): ReadonlySet<string> {
  const reached = new Set<string>();
  for (let before = -1; before < reached.size;) {
    before = reached.size;
    for (const { id, needs } of actions) if (needs.every((need) => reached.has(need))) reached.add(id);
  }
  return reached;
}

/** Everything that must be done before the actions with these ids are done, themselves included. */
function withNeeds(actions: readonly Action[], ids: readonly string[]): ReadonlySet<string> {
  const found = new Set(ids);
  for (const id of found) for (const need of actions.find((action) => action.id === id)?.needs ?? []) found.add(need);
  return found;
}

/** The shortest way from an action over its needs back to itself, if there is one. */
function cycleFrom(actions: readonly Action[], start: string): string[] | undefined {
  const chains = [[start]];
  const seen = new Set<string>();
  for (const chain of chains) {
    const here = actions.find(({ id }) => id === chain.at(-1));
    for (const need of here?.needs ?? []) {
      if (need === start) return [...chain, start];
      if (seen.has(need)) continue;
      seen.add(need);
      chains.push([...chain, need]);
    }
  }
  return undefined;
}

function reachFindings(entry: SourceEntry, { actions, resolvedWhen }: Drill): Finding[] {
  const reachable = reachableIds(actions);
  const told = new Set<string>();
  return [
    ...actions.flatMap(({ id, needs }, index) => {
      if (reachable.has(id) || told.has(id)) return [];
      const place = fieldPlace(entry, 'actions', index, 'needs');
      const cycle = cycleFrom(actions, id);
      if (!cycle) {
        const unmet = needs.filter((need) => !reachable.has(need));
        return [finding(place, 'drill-unreachable-action', unmet)];
      }
      for (const member of cycle) told.add(member);
      return [finding(place, 'drill-need-cycle', cycle)];
    }),
    ...resolvedWhen.flatMap((id, index) =>
      reachable.has(id) ? [] : [finding(fieldPlace(entry, 'resolvedWhen', index), 'drill-never-closes', id)],
    ),
  ];
}

function closingFindings(entry: SourceEntry, { actions, resolvedWhen }: Drill): Finding[] {
  const done = withNeeds(actions, resolvedWhen);
  const early = (what: string, isSuch: (action: Action) => boolean) => {
    const able = actions.filter(isSuch).map(({ id }) => id);
    return able.some((id) => done.has(id))
      ? []
      : [finding(fieldPlace(entry, 'resolvedWhen'), 'drill-closes-early', what, able)];
  };
  return [
    ...early('users have been helped', ({ mitigates }) => mitigates),
    ...early('the cause is proven', ({ findsCause }) => findsCause),
  ];
}

function bestPathFindings(entry: SourceEntry, drill: Drill): Finding[] {
  const { actions, resolvedWhen, bestPath, parMinutes, budgetMinutes } = drill;
  const needsOf = new Map(actions.map(({ id, needs }) => [id, needs]));
  const disorder = bestPath.flatMap((id, index) => {
    const missing = needsOf.get(id)!.filter((need) => !bestPath.slice(0, index).includes(need));
    return missing.length > 0
      ? [finding(fieldPlace(entry, 'bestPath', index), 'drill-best-path-order', id, missing)]
      : [];
  });
  const unfinished = resolvedWhen.filter((id) => !bestPath.includes(id));
  if (unfinished.length > 0)
    disorder.push(finding(fieldPlace(entry, 'bestPath'), 'drill-best-path-unfinished', unfinished));
  if (disorder.length > 0) return disorder;

  const play = replay(drill, bestPath);
  const found: Finding[] = [];
  if (play.clock !== parMinutes)
    found.push(finding(fieldPlace(entry, 'parMinutes'), 'drill-best-path-minutes', parMinutes, play.clock));
  if (budgetMinutes <= play.clock)
    found.push(finding(fieldPlace(entry, 'budgetMinutes'), 'drill-budget', budgetMinutes, play.clock));
  const lost = score(drill, play).lines.find(({ points, of }) => points < of);
  if (lost)
    found.push(
      finding(
        fieldPlace(entry, 'bestPath'),
        'drill-best-path-score',
        lost.points,
        lost.of,
        `${lost.label}: ${lost.why.replace(/\.$/, '')}`,
      ),
    );
  return found;
}

function choiceFindings(entry: SourceEntry, { actions }: Drill): Finding[] {
  const open = actions.filter(({ needs }) => needs.length === 0).length;
  return [
    ...(open < fewestOpenings
      ? [finding(fieldPlace(entry, 'actions'), 'drill-few-openings', open, fewestOpenings)]
      : []),
    ...actions.flatMap(({ verdict, why }, index) => {
      const words = wordCount(why);
      return (verdict === 'waste' || verdict === 'harmful') && words < fewestWords
        ? [finding(fieldPlace(entry, 'actions', index, 'why'), 'drill-unexplained', verdict, words, fewestWords)]
        : [];
    }),
  ];
}

/**
 * What is wrong with a drill as a game: ids, reach, closing, best path, choice. What would only follow from an earlier
 * mistake is left out.
 */
export function drillFindings(entry: SourceEntry, scenarioIds: readonly string[]): Finding[] {
  const { data: drill } = schema.safeParse(entry.data);
  const named = scenarioIds.includes(entry.id)
    ? []
    : [
        finding(
          { file: entry.file, field: 'file name' },
          'drill-without-scenario',
          entry.id,
          nearest(entry.id, scenarioIds),
        ),
      ];
  if (!drill) return named;
  const ids = idFindings(entry, drill);
  if (ids.length > 0) return [...named, ...ids];
  const unclosable = [...reachFindings(entry, drill), ...closingFindings(entry, drill)];
  return [
    ...named,
    ...unclosable,
    ...(unclosable.length === 0 ? bestPathFindings(entry, drill) : []),
    ...choiceFindings(entry, drill),
  ];
}
