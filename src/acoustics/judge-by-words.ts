import type { Overlap, OverlapClass, OverlapOutcome } from '../domain/acoustics.ts';
import type { Language } from '../domain/call.ts';
import { countContent, isBackchannel } from './backchannels.ts';
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

/** True where the incoming words say enough of their own for a turn. */
function isSubstantial(words: OverlapWords, settings: HearingSettings): boolean {
  const least = words.language === 'zh' ? settings.interruptionCharacters : settings.interruptionWords;
  return countContent(words.incoming, words.language) >= least;
}

/** First words that claim a turn rather than comment on the other's. */
const claims = {
  en: /^(?:but|wait|no|listen|let|look|hold|hang|actually|i|you|we|my|what|when|how|why|can|do|please) /,
  zh: /^(?:但|可是|不过|不是|等|先|听|我|你|您|他|那个|那我|这个|请|为什么|怎么)/,
} as const;

/**
 * Points for an attempt at the turn that gave way: one for content, one more for as much as a turn has and one for
 * breaking that off unfinished; one for most of the length of a long listening signal and one more for all of it; one
 * for words that claim the turn.
 */
function attemptPoints(words: OverlapWords, settings: HearingSettings): number {
  const { language, incoming, incomingMs } = words;
  if (countContent(incoming, language) < 2 || incomingMs < settings.attemptMs) return 0;
  const most = (settings.attemptMs + settings.backchannelMs) / 2;
  const text = incoming.join(language === 'zh' ? '' : ' ');
  const isTurn = isSubstantial(words, settings);
  const points = [
    true,
    isTurn,
    isTurn && words.incomingEnd === 'incomplete',
    incomingMs >= most,
    incomingMs >= settings.backchannelMs,
    claims[language].test(text),
  ];
  return points.filter(Boolean).length;
}

/** The floor changed hands: cut off, or ended as turns do? */
function judgeTaken(words: OverlapWords, settings: HearingSettings): Judgement {
  if (countContent(words.duringFloor, words.language) === 0)
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
  if (attemptPoints(words, settings) >= settings.attemptPoints)
    return ['interruption', 'gave-way', 'content-and-floor-kept'];
  if (isSubstantial(words, settings)) return ['unclear', 'gave-way', 'remark-and-floor-kept'];
  const isShort = words.incomingMs <= settings.backchannelMs;
  return isShort ? ['backchannel', 'none', 'short-and-floor-kept'] : ['unclear', 'gave-way', 'too-few-words'];
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
