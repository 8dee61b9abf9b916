import type { Acoustics, PartyAcoustics, Span } from '../../src/domain/acoustics.ts';
import type { CallMetadata, Language, Party } from '../../src/domain/call.ts';
import { type Company, companyNamed } from '../../src/domain/company.ts';
import type { Note } from '../../src/domain/note.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Criterion } from '../../src/domain/standard.ts';
import type { Turn, Word } from '../../src/domain/transcript.ts';

/** Milliseconds a made turn takes per character, and the pause after it. */
const PER_CHARACTER_MS = { zh: 220, en: 70 } as const;
const PAUSE_MS = 400;

/** A turn that starts at `startMs`, with a word time for every word (every character in Chinese). */
export function turnAt(party: Party, text: string, startMs: number, language: Language): Turn {
  const pieces = language === 'zh' ? (text.match(/[a-z0-9]+|\p{L}/giu) ?? []) : (text.match(/\S+/g) ?? []);
  let at = startMs;
  const words: Word[] = pieces.map((piece) => {
    const endMs = at + Math.max(1, piece.length) * PER_CHARACTER_MS[language];
    const word = { text: piece, startMs: at, endMs, confidence: 0.9 };
    at = endMs;
    return word;
  });
  return { party, startMs, endMs: Math.max(at, startMs + 100), text, words };
}

/** Turns from lines such as `agent: hello`, one after the other; `@12.5` before the text sets the start in seconds. */
export function turnsFrom(lines: readonly string[], language: Language): Turn[] {
  let at = 500;
  return lines.map((line) => {
    const [, who, start, text] = /^(\w+):(?: *@([\d.]+))? *(.*)$/s.exec(line) ?? [];
    if (start) at = Number(start) * 1000;
    const party = who === 'customer' || who === 'other' ? who : 'agent';
    const turn = turnAt(party, text ?? '', at, language);
    at = turn.endMs + PAUSE_MS;
    return turn;
  });
}

export interface CallParts {
  readonly language?: Language;
  readonly lines: readonly string[];
  readonly call?: Partial<CallMetadata>;
  readonly company?: Company | string;
  readonly note?: Note | null;
  readonly acoustics?: Acoustics<Party> | null;
  readonly durationMs?: number;
}

/** A call as a scorer gets it, from lines of dialogue; the language is guessed from the first line. */
export function callOf(parts: CallParts): ScoringInput {
  const language = parts.language ?? (/[\u4e00-\u9fff]/.test(parts.lines.join('')) ? 'zh' : 'en');
  const turns = turnsFrom(parts.lines, language);
  const company = parts.company ?? (language === 'zh' ? '晨光保险' : 'Brightwater Insurance');
  return {
    call: { version: 1, ...parts.call },
    language,
    durationMs: parts.durationMs ?? Math.max(1000, ...turns.map((turn) => turn.endMs)) + 500,
    transcript: { version: 1, language, turns },
    acoustics: parts.acoustics ?? null,
    note: parts.note ?? null,
    company: typeof company === 'string' ? companyNamed(company) : company,
    roles: { agent: 'left', customer: 'right', from: 'metadata', confidence: 1, isCertain: true },
  };
}

/** A party heard clearly in the given spans at -26 dB over -60 dB of noise, with changes where a test needs them. */
export function heardParty(speech: readonly Span[], changes: Partial<PartyAcoustics> = {}): PartyAcoustics {
  const stepMs = 100;
  const steps = Math.ceil(Math.max(0, ...speech.map(([, to]) => to)) / stepMs);
  const db = Array.from({ length: steps }, (_, i) =>
    speech.some(([from, to]) => from < (i + 1) * stepMs && to > i * stepMs) ? -26 : null,
  );
  return {
    speech,
    speechMs: speech.reduce((sum, [from, to]) => sum + to - from, 0),
    levelDb: -26,
    noiseDb: -60,
    snrDb: 34,
    clippedPercent: 0,
    levelTrack: { stepMs, db },
    raised: [],
    faint: [],
    hold: [],
    tones: [],
    pace: null,
    ...changes,
  };
}

/** What a two-party recording of these turns sounds like when every word is really spoken. */
export function heardCall(
  turns: readonly Turn[],
  changes: Partial<Acoustics<Party>> = {},
  ofParty: Partial<Record<Party, Partial<PartyAcoustics>>> = {},
): Acoustics<Party> {
  const spoken = (party: Party): Span[] =>
    turns.filter((turn) => turn.party === party).map((turn) => [turn.startMs, turn.endMs]);
  return {
    version: 1,
    durationMs: Math.max(1000, ...turns.map((turn) => turn.endMs)) + 500,
    layout: 'two-party',
    timing: 'audio',
    parties: {
      agent: heardParty(spoken('agent'), ofParty.agent),
      customer: heardParty(spoken('customer'), ofParty.customer),
    },
    overlaps: [],
    silences: [],
    talkShare: {},
    responseMs: {},
    flags: [],
    ...changes,
  };
}

/** The call with the sound of a recording in which every word is really spoken. */
export function withSound(
  input: ScoringInput,
  changes: Partial<Acoustics<Party>> = {},
  ofParty: Partial<Record<Party, Partial<PartyAcoustics>>> = {},
): ScoringInput {
  return { ...input, acoustics: heardCall(input.transcript?.turns ?? [], changes, ofParty) };
}

/** A criterion of a made standard with the kind's parsed settings. */
export function criterionOf<S>(kind: string, settings: S, changes: Partial<Criterion<S>> = {}): Criterion<S> {
  return {
    id: kind,
    clauses: ['5/4.1'],
    title: { en: kind, zh: kind },
    kind,
    weight: 1,
    critical: false,
    partly: 0.5,
    methods: ['rule'],
    ...changes,
    settings,
  };
}
