import type { Acoustics, Overlap } from '../domain/acoustics.ts';
import type { Language, Party } from '../domain/call.ts';
import type { Transcript } from '../domain/transcript.ts';
import { tokensOf } from './backchannels.ts';
import { lastStartedBy } from './find-overlaps.ts';
import { type HearingSettings, hearingSettings } from './hearing-settings.ts';
import { judgeByWords, type OverlapWords } from './judge-by-words.ts';
import { type SpokenWord, textOf, wordsBetween, wordsOf } from './spoken-words.ts';
import { judgeCompleteness } from './turn-completeness.ts';
import { toUtterances, type Utterance } from './utterances.ts';

/** Reasons that rest on the sound's quality; no words can mend them. */
const beyondWords = new Set(['low-snr', 'strong-leak']);
/** How far back the floor holder's words are read. */
const readBackMs = 6000;

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
    talks.set(party, {
      utterances: toUtterances(speech, settings.turnGapMs),
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
  const incomingEnd = utteranceAt(incoming, overlap.startMs).endMs;
  const floorEnd = utteranceAt(floor, overlap.startMs).endMs;
  const said = wordsBetween(incoming.words, overlap.startMs - late, incomingEnd + late);
  const during = said.filter((word) => word.startMs < floorEnd);
  const held = wordsBetween(floor.words, floorEnd - readBackMs, floorEnd + late);
  return {
    language,
    incoming: tokens(said, language),
    duringFloor: tokens(during, language),
    floorEnd:
      held.length === 0 ? 'unknown' : judgeCompleteness(textOf(held, language), language, hasPunctuation),
    isUntranscribed: said.length === 0 && held.length === 0,
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
