import { z } from 'zod';
import { reviewDecisions } from '../domain/review.ts';
import { verdictSchema } from '../domain/verdict.ts';
import { isoTime, uuid } from './contract.ts';

/** Text of a person, kept as it was written. */
const remark = z.string().trim().max(4000);
const criterionId = z.string().min(1).max(100);
const momentMs = z.number().min(0).max(86_400_000);

export const reviewEntrySchema = z
  .object({
    id: z.int(),
    criterion: z.string(),
    decision: z.enum(reviewDecisions),
    oldVerdict: verdictSchema,
    verdict: verdictSchema,
    reason: z.string(),
    by: z.string(),
    createdAt: isoTime,
  })
  .meta({ id: 'ReviewEntry' });
export type ReviewEntryResponse = z.infer<typeof reviewEntrySchema>;

export const commentSchema = z
  .object({
    id: z.int(),
    atMs: z.number().nullable(),
    criterion: z.string().nullable(),
    body: z.string(),
    by: z.string(),
    createdAt: isoTime,
  })
  .meta({ id: 'Comment' });
export type CommentResponse = z.infer<typeof commentSchema>;

export const finalisationSchema = z
  .object({
    id: z.int(),
    scorecardId: uuid,
    round: z.int(),
    total: z.number().nullable(),
    coverage: z.number(),
    criticalFailures: z.array(z.string()),
    verdicts: z.array(
      z.object({
        criterion: z.string(),
        verdict: verdictSchema,
        score: z.number().nullable(),
        weight: z.number(),
        critical: z.boolean(),
        machineVerdict: verdictSchema,
        decision: z.enum(['confirm', 'override', 'not-applicable']).nullable(),
      }),
    ),
    by: z.string(),
    createdAt: isoTime,
  })
  .meta({ id: 'Finalisation' });
export type FinalisationResponse = z.infer<typeof finalisationSchema>;

export const disputeSchema = z
  .object({
    id: uuid,
    callId: uuid,
    criterion: z.string(),
    round: z.int(),
    oldVerdict: verdictSchema,
    expected: verdictSchema,
    reason: z.string(),
    raisedBy: z.string(),
    createdAt: isoTime,
    dueAt: isoTime,
    state: z.enum(['open', 'upheld', 'rejected', 'withdrawn']),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
    decidedAt: isoTime.nullable(),
  })
  .meta({ id: 'Dispute' });
export type DisputeResponse = z.infer<typeof disputeSchema>;

export const unheardSchema = z.object({
  criterion: z.string(),
  evidenceMs: z.number(),
  playedMs: z.number(),
});

/** GET /calls/{id}/review: all that people said of the scorecard the caller sees. */
export const reviewStateSchema = z
  .object({
    scorecardId: uuid.nullable(),
    entries: z.array(reviewEntrySchema),
    comments: z.array(commentSchema),
    /** The newest round; null while nobody has finalised the call. */
    finalised: finalisationSchema.nullable(),
    disputes: z.array(disputeSchema),
    /** Points as they would be if the call were finalised now. */
    preview: z.object({ total: z.number().nullable(), coverage: z.number() }).nullable(),
    /** Verdicts that cost points whose evidence the caller has not listened to. */
    unheard: z.array(unheardSchema),
    may: z.object({ review: z.boolean(), dispute: z.boolean() }),
  })
  .meta({ id: 'ReviewState' });
export type ReviewStateResponse = z.infer<typeof reviewStateSchema>;

/** POST /calls/{id}/reviews. */
export const reviewRequestSchema = z
  .strictObject({
    scorecardId: uuid,
    criterion: criterionId,
    decision: z.enum(reviewDecisions),
    /** With `override`: what the verdict is. */
    verdict: verdictSchema.optional(),
    reason: remark.default(''),
    /** The newest decision on the criterion that was seen; null for none. */
    basedOn: z.int().nullable(),
  })
  .refine(({ decision, verdict }) => (decision === 'override') === (verdict !== undefined), {
    path: ['verdict'],
    message: 'belongs to an override, and to nothing else',
  })
  .refine(({ decision, reason }) => !['override', 'not-applicable'].includes(decision) || reason !== '', {
    path: ['reason'],
    message: 'say why: the agent reads it',
  });
export type ReviewRequest = z.input<typeof reviewRequestSchema>;

/** POST /calls/{id}/comments. */
export const commentRequestSchema = z.strictObject({
  atMs: momentMs.nullable().default(null),
  criterion: criterionId.nullable().default(null),
  body: remark.min(1),
});
export type CommentRequest = z.input<typeof commentRequestSchema>;

/** POST /calls/{id}/plays. */
export const playRequestSchema = z
  .strictObject({ startMs: momentMs, endMs: momentMs })
  .refine(({ startMs, endMs }) => endMs > startMs, { path: ['endMs'], message: 'lies before startMs' });
export type PlayRequest = z.infer<typeof playRequestSchema>;

/** POST /calls/{id}/finalisations. */
export const finalisationRequestSchema = z.strictObject({
  scorecardId: uuid,
  /** Ids of the decisions that were seen. */
  basedOnReviews: z.array(z.int()).max(1000),
  /** Finalise although decisive evidence was not listened to. */
  acceptUnheard: z.boolean().default(false),
});
export type FinalisationRequest = z.input<typeof finalisationRequestSchema>;

/** POST /calls/{id}/disputes. */
export const disputeRequestSchema = z.strictObject({
  criterion: criterionId,
  expected: verdictSchema,
  reason: remark.min(1),
});
export type DisputeRequest = z.infer<typeof disputeRequestSchema>;

/** POST /disputes/{id}/decision. */
export const disputeDecisionSchema = z.strictObject({
  outcome: z.enum(['upheld', 'rejected']),
  reason: remark.min(1),
});
export type DisputeDecision = z.infer<typeof disputeDecisionSchema>;

export const doneSchema = z.object({ isDone: z.boolean() });
