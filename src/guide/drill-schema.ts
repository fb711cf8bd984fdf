import { z } from 'zod';
import { mostActions } from '../study/address.ts';
import { closing, givingUp, phases, verdicts, type Action, type Drill as PlayableDrill } from '../study/drill.ts';
import { kebabCase } from './schema.ts';

const text = z.string().trim().min(1, 'Write something here, or remove the field.');
const id = z.string().regex(kebabCase, 'Use lower-case words joined by single hyphens.');
const minutes = z.int();

const action = z.strictObject({
  /** Short and for ever: links to a moment of the drill are checked against the ids and their order. */
  id: id.refine((id) => id !== closing && id !== givingUp, {
    error: ({ input }) => `The id "${String(input)}" stands for a move that ends the play. Choose another.`,
  }),
  /** Where it is offered: asking, looking, narrowing down, helping users, proving the cause, preventing the next one. */
  phase: z.enum(phases),
  /** What the player chooses, as an order: "List the file systems that live in memory". Plain text. */
  label: text,
  /** How long it takes, 1 to 30 minutes: the clock goes on with every action. */
  minutes: minutes.min(1).max(30),
  /** The ids of all actions that must be done before this one is open; leave it out if it is open at the start. */
  needs: z.array(id).default([]),
  /** Markdown: what a real system would show. Output stands in a fence; a table of numbers by time is also drawn. */
  result: text,
  /** Shown in place of `result` once users have been helped, where it would be wrong then. */
  resultAfterMitigation: text.optional(),
  /** What a strong engineer thinks of it: `strong`, `fine`, a `waste` of time, `harmful`. */
  verdict: z.enum(verdicts),
  /** What it taught, or why it was a mistake; read in the debrief. */
  why: text,
  /** Whether users are helped once it is done. */
  mitigates: z.boolean().default(false),
  /** Whether the cause is proven once it is done. */
  findsCause: z.boolean().default(false),
  /** How many minutes more it costs by what it does: the price of harm. */
  effectMinutes: minutes.min(0).max(30).default(0),
}) satisfies z.ZodType<Action>;

/** One playable incident: `content/drills/<scenario id>.yaml`, played at `/scenarios/<id>/drill/`. It tells another story than the guide. */
export const drill = z.strictObject({
  /** Its name, which gives nothing away: it is all that search and lists know of the drill. */
  title: text,
  /** The page, as it reaches the player: day, time, alert, numbers, what is at stake. */
  briefing: text,
  /** The parts of the system and how they hang together, in one sentence. */
  system: text,
  /** What happened, step by step; read in the debrief. */
  rootCause: text,
  /** When the incident turns severe if users have not been helped. */
  budgetMinutes: minutes.min(5).max(120),
  /** What the best path takes: the minutes of its actions. */
  parMinutes: minutes.min(1).max(120),
  /** Everything the player may do. At most 34, so that a move takes one character of an address. */
  actions: z.array(action).min(1, 'Give the actions.').max(mostActions),
  /** The actions that must all be done before the incident can be closed; users are helped by then, and the cause is proven. */
  resolvedWhen: z.array(id).min(1, 'Name the actions that closing needs.'),
  /** What a strong candidate does, in order. */
  bestPath: z.array(id).min(1, 'Name the actions of the best path, in order.'),
  /** What to take away, a sentence or two each. */
  debrief: z.array(text).min(1, 'Give at least one lesson.'),
  /** The wrong hypotheses, each with the evidence that rules it out: `'What one might say.' What speaks against it.` */
  wrongTurns: z.array(text).min(1, 'Name at least one wrong hypothesis.'),
}) satisfies z.ZodType<PlayableDrill>;

export type Drill = z.output<typeof drill>;
