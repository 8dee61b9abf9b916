import { z } from 'zod';
import type { Side } from './acoustics.ts';
import { languageSchema, partySchema } from './call.ts';

const timeMs = z.number().finite();

/** One recognized word; `confidence` is 0–1. */
export const wordSchema = z.object({
  text: z.string(),
  startMs: timeMs,
  endMs: timeMs,
  confidence: z.number().min(0).max(1).optional(),
});
export type Word = z.infer<typeof wordSchema>;

/** Why a turn's text may not be trusted as evidence. */
export const turnFlagSchema = z.enum([
  'hallucinated',
  'looped',
  'no-speech',
  'times-repaired',
  'wrong-language',
]);
export type TurnFlag = z.infer<typeof turnFlagSchema>;

/** What one party said in one go. `coarse` means the times are the turn's, not the words'. */
export const turnSchema = z.object({
  party: partySchema,
  startMs: timeMs,
  endMs: timeMs,
  text: z.string(),
  words: z.array(wordSchema).optional(),
  coarse: z.boolean().optional(),
  flags: z.array(turnFlagSchema).optional(),
});
export type Turn = z.infer<typeof turnSchema>;

/** The transcript file (`<recording>.transcript.json`), version 1: turns of both parties in time order. */
export const transcriptSchema = z.object({
  version: z.literal(1),
  language: languageSchema,
  turns: z.array(turnSchema).max(50_000),
});
export type Transcript = z.infer<typeof transcriptSchema>;

/** A turn whose channel is known and whose party is not yet. */
export type SideTurn = Omit<Turn, 'party'>;

/** What was recognized on one channel, in time order. */
export interface SideTranscript {
  readonly side: Side;
  readonly turns: readonly SideTurn[];
}
