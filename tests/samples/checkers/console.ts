import { sessionLines } from '../../../src/code/session.ts';
import type { Problem } from './problem.ts';
import { shellProblems } from './shell.ts';

interface Command {
  /** The line of its prompt within the session, from 1. */
  line: number;
  /** The lines of the command, without prompts. */
  code: string[];
}

/** The commands of a session: what follows `$ ` or `# `, and the lines directly below that begin with `> `. */
export function commandsOf(code: string): Command[] {
  const lines = code.split('\n');
  const commands: Command[] = [];
  for (const [index, kind] of sessionLines(lines).entries()) {
    const typed = lines[index]!.slice(2);
    if (kind === 'command') commands.push({ line: index + 1, code: [typed] });
    else if (kind === 'continuation') commands.at(-1)!.code.push(typed);
  }
  return commands;
}

/** The commands of a session as one script whose lines are those of the session: output becomes empty lines. */
export function sessionScript(code: string): string {
  const script = code.split('\n').map(() => '');
  for (const { line, code: lines } of commandsOf(code)) script.splice(line - 1, lines.length, ...lines);
  return script.join('\n');
}

/** The first line that continues a command which needs no continuation: output, as it seems, that begins with `>`. */
async function needlessContinuation({ line, code }: Command): Promise<Problem | undefined> {
  for (let count = 1; count < code.length; count += 1) {
    const above = code.slice(0, count);
    const isUnfinished = above.at(-1)?.endsWith('\\') || (await shellProblems(above.join('\n'), 'bash')).length > 0;
    if (!isUnfinished)
      return {
        line: line + count,
        message: '"> " continues a command, but the one above is complete: leave the line out',
      };
  }
  return undefined;
}

async function commandProblems(command: Command): Promise<Problem[]> {
  const { line, code } = command;
  if (code.at(-1)?.endsWith('\\'))
    return [
      {
        line: line + code.length,
        message: 'the line above ends with a backslash: the command goes on here, after "> "',
      },
    ];
  const [problem] = await shellProblems(code.join('\n'), 'bash');
  if (problem) {
    const advice = '; a command of several lines goes on after "> "';
    return [{ line: line + problem.line - 1, message: problem.message + (problem.isUnfinished ? advice : '') }];
  }
  const needless = await needlessContinuation(command);
  return needless ? [needless] : [];
}

/** A session without a prompt, broken continuations, and commands that are not shell. */
export async function terminalSession(code: string): Promise<Problem[]> {
  const commands = commandsOf(code);
  if (commands.length === 0)
    return [
      { line: 1, message: 'no line begins with a prompt: put "$ " before each command, or call the block `text`' },
    ];
  return (await Promise.all(commands.map(commandProblems))).flat();
}
