import { nearest } from '../../../src/guide/nearest.ts';
import { messageOf } from './problem.ts';
import { readFields, unreadFields } from './read-fields.ts';

export interface Manifest {
  apiVersion: string;
  kind: string;
}

interface Finding {
  /** Where it is in the object: `['spec', 'replicas']`. */
  path: (string | number)[];
  message: string;
}

interface Model {
  prototype: { validate(): void };
}

/** Packages of generated models whose groups are not Kubernetes' own. */
const packagesOfGroup: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io': ['@kubernetes-models/argo-rollouts', '@kubernetes-models/argo-cd'],
  'acme.cert-manager.io': ['@kubernetes-models/cert-manager'],
  'cert-manager.io': ['@kubernetes-models/cert-manager'],
  'external-secrets.io': ['@kubernetes-models/external-secrets'],
  'gateway.networking.k8s.io': ['@kubernetes-models/gateway-api'],
  'generators.external-secrets.io': ['@kubernetes-models/external-secrets'],
  'karpenter.k8s.aws': ['@kubernetes-models/karpenter'],
  'karpenter.sh': ['@kubernetes-models/karpenter'],
  'keda.sh': ['@kubernetes-models/keda'],
  'monitoring.coreos.com': ['@kubernetes-models/prometheus-operator'],
};

/** Groups that Kubernetes no longer serves but the package still has; their kinds live on in other groups. */
const removedGroups = ['extensions'];

/** What a module of an installed package exports; nothing when the package has no such module. */
async function exportsOf(module: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    return (await import(/* @vite-ignore */ module)) as Record<string, unknown>;
  } catch (error) {
    // The words of Node.js, and of Vite, which loads modules for vitest.
    if (/is not (?:defined by "exports"|exported under the conditions)/.test(messageOf(error))) return undefined;
    throw error;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isModel = (value: unknown): value is Model =>
  typeof value === 'function' &&
  typeof (value.prototype as { validate?: unknown } | undefined)?.validate === 'function';

const isModelOf = (kind: string, value: unknown): value is Model =>
  isModel(value) && (value as { kind?: unknown }).kind === kind;

export const isManifest = (value: unknown): value is Manifest =>
  isRecord(value) && typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string';

function groupOf(apiVersion: string): { group: string; version: string } {
  const [group = '', version] = apiVersion.split('/');
  return version === undefined ? { group: '', version: group } : { group, version };
}

/** The stable version that has taken over from an alpha or beta version of a kind. */
async function stableVersion(base: string, { apiVersion, kind }: Manifest): Promise<string | undefined> {
  const { group, version } = groupOf(apiVersion);
  if (!/alpha|beta/.test(version)) return undefined;
  for (const stable of ['v2', 'v1']) {
    const models = await exportsOf([base, group, stable].filter(Boolean).join('/'));
    if (models && isModelOf(kind, models[kind])) return [group, stable].filter(Boolean).join('/');
  }
  return undefined;
}

const at = (message: string, ...path: (string | number)[]): Finding => ({ path, message });

type Lookup = { model: Model } | { finding: Finding } | undefined;

/** The model of a manifest; a finding when its group is known but not its version or kind; nothing for a foreign group. */
async function modelOf(manifest: Manifest): Promise<Lookup> {
  const { apiVersion, kind } = manifest;
  const { group } = groupOf(apiVersion);
  if (removedGroups.includes(group))
    return { finding: at(`no version of Kubernetes in use serves ${apiVersion}`, 'apiVersion') };
  const bases = packagesOfGroup[group] ?? ['kubernetes-models'];
  const isOwn = !(group in packagesOfGroup);
  if (isOwn && group !== '' && (await exportsOf(`kubernetes-models/${group}`)) === undefined) return undefined;
  const kinds: string[] = [];
  for (const base of bases) {
    const models = (await exportsOf(`${base}/${apiVersion}`)) ?? {};
    const model = models[kind];
    const stable = isOwn ? await stableVersion(base, manifest) : undefined;
    if (stable) return { finding: at(`${apiVersion} of ${kind} is gone or going: write ${stable}`, 'apiVersion') };
    if (isModelOf(kind, model)) return { model };
    kinds.push(...Object.keys(models).filter((name) => isModelOf(name, models[name])));
  }
  if (kinds.length === 0) return { finding: at(`there is no ${apiVersion} in the published schemas`, 'apiVersion') };
  const meant = nearest(kind, kinds);
  // Other projects may share a foreign group, as Argo Workflows shares argoproj.io.
  if (!isOwn && meant === undefined) return undefined;
  return { finding: at(`${apiVersion} has no kind ${kind}${meant ? `; did you mean ${meant}?` : ''}`, 'kind') };
}

interface SchemaError {
  instancePath: string;
  message?: string;
  params: { allowedValues?: unknown[] };
}

const pathOf = (pointer: string): (string | number)[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const placeOf = (path: readonly (string | number)[]): string =>
  path
    .reduce<string>((place, part) => (typeof part === 'number' ? `${place}[${part}]` : `${place}.${part}`), '')
    .slice(1);

function schemaFindings(error: unknown): Finding[] {
  const { errors } = error as { errors?: SchemaError[] };
  if (!Array.isArray(errors)) throw error;
  return errors.map(({ instancePath, message, params }) => {
    const path = pathOf(instancePath);
    const allowed = params.allowedValues ? `: ${params.allowedValues.join(', ')}` : '';
    return { path, message: `${placeOf(path) || 'the object'} ${message ?? 'is not valid'}${allowed}` };
  });
}

/**
 * What the published schema of a Kubernetes object finds in it, unknown fields included. Objects of groups without a
 * published schema have no findings and `hasSchema: false`.
 */
export async function manifestFindings(manifest: Manifest): Promise<{ hasSchema: boolean; findings: Finding[] }> {
  if (manifest.apiVersion === 'v1' && manifest.kind === 'List') return listFindings(manifest);
  const lookup = await modelOf(manifest);
  if (lookup === undefined) return { hasSchema: false, findings: [] };
  if ('finding' in lookup) return { hasSchema: true, findings: [lookup.finding] };
  const fields = readFields(manifest);
  const findings: Finding[] = [];
  try {
    lookup.model.prototype.validate.call(fields.watched);
  } catch (error) {
    findings.push(...schemaFindings(error));
  }
  for (const { path, known } of unreadFields(manifest, fields)) {
    const name = String(path.at(-1));
    const meant = nearest(name, known);
    findings.push({ path, message: `${placeOf(path)}: unknown field${meant ? `; did you mean ${meant}?` : ''}` });
  }
  return { hasSchema: true, findings };
}

async function listFindings(list: Manifest): Promise<{ hasSchema: boolean; findings: Finding[] }> {
  const items = (list as { items?: unknown }).items;
  const found = await Promise.all(
    (Array.isArray(items) ? items : []).map(async (item: unknown, index) => {
      if (!isManifest(item))
        return { hasSchema: true, findings: [at('an item needs apiVersion and kind', 'items', index)] };
      const { hasSchema, findings } = await manifestFindings(item);
      return {
        hasSchema,
        findings: findings.map(({ path, message }) => ({ path: ['items', index, ...path], message })),
      };
    }),
  );
  return { hasSchema: found.every(({ hasSchema }) => hasSchema), findings: found.flatMap(({ findings }) => findings) };
}
