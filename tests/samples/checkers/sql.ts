import { metaValue } from '../../../src/samples/fences.ts';
import { allowBundlerModules } from '../bundler-modules.ts';
import { lineAt, messageOf, type Problem } from './problem.ts';

type Dialect = 'postgres' | 'mysql' | 'trino';

/** MySQL statements that are newer than the grammar, with an older one of the same shape. */
const newerThanTheGrammar: readonly (readonly [RegExp, string])[] = [
  [/\bSHOW\s+BINARY\s+LOG\s+STATUS\b/gi, 'SHOW MASTER STATUS'],
];

/** `\G` ends a statement in the mysql client as `;` does. */
const withSemicolons = (code: string) => code.replaceAll(/\\G(?=\s|$)/g, '; ');

async function postgres(code: string): Promise<Problem[]> {
  const { parse } = await import('libpg-query');
  try {
    await parse(code);
    return [];
  } catch (error) {
    const position = (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails?.cursorPosition ?? 0;
    return [{ line: lineAt(code, position), message: messageOf(error) }];
  }
}

async function byGrammar(code: string, dialect: 'mysql' | 'trino'): Promise<Problem[]> {
  allowBundlerModules();
  const { MySQL, TrinoSQL } = await import('dt-sql-parser');
  const parser = dialect === 'mysql' ? new MySQL() : new TrinoSQL();
  const problems: Problem[] = [];
  parser.parse(code, ({ startLine, message }) => problems.push({ line: startLine, message }));
  return problems;
}

const dialects: Record<Dialect, (code: string) => Promise<Problem[]>> = {
  postgres,
  mysql: (code) =>
    byGrammar(
      newerThanTheGrammar.reduce((text, [newer, older]) => text.replaceAll(newer, older), withSemicolons(code)),
      'mysql',
    ),
  trino: (code) => byGrammar(code, 'trino'),
};

const isDialect = (name: string): name is Dialect => Object.hasOwn(dialects, name);

/** SQL by the dialect that the fence names; without one it is enough that PostgreSQL or MySQL can read it. */
export async function sql(code: string, meta: string): Promise<Problem[]> {
  const dialect = metaValue(meta, 'dialect');
  if (dialect !== undefined && !isDialect(dialect))
    return [{ line: 0, message: `unknown dialect ${dialect}: there are ${Object.keys(dialects).join(', ')}` }];
  if (dialect) return dialects[dialect](code);
  const inPostgres = await dialects.postgres(code);
  if (inPostgres.length === 0) return [];
  const inMysql = await dialects.mysql(code);
  if (inMysql.length === 0) return [];
  return [
    ...inPostgres.map(({ line, message }) => ({ line, message: `PostgreSQL: ${message}` })),
    ...inMysql.map(({ line, message }) => ({ line, message: `MySQL: ${message}` })),
  ].map(({ line, message }) => ({
    line,
    message: `${message} (dialect=postgres, mysql or trino in the fence names one)`,
  }));
}
