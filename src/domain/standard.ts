import { z } from 'zod';
import { directionSchema, localizedSchema } from './call.ts';
import { methodSchema } from './verdict.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/, 'use lower-case words joined by - and .');

/** Where in the call a criterion looks; what is missing reaches to the start or end of the call. */
export const windowSchema = z.strictObject({
  fromMs: z.number().min(0).optional(),
  toMs: z.number().min(0).optional(),
  /** Only the first so many turns of the agent. */
  agentTurns: z.int().min(1).optional(),
});
export type Window = z.infer<typeof windowSchema>;

/** One check of a standard: policy only; its mechanism is `kind`, in src/criteria. */
export const criterionSchema = z.strictObject({
  id,
  /** Clauses it answers, as `standard/clause`, e.g. `5/4.1`. */
  clauses: z.array(z.string().regex(/^[1-5]\/[a-z0-9 .-]+$/i)).min(1),
  title: localizedSchema,
  kind: z.string(),
  weight: z.number().min(0).max(100),
  critical: z.boolean().default(false),
  /** What `partly` counts, 0–1. */
  partly: z.number().gt(0).lt(1).default(0.5),
  window: windowSchema.optional(),
  /** The criterion applies only to these kinds of call, or to this direction. */
  callKinds: z.array(z.string()).optional(),
  direction: directionSchema.optional(),
  methods: z.array(methodSchema).min(1).default(['rule']),
  /** Name of a file in prompts/, where `methods` holds `judge`. */
  prompt: z.string().optional(),
  /** Read by the kind's own schema. */
  settings: z.record(z.string(), z.unknown()).default({}),
});
export type Criterion<S = Record<string, unknown>> = Omit<z.infer<typeof criterionSchema>, 'settings'> & {
  readonly settings: S;
};

/** A clause no criterion answers, and what does or why nothing can. */
export const accountedClauseSchema = z.strictObject({
  clause: z.string(),
  by: z.enum(['report', 'settings', 'not-observable', 'whole-scorecard', 'informative']),
  /** The report's name, where `by` is `report`. */
  report: z.string().optional(),
  reason: localizedSchema,
});

export const standardSchema = z.strictObject({
  id,
  version: z.string().regex(/^\d+(\.\d+)*$/, 'write a version as numbers, in quotes: "1.0"'),
  title: localizedSchema,
  /** Standards whose criteria are laid over this one. */
  extends: z.array(id).default([]),
  /** Decided weight ÷ applicable weight under which no total is given. */
  coverageFloor: z.number().min(0).max(1).default(0.8),
  /** Under this much talk of the agent and customer together a call is not scored at all. */
  minTalkMs: z.number().min(0).default(10_000),
  /** What a transcript must reach before an absence may be held against anyone. */
  transcriptGate: z
    .strictObject({
      transcribedShare: z.number().min(0).max(1).default(0.95),
      confidence: z.number().min(0).max(1).default(0.5),
    })
    .prefault({}),
  /** Thresholds of the acoustics room that differ from its defaults; see docs/hearing.md. */
  acoustics: z.record(z.string(), z.number()).default({}),
  criteria: z.array(criterionSchema).min(1).max(200),
  accounted: z.array(accountedClauseSchema).default([]),
});
export type StandardFile = z.infer<typeof standardSchema>;

/** A checked standard as the stages see it: overlays laid in, every setting parsed, and its own hash. */
export interface Standard extends Omit<StandardFile, 'criteria'> {
  readonly criteria: readonly Criterion<unknown>[];
  /** sha256 over the standard with all overlays, 64 hex digits. */
  readonly hash: string;
}
