import type { Overlap } from '../../src/domain/acoustics.ts';
import type { CallMetadata, Language, Localized } from '../../src/domain/call.ts';
import type { Note } from '../../src/domain/note.ts';
import type { Verdict } from '../../src/domain/verdict.ts';

/** The two who speak in a sample call. */
export type Speaker = 'agent' | 'customer';

/** The criteria every call standard carries. */
export const coreCriteria = [
  'greeting',
  'tone',
  'pushy-selling',
  'interruption',
  'restatement',
  'note',
] as const;
export type CoreCriterion = (typeof coreCriteria)[number];

/** How one utterance comes into the call; nothing set: after a pause, in the speaker's usual manner. */
export interface Entry {
  /** Pause before it in milliseconds; default about 450. */
  readonly gapMs?: number;
  /** Begins at the next `^` of the line before and makes that speaker break off. */
  readonly cutsIn?: boolean;
  /** Begins at the next `^` of the line before, which goes on undisturbed: a backchannel. */
  readonly murmurs?: boolean;
  /** Begins so many milliseconds before the end of the line before, which ends as planned. */
  readonly earlyMs?: number;
  /** Louder (or softer) than this speaker usually is. */
  readonly gainDb?: number;
}

/** One utterance; `^` marks where another voice comes in, `{written|spoken}` what the voice says instead. */
export interface Line extends Entry {
  readonly by: Speaker;
  readonly say: string;
}

/** A line of the agent. */
export const agent = (say: string, entry: Entry = {}): Line => ({ by: 'agent', say, ...entry });

/** A line of the customer. */
export const customer = (say: string, entry: Entry = {}): Line => ({ by: 'customer', say, ...entry });

/** A sound beside the speech. */
export interface ScriptSound {
  readonly kind: 'ring-back' | 'hold-music';
  readonly channelOf: Speaker;
  /** Rings, or milliseconds of music. */
  readonly amount: number;
  /** Index of the line it comes before; that line waits for its end. */
  readonly beforeLine: number;
}

/** How the recording is kept: coding and what its channels hold. */
export interface ScriptAudio {
  readonly coding: 'mulaw-wav' | 'gsm-wav' | 'mp3' | 'opus-ogg' | 'aac-m4a';
  readonly layout: 'two-party' | 'mono' | 'fake-stereo';
  readonly agentChannel: 'left' | 'right';
  readonly leakDb?: number;
  readonly noiseSnrDb?: number;
}

/** One sample call as its author means it: words, manner, side files and the verdicts it must get. */
export interface CallScript {
  /** File name without its extension. */
  readonly name: string;
  readonly seed: number;
  readonly language: Language;
  readonly about: Localized;
  readonly audio: ScriptAudio;
  readonly voices: Readonly<Record<Speaker, string>>;
  readonly lines: readonly Line[];
  readonly sounds?: readonly ScriptSound[];
  readonly call: CallMetadata;
  /** `manifest`: a row of manifest.csv carries the metadata; `file`: a call file beside the recording. */
  readonly callIn: 'file' | 'manifest';
  /** A string becomes a plain-text note; null: none was written. */
  readonly note: Omit<Note, 'version'> | string | null;
  /** False: no transcript is put beside the recording. */
  readonly hasTranscript: boolean;
  readonly expected: Readonly<Record<CoreCriterion, Verdict>>;
  /** One sentence for each verdict that is not `met`. */
  readonly why: Readonly<Partial<Record<CoreCriterion, string>>>;
}

/** An overlap as the script means it. */
export type TrueOverlap = Omit<Overlap<Speaker>, 'why' | 'outcome'>;
