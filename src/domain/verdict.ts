import { z } from 'zod';
import { localizedSchema, partySchema } from './call.ts';

/** The five things a criterion may come out as; a missing verdict is an error, never a zero. */
export const verdictSchema = z.enum(['met', 'partly', 'unmet', 'not-applicable', 'not-assessable']);
export type Verdict = z.infer<typeof verdictSchema>;

/** How a verdict was reached, in the order they are tried. */
export const methodSchema = z.enum(['rule', 'acoustic', 'judge']);
export type Method = z.infer<typeof methodSchema>;

/** Why a verdict is what it is: a stable code and one sentence in each language of the pages. */
export const reasonSchema = z.object({ code: z.string(), ...localizedSchema.shape });
export type Reason = z.infer<typeof reasonSchema>;

/** Which of the quote checks a quote failed; see docs/evidence.md. */
export const quoteCheckSchema = z.enum(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6', 'Q7']);
export type QuoteCheck = z.infer<typeof quoteCheckSchema>;

const timed = { startMs: z.number(), endMs: z.number() };
const spanSchema = z.tuple([z.number(), z.number()]);

/** Exact text of one turn (or of it and the same speaker's next), looked up by code. */
export const quoteEvidenceSchema = z.object({
  kind: z.literal('quote'),
  party: partySchema,
  /** Index in the transcript's turns. */
  turn: z.int(),
  quote: z.string(),
  ...timed,
  verified: z.boolean(),
  rejectedBy: quoteCheckSchema.optional(),
  /** True when the times are the turn's, not the words'. */
  coarse: z.boolean().optional(),
});

/** Proof of an absence: the window that was searched and how well it could be. */
export const searchEvidenceSchema = z.object({
  kind: z.literal('search'),
  party: partySchema,
  ...timed,
  /** What was looked for, in words a person understands. */
  lookedFor: localizedSchema,
  /** Share of the party's speech in the window that is transcribed, 0–1. */
  transcribedShare: z.number(),
  /** Lowest turn confidence in the window, 0–1; null where the transcriber gives none. */
  minConfidence: z.number().nullable(),
  /** The closest thing that was said. */
  nearest: z.object({ turn: z.int(), quote: z.string(), ...timed }).nullable(),
  verified: z.boolean(),
});

/** Something measured: its value against its threshold, and where. */
export const measureEvidenceSchema = z.object({
  kind: z.literal('measure'),
  party: partySchema.nullable(),
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  threshold: z.number().nullable(),
  ...timed,
  spans: z.array(spanSchema),
  floor: partySchema.optional(),
  yielded: partySchema.nullable().optional(),
  verified: z.boolean(),
});

/** A field of the note against the turn that supports or contradicts it. */
export const noteEvidenceSchema = z.object({
  kind: z.literal('note'),
  field: z.string(),
  value: z.string().nullable(),
  relation: z.enum(['supports', 'contradicts', 'missing', 'unsupported', 'present']),
  party: partySchema.nullable(),
  turn: z.int().nullable(),
  quote: z.string().nullable(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  verified: z.boolean(),
});

/** What would have made the criterion apply, and that it did not happen. */
export const conditionEvidenceSchema = z.object({
  kind: z.literal('condition'),
  condition: localizedSchema,
  value: z.string().nullable(),
  ...timed,
  verified: z.boolean(),
});

export const evidenceSchema = z.discriminatedUnion('kind', [
  quoteEvidenceSchema,
  searchEvidenceSchema,
  measureEvidenceSchema,
  noteEvidenceSchema,
  conditionEvidenceSchema,
]);
export type Evidence = z.infer<typeof evidenceSchema>;
export type QuoteEvidence = z.infer<typeof quoteEvidenceSchema>;
export type SearchEvidence = z.infer<typeof searchEvidenceSchema>;
export type MeasureEvidence = z.infer<typeof measureEvidenceSchema>;
export type NoteEvidence = z.infer<typeof noteEvidenceSchema>;
export type ConditionEvidence = z.infer<typeof conditionEvidenceSchema>;

/** Everything a criterion may find; more kinds may be added, these keep their names. */
export const eventKinds = [
  'greeting',
  'company-name',
  'department',
  'own-name',
  'purpose',
  'need-question',
  'confusion',
  'restatement',
  'refusal',
  'push',
  'pressure',
  'courtesy',
  'rudeness',
  'doubtful-rudeness',
  'interruption',
  'backchannel',
] as const;

/** One fact said by one side and said back by the other. */
export const slotSchema = z.object({
  /** `number`, `amount`, `date`, `time`, `name`, `address`, `phone`, `need`, … */
  type: z.string(),
  said: z.string(),
  repeated: z.string().nullable(),
  match: z.enum(['match', 'mismatch', 'partial', 'not-repeated']),
});
export type Slot = z.infer<typeof slotSchema>;

/** Something a criterion found in the call; `turn` is null for what was heard but not transcribed. */
export const callEventSchema = z.object({
  kind: z.string(),
  party: partySchema,
  turn: z.int().nullable(),
  ...timed,
  quote: z.string(),
  /** How firm a refusal is. */
  strength: z.enum(['soft', 'clear', 'final']).optional(),
  /** What the agent did after a refusal, or what kind of pressure, courtesy or overlap this is. */
  detail: z.string().optional(),
  slots: z.array(slotSchema).optional(),
  /** Turn in which the other side answered a restatement, and with what. */
  confirmed: z.enum(['yes', 'no', 'unanswered']).optional(),
});
export type CallEvent = z.infer<typeof callEventSchema>;

/** What a kind of criterion says of one call, before weights and points. */
export interface Decision {
  readonly verdict: Verdict;
  /** 0–1 when decided: 1 for met, 0 for unmet, the standard's fraction for partly; null otherwise. */
  readonly score: number | null;
  readonly method: Method;
  readonly reason: Reason;
  readonly evidence: readonly Evidence[];
  readonly events: readonly CallEvent[];
}
