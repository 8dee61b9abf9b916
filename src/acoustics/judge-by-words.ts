import type { Overlap, OverlapClass, OverlapOutcome } from '../domain/acoustics.ts';
import type { Language } from '../domain/call.ts';
import { contentOf, countContent, countLeadingSignals, isBackchannel } from './backchannels.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { isEcho, type OverlapWords } from './overlap-words.ts';
import { isPoliteEntry } from './polite-formulas.ts';

type Judgement = readonly [OverlapClass, OverlapOutcome, string];

/** True where the incoming words say enough of their own for a turn. */
function isSubstantial(words: OverlapWords, settings: HearingSettings): boolean {
  const least = words.language === 'zh' ? settings.interruptionCharacters : settings.interruptionWords;
  return countContent(words.incoming, words.language) >= least;
}

/** First words of one's own that contend for the turn rather than take it up. */
const claims: Readonly<Record<Language, RegExp>> = {
  en: /^(?:no )*(?:but|wait|listen|hold on|hang on|stop|let me (?!know|see|check)|look|no no|no that is|no thats|no its|no you|one moment|just a) /,
  zh: /^(?:但|可是|不过|不是(?!吗)|不对|等(?:一|等|会)|别|慢着|听我|先听|您先|你先|您听|你听|让我|[你您][搞弄说]错|打住)/,
};

function isClaim({ incoming, language }: OverlapWords): boolean {
  return claims[language].test(`${contentOf(incoming, language).join(language === 'zh' ? '' : ' ')} `);
}

/**
 * Points for an attempt at the turn that gave way: one for content, one more for as much as a turn has and one for
 * breaking that off unfinished; one for most of the length of a long listening signal and one more for all of it; two
 * for words that claim the turn.
 */
function attemptPoints(words: OverlapWords, settings: HearingSettings): number {
  const { language, incoming, incomingMs } = words;
  if (countContent(incoming, language) < 2 || incomingMs < settings.attemptMs) return 0;
  const most = (settings.attemptMs + settings.backchannelMs) / 2;
  const isTurn = isSubstantial(words, settings);
  const claimed = isClaim(words);
  const points = [
    true,
    isTurn,
    isTurn && words.incomingEnd === 'incomplete',
    incomingMs >= most,
    incomingMs >= settings.backchannelMs,
    claimed,
    claimed,
  ];
  return points.filter(Boolean).length;
}

/** Who has said less of its own holds no floor to be cut off from. */
function isFloorHeld({ floorBefore, language }: OverlapWords): boolean {
  return countContent(floorBefore, language) >= (language === 'zh' ? 3 : 2);
}

/** Longest entry that the floor holder's “yeah” afterwards can be an answer to as help, not as yielding. */
const helpMs = 1500;

/** True where the floor holder takes up what came in with agreement, as a sentence finished together is. */
function isAccepted({ floorNext, incomingMs, language }: OverlapWords): boolean {
  return incomingMs <= helpMs && countLeadingSignals(floorNext, language) > 0;
}

/** How long the holder must have gone on, by what else speaks for a cut. */
function leastCutMs(words: OverlapWords, settings: HearingSettings): number {
  const { language, incoming } = words;
  const claimed = isClaim(words);
  if (words.floorEnd === 'incomplete') return settings.cutOpenMs;
  if (claimed) return settings.cutClaimedMs;
  const isAgreeing = countLeadingSignals(incoming, language) > 0;
  return isAgreeing ? settings.cutWithWordsMs + settings.turnEndMs : settings.cutWithWordsMs;
}

/** The floor changed hands: cut off, or ended as turns do? */
function judgeTaken(words: OverlapWords, settings: HearingSettings): Judgement {
  if (countContent(words.duringFloor, words.language) === 0)
    return ['turn-end', 'took-floor', 'listening-words-then-turn'];
  if (words.floorEnd === 'complete') return ['turn-end', 'took-floor', 'floor-words-complete'];
  if (words.goesOnMs < leastCutMs(words, settings)) {
    const isUsual = words.goesOnMs < settings.turnEndMs;
    return isUsual
      ? ['turn-end', 'took-floor', 'floor-was-ending']
      : ['unclear', 'took-floor', 'may-have-been-ending'];
  }
  if (!isSubstantial(words, settings)) return ['unclear', 'took-floor', 'too-few-words'];
  if (!isFloorHeld(words)) return ['unclear', 'took-floor', 'floor-not-held'];
  if (isEcho(words)) return ['unclear', 'took-floor', 'words-echoed'];
  if (isAccepted(words)) return ['unclear', 'took-floor', 'floor-agreed'];
  const isCut = words.floorEnd === 'incomplete';
  return ['interruption', 'took-floor', isCut ? 'floor-words-cut' : 'floor-taken-with-words'];
}

/** The floor was kept: a failed attempt, or a remark along the way? */
function judgeKept(words: OverlapWords, settings: HearingSettings): Judgement {
  const { language, floorAfter } = words;
  if (floorAfter.length > 0 && isBackchannel(floorAfter, language))
    return ['turn-end', 'took-floor', 'floor-only-listened'];
  if (isEcho(words)) return ['unclear', 'gave-way', 'words-echoed'];
  if (isAccepted(words)) return ['unclear', 'gave-way', 'floor-agreed'];
  if (attemptPoints(words, settings) >= settings.attemptPoints)
    return ['interruption', 'gave-way', 'content-and-floor-kept'];
  if (isSubstantial(words, settings)) return ['unclear', 'gave-way', 'remark-and-floor-kept'];
  const isShort = words.incomingMs <= settings.backchannelMs;
  return isShort ? ['backchannel', 'none', 'short-and-floor-kept'] : ['unclear', 'gave-way', 'too-few-words'];
}

/** True where the words only listen. */
function isListening(tokens: readonly string[], language: Language, settings: HearingSettings): boolean {
  const longest = language === 'zh' ? settings.backchannelCharacters : settings.backchannelWords;
  return isBackchannel(tokens, language, longest);
}

function judge(overlap: Overlap, words: OverlapWords, settings: HearingSettings): Judgement | null {
  const { language, incoming } = words;
  if (overlap.class === 'simultaneous-start') return null;
  if (incoming.length === 0) return overlap.class === 'interruption' ? ['unclear', 'none', 'no-words'] : null;
  if (isListening(incoming, language, settings)) return ['backchannel', 'none', 'listening-words'];
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
  return (
    overlap.class !== 'backchannel' &&
    isListening(words.floor, words.language, settings) &&
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
