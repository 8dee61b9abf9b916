import { z } from 'zod';
import type { Localized } from '../domain/call.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { ConditionEvidence, Decision } from '../domain/verdict.ts';
import { notApplicable, notAssessable } from './decide.ts';
import { absenceIsProven } from './evidence/evidence.ts';
import { findSayings, type Saying, saidSchema, searchFor, titleOf } from './sayings.ts';
import type { CallWindow } from './text/turns.ts';

/** When a criterion applies at all; all conditions given must hold. */
export const appliesSchema = z.strictObject({
  /** Something said first, for instance by a receptionist. */
  said: saidSchema.optional(),
  /** The call rang so often before it was answered. */
  minRings: z.int().min(1).max(100).optional(),
});
export type Applies = z.infer<typeof appliesSchema>;

/** Whether a criterion applies: what triggered it, or the decision that it does not (or cannot be told). */
export type Trigger =
  | { readonly sayings: readonly Saying[]; readonly decision: null }
  | { readonly sayings: readonly Saying[]; readonly decision: Decision };

/** Looks for what makes a criterion apply, over the whole window. */
export function findTrigger(input: ScoringInput, applies: Applies | undefined, window: CallWindow): Trigger {
  const rings = applies?.minRings === undefined ? null : judgeRings(input, applies.minRings);
  if (rings) return { sayings: [], decision: rings };
  if (!applies?.said) return { sayings: [], decision: null };
  const sayings = findSayings(input, applies.said, window).filter(({ quote }) => quote.verified);
  if (sayings.length > 0) return { sayings, decision: null };
  const evidence = searchFor(input, applies.said, window);
  const title = titleOf(applies.said.topics);
  const isProven = evidence.every((search) => absenceIsProven(search, input.transcriptGate));
  const decision = isProven
    ? notApplicable(
        {
          code: 'not-triggered',
          en: `Applies only where this occurs: ${title.en}.`,
          zh: `仅在出现以下情况时适用：${title.zh}。`,
        },
        { evidence },
      )
    : notAssessable(
        {
          code: 'trigger-not-transcribed',
          en: `Too little is transcribed to say whether this occurred: ${title.en}.`,
          zh: `转写不完整，无法判断是否出现：${title.zh}。`,
        },
        { evidence },
      );
  return { sayings, decision };
}

function judgeRings(input: ScoringInput, minRings: number): Decision | null {
  const { direction, rings } = input.call;
  const condition: Localized = {
    en: `an inbound call that rang ${minRings} times or more`,
    zh: `呼入电话振铃 ${minRings} 次及以上`,
  };
  const shown = (value: string): ConditionEvidence => ({
    kind: 'condition',
    condition,
    value,
    startMs: 0,
    endMs: 0,
    verified: true,
  });
  const reason = {
    code: 'not-triggered',
    en: `Applies only to ${condition.en}.`,
    zh: `仅适用于${condition.zh}。`,
  };
  if (direction === 'outbound') return notApplicable(reason, { evidence: [shown('outbound')] });
  if (direction === undefined || rings === undefined)
    return notAssessable({
      code: direction === undefined ? 'no-direction' : 'no-rings',
      en: `The call file does not say ${direction === undefined ? 'which way the call went ("direction")' : 'how often it rang ("rings")'}.`,
      zh: `通话文件未注明${direction === undefined ? '呼入或呼出（direction）' : '振铃次数（rings）'}。`,
    });
  return rings >= minRings ? null : notApplicable(reason, { evidence: [shown(String(rings))] });
}
