type Message = readonly [problem: string, remedy: string];

const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ');

/** Every mistake that only a drill can have: what is wrong, and what to do about it. */
export const drillMistakes = {
  'drill-without-scenario': (id: string, near: string | undefined): Message => [
    `is "${id}", which is no scenario`,
    near === undefined ? 'Name the file after its scenario.' : `Rename the file to ${near}.yaml.`,
  ],
  'drill-action-twice': (id: string, other: string): Message => [
    `is "${id}", which is the id of ${other} already`,
    'Rename one of the two.',
  ],
  'drill-unknown-action': (id: string, near: string | undefined): Message => [
    `names "${id}", which is no action of this drill`,
    near === undefined ? 'Use the id of an action.' : `Use "${near}", or the id of another action.`,
  ],
  'drill-need-cycle': (chain: readonly string[]): Message => [
    `go round in a circle: ${chain.join(' → ')}`,
    'Remove one of these needs.',
  ],
  'drill-unreachable-action': (needs: readonly string[]): Message => [
    `can never be met, because ${list(needs)} can never be done`,
    'Mend those actions, or remove the need.',
  ],
  'drill-never-closes': (id: string): Message => [
    `asks for "${id}", which can never be done, so the incident could not be closed from any state`,
    'Make the action reachable, or ask for another one.',
  ],
  'drill-closes-early': (what: string, actions: readonly string[]): Message => [
    `lets the incident be closed before ${what}`,
    actions.length === 0
      ? 'Mark the action that does it, and make closing need it.'
      : `Add one of ${list(actions)}, or an action that needs it.`,
  ],
  'drill-best-path-order': (id: string, needs: readonly string[]): Message => [
    `takes "${id}" before ${list(needs)}, which it needs`,
    'Put the needed action in front of it.',
  ],
  'drill-best-path-minutes': (par: number, minutes: number): Message => [
    `is ${par}, but the actions of bestPath take ${minutes} minutes`,
    `Write ${minutes}, or change the path.`,
  ],
  'drill-best-path-unfinished': (missing: readonly string[]): Message => [
    `ends before the incident can be closed: ${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
    'Add what resolvedWhen asks for.',
  ],
  'drill-best-path-score': (points: number, of: number, why: string): Message => [
    `would not be the best: it gets ${points} of ${of} points (${why})`,
    'Begin with a question, look before the first change, and take no wasteful or harmful action.',
  ],
  'drill-few-openings': (count: number, least: number): Message => [
    `offer only ${count} that are open at the start`,
    `Let at least ${least} have no needs, so that the beginning is a choice.`,
  ],
  'drill-unexplained': (verdict: string, words: number, least: number): Message => [
    `has ${words} ${words === 1 ? 'word' : 'words'} for a player whose choice was called ${verdict}`,
    `Say in ${least} words or more what went wrong and which evidence spoke against it.`,
  ],
  'drill-budget': (budget: number, par: number): Message => [
    `is ${budget}, and the best path takes ${par} minutes`,
    'Give more time than the best path takes.',
  ],
} as const;
