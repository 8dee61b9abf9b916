import { z } from 'zod';
import { languageSchema } from './call.ts';
import { callEventSchema, evidenceSchema, methodSchema, reasonSchema, verdictSchema } from './verdict.ts';

/** One line of a scorecard. */
export const criterionResultSchema = z.object({
  id: z.string(),
  clauses: z.array(z.string()),
  title: z.object({ en: z.string(), zh: z.string() }),
  kind: z.string(),
  verdict: verdictSchema,
  score: z.number().min(0).max(1).nullable(),
  weight: z.number(),
  critical: z.boolean(),
  method: methodSchema,
  reason: reasonSchema,
  evidence: z.array(evidenceSchema),
  events: z.array(callEventSchema),
});
export type CriterionResult = z.infer<typeof criterionResultSchema>;

/** The result of one call under one version of one standard; the object of `score --json` and of the API. */
export const scorecardSchema = z.object({
  version: z.literal(1),
  callId: z.string(),
  standard: z.object({ id: z.string(), version: z.string(), hash: z.string() }),
  language: languageSchema,
  /** Set when the call is not scored at all (wrong number, machine, too little talk), with the reason. */
  notScored: reasonSchema.nullable(),
  /** Points ÷ weights of decided criteria, 0–1; null under the standard's coverage floor. */
  total: z.number().min(0).max(1).nullable(),
  /** Decided weight ÷ applicable weight, 0–1. */
  coverage: z.number().min(0).max(1),
  /** Ids of critical criteria that are unmet. */
  criticalFailures: z.array(z.string()),
  needsPerson: z.array(z.object({ criterion: z.string(), reason: z.string() })),
  criteria: z.array(criterionResultSchema),
  /** Hashes of all that went in, so that the same inputs give the same scorecard, byte for byte. */
  inputs: z.object({
    recording: z.string().nullable(),
    transcript: z.string().nullable(),
    acoustics: z.string().nullable(),
    note: z.string().nullable(),
    call: z.string(),
    company: z.string(),
    roles: z.string(),
    code: z.string(),
    /** What a judge answered; absent where none is configured or nothing was asked. */
    judge: z.string().optional(),
  }),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

/** Points and coverage of a scorecard. */
export interface Totals {
  readonly total: number | null;
  readonly coverage: number;
  readonly criticalFailures: string[];
}

const isDecided = (result: CriterionResult): boolean =>
  result.verdict === 'met' || result.verdict === 'partly' || result.verdict === 'unmet';

/**
 * Adds up a scorecard: Σ points ÷ Σ weights over decided criteria, with the share of applicable weight that
 * could be decided. No total under `coverageFloor` (0–1), nor where nothing was decided.
 */
export function addUp(results: readonly CriterionResult[], coverageFloor: number): Totals {
  let points = 0;
  let decided = 0;
  let applicable = 0;
  const criticalFailures: string[] = [];
  for (const result of results) {
    if (result.verdict === 'not-applicable') continue;
    applicable += result.weight;
    if (result.critical && result.verdict === 'unmet') criticalFailures.push(result.id);
    if (!isDecided(result)) continue;
    decided += result.weight;
    points += (result.score ?? 0) * result.weight;
  }
  const coverage = applicable === 0 ? 0 : decided / applicable;
  const total = decided > 0 && coverage >= coverageFloor ? points / decided : null;
  return { total, coverage, criticalFailures };
}
