import { z } from 'zod';
import { languageSchema } from '../domain/call.ts';
import { queueReasons } from '../domain/work-queue.ts';
import { isoTime, uuid } from './contract.ts';

const label = z.string().trim().min(1).max(200);

/** GET /review-queue: what waits for the caller, the most pressing first. */
export const reviewQueueSchema = z
  .object({
    entries: z.array(
      z.object({
        /** Of the assignment. */
        id: uuid,
        version: z.int(),
        callId: uuid,
        /** Null where the queue keeps the agent's name back, or nobody knows it. */
        agent: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
        isBlind: z.boolean(),
        startedAt: isoTime.nullable(),
        durationMs: z.number().nullable(),
        total: z.number().nullable(),
        coverage: z.number().nullable(),
        needsPerson: z.array(z.object({ criterion: z.string(), reason: z.string() })),
        why: z.enum(queueReasons),
        queue: z.string().nullable(),
        isMine: z.boolean(),
        isRandom: z.boolean(),
        dueAt: isoTime.nullable(),
        createdAt: isoTime,
      }),
    ),
  })
  .meta({ id: 'ReviewQueue' });
export type ReviewQueueResponse = z.infer<typeof reviewQueueSchema>;

/** POST /assignments/{id}/claim and /hand-back: the version that was seen. */
export const assignmentChangeSchema = z.strictObject({ version: z.int().min(0) });

/** POST /calls/{id}/assignments. */
export const assignmentRequestSchema = z.strictObject({ person: uuid });

export const assignmentSchema = z.object({ id: uuid });

/** POST /review-queues: a sampling plan, drawn at once. */
export const samplingPlanSchema = z.strictObject({
  name: label,
  days: z.int().min(1).max(366).default(30),
  perAgent: z.union([
    z.strictObject({ count: z.int().min(1).max(1000) }),
    z.strictObject({ share: z.number().gt(0).max(1) }),
  ]),
  filter: z
    .strictObject({
      team: label.optional(),
      agent: label.optional(),
      standard: label.optional(),
      language: languageSchema.optional(),
    })
    .default({}),
  reviewers: z
    .array(z.strictObject({ person: uuid, share: z.number().gt(0).max(1000).default(1) }))
    .min(1)
    .max(100),
  isBlind: z.boolean().default(false),
});

export const drawnSampleSchema = z.object({ id: uuid, calls: z.int() });
