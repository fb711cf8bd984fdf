import type { CheckedIn } from '../../src/samples/languages.ts';
import { terminalSession } from './checkers/console.ts';
import { diff } from './checkers/diff.ts';
import { dockerfile } from './checkers/dockerfile.ts';
import { go } from './checkers/go.ts';
import { hcl } from './checkers/hcl.ts';
import { http } from './checkers/http.ts';
import { ini } from './checkers/ini.ts';
import { java } from './checkers/java.ts';
import { javascript, typescript } from './checkers/javascript.ts';
import { json } from './checkers/json.ts';
import type { Checker } from './checkers/problem.ts';
import { promql } from './checkers/promql.ts';
import { python } from './checkers/python.ts';
import { bash, sh } from './checkers/shell.ts';
import { sql } from './checkers/sql.ts';
import { toml } from './checkers/toml.ts';
import { yaml } from './checkers/yaml.ts';

/** What judges the blocks of each language in `npm test`. */
export const checkers: Record<CheckedIn<'test'>, Checker> = {
  console: terminalSession,
  sh,
  bash,
  yaml,
  json,
  promql,
  sql,
  dockerfile,
  hcl,
  ini,
  toml,
  python,
  js: javascript,
  ts: typescript,
  go,
  java,
  diff,
  http,
};
