import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { openTopics, questions, scenarios, topicPath, type Entry } from '../guide/guide.ts';
import { permalink } from '../guide/permalinks.ts';
import { withBase } from '../site.ts';
import { around, group, link, mostShown, neighbours, type Place } from './navigation.ts';

const place = (entry: Entry): Place => ({ label: entry.data.title, href: withBase(permalink(entry)) });

const scenarioPlaces = scenarios.map(place);
const topicPlaces = openTopics.map(({ id, label, questions }) => ({
  label,
  href: withBase(topicPath(id)),
  questions: questions.map(place),
}));
const reading = [scenarioPlaces, topicPlaces, questions.map(place)];

/** Gives every page a sidebar whose size does not depend on the size of the guide, and its neighbours. */
export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  const path = url.pathname;
  const topics = topicPlaces.map((topic) => {
    const isHere = topic.href === path || topic.questions.some(({ href }) => href === path);
    if (!isHere) return link(topic, path);
    const rest = topic.questions.length - mostShown;
    return group(topic.label, [
      link({ label: rest > 0 ? `All ${topic.questions.length} questions` : 'All questions', href: topic.href }, path),
      ...around(topic.questions, path).map((question) => link(question, path)),
    ]);
  });
  locals.starlightRoute.sidebar = [
    group(
      'Scenarios',
      scenarioPlaces.map((scenario) => link(scenario, path)),
    ),
    group('Questions', [link({ label: 'All questions', href: withBase('/faq/') }, path), ...topics]),
  ];
  locals.starlightRoute.pagination = neighbours(reading, path);
});
