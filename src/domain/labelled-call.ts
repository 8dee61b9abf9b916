import { z } from 'zod';
import { callMetadataSchema, type Language, languageSchema } from './call.ts';
import { companySchema } from './company.ts';
import { noteSchema } from './note.ts';
import type { Transcript } from './transcript.ts';
import { type Verdict, verdictSchema } from './verdict.ts';

/** Something people found in one turn; `turn` is the index in the transcript's turns. */
export const labelledEventSchema = z.strictObject({
  kind: z.string().min(1),
  turn: z.int().min(0),
  strength: z.enum(['soft', 'clear', 'final']).optional(),
});
export type LabelledEvent = z.infer<typeof labelledEventSchema>;

const criterionVerdicts = z.record(z.string(), verdictSchema);

/** What people say of one call (`<recording>.labels.json`), version 1. */
export const labelsSchema = z.strictObject({
  version: z.literal(1).default(1),
  /** Why the labels are what they are. */
  reason: z.string().min(1).optional(),
  expected: criterionVerdicts.default({}),
  events: z.array(labelledEventSchema).default([]),
  /** Kinds of event of which every one in the call is labelled; only these are counted. */
  complete: z.array(z.string()).default([]),
  /** Fields of the note that are rightly filled in; null where nobody looked. */
  noteFields: z.array(z.string()).nullable().default(null),
});
export type Labels = z.infer<typeof labelsSchema>;

/** One labelled call, ready to be scored. */
export interface LabelledCall {
  readonly id: string;
  readonly language: Language;
  readonly transcript: Transcript;
  readonly call: z.infer<typeof callMetadataSchema>;
  readonly company: z.infer<typeof companySchema> | null;
  readonly note: z.infer<typeof noteSchema> | null;
  readonly labels: Labels;
}

const dialogueSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  reason: z.string().min(1),
  /** One turn a line; see docs/evaluation.md. */
  turns: z.string().min(1),
  /** True: lines carry times in seconds, and words are spread evenly over them. */
  timed: z.boolean().default(false),
  call: callMetadataSchema.partial().default({}),
  note: noteSchema.optional(),
  expected: criterionVerdicts.default({}),
  /** Kinds that are labelled completely in this dialogue beside those of the file. */
  also: z.array(z.string()).default([]),
  noteFields: z.array(z.string()).optional(),
});
export type WrittenDialogue = z.infer<typeof dialogueSchema>;

/** Many labelled dialogues in one file (`*.dialogues.yaml`), version 1. */
export const dialoguesFileSchema = z.strictObject({
  version: z.literal(1),
  language: languageSchema,
  company: companySchema,
  complete: z.array(z.string()).min(1),
  dialogues: z.array(dialogueSchema).min(1),
});
export type DialoguesFile = z.infer<typeof dialoguesFileSchema>;

/** A label beside what the product found, for one criterion of one call. */
export interface VerdictPair {
  readonly id: string;
  readonly language: Language;
  readonly criterion: string;
  readonly labelled: Verdict;
  readonly found: Verdict;
  /** The product's reason code. */
  readonly reason: string;
}

/** One place in one call where an event is labelled, found, or both. */
export interface EventPair {
  readonly id: string;
  readonly language: Language;
  readonly kind: string;
  /** Null where the place is the note. */
  readonly turn: number | null;
  readonly isLabelled: boolean;
  readonly isFound: boolean;
}
