import { z } from 'zod';
import { scorecardOriginSchema } from '../domain/call-record.ts';
import { scorecardSchema } from '../domain/scorecard.ts';
import { reasonSchema } from '../domain/verdict.ts';
import { isoTime, stripSchema, uuid } from './contract.ts';

/** GET /scorecards/:id: the object of `score --json`, and what is kept beside it under `meta`. */
export const scorecardResponseSchema = z
  .object({
    ...scorecardSchema.shape,
    meta: z.object({
      id: uuid,
      call: uuid,
      isCurrent: z.boolean(),
      createdAt: isoTime,
      ...scorecardOriginSchema.shape,
    }),
  })
  .meta({ id: 'Scorecard' });
export type ScorecardResponse = z.infer<typeof scorecardResponseSchema>;

/** GET /calls/:id/scorecards: newest first, without evidence. */
export const scorecardHistoryResponseSchema = z.object({
  scorecards: z.array(
    z.object({
      id: uuid,
      isCurrent: z.boolean(),
      createdAt: isoTime,
      cause: scorecardOriginSchema.shape.cause,
      standard: scorecardSchema.shape.standard,
      total: z.number().nullable(),
      coverage: z.number(),
      notScored: reasonSchema.nullable(),
      criticalFailures: z.array(z.string()),
      strip: z.array(stripSchema),
    }),
  ),
});
export type ScorecardHistoryResponse = z.infer<typeof scorecardHistoryResponseSchema>;
