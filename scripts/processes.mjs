import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder; every command runs in it. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The file behind a tool of node_modules, so that it starts without a shell on every system; a script is its own file.
 * @param {string} tool the name of a package with a command of the same name, or a path ending in .mjs or .ts
 */
const fileOf = (tool) => {
  if (/\.(mjs|ts)$/.test(tool)) return join(root, tool);
  const folder = join(root, 'node_modules', tool);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[tool]);
};

/**
 * Runs a tool or script of the project to its end, or for `timeout` milliseconds. Resolves to its exit code and, when
 * `captured`, to what it printed (which is still shown).
 * @param {string} tool @param {string[]} args
 * @param {{ node?: string, env?: NodeJS.ProcessEnv, captured?: boolean, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (tool, args = [], { node = process.execPath, env = process.env, captured = false, timeout } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(node, [fileOf(tool), ...args], {
      cwd: root,
      env,
      timeout,
      stdio: captured ? ['inherit', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from?.setEncoding('utf8').on('data', (text) => {
        output += text;
        to.write(text);
      });
    }
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, pass);
      resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 143), output });
    });
  });
