import { PositionEncoding, Workspace } from '@astral-sh/ruff-wasm-nodejs';
import type { Problem } from './problem.ts';

/** What would stop a program: E9 and F7 are syntax, F63 comparisons that cannot be meant, PLE errors. */
const rules = ['E9', 'F63', 'F7', 'PLE'];

const ruff = new Workspace({ 'target-version': 'py314', lint: { select: rules } }, PositionEncoding.Utf16);

/** What Ruff finds in Python: syntax errors, and the rules that name errors. */
export const python = (code: string): Problem[] =>
  (ruff.check(code) as { code: string | null; message: string; start_location: { row: number } }[]).map(
    (diagnostic) => ({
      line: diagnostic.start_location.row,
      message: `${diagnostic.message} (${diagnostic.code ?? 'syntax'})`,
    }),
  );
