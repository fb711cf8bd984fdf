import type { AstroIntegration } from 'astro';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { leanPage } from './lean-page.ts';
import { writeSearchIndex } from './search-index.ts';

/** What happens once the pages exist. */
export const afterBuild = (): AstroIntegration => ({
  name: 'interview-runbook:after-build',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const outDir = fileURLToPath(dir);
      for (const page of globSync(`${outDir}/**/*.html`)) writeFileSync(page, leanPage(readFileSync(page, 'utf8')));
      for (const unused of globSync(`${outDir}/_astro/{print.*.css,ec.*.js}`)) rmSync(unused);
      const { pages } = await writeSearchIndex({ outDir });
      logger.info(`${pages} pages can be searched`);
    },
  },
});
