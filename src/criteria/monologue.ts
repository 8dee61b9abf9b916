import { z } from 'zod';
import type { Span } from '../domain/acoustics.ts';
import type { Party } from '../domain/call.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, MeasureEvidence } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import { clip, coveredMs } from './evidence/spans.ts';
import type { CriterionKind } from './kind.ts';
import { type CallWindow, hasWords, isTrusted, turnsOf, windowOf } from './text/turns.ts';

const settings = z.strictObject({
  /** The longest stretch may last so long. */
  metMs: z.number().min(5000).default(60_000),
  /** From here on it is unmet; in between: partly. */
  unmetMs: z.number().min(5000).default(120_000),
  /** The customer has the floor after so much speech in one go; less is a listening signal. */
  floorMs: z.number().min(100).default(1000),
});
type Settings = z.infer<typeof settings>;

/** Whether the agent let the customer speak: the longest stretch of agent talk without a turn of the customer. */
export const monologue: CriterionKind<Settings> = {
  kind: 'monologue',
  isRoleBound: true,
  needs: [],
  settings,
  score,
};

function score(input: ScoringInput, criterion: Criterion<Settings>): Decision {
  const { metMs, unmetMs, floorMs } = criterion.settings;
  const window = windowOf(input, criterion.window);
  const agent = speechOf(input, 'agent', window);
  const customer = speechOf(input, 'customer', window);
  if (agent.length === 0 || customer.length === 0) return notAssessable(oneSided);
  const [startMs, endMs] = longestStretch(agent, customer, floorMs);
  const lengthMs = coveredMs(agent, startMs, endMs);
  const seconds = Math.round(lengthMs / 1000);
  const isHeard = input.acoustics !== null;
  const evidence: MeasureEvidence = {
    kind: 'measure',
    party: 'agent',
    name: 'longest-monologue',
    value: seconds,
    unit: 's',
    threshold: Math.round(metMs / 1000),
    startMs,
    endMs,
    spans: [[startMs, endMs]],
    verified: true,
  };
  const findings = {
    evidence: [evidence],
    events:
      lengthMs > metMs
        ? [{ kind: 'monologue', party: 'agent' as const, turn: null, startMs, endMs, quote: '' }]
        : [],
    ...(isHeard && { method: 'acoustic' as const }),
  };
  const reason = {
    en: `The agent spoke for ${seconds} s at most before the customer had a turn; ${metMs / 1000} s are allowed for.`,
    zh: `坐席连续讲话最长 ${seconds} 秒客户才有机会发言；标准为 ${metMs / 1000} 秒以内。`,
  };
  if (lengthMs <= metMs) return met({ code: 'turns-shared', ...reason }, findings);
  if (lengthMs < unmetMs) return partly(criterion, { code: 'long-monologue', ...reason }, findings);
  return unmet({ code: 'very-long-monologue', ...reason }, findings);
}

/** A party's speech as heard, else as written. */
function speechOf(input: ScoringInput, party: Party, { startMs, endMs }: CallWindow): readonly Span[] {
  const heard = input.acoustics?.parties[party];
  if (heard) return clip(heard.speech, startMs, endMs);
  return turnsOf(input, party, { startMs, endMs })
    .filter(({ turn }) => isTrusted(turn) && hasWords(turn))
    .map(({ turn }) => [turn.startMs, turn.endMs] as const);
}

/** From the agent's first word to the last one before the customer takes a turn, where that is longest. */
function longestStretch(agent: readonly Span[], customer: readonly Span[], floorMs: number): Span {
  const turns = customer.filter(([from, to]) => to - from >= floorMs);
  const cuts = [...turns, [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as const];
  let longest: Span = [0, 0];
  let fromMs = Number.NEGATIVE_INFINITY;
  for (const [cutMs, overMs] of cuts) {
    const inside = agent.filter(([start, end]) => end > fromMs && start < cutMs);
    const first = inside[0];
    const last = inside.at(-1);
    if (first && last) {
      const startMs = Math.max(first[0], fromMs);
      const endMs = Math.min(last[1], cutMs);
      if (coveredMs(inside, startMs, endMs) > coveredMs(agent, ...longest)) longest = [startMs, endMs];
    }
    fromMs = overMs;
  }
  return longest;
}

const oneSided = {
  code: 'one-sided',
  en: 'Only one side can be heard or read, so turns cannot be told apart.',
  zh: '只有一方的语音或文本，无法区分话轮。',
};
