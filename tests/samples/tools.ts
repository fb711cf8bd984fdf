import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandPath } from '../../scripts/debian.mjs';

/** What a command printed, both streams together, and how it ended. Throws when it cannot be started. */
export function outputOf(
  name: string,
  args: readonly string[],
  { input = '' }: { input?: string } = {},
): Promise<{ output: string; succeeded: boolean }> {
  const command = commandPath(name);
  if (command === undefined) throw new Error(`${name} is not installed`);
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      { timeout: 30_000, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== 'number') reject(error);
        else resolve({ output: stdout + stderr, succeeded: error === null });
      },
    );
    // A program that stops early does not read all of its input.
    child.stdin?.on('error', () => undefined).end(input);
  });
}

/** Lends a folder that is removed afterwards. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sample-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
