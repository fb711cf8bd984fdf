import type { Plugin } from 'vite';

/**
 * Starlight 0.42 puts into every page the styles of components that are replaced here, and a script that keeps the state of its
 * own sidebar: 9 kB before compression. These modules are left empty. May go when Starlight loads them with the
 * components that use them.
 */
const unused =
  /@astrojs\/starlight\/dist\/(?:style\/(?:props|asides|util)\.css|components-internals\/SidebarPersistState\.js)$/;

export const leanStarlight = (): Plugin => ({
  name: 'interview-runbook:lean-starlight',
  enforce: 'pre',
  load: { filter: { id: unused }, handler: () => ({ code: '', map: null }) },
});
