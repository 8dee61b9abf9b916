import type { Overlap } from '../domain/acoustics.ts';
import type { Language, Party } from '../domain/call.ts';
import { contentOf, countLeadingSignals, countTrailOff, tokensOf } from './backchannels.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { type SpokenWord, textOf, wordsBetween } from './spoken-words.ts';
import { type Completeness, judgeCompleteness } from './turn-completeness.ts';
import type { Utterance } from './utterances.ts';

/** What the words say about one overlap. */
export interface OverlapWords {
  readonly language: Language;
  /** Tokens of the whole utterance that came in. */
  readonly incoming: readonly string[];
  /** Tokens of it that were begun before the floor holder stopped. */
  readonly duringFloor: readonly string[];
  /** Tokens of the floor holder's whole utterance, those said before the other came in, and those begun after. */
  readonly floor: readonly string[];
  readonly floorBefore: readonly string[];
  readonly floorAfter: readonly string[];
  /** How the floor holder's words ended when it stopped, and the incoming party's when that stopped. */
  readonly floorEnd: Completeness;
  readonly incomingEnd: Completeness;
  /** First tokens of what the floor holder says as the incoming party ends or soon after. */
  readonly floorNext: readonly string[];
  /**
   * How long the floor holder went on with words of its own against words of the other's own: listening signals
   * before the one and after the other do not count. And how long the incoming party spoke. In ms.
   */
  readonly goesOnMs: number;
  readonly incomingMs: number;
}

/** One party's side of an overlap: its utterance then, and all its words of the call. */
export interface TalkAt {
  readonly utterance: Utterance;
  readonly words: readonly SpokenWord[];
}

function tokens(words: readonly SpokenWord[], language: Language): string[] {
  return tokensOf(textOf(words, language), language);
}

/** The word that holds the token of that index; undefined past the last. */
function wordAtToken(words: readonly SpokenWord[], index: number, language: Language) {
  let seen = 0;
  return words.find((word) => {
    seen += tokensOf(word.text, language).length;
    return seen > index;
  });
}

/** Longest stretch of sound after the last recognized word; with more, that word was not the last one said. */
const unheardMs = 350;
/** A word less sure than this proves nothing about how a turn ended. */
const sureEnough = 0.5;

/** How the words of an utterance end; `unknown` where the last one said may not have been recognized. */
function endOf(
  words: readonly SpokenWord[],
  endMs: number,
  language: Language,
  hasPunctuation: boolean,
): Completeness {
  const last = words.at(-1);
  if (!last || endMs - last.endMs > unheardMs || last.confidence < sureEnough) return 'unknown';
  return judgeCompleteness(
    textOf(words.slice(-12), language),
    language,
    hasPunctuation && last.endsTurn !== null,
  );
}

/** The floor holder's words without what only listens or trails off at their end, and when they stopped. */
function ownWordsOf(held: readonly SpokenWord[], heldEndMs: number, comesInMs: number, language: Language) {
  const all = tokens(held, language);
  const after = countTrailOff(all, language);
  const first = wordAtToken(held, all.length - after, language);
  if (after === 0 || !first) return { own: held, endMs: heldEndMs };
  const own = held.slice(0, held.indexOf(first));
  return { own, endMs: Math.min(heldEndMs, own.at(-1)?.endMs ?? comesInMs) };
}

/** How early and how soon the floor holder's next words answer what came in. */
const answersBeforeMs = 300;
const answersWithinMs = 1000;
const answerWords = 3;

/** The words of both parties around one overlap. */
export function readOverlapWords(
  overlap: Overlap<Party>,
  floor: TalkAt,
  incoming: TalkAt,
  language: Language,
  hasPunctuation: boolean,
  settings: HearingSettings,
): OverlapWords {
  const late = settings.wordDelayMs;
  const held = floor.utterance;
  const came = incoming.utterance;
  const said = wordsBetween(incoming.words, overlap.startMs - late, came.endMs + late);
  const heldWords = wordsBetween(floor.words, held.startMs - late, held.endMs + late);
  const { own, endMs } = ownWordsOf(heldWords, held.endMs, overlap.startMs, language);
  const saidTokens = tokens(said, language);
  const leading = countLeadingSignals(saidTokens, language);
  const firstOwn = leading === 0 ? undefined : wordAtToken(said, leading, language);
  const fromMs = Math.max(overlap.startMs, firstOwn?.startMs ?? overlap.startMs);
  const next = wordsBetween(floor.words, came.endMs - answersBeforeMs, came.endMs + answersWithinMs).filter(
    (word) => word.startMs >= came.endMs - answersBeforeMs,
  );
  return {
    language,
    incoming: saidTokens,
    duringFloor: tokens(
      said.filter((word) => word.startMs < endMs + late / 2),
      language,
    ),
    floor: tokens(heldWords, language),
    floorBefore: tokens(
      heldWords.filter((word) => word.startMs < overlap.startMs),
      language,
    ),
    floorAfter: tokens(
      heldWords.filter((word) => word.startMs >= overlap.startMs),
      language,
    ),
    floorEnd: endOf(own, endMs, language, hasPunctuation),
    incomingEnd: endOf(said, came.endMs, language, hasPunctuation),
    floorNext: tokens(next.slice(0, answerWords), language),
    goesOnMs: endMs - fromMs,
    incomingMs: came.endMs - overlap.startMs,
  };
}

/** True where most of what came in only says the floor holder's own words again, as in confirming a number. */
export function isEcho({ incoming, floor, language }: OverlapWords): boolean {
  const size = language === 'zh' ? 2 : 1;
  const grams = (all: readonly string[]) =>
    all.slice(0, all.length - size + 1).map((_, at) => all.slice(at, at + size).join(' '));
  const own = grams(contentOf(incoming, language));
  const others = new Set(grams(floor.slice(-20)));
  return own.length > 0 && own.filter((gram) => others.has(gram)).length >= 0.7 * own.length;
}
