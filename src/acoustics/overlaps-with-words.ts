import type { Acoustics } from '../domain/acoustics.ts';
import type { Party } from '../domain/call.ts';
import type { Transcript } from '../domain/transcript.ts';
import { lastStartedBy } from './find-overlaps.ts';
import { type HearingSettings, hearingSettings } from './hearing-settings.ts';
import { judgeByWords } from './judge-by-words.ts';
import { readOverlapWords, type TalkAt } from './overlap-words.ts';
import { type SpokenWord, wordsOf } from './spoken-words.ts';
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
  const talkAt = (party: Party, timeMs: number): TalkAt => {
    const talk = talks.get(party) as Talk;
    return { utterance: utteranceAt(talk, timeMs), words: talk.words };
  };
  const overlaps = acoustics.overlaps.map((overlap) => {
    if (beyondWords.has(overlap.why)) return overlap;
    const words = readOverlapWords(
      overlap,
      talkAt(overlap.floor, overlap.startMs),
      talkAt(overlap.incoming, overlap.startMs),
      transcript.language,
      hasPunctuation,
      settings,
    );
    return judgeByWords(overlap, words, settings);
  });
  return { ...acoustics, overlaps };
}
