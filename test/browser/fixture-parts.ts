import type { CallRow, NoteResponse } from '../../src/api/contract.ts';
import type { AcousticsResponse } from '../../src/api/contract-acoustics.ts';
import type { Transcript } from '../../src/domain/transcript.ts';
import { chineseTranscript } from './fixture-chinese.ts';
import { englishTranscript } from './fixture-english.ts';

/** Length of every call. */
export const DURATION_MS = 60_000;

/** What was said in a call of this language. */
export const transcriptOf = (language: CallRow['language']): Transcript =>
  language === 'zh' ? chineseTranscript : englishTranscript;

const englishOverlaps: AcousticsResponse['overlaps'] = [
  {
    startMs: 22_900,
    endMs: 24_000,
    floor: 'customer',
    incoming: 'agent',
    class: 'interruption',
    outcome: 'took-floor',
    why: 'incomplete-turn',
  },
  {
    startMs: 41_000,
    endMs: 41_500,
    floor: 'agent',
    incoming: 'customer',
    class: 'backchannel',
    outcome: 'none',
    why: 'short',
  },
];

/** What was heard in it. */
export function acousticsOf(transcript: Transcript): AcousticsResponse {
  const isEnglish = transcript.language === 'en';
  const speech = (party: 'agent' | 'customer') =>
    transcript.turns
      .filter((turn) => turn.party === party)
      .map(({ startMs, endMs }): [number, number] => [startMs, endMs]);
  const party = (who: 'agent' | 'customer'): NonNullable<AcousticsResponse['parties']['agent']> => ({
    speech: speech(who),
    speechMs: speech(who).reduce((sum, [from, to]) => sum + to - from, 0),
    levelDb: -22.4,
    noiseDb: -58,
    snrDb: 35.6,
    clippedPercent: 0,
    levelTrack: { stepMs: 1000, db: [] },
    raised: who === 'agent' && isEnglish ? [[31_000, 34_000]] : [],
    faint: [],
    hold: who === 'agent' && isEnglish ? [[50_500, 56_000]] : [],
    tones: [],
    pace: { unit: 'words', perMinute: 158 },
  });
  return {
    version: 1,
    durationMs: DURATION_MS,
    layout: 'two-party',
    timing: 'audio',
    parties: { agent: party('agent'), customer: party('customer') },
    overlaps: isEnglish ? englishOverlaps : [],
    silences: [[49_300, 60_000]],
    talkShare: { agent: 0.61, customer: 0.39 },
    responseMs: { agent: 300, customer: 300 },
    flags: [],
  };
}

/** The note of every scored call. */
export const filedNote: NoteResponse = {
  note: {
    version: 1,
    text: 'Second driver to be added.\nSent the form by mail.',
    fields: {
      person: 'Dana Reed',
      outcome: 'Customer takes the family package',
      time: '09:14',
      branch: 'Pier 4',
    },
  },
  from: 'call-1.note.json',
  createdAt: '2026-03-02T02:00:00.000Z',
};
