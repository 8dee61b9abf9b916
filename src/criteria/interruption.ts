import { z } from 'zod';
import type { Acoustics, Overlap } from '../domain/acoustics.ts';
import type { Party } from '../domain/call.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { CallEvent, Decision, MeasureEvidence, Reason } from '../domain/verdict.ts';
import { type Findings, met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { turnsOf, windowOf } from './text/turns.ts';
import { saidAt } from './text/word-times.ts';

const settings = z.strictObject({
  /** So many interruptions of the customer by the agent: partly, and unmet. */
  partlyFrom: z.int().min(1).default(1),
  unmetFrom: z.int().min(1).default(2),
});
export type InterruptionSettings = z.infer<typeof settings>;

/**
 * Whether the agent lets the customer finish: counts the overlaps heard as interruptions by the agent. Never
 * met or unmet on one channel, on noise, or where turn times alone leave it open.
 */
export const interruption: CriterionKind<InterruptionSettings> = {
  kind: 'interruption',
  isRoleBound: true,
  needs: ['acoustics'],
  settings,
  score: scoreInterruptions,
};

/** Reasons why an overlap was left `unclear` for want of a better recording, not because it was harmless. */
const undecidable = new Set(['turn-times-only', 'low-snr', 'strong-leak']);

function scoreInterruptions(input: ScoringInput, criterion: Criterion<InterruptionSettings>): Decision {
  const { acoustics } = input;
  const obstacle = acoustics ? findObstacle(acoustics) : reasons.unheard;
  if (obstacle || !acoustics) return notAssessable(obstacle ?? reasons.unheard);
  const window = windowOf(input, criterion.window);
  const byAgent = acoustics.overlaps.filter(
    ({ incoming, floor, startMs }) =>
      incoming === 'agent' && floor === 'customer' && startMs >= window.startMs && startMs <= window.endMs,
  );
  const interruptions = byAgent.filter((overlap) => overlap.class === 'interruption');
  const findings: Findings = {
    method: 'acoustic',
    evidence: toEvidence(input, interruptions, criterion.settings.unmetFrom),
    events: byAgent.flatMap((overlap) => toEvents(input, overlap)),
  };
  const count = interruptions.length;
  if (count >= criterion.settings.unmetFrom) return unmet(interrupted(count), findings);
  if (byAgent.some((overlap) => overlap.class === 'unclear' && undecidable.has(overlap.why))) {
    return notAssessable(reasons.unclear, findings);
  }
  if (count >= criterion.settings.partlyFrom) return partly(criterion, interrupted(count), findings);
  return met(acoustics.timing === 'audio' ? reasons.none : reasons.noneByWords, findings);
}

function findObstacle(acoustics: Acoustics<Party>): Reason | null {
  if (acoustics.layout === 'mono') return reasons.mono;
  if (acoustics.layout === 'fake-stereo') return reasons.fakeStereo;
  const isSilent = (party: Party): boolean => (acoustics.parties[party]?.speechMs ?? 0) <= 0;
  if (acoustics.layout === 'one-party' || isSilent('agent') || isSilent('customer')) return reasons.oneParty;
  if (acoustics.flags.includes('LOW_SNR')) return reasons.noisy;
  return null;
}

function toEvidence(
  input: ScoringInput,
  interruptions: readonly Overlap<Party>[],
  threshold: number,
): MeasureEvidence[] {
  const spans = interruptions.map(({ startMs, endMs }): [number, number] => [startMs, endMs]);
  const total: MeasureEvidence = {
    kind: 'measure',
    party: 'agent',
    name: 'interruptions',
    value: interruptions.length,
    unit: 'count',
    threshold,
    startMs: spans[0]?.[0] ?? 0,
    endMs: spans.at(-1)?.[1] ?? input.durationMs,
    spans,
    verified: true,
  };
  return [
    total,
    ...interruptions.map(
      ({ startMs, endMs, floor, outcome }): MeasureEvidence => ({
        kind: 'measure',
        party: 'agent',
        name: 'overlap',
        value: Math.round(endMs - startMs),
        unit: 'ms',
        threshold: null,
        startMs,
        endMs,
        spans: [[startMs, endMs]],
        floor,
        yielded: outcome === 'took-floor' ? floor : outcome === 'gave-way' ? 'agent' : null,
        verified: true,
      }),
    ),
  ];
}

/** The overlap as an event with the agent's words in it, where there are any. */
function toEvents(input: ScoringInput, overlap: Overlap<Party>): CallEvent[] {
  if (overlap.class !== 'interruption' && overlap.class !== 'backchannel') return [];
  const { startMs, endMs } = overlap;
  const spoken = turnsOf(input, 'agent', { startMs, endMs })
    .filter(({ normal }) => normal.text !== '')
    .sort((a, b) => Math.abs(a.turn.startMs - startMs) - Math.abs(b.turn.startMs - startMs))[0];
  return [
    {
      kind: overlap.class,
      party: 'agent',
      turn: spoken?.index ?? null,
      startMs,
      endMs,
      quote: spoken ? wordsFrom(spoken, startMs) : '',
      detail: overlap.outcome,
    },
  ];
}

/** Longest text shown with an overlap, in characters. */
const SHOWN = 60;

function wordsFrom({ turn, normal }: ReturnType<typeof turnsOf>[number], startMs: number): string {
  const words = turn.words ?? [];
  const first = words.findIndex((word) => word.endMs > startMs);
  const wanted = words[first];
  if (!wanted || turn.coarse) return turn.text.slice(0, SHOWN);
  for (let from = 0; from < normal.text.length; from++) {
    if (saidAt(turn, normal, from, from + 1).startMs < wanted.startMs) continue;
    return turn.text.slice(normal.at(from), normal.at(from) + SHOWN);
  }
  return turn.text.slice(0, SHOWN);
}

function interrupted(count: number): Reason {
  return {
    code: 'interrupted',
    en: `The agent interrupted the customer ${count} time(s).`,
    zh: `坐席打断客户 ${count} 次。`,
  };
}

const reasons = {
  unheard: {
    code: 'no-audio',
    en: 'There is nothing to hear overlaps from.',
    zh: '没有可用于检测重叠的音频或逐词时间。',
  },
  mono: {
    code: 'mono',
    en: 'Both parties share one channel, so overlaps cannot be told apart.',
    zh: '双方同一声道，无法区分抢话。',
  },
  fakeStereo: {
    code: 'fake-stereo',
    en: 'Both channels carry the same sound, so overlaps cannot be told apart.',
    zh: '两个声道内容相同，无法区分抢话。',
  },
  oneParty: {
    code: 'one-party',
    en: 'Only one party is heard, so nobody could be interrupted on record.',
    zh: '只听到一方的声音，无法判断抢话。',
  },
  noisy: {
    code: 'low-snr',
    en: 'The recording is too noisy for overlaps.',
    zh: '录音噪声过大，无法检测抢话。',
  },
  unclear: {
    code: 'overlap-unclear',
    en: 'There are overlaps that this recording or transcript is too coarse to class.',
    zh: '存在重叠，但录音或转写的精度不足以判断。',
  },
  none: {
    code: 'no-interruption',
    en: 'The agent never interrupted the customer.',
    zh: '坐席没有打断客户。',
  },
  noneByWords: {
    code: 'no-interruption-by-words',
    en: 'No interruption by the word times of the transcript (coarse: no sound was heard).',
    zh: '按转写的逐词时间未发现抢话（粗略：未使用音频）。',
  },
} as const satisfies Record<string, Reason>;
