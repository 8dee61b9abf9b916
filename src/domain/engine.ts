import { z } from 'zod';

/** Who wrote the words or judged, what was asked for and what it reported itself to be. */
export const engineSchema = z.object({
  provider: z.string(),
  model: z.string(),
  modelReported: z.string().nullable(),
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type Engine = z.infer<typeof engineSchema>;
