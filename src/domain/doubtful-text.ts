import type { HeardSegment } from './heard-segment.ts';
import type { TurnFlag } from './transcript.ts';

/** Above this share of silence together with `LOW_LOGPROB`, Whisper itself calls a segment no speech. */
const NO_SPEECH_PROB = 0.6;
const LOW_LOGPROB = -1;
/** Above this zlib ratio Whisper itself calls its text a loop. */
const COMPRESSION_RATIO = 2.4;
/** Repetitions of one phrase in a row from which no person speaks. */
const LOOP_TIMES = 6;
/** Longest phrase looked at for a loop, in tokens. */
const LOOP_PHRASE = 12;

/** Reasons not to trust a segment's text that lie in the text and in what the recognizer said of itself. */
export function doubtsAbout(segment: HeardSegment): TurnFlag[] {
  const flags: TurnFlag[] = [];
  const isUnheard = (segment.noSpeechProb ?? 0) > NO_SPEECH_PROB && (segment.avgLogprob ?? 0) < LOW_LOGPROB;
  if (isUnheard) flags.push('hallucinated');
  const isCompressed = (segment.compressionRatio ?? 0) > COMPRESSION_RATIO && segment.text.length > 40;
  if (isCompressed || isLooped(segment.text)) flags.push('looped');
  return flags;
}

/** True when one phrase comes at least six times in a row and is most of the text (谢谢谢谢谢谢…). */
export function isLooped(text: string): boolean {
  const tokens = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}']+/gu) ?? [];
  for (let size = 1; size <= LOOP_PHRASE && size * LOOP_TIMES <= tokens.length; size += 1) {
    const run = longestRun(tokens, size);
    // Digits read out and short yes-yes-yes are speech: a loop is long or fills the text.
    if (run >= size * LOOP_TIMES && run > tokens.length / 2 && !isSpokenRepetition(tokens, run)) return true;
  }
  return false;
}

/** Length in tokens of the longest stretch that repeats with the given period. */
function longestRun(tokens: readonly string[], period: number): number {
  let longest = 0;
  let current = period;
  for (let index = period; index < tokens.length; index += 1) {
    current = tokens[index] === tokens[index - period] ? current + 1 : period;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** People do say 嗯 or 喂 or "yes" up to a dozen times. */
function isSpokenRepetition(tokens: readonly string[], run: number): boolean {
  const spoken = new Set([
    '嗯',
    '喂',
    '对',
    '哦',
    '啊',
    '好',
    '是',
    'yes',
    'yeah',
    'ok',
    'okay',
    'no',
    'hello',
    'mhm',
  ]);
  return run <= 12 && tokens.every((token) => spoken.has(token));
}
