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
  /** Tokens of it that were begun before the floor holder stopped. */
  readonly duringFloor: readonly string[];
  /** Tokens of the floor holder's whole utterance. */
  readonly floor: readonly string[];
  /** How the floor holder's words ended when it stopped, and the incoming party's when that stopped. */
  readonly floorEnd: Completeness;
  readonly incomingEnd: Completeness;
  /** How long the floor holder went on, and how long the incoming party spoke, in ms. */
  readonly goesOnMs: number;
  readonly incomingMs: number;
}

type Judgement = readonly [OverlapClass, OverlapOutcome, string];

/** Tokens beyond the listening signals at the start. */
function contentOf(tokens: readonly string[], language: Language): number {
  return tokens.length - countLeadingBackchannel(tokens, language);
}

/** True where the incoming words say something of their own, and begin to while the floor was held. */
function isSubstantial(words: OverlapWords, settings: HearingSettings): boolean {
  const least = words.language === 'zh' ? settings.interruptionCharacters : settings.interruptionWords;
  return contentOf(words.incoming, words.language) >= least;
}

/** The floor changed hands: cut off, or ended as turns do? */
function judgeTaken(words: OverlapWords, settings: HearingSettings): Judgement {
  if (contentOf(words.duringFloor, words.language) === 0)
    return ['turn-end', 'took-floor', 'listening-words-then-turn'];
  if (words.floorEnd === 'complete') return ['turn-end', 'took-floor', 'floor-words-complete'];
  if (!isSubstantial(words, settings)) return ['unclear', 'took-floor', 'too-few-words'];
  if (words.floorEnd === 'incomplete' && words.goesOnMs >= settings.cutOpenMs) {
    return ['interruption', 'took-floor', 'floor-words-cut'];
  }
  if (words.goesOnMs >= settings.cutWithWordsMs)
    return ['interruption', 'took-floor', 'floor-taken-with-words'];
  const isUsual = words.goesOnMs < settings.turnEndMs;
  return [
    isUsual ? 'turn-end' : 'unclear',
    'took-floor',
    isUsual ? 'floor-was-ending' : 'may-have-been-ending',
  ];
}

/** The floor was kept: a failed attempt, or a remark along the way? */
function judgeKept(words: OverlapWords, settings: HearingSettings): Judgement {
  if (!isSubstantial(words, settings)) {
    const isShort = words.incomingMs <= settings.backchannelMs;
    return isShort
      ? ['backchannel', 'none', 'short-and-floor-kept']
      : ['unclear', 'gave-way', 'too-few-words'];
  }
  if (words.incomingEnd === 'incomplete' && words.incomingMs >= settings.cutOpenMs) {
    return ['interruption', 'gave-way', 'broke-off-and-floor-kept'];
  }
  if (words.incomingMs >= settings.buttingInWithWordsMs)
    return ['interruption', 'gave-way', 'content-and-floor-kept'];
  return ['unclear', 'gave-way', 'remark-and-floor-kept'];
}

function judge(overlap: Overlap, words: OverlapWords, settings: HearingSettings): Judgement | null {
  const { language, incoming } = words;
  if (overlap.class === 'simultaneous-start') return null;
  if (incoming.length === 0) return overlap.class === 'interruption' ? ['unclear', 'none', 'no-words'] : null;
  const longest = language === 'zh' ? settings.backchannelCharacters : settings.backchannelWords;
  if (isBackchannel(incoming, language) && incoming.length <= longest)
    return ['backchannel', 'none', 'listening-words'];
  const isBlame = overlap.class === 'interruption' || overlap.class === 'unclear';
  if (isBlame && isPoliteEntry(incoming, language)) return ['unclear', overlap.outcome, 'polite-entry'];
  if (
    overlap.why === 'resumed-after-pause' ||
    overlap.why === 'floor-not-held' ||
    overlap.why === 'ended-together'
  ) {
    return null;
  }
  if (overlap.outcome === 'took-floor') return judgeTaken(words, settings);
  if (overlap.why === 'short-in-a-pause') return null;
  return judgeKept(words, settings);
}

/** True where the party said to hold the floor only gave listening signals, so that the roles are the other way. */
function isListeningFloor(overlap: Overlap, words: OverlapWords, settings: HearingSettings): boolean {
  const longest = words.language === 'zh' ? settings.backchannelCharacters : settings.backchannelWords;
  return (
    overlap.class !== 'backchannel' &&
    words.floor.length <= longest &&
    isBackchannel(words.floor, words.language) &&
    !isBackchannel(words.incoming, words.language)
  );
}

/** The overlap's class with the words known; unchanged where they add nothing. */
export function judgeByWords<P extends string>(
  overlap: Overlap<P>,
  words: OverlapWords,
  settings: HearingSettings,
): Overlap<P> {
  if (isListeningFloor(overlap, words, settings)) {
    const { floor, incoming } = overlap;
    return {
      ...overlap,
      floor: incoming,
      incoming: floor,
      class: 'backchannel',
      outcome: 'none',
      why: 'listening-words',
    };
  }
  const found = judge(overlap, words, settings);
  return found === null ? overlap : { ...overlap, class: found[0], outcome: found[1], why: found[2] };
}
