import type { TopicId } from './topics.ts';
import { topicIds } from './topics.ts';

interface Orderable {
  id: string;
  data: { title: string; topic: TopicId; level: 'core' | 'intermediate' | 'advanced'; parent?: string | undefined };
}

const levels = ['core', 'intermediate', 'advanced'] as const;

const compare = (a: Orderable, b: Orderable) =>
  topicIds.indexOf(a.data.topic) - topicIds.indexOf(b.data.topic) ||
  levels.indexOf(a.data.level) - levels.indexOf(b.data.level) ||
  a.data.title.localeCompare(b.data.title, 'en');

/** The reading order: topics as they are listed, core before advanced, and a question's children right after it. */
export function readingOrder<Q extends Orderable>(questions: readonly Q[]): Q[] {
  const sorted = [...questions].sort(compare);
  const parentInTopic = (question: Q) =>
    sorted.find(({ id, data }) => id === question.data.parent && data.topic === question.data.topic);
  return sorted
    .filter((question) => !parentInTopic(question))
    .flatMap((question) => [question, ...sorted.filter((child) => parentInTopic(child)?.id === question.id)]);
}
