import { describe, expect, test } from 'vitest';
import { isCheckedIn, languages } from '../../src/samples/languages.ts';
import { finding, sampleProblems } from './check.ts';
import { fullChecksOf, missingFor } from './full-checks.ts';
import { samplesOf } from './pages.ts';

const isFull = process.env['FULL'] === '1';

interface Mistake {
  /** What is wrong, as the test is named. */
  what: string;
  /** The language and what else stands in the fence. */
  fence: string;
  code: string;
  /** The line of the code the finding must name; 0 for the fence. */
  line: number;
  says: RegExp;
}

const mistakes: Mistake[] = [
  { what: 'no language', fence: '', code: 'ls', line: 0, says: /names no language/ },
  { what: 'a misspelt language', fence: 'promq', code: 'up', line: 0, says: /unknown language: write `promql`/ },
  {
    what: 'another name of a language',
    fence: 'terraform',
    code: 'a = 1',
    line: 0,
    says: /unknown language: write `hcl`/,
  },
  {
    what: 'a language nobody knows',
    fence: 'brainf',
    code: '+',
    line: 0,
    says: /a new language needs a row in src\/samples\/languages\.ts/,
  },
  { what: 'an empty block', fence: 'sh', code: ' ', line: 0, says: /the block is empty/ },
  {
    what: 'an excuse without a reason',
    fence: 'sh unchecked=""',
    code: 'ls',
    line: 0,
    says: /unchecked gives no reason/,
  },

  {
    what: 'a session without a prompt',
    fence: 'console',
    code: 'kubectl get pod',
    line: 1,
    says: /no line begins with a prompt/,
  },
  {
    what: 'an open quotation in a session',
    fence: 'console',
    code: '$ ls\na\n$ echo "a',
    line: 3,
    says: /without closing quote.*goes on after "> "/,
  },
  {
    what: 'a continuation without its prompt',
    fence: 'console',
    code: '$ ls \\\n  -l',
    line: 2,
    says: /ends with a backslash: the command goes on here, after "> "/,
  },
  {
    what: 'a here-document without its end',
    fence: 'console',
    code: '$ cat <<EOF\n> a\nb',
    line: 1,
    says: /unclosed here-document/,
  },
  {
    what: 'output that looks like a continuation',
    fence: 'console',
    code: '$ diff a b\n> only in b',
    line: 2,
    says: /the one above is complete/,
  },
  {
    what: 'a mistake in the second line of a command',
    fence: 'console',
    code: '# ls \\\n> | | wc',
    line: 2,
    says: /must be followed by a statement/,
  },
  {
    what: 'a placeholder in angle brackets',
    fence: 'sh',
    code: 'ls\nkubectl logs <pod>',
    line: 2,
    says: /a redirection to the shell: write POD/,
  },
  {
    what: 'Bash in a block for POSIX shell',
    fence: 'sh',
    code: 'pods=(a b)',
    line: 1,
    says: /arrays are a bash.* says `bash`/,
  },
  {
    what: 'a loop without an end',
    fence: 'bash',
    code: 'for pod in a b; do\n  echo "$pod"',
    line: 1,
    says: /must end with `done`/,
  },

  { what: 'a tab for indentation', fence: 'yaml', code: 'a:\n\tb: 1', line: 2, says: /[Tt]abs/ },
  { what: 'a key given twice', fence: 'yaml', code: 'a: 1\nb: 2\na: 3', line: 3, says: /must be unique/ },
  { what: 'a tag nobody defines', fence: 'yaml', code: 'a: !Reff b', line: 1, says: /!Reff/ },
  {
    what: 'an unknown field of a Deployment',
    fence: 'yaml',
    code: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  replica: 3\n  selector: {}\n  template: {spec: {containers: [{name: a}]}}',
    line: 4,
    says: /spec\.replica: unknown field; did you mean replicas\?/,
  },
  {
    what: 'a missing field in the second document',
    fence: 'yaml',
    code: 'apiVersion: v1\nkind: Namespace\n---\napiVersion: v1\nkind: Pod\nspec: {}',
    line: 6,
    says: /spec must have required property 'containers'|spec must have required property containers/,
  },
  {
    what: 'a value that the schema does not allow',
    fence: 'yaml',
    code: 'apiVersion: v1\nkind: Service\nspec:\n  type: ClusterIp\n  ports: [{port: 80}]',
    line: 4,
    says: /spec\.type must be .*: .*ClusterIP/,
  },
  {
    what: 'text for a number',
    fence: 'yaml',
    code: 'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: 7}',
    line: 3,
    says: /metadata\.name must be string/,
  },
  {
    what: 'a word that is a boolean to Kubernetes',
    fence: 'yaml',
    code: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  DEBUG: on',
    line: 4,
    says: /reads on as a boolean: quote it/,
  },
  {
    what: 'a kind that the API does not have',
    fence: 'yaml',
    code: 'apiVersion: apps/v1\nkind: Deployement',
    line: 2,
    says: /has no kind Deployement; did you mean Deployment\?/,
  },
  {
    what: 'a version that the API does not have',
    fence: 'yaml',
    code: 'apiVersion: apps/v3\nkind: Deployment',
    line: 1,
    says: /there is no apps\/v3/,
  },
  {
    what: 'a beta version that has become stable',
    fence: 'yaml',
    code: 'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget',
    line: 1,
    says: /write policy\/v1/,
  },
  {
    what: 'a version of the API that is gone',
    fence: 'yaml',
    code: 'apiVersion: extensions/v1beta1\nkind: Ingress',
    line: 1,
    says: /no version of Kubernetes in use serves/,
  },
  {
    what: 'an unknown field of a KEDA object',
    fence: 'yaml',
    code: 'apiVersion: keda.sh/v1alpha1\nkind: ScaledObject\nspec:\n  scaleTargetRef: {name: a}\n  minReplicas: 2\n  triggers: [{type: cron, metadata: {}}]',
    line: 5,
    says: /spec\.minReplicas: unknown field/,
  },
  {
    what: 'an unknown field in an item of a list',
    fence: 'yaml',
    code: 'apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    dota: {}',
    line: 6,
    says: /dota: unknown field; did you mean data\?/,
  },
  {
    what: 'a rule whose PromQL does not parse',
    fence: 'yaml',
    code: 'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: |\n          sum by (job)\n            (up == 0',
    line: 7,
    says: /PromQL of the rule/,
  },
  {
    what: 'an unknown key of a GitHub workflow',
    fence: 'yaml',
    code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    step: []',
    line: 5,
    says: /GitHub workflow: Unexpected value 'step'/,
  },

  { what: 'a trailing comma', fence: 'json', code: '{\n  "a": 1,\n}', line: 3, says: /JSON/ },
  { what: 'an unfinished document', fence: 'json', code: '{\n  "a": 1', line: 2, says: /JSON/ },
  { what: 'a key given twice', fence: 'json', code: '{\n  "a": 1,\n  "a": 2\n}', line: 3, says: /must be unique/ },
  {
    what: 'an effect that IAM does not know',
    fence: 'json',
    code: '{"Version": "2012-10-17",\n "Statement": [{"Effect": "allow",\n "Action": "s3:GetObject", "Resource": "*"}]}',
    line: 2,
    says: /IAM policy: Statement\.0\.Effect/,
  },
  {
    what: 'a condition operator that IAM does not know',
    fence: 'json',
    code: '{"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*",\n "Condition": {"StringEqual": {"aws:PrincipalOrgID": "o-1"}}}}',
    line: 2,
    says: /no condition operator StringEqual/,
  },
  {
    what: 'an ARN with a part missing',
    fence: 'json',
    code: '{"Statement": [{"Effect": "Allow", "Action": ["sqs:SendMessage"],\n "Resource": "arn:aws:sqs:eu-central-1:orders"}]}',
    line: 2,
    says: /an ARN: arn:partition:service/,
  },
  {
    what: 'a statement without an action',
    fence: 'json',
    code: '{"Policy": {"Statement": [\n {"Effect": "Allow", "Resource": "*"}]}}',
    line: 2,
    says: /Policy\.Statement\.0: A statement has either Action or NotAction/,
  },
  {
    what: 'a statement on nothing',
    fence: 'json',
    code: '{"Statement": [\n {"Effect": "Allow", "Action": "s3:*"}]}',
    line: 2,
    says: /either Resource or NotResource/,
  },

  {
    what: 'an unclosed parenthesis',
    fence: 'promql',
    code: 'sum by (job) (\n  rate(up[5m])',
    line: 2,
    says: /the expression ends too early/,
  },
  {
    what: 'a duration with an unknown unit',
    fence: 'promql',
    code: '# traffic\nrate(requests_total[5min])',
    line: 2,
    says: /syntax error/,
  },
  {
    what: 'a mistake in the second of two expressions',
    fence: 'promql',
    code: 'up\n\nup{job=api}',
    line: 3,
    says: /syntax error: unexpected "api"/,
  },
  {
    what: 'two expressions without an empty line',
    fence: 'promql',
    code: 'up\nrate(x[5m])',
    line: 2,
    says: /an empty line between them/,
  },

  {
    what: 'a misspelt keyword',
    fence: 'sql',
    code: 'SELECT 1;\nSELEC 2;',
    line: 2,
    says: /PostgreSQL: syntax error at or near "SELEC"/,
  },
  {
    what: 'a misspelt keyword',
    fence: 'sql dialect=mysql',
    code: 'SHOW REPLICA STATUS\\G\nSHOW BINARY LOG STATUS;\nSTRAT REPLICA;',
    line: 3,
    says: /'STRAT' is not valid/,
  },
  {
    what: 'MySQL that calls itself PostgreSQL',
    fence: 'sql dialect=postgres',
    code: 'SHOW REPLICA STATUS;',
    line: 1,
    says: /syntax error at or near "STATUS"/,
  },
  {
    what: 'a misspelt keyword',
    fence: 'sql dialect=trino',
    code: 'SELECT count(*)\nFORM logs WHERE',
    line: 2,
    says: /not valid/,
  },
  {
    what: 'a dialect nobody knows',
    fence: 'sql dialect=oracle',
    code: 'SELECT 1',
    line: 0,
    says: /unknown dialect oracle/,
  },

  {
    what: 'an unknown instruction',
    fence: 'dockerfile',
    code: 'FROM alpine:3.22\nRUNN ls',
    line: 2,
    says: /Unknown instruction: RUNN/,
  },
  {
    what: 'a copy to nowhere',
    fence: 'dockerfile',
    code: 'FROM alpine:3.22\nCOPY a',
    line: 2,
    says: /at least two arguments/,
  },
  {
    what: 'an attribute without a value',
    fence: 'hcl',
    code: 'resource "aws_vpc" "main" {\n  cidr_block =\n}',
    line: 2,
    says: /Invalid expression/,
  },
  {
    what: 'a setting without a key',
    fence: 'ini',
    code: '[Service]\nExecStart=/usr/bin/app \\\n  --port 80\n= 1',
    line: 4,
    says: /neither \[section\]/,
  },
  { what: 'an open section', fence: 'ini', code: '[Service\nUser=app', line: 1, says: /neither \[section\]/ },
  { what: 'a string without its end', fence: 'toml', code: '[a]\nb = "c', line: 2, says: /Invalid TOML/ },
  {
    what: 'a block that is not indented',
    fence: 'python',
    code: 'for pod in pods:\nprint(pod)',
    line: 2,
    says: /Expected an indented block/,
  },
  {
    what: 'a return outside a function',
    fence: 'python',
    code: 'return 1',
    line: 1,
    says: /outside of a function.*F706/,
  },
  { what: 'an unclosed call', fence: 'js', code: 'db.runs.find({a: 1}\ndb.runs.drop()', line: 2, says: /expected/ },
  {
    what: 'a type in JavaScript',
    fence: 'js',
    code: 'let a = 1;\nconst b: number = 2;',
    line: 2,
    says: /only be used in TypeScript/,
  },
  { what: 'an unclosed block', fence: 'ts', code: 'function f(a: number): void {', line: 1, says: /'}' expected/ },
  {
    what: 'a parameter list without its end',
    fence: 'go',
    code: 'package main\n\nfunc main( {\n}',
    line: 3,
    says: /expected '\)'/,
  },
  { what: 'half a statement of an excerpt', fence: 'go', code: 'x := 1\ny :=', line: 2, says: /expected operand/ },
  {
    what: 'an excerpt of a class with an open call',
    fence: 'java',
    code: 'void f() {\n  g(1;\n}',
    line: 2,
    says: /but found/,
  },
  {
    what: 'a missing semicolon',
    fence: 'java',
    code: 'class A {\n  int a = 1\n}',
    line: 3,
    says: /Expecting --> .;. <-- but found --> .}. <--/,
  },
  {
    what: 'a hunk that does not add up',
    fence: 'diff',
    code: '--- a\n+++ b\n@@ -1,2 +1,2 @@\n-a\n+b',
    line: 3,
    says: /line count did not match/,
  },
  { what: 'lines without a hunk', fence: 'diff', code: '-a\n+b', line: 1, says: /no hunk/ },
  {
    what: 'a header without a colon',
    fence: 'http',
    code: 'HTTP/1.1 200 OK\nContent-Type text/plain',
    line: 1,
    says: /Parse Error/,
  },
  {
    what: 'a request without a version',
    fence: 'http',
    code: 'GET /orders\nHost: shop.example.com',
    line: 1,
    says: /the first line is neither/,
  },
  {
    what: 'a header name with a space',
    fence: 'http',
    code: 'GET /orders HTTP/1.1\nHost: shop.example.com\nX Y: 1',
    line: 1,
    says: /Parse Error/,
  },
];

const mistakesForPrograms: (Mistake & { check: string })[] = [
  {
    check: 'bash -n',
    what: 'a loop without an end',
    fence: 'bash',
    code: 'for a in b; do\n  echo "$a"',
    line: 2,
    says: /syntax error/,
  },
  {
    check: 'bash -n',
    what: 'an open quotation in a session',
    fence: 'console',
    code: '$ ls\na\n$ echo "a',
    line: 3,
    says: /unexpected EOF/,
  },
  {
    check: 'dash -n',
    what: 'a conditional without an end',
    fence: 'sh',
    code: 'if true; then\n  ls',
    line: 2,
    says: /end of file unexpected|Syntax error/,
  },
  {
    check: 'ShellCheck',
    what: 'a loop over the words of a string',
    fence: 'bash',
    code: 'set -u\nfor a in "$@"; do\n  [ $a = "b*" ] && [ "$a" == c* ]\ndone',
    line: 3,
    says: /ShellCheck SC2081/,
  },
  {
    check: 'ShellCheck',
    what: 'a redirection in the wrong order',
    fence: 'console',
    code: '$ ls\na\n$ ls 2>&1 > log',
    line: 3,
    says: /ShellCheck SC2069/,
  },
  {
    check: 'ShellCheck',
    what: 'Bash in a block for POSIX shell',
    fence: 'sh',
    code: '[[ $A == b ]] && ls',
    line: 1,
    says: /ShellCheck SC3010/,
  },
  {
    check: 'nginx -t',
    what: 'an unknown directive of a location',
    fence: 'nginx',
    code: 'location / {\n  proxy_pas http://api;\n}',
    line: 2,
    says: /unknown directive "proxy_pas"/,
  },
  {
    check: 'nginx -t',
    what: 'an unknown directive of a stream',
    fence: 'nginx',
    code: 'stream {\n  server {\n    listen 443;\n    proxy_pas 10.0.1.10:443;\n  }\n}',
    line: 4,
    says: /unknown directive "proxy_pas"/,
  },
  {
    check: 'nginx -t',
    what: 'a value that nginx does not take',
    fence: 'nginx',
    code: 'upstream api {\n  server api-1:8080;\n  keepalive many;\n}',
    line: 3,
    says: /invalid value "many"/,
  },
  {
    check: 'promtool',
    what: 'a rate of an instant vector',
    fence: 'promql',
    code: 'up\n\nsum(rate(requests_total))',
    line: 3,
    says: /expected type range vector in call to function "rate"/,
  },
  {
    check: 'promtool',
    what: 'a rule with an unknown field',
    fence: 'yaml',
    code: 'groups:\n  - name: a\n    rules:\n      - alert: Down\n        expr: up == 0\n        form: 5m',
    line: 1,
    says: /field form not found/,
  },
  {
    check: 'systemd-analyze',
    what: 'an unknown key of a unit',
    fence: 'ini',
    code: '[Service]\nExecStart=/usr/bin/app\nMemoryMaxx=1G',
    line: 3,
    says: /Unknown key.*MemoryMaxx/,
  },
];

const file = 'content/faq/planted.mdx';
const head = '---\ntitle: Planted\n---\n\n';

const pageWith = ({ fence, code }: Mistake) => samplesOf(file, `${head}\`\`\`${fence}\n${code}\n\`\`\`\n`);

const expected = ({ fence, line, says }: Mistake) =>
  new RegExp(
    `^content/faq/planted\\.mdx:${5 + line}, ${fence.split(' ')[0] || 'no language'}: .*(?:${says.source})`,
    's',
  );

describe('npm test catches', () => {
  for (const mistake of mistakes)
    test(`${mistake.what} (${mistake.fence || 'no language'})`, async () => {
      const [sample] = pageWith(mistake);
      if (!sample) throw new Error('the page has no block');
      const findings = (await sampleProblems(sample)).map((problem) => finding(sample, problem));
      expect(findings[0]).toMatch(expected(mistake));
    });

  test('a page that is not well-formed, with its line', () => {
    expect(() => samplesOf(file, `${head}Text.\n\n<Point>\n`)).toThrow(/^content\/faq\/planted\.mdx:7, MDX: /);
  });

  test('at least one mistake of every language that npm test judges', () => {
    const planted = new Set(mistakes.filter(({ line }) => line > 0).map(({ fence }) => fence.split(' ')[0]));
    expect(Object.keys(languages).filter((name) => isCheckedIn('test', name) && !planted.has(name))).toEqual([]);
  });

  test('at least one mistake of every language that only the full run judges', () => {
    const planted = new Set(mistakesForPrograms.map(({ fence }) => fence.split(' ')[0]));
    expect(Object.keys(languages).filter((name) => isCheckedIn('full', name) && !planted.has(name))).toEqual([]);
  });
});

if (isFull)
  describe('the full run catches', () => {
    for (const mistake of mistakesForPrograms)
      test(`${mistake.what} (${mistake.check}, ${mistake.fence})`, async ({ skip }) => {
        const [sample] = pageWith(mistake);
        const check = sample && fullChecksOf(sample).find(({ name }) => name === mistake.check);
        if (!check) throw new Error(`${mistake.check} does not look at the block`);
        const missing = missingFor(check);
        skip(missing !== undefined, missing);
        const findings = (await check.problems(sample.code)).map((problem) => finding(sample, problem));
        expect(findings[0]).toMatch(expected(mistake));
      });
  });
