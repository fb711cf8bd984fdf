import { z } from 'zod';
import type { Problem } from './problem.ts';

/**
 * The grammar of the policy language, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html,
 * with the operators of https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.
 */
const oneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)]);

const action = z
  .string()
  .regex(/^(?:\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/, 'An action is service:Name, the service in lower case, or "*".');

const resource = z
  .string()
  .regex(
    /^(?:\*|arn:(?:aws|aws-cn|aws-us-gov|\*):[a-z0-9*-]+:[a-z0-9*-]*:(?:\d{12}|[a-z*?-]*|\$\{[^}]+\}):.+)$/,
    'A resource is "*" or an ARN: arn:partition:service:region:account:resource, the account with 12 digits.',
  );

const principal = z.union([
  z.literal('*'),
  z
    .strictObject({
      AWS: oneOrMore(z.string()).optional(),
      Federated: oneOrMore(z.string()).optional(),
      Service: oneOrMore(z.string().regex(/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/)).optional(),
      CanonicalUser: oneOrMore(z.string()).optional(),
    })
    .refine((kinds) => Object.keys(kinds).length > 0),
]);

const operators = [
  ...[
    'StringEquals',
    'StringNotEquals',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    'StringLike',
    'StringNotLike',
  ],
  ...[
    'NumericEquals',
    'NumericNotEquals',
    'NumericLessThan',
    'NumericLessThanEquals',
    'NumericGreaterThan',
    'NumericGreaterThanEquals',
  ],
  ...['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
  ...['Bool', 'BinaryEquals', 'IpAddress', 'NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
];

const operator = z.string().refine(
  (name) => {
    const bare = name.replace(/^(?:ForAllValues|ForAnyValue):/, '');
    return bare === 'Null' || operators.includes(bare.replace(/IfExists$/, ''));
  },
  { error: ({ input }) => `There is no condition operator ${String(input)}.` },
);

const condition = z.record(
  operator,
  z.record(
    z.string().regex(/^[a-zA-Z0-9.-]+[:/].+$/, 'A condition key is prefix:name, such as aws:PrincipalTag/team.'),
    oneOrMore(z.union([z.string(), z.number(), z.boolean()])),
  ),
);

const statement = z
  .strictObject({
    Sid: z
      .string()
      .regex(/^[A-Za-z0-9]*$/, 'A Sid has letters and digits only.')
      .optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: principal.optional(),
    NotPrincipal: principal.optional(),
    Action: oneOrMore(action).optional(),
    NotAction: oneOrMore(action).optional(),
    Resource: oneOrMore(resource).optional(),
    NotResource: oneOrMore(resource).optional(),
    Condition: condition.optional(),
  })
  .refine(
    ({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined),
    'A statement has either Action or NotAction.',
  )
  .refine(
    ({ Resource, NotResource, Principal, NotPrincipal }) =>
      Resource === undefined
        ? NotResource !== undefined || Principal !== undefined || NotPrincipal !== undefined
        : NotResource === undefined,
    'A statement has either Resource or NotResource; only a trust policy, with its Principal, has neither.',
  )
  .refine(
    ({ Principal, NotPrincipal }) => Principal === undefined || NotPrincipal === undefined,
    'A statement has either Principal or NotPrincipal.',
  );

const policy = z.strictObject({
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().optional(),
  Statement: oneOrMore(statement),
});

type Path = (string | number)[];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where policies stand in a document: objects with a `Statement`, at any depth. */
function policiesIn(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => policiesIn(item, [...path, index]));
  if (!isRecord(value)) return [];
  if ('Statement' in value) return [{ path, value }];
  return Object.entries(value).flatMap(([name, child]) => policiesIn(child, [...path, name]));
}

/** The issues of the alternative that came furthest, instead of "invalid input" for all of them. */
function deepest(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => ({ path: issue.path, message }));
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [{ path: issue.path, message: issue.message }];
  const alternatives = issue.errors.map((issues) => issues.flatMap(deepest));
  const depth = (issues: { path: PropertyKey[]; message: string }[]) =>
    Math.max(...issues.map(({ path }) => path.length));
  const [best = []] = alternatives.sort((a, b) => depth(b) - depth(a));
  return best.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

/** What the grammar of IAM policies finds in the policies of a JSON document. `lineOf` gives the line of a path. */
export function policyProblems(document: unknown, lineOf: (path: Path) => number): Problem[] {
  return policiesIn(document).flatMap(({ path, value }) => {
    const { error } = policy.safeParse(value);
    return (error?.issues ?? []).flatMap(deepest).map((issue) => {
      const full = [...path, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
      return { line: lineOf(full), message: `IAM policy: ${full.join('.') || 'the policy'}: ${issue.message}` };
    });
  });
}
