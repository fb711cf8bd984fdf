import { format } from '@wasm-fmt/gofmt';
import { messageOf, type Problem } from './problem.ts';

/** Where gofmt stops in a Go file, or in an excerpt: declarations or statements. */
export function go(code: string): Problem[] {
  try {
    format(code);
    return [];
  } catch (error) {
    const [, line, reason] = /^(\d+):\d+: (.*)$/s.exec(messageOf(error)) ?? [];
    return [{ line: Math.min(Number(line ?? 1), code.split('\n').length), message: reason ?? messageOf(error) }];
  }
}
