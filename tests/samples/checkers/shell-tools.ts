import { outputOf } from '../tools.ts';
import type { Problem } from './problem.ts';

/** What a shell's own `-n` says about a script. */
export async function shellSyntax(shell: 'bash' | 'dash', script: string): Promise<Problem[]> {
  const { output, succeeded } = await outputOf(shell, ['-n'], { input: script });
  if (succeeded) return [];
  return output
    .split('\n')
    .flatMap((text) => {
      const [, line, message] = /: (?:line )?(\d+): (.+)$/.exec(text) ?? [];
      const last = script.split('\n').length;
      return message === undefined ? [] : [{ line: Math.min(Number(line), last), message: `${shell} -n: ${message}` }];
    })
    .slice(0, 1);
}

/** Rules of ShellCheck that cannot hold for an excerpt. */
const excused: Readonly<Record<string, string>> = {
  SC1010: '`then` and `done` are words of other programs too, such as Miller; what is missing the parsers find',
  SC1090: 'the file that a sample sources is not here',
  SC1091: 'the same, with a constant name',
  SC2034: 'a variable that an excerpt sets may be used in the next one',
  SC2148: 'an excerpt has no shebang; the fence says which shell it is',
  SC2154: 'placeholders such as $POD and $TG are set by the reader',
  SC2164: '`cd` at a prompt is followed by a look at the prompt',
};

interface Comment {
  line: number;
  code: number;
  message: string;
}

/** What ShellCheck warns of, excerpts' allowances made. */
export async function shellCheck(dialect: 'bash' | 'sh', script: string): Promise<Problem[]> {
  const args = [
    '--format=json1',
    '--severity=warning',
    `--shell=${dialect}`,
    '--norc',
    `--exclude=${Object.keys(excused).join()}`,
    '-',
  ];
  const { output } = await outputOf('shellcheck', args, { input: script });
  const { comments } = JSON.parse(output) as { comments: Comment[] };
  return comments.map(({ line, code, message }) => ({ line, message: `${message} (ShellCheck SC${code})` }));
}
