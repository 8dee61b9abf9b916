import type { Criterion } from '../domain/standard.ts';
import type { CallEvent, Decision, Evidence, Method, Reason, Verdict } from '../domain/verdict.ts';

/** What a kind found: it stands behind the verdict (`evidence`) and on the time line (`events`). */
export interface Findings {
  readonly evidence?: readonly Evidence[];
  readonly events?: readonly CallEvent[];
  readonly method?: Method;
}

function decide(verdict: Verdict, score: number | null, reason: Reason, findings: Findings): Decision {
  const { evidence = [], events = [], method = 'rule' } = findings;
  return { verdict, score, method, reason, evidence, events };
}

/** The criterion is fulfilled. */
export function met(reason: Reason, findings: Findings): Decision {
  return decide('met', 1, reason, findings);
}

/** Fulfilled in part; counts the standard's own fraction, or `score` where the kind knows a finer one (0–1). */
export function partly(
  criterion: Pick<Criterion<unknown>, 'partly'>,
  reason: Reason,
  findings: Findings,
  score?: number,
): Decision {
  return decide('partly', score ?? criterion.partly, reason, findings);
}

/** Not fulfilled, with proof: a quote, a measure or a search that found nothing. */
export function unmet(reason: Reason, findings: Findings): Decision {
  return decide('unmet', 0, reason, findings);
}

/** What would make the criterion apply did not happen, and the evidence shows it. */
export function notApplicable(reason: Reason, findings: Findings = {}): Decision {
  return decide('not-applicable', null, reason, findings);
}

/** It cannot be known from this call; the reason says what is missing. */
export function notAssessable(reason: Reason, findings: Findings = {}): Decision {
  return decide('not-assessable', null, reason, findings);
}
