import { nearest } from '../guide/nearest.ts';

/** `test` needs nothing but npm; `full` needs Debian's tools as well and runs in `npm run test:full`. */
export type Stage = 'test' | 'full';

interface Checked {
  label: string;
  /** What judges a block of this language, by stage. */
  checks: Partial<Record<Stage, string>>;
}

interface NotChecked {
  label: string;
  /** Why nothing judges it. */
  notChecked: string;
}

export type Language = Checked | NotChecked;

/** Every language that a fence may name, and what judges it. */
export const languages = {
  console: {
    label: 'Terminal session',
    checks: { test: 'its commands by the mvdan/sh parser, as Bash', full: 'its commands by bash -n and ShellCheck' },
  },
  sh: {
    label: 'POSIX shell',
    checks: { test: 'the mvdan/sh parser, as POSIX shell', full: 'dash -n and ShellCheck' },
  },
  bash: {
    label: 'Bash',
    checks: { test: 'the mvdan/sh parser, as Bash', full: 'bash -n and ShellCheck' },
  },
  yaml: {
    label: 'YAML',
    checks: {
      test: 'the yaml parser; Kubernetes objects against the published schemas, GitHub workflows by GitHub’s parser, rules by the PromQL parser',
      full: 'Prometheus rules by promtool',
    },
  },
  json: {
    label: 'JSON',
    checks: { test: 'JSON.parse and a search for repeated keys; IAM policies by the grammar of the policy language' },
  },
  promql: {
    label: 'PromQL',
    checks: { test: 'the grammar of Prometheus’ own editor', full: 'promtool, which knows the types too' },
  },
  sql: {
    label: 'SQL',
    checks: { test: 'the parser of PostgreSQL 18, or the grammars of MySQL and Trino' },
  },
  dockerfile: {
    label: 'Dockerfile',
    checks: { test: 'the validator of the Dockerfile language server' },
  },
  hcl: {
    label: 'HCL (Terraform)',
    checks: { test: 'HashiCorp’s HCL parser' },
  },
  nginx: {
    label: 'nginx',
    checks: { full: 'nginx -t, in the context that the fragment needs' },
  },
  ini: {
    label: 'INI, systemd unit',
    checks: { test: 'our own line grammar', full: 'systemd units by systemd-analyze verify' },
  },
  toml: {
    label: 'TOML',
    checks: { test: 'smol-toml' },
  },
  python: {
    label: 'Python',
    checks: { test: 'the parser of Ruff, and its rules for errors' },
  },
  js: {
    label: 'JavaScript',
    checks: { test: 'the parser of TypeScript' },
  },
  ts: {
    label: 'TypeScript',
    checks: { test: 'the parser of TypeScript' },
  },
  go: {
    label: 'Go',
    checks: { test: 'gofmt' },
  },
  java: {
    label: 'Java',
    checks: { test: 'the parser of prettier-plugin-java' },
  },
  diff: {
    label: 'Unified diff',
    checks: { test: 'the patch parser of jsdiff' },
  },
  http: {
    label: 'HTTP message',
    checks: { test: 'the HTTP parser of Node.js' },
  },
  rego: {
    label: 'Rego',
    notChecked: 'neither npm nor Debian has a parser for it that is looked after',
  },
  groovy: {
    label: 'Groovy (Jenkinsfile)',
    notChecked: 'neither npm nor Debian has a parser for it that is looked after',
  },
  text: {
    label: 'Text',
    notChecked: 'log lines, output, formulas: there is nothing to parse',
  },
} as const satisfies Record<string, Language>;

export type LanguageId = keyof typeof languages;

/** The languages that have a check in a stage. */
export type CheckedIn<S extends Stage> = {
  [Id in LanguageId]: (typeof languages)[Id] extends { checks: Record<S, string> } ? Id : never;
}[LanguageId];

const table: Readonly<Record<string, Language>> = languages;

/** The language a fence names, if it is one of ours. */
export const languageOf = (name: string): Language | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** True when blocks of the language are judged in the stage. */
export function isCheckedIn(stage: Stage, name: string): boolean {
  const language = languageOf(name);
  return language !== undefined && 'checks' in language && language.checks[stage] !== undefined;
}

const otherNames: Readonly<Record<string, LanguageId>> = {
  shell: 'sh',
  zsh: 'bash',
  shellsession: 'console',
  terminal: 'console',
  yml: 'yaml',
  jsonc: 'json',
  terraform: 'hcl',
  tf: 'hcl',
  docker: 'dockerfile',
  mysql: 'sql',
  postgres: 'sql',
  postgresql: 'sql',
  psql: 'sql',
  systemd: 'ini',
  conf: 'ini',
  properties: 'ini',
  py: 'python',
  javascript: 'js',
  mjs: 'js',
  typescript: 'ts',
  golang: 'go',
  patch: 'diff',
  jenkinsfile: 'groovy',
  prometheus: 'promql',
  plaintext: 'text',
  txt: 'text',
  log: 'text',
  output: 'text',
};

/** The language of ours that an unknown name most likely stands for. */
export const nearestLanguage = (name: string): string | undefined =>
  otherNames[name.toLowerCase()] ?? nearest(name.toLowerCase(), Object.keys(languages));
