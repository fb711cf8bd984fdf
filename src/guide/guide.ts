import { getCollection, type CollectionEntry } from 'astro:content';
import planned from '../../content/planned.json' with { type: 'json' };
import ledger from '../../content/permalinks.json' with { type: 'json' };
import { fences, type Fence } from '../samples/fences.ts';
import { siteUrl } from '../site.ts';
import { findings, report } from './check.ts';
import { readingOrder } from './order.ts';
import { permalink } from './permalinks.ts';
import { referencedIds, type FindTarget } from './text.ts';
import { topics, type TopicId } from './topics.ts';

export type Question = CollectionEntry<'faq'>;
export type Scenario = CollectionEntry<'scenarios'>;
export type Drill = CollectionEntry<'drills'>;
export type Entry = Question | Scenario;

const isPublished = ({ data }: Entry) => import.meta.env.DEV || !data.draft;
const scenarioOrder = ['core', 'intermediate', 'advanced'];

/** All questions in reading order. */
export const questions: Question[] = readingOrder(await getCollection('faq', isPublished));

/** All scenarios, core before advanced. */
export const scenarios: Scenario[] = (await getCollection('scenarios', isPublished)).sort(
  (a, b) =>
    scenarioOrder.indexOf(a.data.level) - scenarioOrder.indexOf(b.data.level) ||
    a.data.title.localeCompare(b.data.title, 'en'),
);

const drills: Drill[] = await getCollection('drills');

const entries: Entry[] = [...scenarios, ...questions];
const byId = new Map(entries.map((entry) => [entry.id, entry]));

/** What `npm run ledger` settles once a new page is finished; it must not stop an author at work. */
const growingPains: readonly string[] = ['not-in-ledger', 'planned-exists'];

const problems = findings(
  [...entries, ...drills].map(({ id, collection, data, body, filePath }) => ({
    file: filePath ?? `content/${collection}/${id}.mdx`,
    collection,
    id,
    data,
    body: body ?? '',
  })),
  { planned, ledger, site: siteUrl },
).filter(({ rule }) => import.meta.env.PROD || !growingPains.includes(rule));
if (problems.length > 0) throw new Error(`The content has mistakes.\n${report(problems)}`);

/** The playable incident of a scenario, if it has one. */
export const drillOf = ({ id }: Scenario): Drill | undefined => drills.find((drill) => drill.id === id);

/** The topics that have at least one question, each with its questions in reading order. */
export const openTopics = topics
  .map((topic) => ({ ...topic, questions: questions.filter(({ data }) => data.topic === topic.id) }))
  .filter((topic) => topic.questions.length > 0);

export type OpenTopic = (typeof openTopics)[number];

/** The address of the page of a topic, without the base path. */
export const topicPath = (id: TopicId): string => `/topics/${id}/`;

/** What a reference to an id shows: the title and address of its page, or its bare id while it is only planned. */
export const target: FindTarget = (id) => {
  const entry = byId.get(id);
  return entry ? { title: entry.data.title, path: permalink(entry) } : { title: id.replaceAll('-', ' ') };
};

const published = (ids: readonly string[]): Entry[] => ids.flatMap((id) => byId.get(id) ?? []);

/** The related questions that have a page, in the author's order. */
export const relatedTo = ({ data }: Question): Entry[] => published(data.related);

const mentions = new Map(
  entries.map((entry) => [
    entry.id,
    new Set([
      ...referencedIds(`${entry.body}\n${JSON.stringify(entry.data).replaceAll('\\"', '"')}`),
      ...(entry.collection === 'faq' ? entry.data.related : []),
    ]),
  ]),
);

/** The scenarios and questions that point to an entry, and that it does not list as related itself. */
export function appearsIn(entry: Entry): Entry[] {
  const known = new Set(entry.collection === 'faq' ? entry.data.related : []);
  return entries.filter(
    (other) => other.id !== entry.id && !known.has(other.id) && mentions.get(other.id)!.has(entry.id),
  );
}

/** The questions that belong to a main question. */
export const childrenOf = ({ id }: Question): Question[] => questions.filter(({ data }) => data.parent === id);

/** The numbers shown on the contents page, counted from the content. */
export const counts = {
  questions: questions.length,
  scenarios: scenarios.length,
  followUps: entries.reduce((sum, { data }) => sum + data.followUps.length, 0),
  sources: new Set(entries.flatMap(({ data }) => data.sources.map(({ url }) => url))).size,
};

/** Every code block of the guide, in the bodies and in the answers to follow-ups. */
export const sampleFences = (): Fence[] =>
  entries.flatMap(({ body, data }) => [
    ...fences(body ?? ''),
    ...data.followUps.flatMap(({ answer }) => fences(answer, { format: 'md' })),
  ]);
