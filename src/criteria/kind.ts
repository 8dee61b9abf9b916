import type { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision } from '../domain/verdict.ts';

/**
 * A mechanism that can decide criteria. `settings` checks what a standard's YAML says under `settings`;
 * `score` is pure: the same input and criterion give the same decision, and it never throws on what a call
 * may hold.
 */
export interface CriterionKind<S = unknown> {
  readonly kind: string;
  /** True where the criterion says something of the agent, so that uncertain roles forbid a verdict. */
  readonly isRoleBound: boolean;
  /** What must be there; the stage answers `not-assessable` for the kind when it is not. */
  readonly needs: readonly Need[];
  readonly settings: z.ZodType<S>;
  score(input: ScoringInput, criterion: Criterion<S>): Decision;
}

export type Need = 'transcript' | 'acoustics' | 'levels' | 'note';
