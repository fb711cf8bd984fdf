/** What the reader asked to see of the list of questions; what is not set does not narrow it. */
export interface Choice {
  q?: string;
  topic?: string;
  level?: string;
  tag?: string;
}

/** A question as the list knows it. */
export interface Listed {
  topic: string;
  level: string;
  tags: readonly string[];
  /** Its title and aliases in lower case. */
  words: string;
}

const names = ['q', 'topic', 'level', 'tag'] as const;

/** The choice that an address or a form holds; unknown and empty parameters are left out. */
export function choiceFrom(parameters: URLSearchParams): Choice {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = parameters.get(name)?.slice(0, 200);
      return value?.trim() ? [[name, value]] : [];
    }),
  );
}

/** The choice as the query of an address, with its question mark, or nothing. */
export function choiceQuery(choice: Choice): string {
  const parameters = new URLSearchParams(names.flatMap((name) => (choice[name] ? [[name, choice[name]]] : [])));
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** Whether a question is to be shown: every word asked for stands in its title or aliases, and the rest matches. */
export function fits({ topic, level, tags, words }: Listed, choice: Choice): boolean {
  return (
    (!choice.topic || choice.topic === topic) &&
    (!choice.level || choice.level === level) &&
    (!choice.tag || tags.includes(choice.tag)) &&
    (choice.q ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((word) => words.includes(word))
  );
}
