import { z } from 'zod';
import { topicIds } from './topics.ts';

/** Spoken at 150 words a minute, 75 words take 30 seconds. */
export const mostWordsSpoken = 75;

export const wordCount = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

/** Lower-case words joined by single hyphens: what ids, anchors and tags are made of. */
export const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const text = z.string().trim().min(1, 'Write something here, or remove the field.');
const id = z.string().regex(kebabCase, 'Use lower-case words joined by single hyphens.');

/**
 * A calendar day, `2026-11-20`. YAML readers may hand over a `Date` for it; it is kept as a string,
 * so that it has no time zone and can be expressed in the published JSON Schema.
 */
const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date('Write the day as 2026-11-20.'),
);

const source = z.strictObject({
  /** Who says it and where: "Kernel: Control Group v2, memory controller". */
  title: text,
  /** A primary source, reachable over https. */
  url: z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'Give a full https:// address.' }),
});

const followUp = z.strictObject({
  /** The anchor of this follow-up, for ever: choose it by meaning, not by wording. */
  id,
  /** What the interviewer asks next. */
  question: text,
  /** The answer, in Markdown. A follow-up without one does not belong on the page. */
  answer: text,
});

const change = z.strictObject({
  date: day,
  /** `corrected` when the page was wrong, `changed` when the world moved on. */
  kind: z.enum(['changed', 'corrected']),
  /** One sentence for a reader who knew the earlier text. */
  what: text,
});

const entry = z.strictObject({
  /** What people type when they look for this: other phrasings, abbreviations, error strings. Three or more. */
  aliases: z.array(text).min(3, 'Give at least three: other phrasings, abbreviations, what people type.'),
  /** What a person sees when this is the problem: error strings, exit codes, states. */
  symptoms: z.array(text).default([]),
  /** What the interviewer asks next, each answered. */
  followUps: z.array(followUp).min(1, 'Give at least one follow-up, with its answer.'),
  /** Primary sources, two or more. */
  sources: z.array(source).min(2, 'Name two primary sources or more.'),
  /** The versions the facts hold for: "Kubernetes 1.28 and later". */
  appliesTo: text.optional(),
  /** The day the page was first shown. */
  published: day,
  /** The day the facts were last checked against the sources. */
  reviewed: day,
  /** What changed since, for the feed and the list of corrections. */
  changes: z.array(change).default([]),
  /** A draft is shown by `npm run dev` and left out of the built site. */
  draft: z.boolean().default(false),
});

const level = z.enum(['core', 'intermediate', 'advanced']);

/** One question: `content/faq/<id>.mdx`, shown at `/faq/<id>/`. The body is the full answer. */
export const question = entry.extend({
  /** The question, as an interviewer asks it. */
  title: text,
  /** What one says aloud in 20 to 30 seconds: at most 75 words. */
  shortAnswer: text.refine((answer) => wordCount(answer) <= mostWordsSpoken, {
    error: ({ input }) =>
      `The short answer has ${wordCount(String(input))} words; keep it to ${mostWordsSpoken}, which take 30 seconds to say. Move the rest to the body.`,
  }),
  topic: z.enum(topicIds),
  /** The depth expected of the answer. */
  level,
  /** Shared vocabulary, kebab-case, one spelling each. */
  tags: z.array(id).min(1, 'Give at least one tag.'),
  /** Wrong answers and common mistakes, each with what is true: `"What is often said." What is true.` */
  pitfalls: z.array(text).min(1, 'Name at least one common mistake, with what is true.'),
  /** What it costs. */
  tradeoffs: z.array(text).default([]),
  /** What to look at in production: metrics, queries, files. */
  watch: z.array(text).default([]),
  /** The answer in one sentence that one remembers. */
  ruleOfThumb: text.optional(),
  /** What goes wrong in the setting of the case study, and how this answer helps there. */
  inThisCase: z.strictObject({ goesWrong: text, howThisHelps: text }).optional(),
  /** The case study this question is set in. */
  caseStudy: id.optional(),
  /** The main question that this one belongs to. */
  parent: id.optional(),
  /** Ids of other questions worth reading next: the names of their files. */
  related: z.array(id).default([]),
});

/** One scenario: `content/scenarios/<id>.mdx`, shown at `/scenarios/<id>/`. The body is the method, step by step. */
export const scenario = entry.extend({
  /** A short name: "Service not responding". */
  title: text,
  /** The situation as the interviewer puts it. */
  prompt: text,
  level,
  /** How long the interview takes, in minutes. */
  minutes: z.int().min(5).max(120),
  skills: z.array(id).min(1),
  /** What the interviewer wants to find out. */
  testsFor: z.array(text).min(1),
  /** How a strong candidate begins, spoken. */
  openingLine: text,
  /** Advice for saying it well. */
  interviewPoints: z.array(text).min(1),
  mistakes: z.array(text).min(1),
  /** What a weak, a solid and a strong candidate does. */
  rubric: z.strictObject({ weak: z.array(text).min(1), solid: z.array(text).min(1), strong: z.array(text).min(1) }),
  /** The topics it draws on. */
  topics: z.array(z.enum(topicIds)).min(1),
});

export type Question = z.output<typeof question>;
export type Scenario = z.output<typeof scenario>;
export type FollowUp = z.output<typeof followUp>;
