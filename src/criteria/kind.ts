import type { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision } from '../domain/verdict.ts';
import type { CallWindow } from './text/turns.ts';

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
  /** What a language model may add where a standard allows it; absent: it is never asked. */
  readonly judged?: JudgedKind<S>;
  score(input: ScoringInput, criterion: Criterion<S>): Decision;
}

export type Need = 'transcript' | 'acoustics' | 'levels' | 'note';

/** How a judge's answer counts for a kind; see docs/judge.md. */
export interface JudgedKind<S = unknown> {
  /** `must-do` is met by a quote and unmet by a search; `must-not-do` the other way round. */
  readonly duty: 'must-do' | 'must-not-do';
  /** Reason codes of "cannot tell" that a judge may resolve; all others stand, for it knows no more than the rule. */
  readonly resolves: readonly string[];
  /** Where quotes must lie, when that is not the criterion's own window. */
  window?(input: ScoringInput, criterion: Criterion<S>): CallWindow;
}
