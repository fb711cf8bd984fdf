import type { Verdict } from '../../study/drill.ts';

/** The verdicts as the debrief says them. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  strong: 'Strong',
  fine: 'Fine',
  waste: 'Wasted time',
  harmful: 'Harmful',
};
