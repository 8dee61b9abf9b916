import { z } from 'zod';

/** Languages Earmark scores: Mandarin and English. */
export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** Who a turn belongs to; `other` is a third voice, an IVR or a party nobody could name. */
export const partySchema = z.enum(['agent', 'customer', 'other']);
export type Party = z.infer<typeof partySchema>;

/** A text a reader sees, in both languages of the pages. */
export const localizedSchema = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
export type Localized = z.infer<typeof localizedSchema>;

export const directionSchema = z.enum(['inbound', 'outbound']);
export type Direction = z.infer<typeof directionSchema>;

/** What kinds of call the standards tell apart; a company may use its own words beside these. */
export const knownCallKinds = [
  'sales',
  'cold-call',
  'follow-up-1',
  'follow-up-2',
  'enquiry',
  'claim',
  'reminder',
  'voice-mail',
] as const;

const shortText = z.string().trim().min(1).max(300);

/**
 * The call file (`<recording>.call.json`), version 1. All fields are optional but `version`; a criterion
 * whose field is missing comes out `not-assessable` and names it.
 */
export const callMetadataSchema = z.object({
  version: z.literal(1).default(1),
  callId: shortText.optional(),
  /** ISO 8601 with an offset; the company's zone is used, and said, where the offset is missing. */
  startedAt: z.iso.datetime({ offset: true }).optional(),
  direction: directionSchema.optional(),
  agent: z.object({ id: shortText, name: shortText.optional(), team: shortText.optional() }).optional(),
  customer: z.object({ id: shortText, name: shortText.optional() }).optional(),
  /** The company the agent speaks for, as it should be said. */
  company: shortText.optional(),
  rings: z.int().min(0).max(100).optional(),
  kind: shortText.optional(),
  /** 0-based channel of each party in the recording. */
  channels: z.object({ agent: z.int().min(0).max(7), customer: z.int().min(0).max(7) }).optional(),
  language: languageSchema.optional(),
});
export type CallMetadata = z.infer<typeof callMetadataSchema>;
