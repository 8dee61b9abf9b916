import type { Overlap, OverlapClass, OverlapOutcome } from '../domain/acoustics.ts';
import type { Language } from '../domain/call.ts';
import { countLeadingBackchannel, isBackchannel } from './backchannels.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { isPoliteEntry } from './polite-formulas.ts';
import type { Completeness } from './turn-completeness.ts';

/** What the words say about one overlap. */
export interface OverlapWords {
  readonly language: Language;
  /** Tokens of the whole utterance that came in. */
  readonly incoming: readonly string[];
  /** Tokens of it that were said before the floor holder stopped. */
  readonly duringFloor: readonly string[];
  /** How the floor holder's words ended when it stopped. */
  readonly floorEnd: Completeness;
  /** True where nothing at all is transcribed near the overlap, so that words prove nothing. */
  readonly isUntranscribed: boolean;
}

type Judgement = readonly [OverlapClass, OverlapOutcome, string];

/** Longest listening signal in tokens, by language. */
function longestBackchannel(language: Language, settings: HearingSettings): number {
  return language === 'zh' ? settings.backchannelCharacters : settings.backchannelWords;
}

function leastInterruption(language: Language, settings: HearingSettings): number {
  return language === 'zh' ? settings.interruptionCharacters : settings.interruptionWords;
}

function judgeTaken(overlap: Overlap, words: OverlapWords, settings: HearingSettings): Judgement | null {
  const least = leastInterruption(words.language, settings);
  const content = words.incoming.length - countLeadingBackchannel(words.incoming, words.language);
  const isSubstantial = words.incoming.length >= least && content > 0;
  if (overlap.class === 'interruption') {
    if (words.floorEnd === 'complete') return ['unclear', 'took-floor', 'floor-words-complete'];
    return isSubstantial ? null : ['unclear', 'took-floor', 'too-few-words'];
  }
  const isOpen = overlap.why === 'may-have-been-ending' || overlap.why === 'floor-was-ending';
  if (isOpen && words.floorEnd === 'incomplete' && isSubstantial) {
    return ['interruption', 'took-floor', 'floor-words-cut'];
  }
  return null;
}

function judgeKept(overlap: Overlap, words: OverlapWords, settings: HearingSettings): Judgement | null {
  const least = leastInterruption(words.language, settings);
  const content = words.incoming.length - countLeadingBackchannel(words.incoming, words.language);
  if (overlap.class === 'backchannel' && overlap.why === 'short-and-floor-kept' && content >= least) {
    return ['unclear', 'gave-way', 'short-with-content'];
  }
  if (overlap.why === 'middling-and-floor-kept' && content >= least) {
    return ['interruption', 'gave-way', 'content-and-floor-kept'];
  }
  if (overlap.class === 'interruption' && content < least) return ['unclear', 'gave-way', 'too-few-words'];
  return null;
}

/** The overlap's class with the words known; unchanged where they add nothing. */
export function judgeByWords<P extends string>(
  overlap: Overlap<P>,
  words: OverlapWords,
  settings: HearingSettings,
): Overlap<P> {
  const found = judge(overlap, words, settings);
  return found === null ? overlap : { ...overlap, class: found[0], outcome: found[1], why: found[2] };
}

function judge(overlap: Overlap, words: OverlapWords, settings: HearingSettings): Judgement | null {
  if (words.isUntranscribed || overlap.class === 'simultaneous-start') return null;
  const { language, incoming, duringFloor } = words;
  if (incoming.length === 0) return overlap.class === 'interruption' ? ['unclear', 'none', 'no-words'] : null;
  const isShort = incoming.length <= longestBackchannel(language, settings);
  if (isBackchannel(incoming, language) && (isShort || overlap.class !== 'interruption')) {
    return ['backchannel', 'none', 'listening-words'];
  }
  if (overlap.class === 'interruption' || overlap.class === 'unclear') {
    if (isPoliteEntry(incoming, language)) return ['unclear', overlap.outcome, 'polite-entry'];
    if (isBackchannel(duringFloor, language))
      return ['turn-end', overlap.outcome, 'listening-words-then-turn'];
  }
  if (overlap.outcome === 'took-floor') return judgeTaken(overlap, words, settings);
  return judgeKept(overlap, words, settings);
}
