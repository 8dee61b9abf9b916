import type { Acoustics, Overlap } from '../domain/acoustics.ts';
import type { Language, Party } from '../domain/call.ts';
import type { Transcript } from '../domain/transcript.ts';
import { tokensOf } from './backchannels.ts';
import { lastStartedBy } from './find-overlaps.ts';
import { type HearingSettings, hearingSettings } from './hearing-settings.ts';
import { judgeByWords, type OverlapWords } from './judge-by-words.ts';
import { type SpokenWord, textOf, wordsBetween, wordsOf } from './spoken-words.ts';
import { type Completeness, judgeCompleteness } from './turn-completeness.ts';
import { toUtterances, type Utterance } from './utterances.ts';

/** Reasons that rest on the sound's quality; no words can mend them. */
const beyondWords = new Set(['low-snr', 'strong-leak']);

interface Talk {
  readonly utterances: readonly Utterance[];
  readonly words: readonly SpokenWord[];
}

function talkOf(
  acoustics: Acoustics<Party>,
  transcript: Transcript,
  settings: HearingSettings,
): ReadonlyMap<Party, Talk> {
  const talks = new Map<Party, Talk>();
  for (const party of ['agent', 'customer', 'other'] as const) {
    const speech = acoustics.parties[party]?.speech ?? [];
    const other = acoustics.parties[party === 'agent' ? 'customer' : 'agent']?.speech ?? [];
    talks.set(party, {
      utterances: toUtterances(speech, other, settings),
      words: wordsOf(transcript, party),
    });
  }
  return talks;
}

function utteranceAt(talk: Talk, timeMs: number): Utterance {
  return talk.utterances[lastStartedBy(talk.utterances, timeMs)] ?? { startMs: timeMs, endMs: timeMs };
}

/** True where some turn of the transcript ends like a sentence, so that a missing mark means something. */
export function isPunctuated(transcript: Transcript): boolean {
  const marked = transcript.turns.filter((turn) => /[.?!。？！]\s*$/u.test(turn.text)).length;
  return transcript.turns.length > 0 && marked >= transcript.turns.length / 2;
}

function tokens(words: readonly SpokenWord[], language: Language): string[] {
  return tokensOf(textOf(words, language), language);
}

/** Longest stretch of sound after the last recognized word; with more, that word was not the last one said. */
const unheardMs = 350;
/** A word less sure than this proves nothing about how a turn ended. */
const sureEnough = 0.5;

/** How the words of an utterance end; `unknown` where the last one said may not have been recognized. */
function endOf(
  words: readonly SpokenWord[],
  utterance: Utterance,
  language: Language,
  hasPunctuation: boolean,
): Completeness {
  const last = words.at(-1);
  if (!last || utterance.endMs - last.endMs > unheardMs || last.confidence < sureEnough) return 'unknown';
  return judgeCompleteness(
    textOf(words.slice(-12), language),
    language,
    hasPunctuation && last.endsTurn !== null,
  );
}

function overlapWords(
  overlap: Overlap<Party>,
  talks: ReadonlyMap<Party, Talk>,
  transcript: Transcript,
  hasPunctuation: boolean,
  settings: HearingSettings,
): OverlapWords {
  const { language } = transcript;
  const incoming = talks.get(overlap.incoming) as Talk;
  const floor = talks.get(overlap.floor) as Talk;
  const late = settings.wordDelayMs;
  const held = utteranceAt(floor, overlap.startMs);
  const came = utteranceAt(incoming, overlap.startMs);
  const said = wordsBetween(incoming.words, overlap.startMs - late, came.endMs + late);
  const during = said.filter((word) => word.startMs < held.endMs + late / 2);
  const heldWords = wordsBetween(floor.words, held.startMs - late, held.endMs + late);
  return {
    language,
    incoming: tokens(said, language),
    duringFloor: tokens(during, language),
    floor: tokens(heldWords, language),
    floorEnd: endOf(heldWords, held, language, hasPunctuation),
    incomingEnd: endOf(said, came, language, hasPunctuation),
    goesOnMs: held.endMs - overlap.startMs,
    incomingMs: came.endMs - overlap.startMs,
  };
}

/**
 * The overlaps with their classes set right by the words: listening signals, polite entries, length, and whether
 * the floor holder's words were finished. What no word touches keeps its class.
 */
export function refineOverlaps(
  acoustics: Acoustics<Party>,
  transcript: Transcript,
  settings: HearingSettings = hearingSettings,
): Acoustics<Party> {
  const talks = talkOf(acoustics, transcript, settings);
  const hasPunctuation = isPunctuated(transcript);
  const overlaps = acoustics.overlaps.map((overlap) => {
    if (beyondWords.has(overlap.why)) return overlap;
    return judgeByWords(
      overlap,
      overlapWords(overlap, talks, transcript, hasPunctuation, settings),
      settings,
    );
  });
  return { ...acoustics, overlaps };
}
