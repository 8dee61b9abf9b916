import { z } from 'zod';
import { verdictSchema } from '../domain/verdict.ts';
import { isoTime, uuid } from './contract.ts';

/** POST /standards/:id/bench: the changed file, and how many of the newest scored calls it is held against. */
export const benchRequestSchema = z.strictObject({
  text: z.string().min(1).max(200_000),
  limit: z.int().min(1).max(10_000).default(1000),
});
export type BenchRequestBody = z.infer<typeof benchRequestSchema>;

const flipSchema = z.object({
  call: z.string(),
  callRecordId: uuid.optional(),
  criterion: z.string(),
  before: verdictSchema.nullable(),
  after: verdictSchema.nullable(),
  reason: z.object({ code: z.string(), en: z.string(), zh: z.string() }),
  moment: z.object({ startMs: z.number(), endMs: z.number(), quote: z.string().nullable() }).nullable(),
});

/** How one criterion agrees with people in one language; null where there is nothing to divide by. */
const agreementSchema = z.object({
  sameVerdict: z.number(),
  unmetPrecision: z.number().nullable(),
  unmetRecall: z.number().nullable(),
});

/** POST /standards/:id/bench (202) and GET /benches/:id. */
export const benchResponseSchema = z
  .object({
    id: uuid,
    standard: z.object({ id: z.string(), before: z.string(), after: z.string() }),
    state: z.enum(['running', 'done', 'failed']),
    calls: z.int(),
    flips: z.array(flipSchema),
    failed: z.array(z.object({ call: z.string(), code: z.string(), message: z.string() })),
    /** Per criterion and language, where people decided; null for a standard without the criterion. */
    people: z.array(
      z.object({
        criterion: z.string(),
        language: z.enum(['zh', 'en']),
        decided: z.int(),
        before: agreementSchema.nullable(),
        after: agreementSchema.nullable(),
      }),
    ),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    startedAt: isoTime,
    endedAt: isoTime.nullable(),
  })
  .meta({ id: 'Bench' });
export type BenchResponse = z.infer<typeof benchResponseSchema>;

/** POST /standards/:id/publish: the version in use, which from then on nobody can change. */
export const publishResponseSchema = z.object({ id: z.string(), version: z.string(), isNew: z.boolean() });
export type PublishResponse = z.infer<typeof publishResponseSchema>;

/** GET /standards/:id/versions: published versions, oldest first. */
export const versionsResponseSchema = z.object({
  versions: z.array(z.object({ version: z.string(), hash: z.string(), by: z.string(), text: z.string() })),
});
export type VersionsResponse = z.infer<typeof versionsResponseSchema>;
