export type SessionLine = 'command' | 'continuation' | 'output';

/** What each line of a terminal session is: a command after `$ ` or `# `, its continuation after `> `, or output. */
export function sessionLines(lines: readonly string[]): SessionLine[] {
  let continues = false;
  return lines.map((line) => {
    const kind = /^[$#] /.test(line) ? 'command' : continues && /^>( |$)/.test(line) ? 'continuation' : 'output';
    continues = kind !== 'output';
    return kind;
  });
}

/** The commands of a session as one would paste them: without prompts and without output. */
export function commandsOf(lines: readonly string[]): string {
  const kinds = sessionLines(lines);
  return lines
    .filter((_, index) => kinds[index] !== 'output')
    .map((line) => line.slice(2))
    .join('\n');
}
