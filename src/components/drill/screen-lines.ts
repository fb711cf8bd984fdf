/** A line of a terminal, log or table as it is shown: the quiet part at its beginning, and the rest. */
export interface ScreenLine {
  /** The prompt or the time. */
  lead: string;
  rest: string;
  isCommand: boolean;
}

const prompt = /^(?:[a-z][\w.-]*[$#]|[$#]) (?=\S)/;
const time =
  /^(?:\[ *\d+\.\d+\]|\[?(?:\d{4}-\d{2}-\d{2}[T ])?\d{2}:\d{2}:\d{2}(?:[.,]\d+)?Z?\]?|[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2})(?= \S)/;

/** The lines of a fenced block, so that prompts and times can step back and commands stand out. */
export function screenLines(kind: 'terminal' | 'log' | 'table' | 'code', text: string): ScreenLine[] {
  const leading = kind === 'terminal' ? prompt : kind === 'log' ? time : undefined;
  return text.split('\n').map((line) => {
    const lead = (leading && leading.exec(line)?.[0]) ?? '';
    return { lead, rest: line.slice(lead.length), isCommand: kind === 'terminal' && lead !== '' };
  });
}
