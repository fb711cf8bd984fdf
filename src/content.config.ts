import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { drill } from './guide/drill-schema.ts';
import { question, scenario } from './guide/schema.ts';
import { uiStrings } from './starlight/ui-strings.ts';

/** One folder, one collection. A file's name is its permalink: `content/faq/linux-oom.mdx` is `/faq/linux-oom/`. */
const folder = (name: string) =>
  glob({ base: `./content/${name}`, pattern: '*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') });

export const collections = {
  docs: defineCollection({ loader: folder('pages'), schema: docsSchema() }),
  faq: defineCollection({ loader: folder('faq'), schema: question }),
  drills: defineCollection({ loader: glob({ base: './content/drills', pattern: '*.yaml' }), schema: drill }),
  scenarios: defineCollection({ loader: folder('scenarios'), schema: scenario }),
  i18n: defineCollection({ loader: () => [{ id: 'en', ...uiStrings }], schema: i18nSchema() }),
};
