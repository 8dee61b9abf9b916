import { findUnscoredTalk } from '../criteria/unscored-talk.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Standard } from '../domain/standard.ts';
import type { Reason } from '../domain/verdict.ts';

/**
 * Why a call is not scored at all, or null when it is. Its criteria are still shown, for information; it has no
 * total and enters no rate.
 */
export function findExemption(input: ScoringInput, standard: Standard): Reason | null {
  const nobody = findUnscoredTalk(input);
  return findTruncation(input) ?? findTooLittleTalk(input, standard) ?? (nobody && nobodyThere[nobody]);
}

const nobodyThere: Readonly<Record<'machine' | 'wrong-number', Reason>> = {
  machine: {
    code: 'answering-machine',
    en: 'A machine answered and no person came on the line, so the call is not scored.',
    zh: '由语音信箱或系统应答，无人接听，本次通话不评分。',
  },
  'wrong-number': {
    code: 'wrong-number',
    en: 'The number was wrong and the call ended, so it is not scored.',
    zh: '号码拨错，通话随即结束，本次通话不评分。',
  },
};

/** More than this share missing from a recording, and an absence in it says nothing. */
const MISSING_SHARE = 0.05;

function findTruncation({ durationMs, declaredMs }: ScoringInput): Reason | null {
  if (!declaredMs || durationMs >= declaredMs * (1 - MISSING_SHARE)) return null;
  const missing = Math.round(100 * (1 - durationMs / declaredMs));
  return {
    code: 'truncated',
    en: `${missing} % of the recording is missing, so the call is not scored.`,
    zh: `录音缺失 ${missing}%，本次通话不评分。`,
  };
}

function findTooLittleTalk(input: ScoringInput, standard: Standard): Reason | null {
  const talkMs = measureTalk(input);
  if (talkMs >= standard.minTalkMs) return null;
  const seconds = Math.round(talkMs / 1000);
  const floor = Math.round(standard.minTalkMs / 1000);
  return {
    code: talkMs === 0 ? 'no-speech' : 'too-little-talk',
    en: `There are ${seconds} s of talk; under ${floor} s a call is not scored.`,
    zh: `通话内容仅 ${seconds} 秒；不足 ${floor} 秒的通话不评分。`,
  };
}

/** Talk of everybody together, in ms: heard where there is sound (also on one mixed channel), else as written. */
function measureTalk(input: ScoringInput): number {
  const { acoustics, transcript, durationMs } = input;
  const written =
    transcript?.turns.reduce((sum, turn) => sum + Math.max(0, turn.endMs - turn.startMs), 0) ?? 0;
  if (acoustics === null) return written;
  const parties = Object.values(acoustics.parties);
  const silentMs = acoustics.silences.reduce((sum, [startMs, endMs]) => sum + endMs - startMs, 0);
  const heard =
    parties.length > 0 ? parties.reduce((sum, { speechMs }) => sum + speechMs, 0) : durationMs - silentMs;
  return Math.max(heard, written);
}
