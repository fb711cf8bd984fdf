/** What is wrong with a block of code. */
export interface Problem {
  /** The line within the block, from 1. */
  line: number;
  /** What the parser said, and where it helps what to do. */
  message: string;
}

/** Judges a block of one language: its code, and what its fence says after the language. */
export type Checker = (code: string, meta: string) => Problem[] | Promise<Problem[]>;

/** The line, from 1, on which a character stands. */
export const lineAt = (text: string, offset: number): number => text.slice(0, Math.max(0, offset)).split('\n').length;

/** The problems with the lines of an excerpt turned into lines of the block it was taken from. */
export const movedDown = (problems: readonly Problem[], lines: number): Problem[] =>
  problems.map(({ line, message }) => ({ line: line + lines, message }));

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
