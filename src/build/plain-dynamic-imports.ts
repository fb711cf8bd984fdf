import type { Plugin } from 'vite';

/**
 * Leaves out the code that Vite adds to every script with a dynamic import, which loads the styles and further parts of
 * what is imported ahead of it: longer than the script that opens the search, on every page, and nothing here needs it.
 */
export const plainDynamicImports = (): Plugin => ({
  name: 'interview-runbook:plain-dynamic-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
});
