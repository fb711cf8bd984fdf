/** A stretch of a result: Markdown to read, or a fenced block with what it looks like. */
export interface EvidenceBlock {
  kind: 'prose' | 'terminal' | 'log' | 'table' | 'code';
  text: string;
  /** The language that the fence names, if it does. */
  language?: string;
}

/** `$ df -h`, `edge-ams-2$ ping …`, `n-27# sysctl …`: a prompt and a command behind it. */
const prompt = /^(?:[a-z][\w.-]*[$#]|\$) \S/;

/** A root prompt looks like a comment, so it takes two of them. */
const rootPrompt = /^# [a-z][\w-]* /;

const logLine =
  /^(?:\[ *\d+\.\d+\]|\[?(?:\d{4}-\d{2}-\d{2}[T ])?\d{2}:\d{2}:\d{2}(?:[.,]\d+)?Z?\]?|[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}|(?:DEBUG|INFO|WARN|ERROR|CRIT|FATAL) ?) \S/;

/** A line of a query plan, or of a diff: aligned like a table, but read like code. */
const planLine = /^ *-> {2}\S/;
const removedLine = /^- /;
const addedLine = /^\+ /;

const mostOf = (lines: readonly string[], isSuch: (line: string) => boolean) =>
  lines.filter(isSuch).length * 2 > lines.length;

function lookOf(text: string): EvidenceBlock['kind'] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const has = (form: RegExp) => lines.some((line) => form.test(line));
  if (has(prompt) || lines.filter((line) => rootPrompt.test(line)).length >= 2) return 'terminal';
  if (mostOf(lines, (line) => logLine.test(line))) return 'log';
  if (has(planLine) || (has(removedLine) && has(addedLine))) return 'code';
  return lines.length >= 2 && mostOf(lines, (line) => / {2,}/.test(line.trim())) ? 'table' : 'code';
}

const fence = /^(`{3,})[ \t]*([\w-]*)[^\n`]*\n([\s\S]*?)(?:^\1`*[ \t]*$\n?|(?![\s\S]))/gm;

/** A result in its parts, in order: prose, and fenced blocks with a guess of what they show. */
export function evidenceBlocks(result: string): EvidenceBlock[] {
  const blocks: EvidenceBlock[] = [];
  const prose = (text: string) => {
    if (text.trim() !== '') blocks.push({ kind: 'prose', text: text.trim() });
  };
  let read = 0;
  for (const found of result.matchAll(fence)) {
    const [whole, , language = '', inside = ''] = found;
    prose(result.slice(read, found.index));
    const text = inside.replace(/\n$/, '');
    if (text.trim() !== '') blocks.push({ kind: lookOf(text), text, ...(language !== '' && { language }) });
    read = found.index + whole.length;
  }
  prose(result.slice(read));
  return blocks;
}
