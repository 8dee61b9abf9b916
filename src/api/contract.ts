import { z } from 'zod';
import { directionSchema, languageSchema } from '../domain/call.ts';
import {
  callDescriptionSchema,
  callFailureSchema,
  callStatusSchema,
  stageStateSchema,
} from '../domain/call-record.ts';
import { noteSchema } from '../domain/note.ts';
import { peaksSchema } from '../domain/peaks.ts';
import { transcriptSchema } from '../domain/transcript.ts';
import { reasonSchema, verdictSchema } from '../domain/verdict.ts';

/** ISO 8601 in UTC. */
export const isoTime = z.string().meta({ format: 'date-time' });
/** An id of this store. */
export const uuid = z.string().meta({ format: 'uuid' });
/** Text a database can be asked for; anything else was never stored. */
const isStorable = (value: string): boolean => value.isWellFormed() && !value.includes('\u0000');
const text = z.string().min(1).max(300).refine(isStorable, 'is not well-formed text');
const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');
const dayOrTime = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .refine((value) => value >= '1900', 'lies before 1900');
const layoutSchema = z.enum(['two-party', 'mono', 'fake-stereo', 'one-party']);
const sideSchema = z.enum(['left', 'right']);

/** Every answer that is not a success; `code` is stable, `remedy` says what to do. */
export const errorResponseSchema = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      remedy: z.string().optional(),
      problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    }),
  })
  .meta({ id: 'Error' });
export type ErrorResponse = z.infer<typeof errorResponseSchema>;

/** What GET /calls may be narrowed by; a day means the whole day in the configured zone. Unknown names are refused. */
export const callListQuerySchema = z.strictObject({
  agent: text.optional(),
  team: text.optional(),
  standard: text.optional(),
  from: dayOrTime.optional(),
  to: dayOrTime.optional(),
  /** `verdict` or `criterion:verdict`, e.g. `greeting:unmet`. */
  verdict: z
    .string()
    .regex(
      /^([a-z][a-z0-9-]*(\.[a-z0-9-]+)*:)?(met|partly|unmet|not-applicable|not-assessable)$/,
      'write a verdict, or criterion:verdict',
    )
    .optional(),
  /** Calls whose current scorecard holds this criterion. */
  criterion: z.string().max(100).optional(),
  /** Calls with (or without) a critical criterion unmet. */
  critical: yesOrNo.optional(),
  needsPerson: yesOrNo.optional(),
  status: callStatusSchema.optional(),
  language: languageSchema.optional(),
  /** Literal text in the recording's key, call id, agent, team, customer or company; case is ignored. */
  q: z.string().trim().min(1).max(200).refine(isStorable, 'is not well-formed text').optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50),
});
export type CallListQuery = z.input<typeof callListQuerySchema>;

/** One verdict of a call in short, for the strip of the list. */
export const stripSchema = z.object({
  criterion: z.string(),
  verdict: verdictSchema,
  critical: z.boolean(),
});

const personSchema = z.object({ id: z.string(), name: z.string().nullable() });

/** One row of the list; what is not known (yet) is null. */
export const callRowSchema = z
  .object({
    id: uuid,
    /** The user's own id of the call. */
    callId: z.string().nullable(),
    key: z.string(),
    status: callStatusSchema,
    error: callFailureSchema.nullable(),
    duplicateOf: uuid.nullable(),
    startedAt: isoTime.nullable(),
    createdAt: isoTime,
    agent: personSchema.nullable(),
    team: z.string().nullable(),
    customerId: z.string().nullable(),
    direction: directionSchema.nullable(),
    kind: z.string().nullable(),
    language: languageSchema.nullable(),
    durationMs: z.number().nullable(),
    layout: layoutSchema.nullable(),
    standard: z.object({ id: z.string(), version: z.string() }).nullable(),
    scorecardId: uuid.nullable(),
    total: z.number().nullable(),
    coverage: z.number().nullable(),
    notScored: reasonSchema.nullable(),
    criticalFailures: z.array(z.string()),
    needsPerson: z.array(z.object({ criterion: z.string(), reason: z.string() })),
    strip: z.array(stripSchema),
  })
  .meta({ id: 'CallRow' });
export type CallRow = z.infer<typeof callRowSchema>;

/** GET /calls: newest first. */
export const callListResponseSchema = z.object({
  calls: z.array(callRowSchema),
  nextCursor: z.string().nullable(),
});
export type CallListResponse = z.infer<typeof callListResponseSchema>;

export const rolesResponseSchema = z.object({
  agent: sideSchema.nullable(),
  customer: sideSchema.nullable(),
  from: z.enum(['metadata', 'opening', 'transcript', 'person', 'none']),
  confidence: z.number(),
  isCertain: z.boolean(),
});

/** GET /calls/:id. */
export const callResponseSchema = z
  .object({
    ...callRowSchema.shape,
    ...callDescriptionSchema.shape,
    source: z.string(),
    sizeBytes: z.number(),
    /** sha256 of the recording, its identity. */
    contentHash: z.string().nullable(),
    recording: z
      .object({
        container: z.string(),
        codec: z.string(),
        channels: z.int(),
        sampleRateHz: z.number(),
        durationMs: z.number(),
        declaredMs: z.number().nullable(),
        flags: z.array(z.string()),
      })
      .nullable(),
    roles: rolesResponseSchema.nullable(),
    stages: z.array(stageStateSchema),
    duplicates: z.array(z.object({ id: uuid, source: z.string(), key: z.string() })),
    /** What there is to ask for, so that a page asks for nothing that is missing. */
    has: z.object({
      transcript: z.boolean(),
      acoustics: z.boolean(),
      note: z.boolean(),
      audio: z.boolean(),
    }),
    updatedAt: isoTime,
  })
  .meta({ id: 'Call' });
export type CallResponse = z.infer<typeof callResponseSchema>;

/** GET /calls/:id/transcript and /acoustics: of an older scorecard when its id is given. */
export const partQuerySchema = z.strictObject({ scorecard: uuid.optional() });
export const transcriptResponseSchema = transcriptSchema.meta({ id: 'Transcript' });
export const peaksResponseSchema = peaksSchema.meta({ id: 'Peaks' });

/** GET /calls/:id/note. */
export const noteResponseSchema = z
  .object({ note: noteSchema, from: z.string(), createdAt: isoTime })
  .meta({ id: 'Note' });
export type NoteResponse = z.infer<typeof noteResponseSchema>;

/** PUT /calls/:id/note: the note file's own form; fields of the note itself are free. */
export const noteRequestSchema = z.strictObject(noteSchema.shape);
export type NoteRequest = z.input<typeof noteRequestSchema>;

/** What a change that scores anew answers; `scorecardId` is null when that was queued instead of done. */
export const rescoredResponseSchema = z.object({ id: uuid, scorecardId: uuid.nullable() });
export type RescoredResponse = z.infer<typeof rescoredResponseSchema>;

/** POST /calls/:id/roles: which channel is the agent's, and why a person says so. */
export const rolesRequestSchema = z.strictObject({
  agent: sideSchema,
  reason: z.string().trim().min(1).max(1000),
});
export type RolesRequest = z.infer<typeof rolesRequestSchema>;
