import { validate } from 'dockerfile-utils';
import type { Problem } from './problem.ts';

/** Unknown instructions, wrong arguments and deprecated forms. */
export const dockerfile = (code: string): Problem[] =>
  validate(code).map(({ range, message }) => ({
    line: range.start.line + 1,
    message: typeof message === 'string' ? message : message.value,
  }));
