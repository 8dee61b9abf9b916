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

/** POST /erasures: one call by its id, or every call of a customer up to now. */
export const erasureRequestSchema = z.union([
  z.strictObject({ call: uuid }),
  z.strictObject({ customer: z.string().min(1).max(500) }),
]);
export const erasureResponseSchema = z.object({ erased: z.int() }).meta({ id: 'Erasure' });

/** GET /spend: what providers were paid; `unknown` is the worst case of requests whose worker died. */
export const spendQuerySchema = z.strictObject({ by: z.enum(['day', 'call', 'stage']).default('day') });
export const spendResponseSchema = z
  .object({
    currency: z.string(),
    spend: z.array(
      z.object({ group: z.string(), requests: z.int(), amount: z.number(), unknown: z.number() }),
    ),
  })
  .meta({ id: 'Spend' });

/** POST /failures/{id}/redrive. */
export const redrivenResponseSchema = z.object({ id: uuid, status: z.literal('found') });
