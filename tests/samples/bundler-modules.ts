import { registerHooks } from 'node:module';

const forBundlers = /\/node_modules\/(?:dt-sql-parser|antlr4-c3|@actions\/[^/]+)\//;

let isAllowed = false;

/**
 * Lets Node.js import two packages that are published for bundlers: dt-sql-parser leaves `.js` and `/index.js` out of
 * its imports, @actions/workflow-parser imports JSON without saying so. May go when they load in plain Node.js.
 */
export function allowBundlerModules(): void {
  if (isAllowed) return;
  isAllowed = true;
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (!forBundlers.test(context.parentURL ?? '')) return nextResolve(specifier, context);
      if (specifier.endsWith('.json'))
        return { ...nextResolve(specifier, context), importAttributes: { type: 'json' } };
      for (const candidate of specifier.startsWith('.') ? [`${specifier}.js`, `${specifier}/index.js`] : []) {
        try {
          return nextResolve(candidate, context);
        } catch {
          continue;
        }
      }
      return nextResolve(specifier, context);
    },
  });
}
