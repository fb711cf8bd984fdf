import {
  isMap,
  isScalar,
  LineCounter,
  parseAllDocuments,
  visit,
  type Document,
  type ScalarTag,
  type CollectionTag,
} from 'yaml';
import { isManifest, manifestFindings } from './kubernetes.ts';
import { isWorkflow, workflowProblems } from './github-workflow.ts';
import { movedDown, type Problem } from './problem.ts';
import { expressionProblems } from './promql.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const cloudFormationFunctions = [
  ...['And', 'Base64', 'Cidr', 'Condition', 'Equals', 'FindInMap', 'GetAtt', 'GetAZs', 'If', 'ImportValue', 'Join'],
  ...['Not', 'Or', 'Ref', 'Select', 'Split', 'Sub', 'Transform'],
];

const customTags: (ScalarTag | CollectionTag)[] = cloudFormationFunctions.flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' as const },
  { tag: `!${name}`, collection: 'map' as const },
]);

interface Located {
  node: Document.Parsed;
  lines: LineCounter;
}

/** The line of the deepest node that exists on the way to a path. */
function lineOf({ node, lines }: Located, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent: unknown = node.getIn(path.slice(0, depth - 1), true) ?? node.contents;
    const key = path[depth - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
    const found: unknown = pair?.key ?? node.getIn(path.slice(0, depth), true);
    const range = (found as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return lines.linePos(node.contents?.range[0] ?? 0).line;
}

/** PromQL stands in the `expr` of a rule, which is a map with `alert` or `record`. */
function ruleProblems({ node, lines }: Located): Problem[] {
  const problems: Problem[] = [];
  visit(node, {
    Map(_, map) {
      const expression = map.get('expr', true);
      if (!(map.has('alert') || map.has('record')) || !isScalar(expression) || typeof expression.value !== 'string')
        return;
      const above = lines.linePos(expression.range?.[0] ?? 0).line - (expression.type?.startsWith('BLOCK') ? 0 : 1);
      const found = movedDown(expressionProblems(expression.value), above);
      problems.push(...found.map(({ line, message }) => ({ line, message: `PromQL of the rule: ${message}` })));
    },
  });
  return problems;
}

/** Values such as `on` and `yes`, which kubectl and other readers of YAML 1.1 take for booleans. */
function falseBooleans({ node, lines }: Located): Problem[] {
  const problems: Problem[] = [];
  visit(node, {
    Scalar(key, { value, type, range }) {
      if (key === 'key' || type !== 'PLAIN' || typeof value !== 'string' || !/^(?:y|yes|n|no|on|off)$/i.test(value))
        return;
      problems.push({
        line: lines.linePos(range?.[0] ?? 0).line,
        message: `Kubernetes reads ${value} as a boolean: quote it, or write true or false`,
      });
    },
  });
  return problems;
}

function parsed(code: string) {
  const lines = new LineCounter();
  const documents = parseAllDocuments(code, { lineCounter: lines, customTags, prettyErrors: false });
  return { lines, documents: Array.isArray(documents) ? documents : [] };
}

/** Problems of a YAML stream: its syntax, then what its documents are: Kubernetes objects, rules, GitHub workflows. */
export async function yaml(code: string): Promise<Problem[]> {
  const { lines, documents } = parsed(code);
  const syntax = documents.flatMap(({ errors, warnings }) =>
    [...errors, ...warnings].map(({ message, pos }) => ({ line: lines.linePos(pos[0]).line, message })),
  );
  if (syntax.length > 0) return syntax;
  const problems: Problem[] = [];
  for (const node of documents) {
    const document = { node, lines };
    const value: unknown = node.toJS();
    problems.push(...ruleProblems(document));
    if (isManifest(value)) {
      const { findings } = await manifestFindings(value);
      problems.push(...findings.map(({ path, message }) => ({ line: lineOf(document, path), message })));
      problems.push(...falseBooleans(document));
    }
    if (isWorkflow(value)) problems.push(...(await workflowProblems(code)));
  }
  return problems;
}

/** The Kubernetes objects of a block: `apiVersion kind`, and whether a published schema judges them. */
export async function manifestsIn(code: string): Promise<{ name: string; hasSchema: boolean }[]> {
  const values: unknown[] = parsed(code).documents.map((node) => node.toJS() as unknown);
  return Promise.all(
    values.filter(isManifest).map(async (value) => ({
      name: `${value.apiVersion} ${value.kind}`,
      hasSchema: (await manifestFindings(value)).hasSchema,
    })),
  );
}
