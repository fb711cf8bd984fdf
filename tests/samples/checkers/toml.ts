import { parse, TomlError } from 'smol-toml';
import { messageOf, type Problem } from './problem.ts';

/** Where the TOML parser stops. */
export function toml(code: string): Problem[] {
  try {
    parse(code);
    return [];
  } catch (error) {
    const message = messageOf(error).split('\n')[0] ?? '';
    return [{ line: error instanceof TomlError ? error.line : 1, message }];
  }
}
