import { z } from 'zod';
import { languageSchema } from '../domain/call.ts';
import { verdictSchema } from '../domain/verdict.ts';
import { headings } from '../reports/assessment.ts';

const day = z.iso.date();
const name = z.string().max(300);
const limit = z.coerce.number().int().min(1).max(500);
const whole = z.int().min(0);
const share = z.number();
const interval = z.tuple([share, share]);

const whoseShape = { team: name.optional(), agent: name.optional() };
const spanShape = { from: day.optional(), to: day.optional() };

/** What figures are narrowed by; the days default to the last 26 weeks, the standard to the installation's. */
export const figuresQuerySchema = z.strictObject({
  ...whoseShape,
  ...spanShape,
  criterion: name.optional(),
  standard: name.optional(),
  version: name.optional(),
  language: languageSchema.optional(),
  kind: name.optional(),
  series: z.enum(['machine', 'finalised']).default('machine'),
  grain: z.enum(['week', 'month']).default('week'),
});
export type FiguresQuery = z.output<typeof figuresQuerySchema>;

/** The calls behind a point. */
export const pointQuerySchema = figuresQuerySchema.omit({ grain: true }).extend({
  verdicts: z
    .string()
    .default('unmet,partly')
    .transform((text) => text.split(','))
    .pipe(z.array(verdictSchema).min(1).max(5)),
  limit: limit.default(50),
  offset: z.coerce.number().int().min(0).max(10_000).default(0),
});

export const dayQuerySchema = z.strictObject({ day: day.optional(), team: name.optional() });
export const followUpQuerySchema = z.strictObject({
  ...whoseShape,
  ...spanShape,
  state: z.enum(['due', 'overdue', 'done']).optional(),
  limit: limit.default(200),
});
export const collisionQuerySchema = z.strictObject({
  ...whoseShape,
  ...spanShape,
  withinDays: z.coerce.number().int().min(1).max(90).default(14),
  limit: limit.default(200),
});
export const problemQuerySchema = z.strictObject({ ...whoseShape, ...spanShape, limit: limit.default(50) });
export const voiceMailQuerySchema = z.strictObject({ ...whoseShape, limit: limit.default(200) });
export const assessmentQuerySchema = z.strictObject({
  team: name.optional(),
  agent: name.optional(),
  standard: name.optional(),
  grain: z.enum(['month', 'year']).default('month'),
  /** Any day of the month or year; the last whole month where none is given. */
  period: day.optional(),
  series: z.enum(['machine', 'finalised']).default('finalised'),
  threshold: z.coerce.number().min(0).max(1).optional(),
});

const outcomes = {
  met: whole,
  partly: whole,
  unmet: whole,
  notApplicable: whole,
  notAssessable: whole,
  setAside: whole,
};
const shown = { hits: whole, of: whole, rate: share.nullable(), interval: interval.nullable() };
/** What the figures were narrowed by after defaults, so that an address can be kept. */
const used = z.record(z.string(), z.string());

const correctedSchema = z.union([
  z.object({ rate: share, interval, refused: z.null() }),
  z.object({ rate: z.null(), interval: z.null(), refused: z.enum(['no-labels', 'judge-too-uncertain']) }),
]);

/** GET /reports/compliance. */
export const complianceResponseSchema = z.object({
  filter: used,
  points: z.array(
    z.object({
      period: day,
      segment: whole,
      ...outcomes,
      ...shown,
      limits: interval.nullable(),
      signals: z.array(z.enum(['beyond-limits', 'eight-on-one-side', 'six-in-a-row'])),
    }),
  ),
  segments: z.array(
    z.object({
      version: z.string(),
      engine: z.string(),
      from: day,
      to: day,
      chart: z.enum(['p', 'p-prime']).nullable(),
      mean: share.nullable(),
      sigmaZ: z.number().nullable(),
      lacking: z.enum(['points', 'spread']).nullable(),
      corrected: correctedSchema,
    }),
  ),
  total: z.object(shown),
  counts: z.object(outcomes),
  leftOut: z.array(
    z.object({
      outcome: z.enum(['not-applicable', 'not-assessable', 'set-aside']),
      reason: z.string(),
      calls: whole,
    }),
  ),
  smallestSeenFall: share.nullable(),
});
export type ComplianceResponse = z.infer<typeof complianceResponseSchema>;

/** GET /reports/criteria. */
export const criteriaResponseSchema = z.object({
  filter: used,
  criteria: z.array(z.object({ criterion: z.string(), ...outcomes, ...shown })),
});
export type CriteriaResponse = z.infer<typeof criteriaResponseSchema>;

const limitsSchema = z.object({ of: whole, inner: interval, outer: interval });

/** GET /reports/funnel. */
export const funnelResponseSchema = z.object({
  filter: used,
  agents: z.array(
    z.object({
      agent: z.string(),
      ...shown,
      isUnusual: z.boolean(),
      shrunk: z.object({ rate: share, interval }).nullable(),
    }),
  ),
  target: share.nullable(),
  dispersion: z.object({ phi: z.number(), extra: z.number() }),
  limits: z.array(limitsSchema),
  spread: z.object({ mean: share, strength: z.number() }).nullable(),
  reliability: share.nullable(),
});
export type FunnelResponse = z.infer<typeof funnelResponseSchema>;

const reported = {
  callId: z.uuid(),
  at: z.string(),
  agent: z.string().nullable(),
  agentName: z.string().nullable(),
  team: z.string().nullable(),
  /** Null where the caller may not open the call. */
  customer: z.string().nullable(),
  customerName: z.string().nullable(),
  canOpen: z.boolean(),
};

/** GET /reports/calls. */
export const pointResponseSchema = z.object({
  filter: used,
  calls: z.array(z.object({ ...reported, verdict: verdictSchema, reason: z.string() })),
  hasMore: z.boolean(),
});
export type PointResponse = z.infer<typeof pointResponseSchema>;

/** GET /reports/daily. */
export const dailyResponseSchema = z.object({
  filter: used,
  agents: z.array(
    z.object({
      agent: z.string(),
      agentName: z.string().nullable(),
      team: z.string().nullable(),
      ...{ calls: whole, outbound: whole, inbound: whole, talkSeconds: whole },
      ...{ interested: whole, notesMissing: whole, notScored: whole },
      outcomes: z.array(z.object({ outcome: z.string(), calls: whole })),
    }),
  ),
});
export type DailyResponse = z.infer<typeof dailyResponseSchema>;

/** GET /reports/follow-ups. */
export const followUpResponseSchema = z.object({
  filter: used,
  totals: z.object({ due: whole, overdue: whole, done: whole, doneLate: whole }),
  calls: z.array(
    z.object({
      ...reported,
      state: z.enum(['due', 'overdue', 'done']),
      due: day,
      isDueStated: z.boolean(),
      intentPercent: z.number().nullable(),
      outcome: z.string().nullable(),
      doneAt: z.string().nullable(),
      doneBy: z.string().nullable(),
      isLate: z.boolean(),
    }),
  ),
});
export type FollowUpResponse = z.infer<typeof followUpResponseSchema>;

/** GET /reports/collisions. */
export const collisionResponseSchema = z.object({
  filter: used,
  total: whole,
  calls: z.array(
    z.object({ ...reported, otherCallId: z.uuid(), otherAt: z.string(), otherAgent: z.string() }),
  ),
});
export type CollisionResponse = z.infer<typeof collisionResponseSchema>;

/** GET /reports/problems. */
export const problemResponseSchema = z.object({
  filter: used,
  calls: z.array(
    z.object({
      ...reported,
      verdict: verdictSchema,
      standard: z.string(),
      quotes: z.array(z.object({ text: z.string(), startMs: z.number().nullable() })),
      reason: z.object({ en: z.string(), zh: z.string() }),
    }),
  ),
  hasMore: z.boolean(),
});
export type ProblemResponse = z.infer<typeof problemResponseSchema>;

/** GET /reports/voice-mail. */
export const voiceMailResponseSchema = z.object({
  filter: used,
  total: whole,
  calls: z.array(z.object({ ...reported, canBeKnown: z.boolean() })),
});
export type VoiceMailResponse = z.infer<typeof voiceMailResponseSchema>;

/** GET /reports/assessment. */
export const assessmentResponseSchema = z.object({
  filter: used,
  agents: z.array(
    z.object({
      agent: z.string(),
      coverage: share.nullable(),
      headings: z.array(
        z.object({
          heading: z.enum(headings),
          ...shown,
          criteria: z.array(z.object({ criterion: z.string(), ...shown })),
          band: z
            .object({ probability: share, decision: z.enum(['reached', 'not-reached', 'not-decidable']) })
            .nullable(),
        }),
      ),
    }),
  ),
});
export type AssessmentResponse = z.infer<typeof assessmentResponseSchema>;

/** Reports there are files of. */
export const reportNames = [
  'compliance',
  'criteria',
  'funnel',
  'calls',
  'daily',
  'follow-ups',
  'collisions',
  'problems',
  'voice-mail',
  'assessment',
] as const;
export type ReportName = (typeof reportNames)[number];
