import { z } from 'zod';
import { isoTime, uuid } from './contract.ts';

/** GET /failures: the calls that were given up, newest first. */
export const failuresResponseSchema = z
  .object({
    count: z.int(),
    failures: z.array(
      z.object({
        id: uuid,
        source: z.string(),
        key: z.string(),
        status: z.enum(['failed', 'held']),
        code: z.string(),
        stage: z.string().nullable(),
        message: z.string(),
        remedy: z.string().nullable(),
        attempts: z.int(),
        gaveUpAt: isoTime,
      }),
    ),
  })
  .meta({ id: 'Failures' });

/** POST /failures/{id}/redrive. */
export const redrivenResponseSchema = z.object({ id: uuid, status: z.literal('found') });
