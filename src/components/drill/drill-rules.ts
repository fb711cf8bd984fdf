import type { Action, Drill } from '../../study/drill.ts';

type Rule = Pick<Action, 'id' | 'phase' | 'verdict'> & Partial<Action>;

/** What the engine needs of a drill that the page does not already say in words. */
export interface Rules extends Pick<Drill, 'budgetMinutes' | 'parMinutes' | 'resolvedWhen' | 'bestPath'> {
  actions: readonly Rule[];
}

/** The rules of a drill, in the order of its actions, without any text and without what is usual. */
export const rulesOf = ({ budgetMinutes, parMinutes, resolvedWhen, bestPath, actions }: Drill): Rules => ({
  budgetMinutes,
  parMinutes,
  resolvedWhen,
  bestPath,
  actions: actions.map(({ id, phase, verdict, minutes, effectMinutes, needs, mitigates, findsCause }) => ({
    id,
    phase,
    verdict,
    ...(minutes !== 1 && { minutes }),
    ...(effectMinutes > 0 && { effectMinutes }),
    ...(needs.length > 0 && { needs }),
    ...(mitigates && { mitigates }),
    ...(findsCause && { findsCause }),
  })),
});

/** A drill that can be played, from its rules and the labels on the page. Its other texts are empty: the page holds them. */
export const drillFrom = ({ actions, ...rules }: Rules, labelOf: (id: string) => string): Drill => ({
  title: '',
  briefing: '',
  system: '',
  rootCause: '',
  debrief: [],
  wrongTurns: [],
  ...rules,
  actions: actions.map((rule) => ({
    minutes: 1,
    effectMinutes: 0,
    needs: [],
    mitigates: false,
    findsCause: false,
    result: '',
    why: '',
    ...rule,
    label: labelOf(rule.id),
  })),
});
