import { z } from 'zod';

/** Longest note taken, in characters; a longer one is refused by name, never cut. */
export const NOTE_LIMIT = 16_384;

/** How the agent classed the customer: a word, or a percentage 0–100. */
export const intentSchema = z.union([z.enum(['interested', 'not-interested']), z.number().min(0).max(100)]);
export type Intent = z.infer<typeof intentSchema>;

/** The agent's note on the call (`<recording>.note.json`, or plain text), version 1. */
export const noteSchema = z.object({
  version: z.literal(1).default(1),
  writtenAt: z.string().optional(),
  text: z.string().max(NOTE_LIMIT).default(''),
  fields: z
    .looseObject({
      time: z.string().optional(),
      person: z.string().optional(),
      outcome: z.string().optional(),
      intent: intentSchema.optional(),
    })
    .default({}),
});
export type Note = z.infer<typeof noteSchema>;
