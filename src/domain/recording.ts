import type { Layout, SignalFlag } from './acoustics.ts';

/** Where a recording lies: `key` is opaque, never a path of this machine. */
export interface RecordingRef {
  /** `s3://bucket/prefix` or the folder, as the user gave it. */
  readonly source: string;
  readonly key: string;
  readonly sizeBytes: number;
  /** Version of the bytes as the source knows it (ETag, or size and time); for detecting a change, never an identity. */
  readonly revision: string;
}

/** A recording brought to this machine; `contentHash` is its identity. */
export interface FetchedRecording {
  readonly ref: RecordingRef;
  readonly path: string;
  readonly sizeBytes: number;
  /** sha256 of the bytes, 64 hex digits. */
  readonly contentHash: string;
}

/** Containers Earmark decodes, told by their first bytes and never by a name. */
export type Container =
  | 'wav'
  | 'w64'
  | 'au'
  | 'aiff'
  | 'mp3'
  | 'aac'
  | 'flac'
  | 'ogg'
  | 'amr'
  | 'gsm'
  | 'mov'
  | 'matroska';

/** What our own reading of the bytes says, before any decoder sees them. */
export interface SniffedRecording {
  readonly container: Container;
  /** `own`: `declaredMs` below is the header's claim · `container`: the decoder reads the claim · `none`: there is no claim. */
  readonly declares: 'own' | 'container' | 'none';
  readonly declaredMs: number | null;
  /** True when the bytes end before their own structure does. */
  readonly isCut: boolean;
}

/** A file made from a recording and kept: its place in the artifact store. */
export interface Artifact {
  /** Content address, `<sha256>.<extension>`. */
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/** Every kept file of a recording. */
export function artifactsOf({ speech, playback, peaks, features }: NormalizedRecording): readonly Artifact[] {
  return [...Object.values(speech), playback, peaks, features];
}

/** What ffmpeg and the first pass over the samples leave of a recording; no sample is kept in memory. */
export interface NormalizedRecording {
  readonly container: string;
  readonly codec: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Decoded length; the header is never believed. */
  readonly durationMs: number;
  readonly declaredMs: number | null;
  readonly layout: Layout;
  readonly flags: readonly SignalFlag[];
  readonly ffmpegVersion: string;
  /** 16 kHz mono per side for transcription: `left` and `right`, or `mixed`. */
  readonly speech: Readonly<Partial<Record<'left' | 'right' | 'mixed', Artifact>>>;
  /** Compact stereo file every browser plays and seeks. */
  readonly playback: Artifact;
  /** Waveform peaks per side, JSON (see api/contract.ts). */
  readonly peaks: Artifact;
  /** Feature table of the first acoustic pass, from which everything heard is derived again. */
  readonly features: Artifact;
}
