import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputOf, withFolder } from '../tools.ts';
import type { Problem } from './problem.ts';

/** Debian packages what balances connections, `stream`, as a module of its own. */
export const streamModule = '/usr/lib/nginx/modules/ngx_stream_module.so';

/** True for a configuration that needs the module. */
export const hasStream = (code: string): boolean => /^\s*stream\b/m.test(code);

const modulesFor = (code: string) => (hasStream(code) ? `load_module ${streamModule}; ` : '');

/** What may stand around a fragment, the widest first. Nothing of it adds a line above the fragment. */
const contexts: readonly ((fragment: string) => string)[] = [
  (fragment) => (/^\s*events\b/m.test(fragment) ? fragment : `events {} ${fragment}`),
  (fragment) => `events {} http { ${fragment}\n}`,
  (fragment) => `events {} http { server { ${fragment}\n} }`,
  (fragment) => `events {} http { server { location / { ${fragment}\n} } }`,
];

/** How many hosts and files that are not here a fragment may name. */
const mostStandIns = 30;

/** Ports, logs and folders are opened after all has been read; on this machine they may be taken, forbidden or missing. */
const afterReading = /\[emerg\] (?:\d+#\d+: )?(?:bind|socket|mkdir)\(\)/;

function problemIn(output: string): Problem {
  const [, message = output.trim()] = /\[emerg\] (?:\d+#\d+: )?(.*)/.exec(output) ?? [];
  const [, line] = / in \S+:(\d+)$/.exec(message) ?? [];
  return { line: Number(line ?? 1), message: message.replace(/ in \S+:\d+$/, '') };
}

async function certificate(folder: string): Promise<{ key: string; certificate: string }> {
  const files = { key: join(folder, 'key.pem'), certificate: join(folder, 'certificate.pem') };
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=sample'];
  await outputOf('openssl', ['req', '-x509', ...kind, '-keyout', files.key, '-out', files.certificate]);
  return files;
}

/** The configuration with a stand-in for the host, file or certificate that nginx misses; nothing when it misses none. */
async function withStandIn(configuration: string, { message }: Problem, folder: string): Promise<string | undefined> {
  const [, host] = /host not found in (?:upstream|resolver) "([^":]+)/.exec(message) ?? [];
  if (host) return configuration.replaceAll(host, '127.0.0.1');
  const [, path] = /(?:open\(\)|cannot load certificate(?: key)?) "([^"]+)"/.exec(message) ?? [];
  if (!path) return undefined;
  const asWritten = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  if (!/certificate/.test(message)) {
    await writeFile(join(folder, 'empty'), '');
    return configuration.replaceAll(asWritten, join(folder, 'empty'));
  }
  const files = await certificate(folder);
  return configuration.replaceAll(asWritten, /certificate key/.test(message) ? files.key : files.certificate);
}

async function problemWith(configuration: string, folder: string): Promise<Problem | undefined> {
  const file = join(folder, 'nginx.conf');
  const args = ['-t', '-q', '-p', folder, '-c', file, '-g', `pid ${folder}/pid; error_log stderr;`];
  let current = configuration;
  for (let count = 0; count <= mostStandIns; count += 1) {
    await writeFile(file, current);
    const { output, succeeded } = await outputOf('nginx', args);
    if (succeeded || afterReading.test(output)) return undefined;
    const problem = problemIn(output);
    const next = await withStandIn(current, problem, folder);
    if (next === undefined || next === current) return problem;
    current = next;
  }
  throw new Error(`nginx still misses something after ${mostStandIns} stand-ins`);
}

/** True when a directive is only out of place, so that a narrower context may suit it. */
const isMisplaced = ({ message }: Problem) => /directive is not allowed here/.test(message);

/** What `nginx -t` says of a configuration or a fragment of one, hosts and files that are not here aside. */
export const nginxTest = (code: string): Promise<Problem[]> =>
  withFolder(async (folder) => {
    await mkdir(join(folder, 'logs'));
    const problems: Problem[] = [];
    for (const context of contexts) {
      const problem = await problemWith(modulesFor(code) + context(code), folder);
      if (problem === undefined) return [];
      problems.push(problem);
    }
    const [best] = problems.sort((a, b) => Number(isMisplaced(a)) - Number(isMisplaced(b)) || b.line - a.line);
    return best ? [{ line: best.line, message: `nginx -t: ${best.message}` }] : [];
  });
