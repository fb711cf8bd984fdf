import { parsePatch } from 'diff';
import { messageOf, type Problem } from './problem.ts';

/** A patch whose hunks do not add up, or a block without any. */
export function diff(code: string): Problem[] {
  try {
    const hunks = parsePatch(code).flatMap((file) => file.hunks);
    return hunks.length > 0 ? [] : [{ line: 1, message: 'no hunk: a unified diff has lines such as @@ -1,3 +1,4 @@' }];
  } catch (error) {
    const line = /line (\d+)/.exec(messageOf(error))?.[1];
    return [{ line: line ? Number(line) : 1, message: messageOf(error) }];
  }
}
