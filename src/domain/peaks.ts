import { z } from 'zod';

const side = z.array(z.number().min(0).max(1));

/**
 * The peaks artifact of a recording: the largest absolute sample of each stretch of `bucketMs`, 0–1, per
 * side. A mono recording has `mixed` only.
 */
export const peaksSchema = z.object({
  version: z.literal(1),
  durationMs: z.number(),
  bucketMs: z.number().positive(),
  sides: z.object({ left: side.optional(), right: side.optional(), mixed: side.optional() }),
});
export type Peaks = z.infer<typeof peaksSchema>;
