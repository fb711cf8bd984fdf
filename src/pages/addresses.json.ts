import type { APIRoute } from 'astro';
import { openTopics, questions, scenarios, topicPath } from '../guide/guide.ts';
import { permalink } from '../guide/permalinks.ts';

/** Every page one may have meant, for the page that says that an address does not exist. */
export const GET: APIRoute = () =>
  Response.json([
    ...[...scenarios, ...questions].map((entry) => ({ path: permalink(entry), title: entry.data.title })),
    ...openTopics.map(({ id, label }) => ({ path: topicPath(id), title: label })),
  ]);
