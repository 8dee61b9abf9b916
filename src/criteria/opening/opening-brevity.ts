import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { CallEvent, Decision, MeasureEvidence, Reason } from '../../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from '../decide.ts';
import { allTurns, hasWords, isTrusted } from '../text/turns.ts';

/** How long the agent may introduce before the customer gets a word in, in ms. */
export interface BrevityLimits {
  readonly metMs: number;
  readonly unmetMs: number;
}

/** The agent's first stretch, from the first word until the customer next says something; null where it never ends. */
function firstStretch(input: ScoringInput): { startMs: number; endMs: number } | null {
  let startMs: number | null = null;
  let endMs = 0;
  for (const { turn, normal } of allTurns(input)) {
    if (!hasWords(turn) || !isTrusted(turn)) continue;
    if (turn.party === 'agent') {
      startMs ??= turn.startMs;
      endMs = turn.endMs;
    } else if (turn.party === 'customer' && startMs !== null && normal.text.length > 1) {
      return { startMs, endMs };
    }
  }
  return null;
}

/** Whether the self-introduction is brief: how long the agent speaks before the customer first answers. */
export function judgeBrevity(
  input: ScoringInput,
  criterion: Criterion<unknown>,
  { metMs, unmetMs }: BrevityLimits,
  events: readonly CallEvent[],
): Decision {
  const stretch = firstStretch(input);
  if (!stretch) return notAssessable(noAnswer, { events });
  const value = Math.round(stretch.endMs - stretch.startMs);
  const evidence: MeasureEvidence = {
    kind: 'measure',
    party: 'agent',
    name: 'introduction',
    value,
    unit: 'ms',
    threshold: value < unmetMs ? metMs : unmetMs,
    ...stretch,
    spans: [[stretch.startMs, stretch.endMs]],
    verified: true,
  };
  const findings = { evidence: [evidence], events };
  if (value <= metMs) return met(lasted('introduction-brief', value), findings);
  if (value < unmetMs) return partly(criterion, lasted('introduction-long', value), findings);
  return unmet(lasted('introduction-very-long', value), findings);
}

function lasted(code: string, ms: number): Reason {
  const seconds = Math.round(ms / 1000);
  return {
    code,
    en: `The agent speaks for ${seconds} s before the customer gets a word in.`,
    zh: `坐席连续讲了 ${seconds} 秒后客户才开口。`,
  };
}

const noAnswer: Reason = {
  code: 'customer-silent',
  en: 'The customer never answers the introduction.',
  zh: '客户没有回应自我介绍。',
};
