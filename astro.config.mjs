// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import ledger from './content/permalinks.json' with { type: 'json' };
import { afterBuild } from './src/build/after-build.ts';
import { plainDynamicImports } from './src/build/plain-dynamic-imports.ts';
import { codeBlocks } from './src/code/code-blocks.ts';
import { redirects } from './src/guide/ledger.ts';
import { absolute, basePath, siteName, siteSummary, siteUrl } from './src/site.ts';
import { cascadeOrder } from './src/starlight/cascade.ts';
import { leanStarlight } from './src/starlight/lean.ts';

export default defineConfig({
  site: siteUrl,
  base: basePath,
  trailingSlash: 'always',
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'always' },
  compressHTML: true,
  redirects: redirects(ledger),
  markdown: { processor: satteri({ features: { headingAttributes: true } }) },
  integrations: [
    starlight({
      title: siteName,
      description: siteSummary,
      components: {
        Banner: './src/starlight/Nothing.astro',
        ContentPanel: './src/starlight/ContentPanel.astro',
        DraftContentNotice: './src/starlight/DraftContentNotice.astro',
        FallbackContentNotice: './src/starlight/Nothing.astro',
        Footer: './src/starlight/Footer.astro',
        Header: './src/starlight/Header.astro',
        Hero: './src/starlight/Nothing.astro',
        MarkdownContent: './src/starlight/MarkdownContent.astro',
        PageFrame: './src/starlight/PageFrame.astro',
        PageSidebar: './src/starlight/PageSidebar.astro',
        PageTitle: './src/starlight/PageTitle.astro',
        Sidebar: './src/starlight/Sidebar.astro',
        ThemeProvider: './src/starlight/ThemeProvider.astro',
        TwoColumnContent: './src/starlight/TwoColumnContent.astro',
      },
      customCss: [
        './src/styles/tokens.css',
        './src/styles/page.css',
        './src/styles/prose.css',
        './src/styles/print.css',
      ],
      disable404Route: true,
      expressiveCode: codeBlocks,
      head: [cascadeOrder, { tag: 'meta', attrs: { property: 'og:image', content: absolute('/preview.png') } }],
      markdown: { processedDirs: ['./content'], headingLinks: false },
      pagefind: false,
      routeMiddleware: './src/starlight/route-data.ts',
      sidebar: [],
      credits: false,
    }),
    // Static parts become plain HTML, but for the elements that are drawn by components of our own.
    mdx({ optimize: { ignoreElementNames: ['h2', 'h3', 'h4', 'table'] } }),
    afterBuild(),
  ],
  vite: {
    plugins: [leanStarlight(), plainDynamicImports()],
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});
