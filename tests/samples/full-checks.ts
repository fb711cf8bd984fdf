import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { commandPath } from '../../scripts/debian.mjs';
import type { CheckedIn } from '../../src/samples/languages.ts';
import type { Fence } from '../../src/samples/fences.ts';
import { sessionScript } from './checkers/console.ts';
import { hasStream, nginxTest, streamModule } from './checkers/nginx.ts';
import type { Problem } from './checkers/problem.ts';
import { promtoolExpressions, promtoolRules, ruleFilesIn } from './checkers/promtool.ts';
import { shellCheck, shellSyntax } from './checkers/shell-tools.ts';
import { isUnit, systemdUnit } from './checkers/systemd.ts';

/** A check that needs programs of the machine it runs on. */
export interface FullCheck {
  /** The check as a test is named: "ShellCheck". */
  name: string;
  /** The commands it calls and the files it loads, each with the Debian package that has it. */
  needs: Readonly<Record<string, string>>;
  language: CheckedIn<'full'>;
  /** False for blocks of the language that this check has nothing to say about. */
  concerns?: (code: string) => boolean;
  problems: (code: string) => Promise<Problem[]>;
}

const shellcheck = { shellcheck: 'shellcheck' };
const nginx = { nginx: 'nginx', openssl: 'openssl' };
const promtool = { promtool: 'prometheus' };

export const fullChecks: readonly FullCheck[] = [
  {
    name: 'bash -n',
    needs: { bash: 'bash' },
    language: 'console',
    problems: (code) => shellSyntax('bash', sessionScript(code)),
  },
  { name: 'bash -n', needs: { bash: 'bash' }, language: 'bash', problems: (code) => shellSyntax('bash', code) },
  { name: 'dash -n', needs: { dash: 'dash' }, language: 'sh', problems: (code) => shellSyntax('dash', code) },
  {
    name: 'ShellCheck',
    needs: shellcheck,
    language: 'console',
    problems: (code) => shellCheck('bash', sessionScript(code)),
  },
  { name: 'ShellCheck', needs: shellcheck, language: 'bash', problems: (code) => shellCheck('bash', code) },
  { name: 'ShellCheck', needs: shellcheck, language: 'sh', problems: (code) => shellCheck('sh', code) },
  { name: 'nginx -t', needs: nginx, language: 'nginx', concerns: (code) => !hasStream(code), problems: nginxTest },
  {
    name: 'nginx -t',
    needs: { ...nginx, [streamModule]: 'libnginx-mod-stream' },
    language: 'nginx',
    concerns: hasStream,
    problems: nginxTest,
  },
  { name: 'promtool', needs: promtool, language: 'promql', problems: promtoolExpressions },
  {
    name: 'promtool',
    needs: promtool,
    language: 'yaml',
    concerns: (code) => ruleFilesIn(code).length > 0,
    problems: promtoolRules,
  },
  {
    name: 'systemd-analyze',
    needs: { 'systemd-analyze': 'systemd' },
    language: 'ini',
    concerns: isUnit,
    problems: systemdUnit,
  },
];

/** The checks of `npm run test:full` that have something to say about a block. */
export const fullChecksOf = ({ language, code, unchecked }: Fence): FullCheck[] =>
  unchecked === undefined
    ? fullChecks.filter((check) => check.language === language && (check.concerns?.(code) ?? true))
    : [];

/** What this machine lacks for a check, with the Debian package that has it; nothing when all is there. */
export function missingFor({ needs }: FullCheck): string | undefined {
  const missing = Object.entries(needs).filter(([name]) => (isAbsolute(name) ? !existsSync(name) : !commandPath(name)));
  if (missing.length === 0) return undefined;
  return missing.map(([name, debian]) => `${name} is not installed (Debian package: ${debian})`).join(', ');
}
