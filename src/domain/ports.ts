import type { Readable } from 'node:stream';
import type { Language } from './call.ts';
import type { HeardSegment } from './heard-segment.ts';
import type { Artifact, FetchedRecording, RecordingRef, SniffedRecording } from './recording.ts';

/** A place recordings come from. Keys are opaque strings, compared exactly. */
export interface RecordingSource {
  /** How the user named it: `s3://bucket/prefix` or a folder. */
  readonly name: string;
  /**
   * Recordings in ascending key order, in bounded memory, from after `after` when given. Markers, hidden
   * files, side files and unfinished uploads are left out.
   */
  list(options?: { after?: string; signal?: AbortSignal }): AsyncIterable<RecordingRef>;
  /**
   * Copies the bytes to `toPath` and hashes them on the way. Fails with `E_SOURCE_CHANGED` when the bytes
   * are not those that were listed, so mixed bytes are never scored.
   */
  fetch(ref: RecordingRef, toPath: string, signal?: AbortSignal): Promise<FetchedRecording>;
  /** The recording as it lies there now, or null when the source has no such key. */
  find(key: string, signal?: AbortSignal): Promise<RecordingRef | null>;
  /**
   * A small file beside the recording (`<key less extension><suffix>`), or null when there is none. Fails with
   * `E_MEDIA_LIMIT` when it is larger than `limitBytes`.
   */
  readBeside(ref: RecordingRef, suffix: string, limitBytes: number): Promise<Buffer | null>;
  /** A small file of the source by its own key (a manifest), or null when there is none; limited alike. */
  readFile(key: string, limitBytes: number): Promise<Buffer | null>;
}

/** Keeps files made from recordings under their content address; written whole or not at all. */
export interface ArtifactStore {
  /** Moves a finished file in; the same bytes twice are one artifact. */
  put(path: string, extension: string, mediaType: string): Promise<Artifact>;
  putBytes(bytes: Uint8Array, extension: string, mediaType: string): Promise<Artifact>;
  /** Throws `E_NOT_FOUND` when it is gone. `end` is inclusive. */
  open(name: string, range?: { start: number; end: number }): Promise<Readable>;
  read(name: string): Promise<Buffer>;
  size(name: string): Promise<number | null>;
  /** Removes it; nothing happens when it is not there. */
  remove(name: string): Promise<void>;
  /** A local path to the artifact, for tools that need a file. */
  localPath(name: string): Promise<string>;
}

/** The kept output of one stage on certain inputs. */
export interface StageResult {
  /** sha256 over stage, code version, inputs and settings, 64 hex digits. */
  readonly key: string;
  readonly stage: string;
  readonly codeVersion: string;
  /** JSON value the stage returned. */
  readonly output: unknown;
}

/** Outputs of stages that need never run twice. */
export interface StageResults {
  find(key: string): Promise<StageResult | null>;
  /** Keeps the first result under a key; a later one for the same key changes nothing. */
  keep(result: StageResult): Promise<void>;
}

/** A reply of a paid or remote service, kept before anybody parses it. */
export interface RawReply {
  readonly key: string;
  readonly provider: string;
  readonly modelAsked: string;
  readonly modelReported: string | null;
  readonly body: string;
  readonly audioMs: number | null;
  readonly latencyMs: number;
  /** Tokens as the provider counted them; null where it did not (a judge's are estimated then). */
  readonly tokens: { readonly sent: number; readonly cached: number; readonly received: number } | null;
}

export interface RawReplies {
  find(key: string): Promise<RawReply | null>;
  keep(reply: RawReply): Promise<void>;
}

/** One message to a language model. */
export interface JudgeMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** One question to a judge; the messages but the last are the same for all criteria of a call. */
export interface JudgeRequest {
  readonly messages: readonly JudgeMessage[];
  readonly maxAnswerTokens: number;
}

/** What a kept answer of a judge holds. */
export interface JudgeReply {
  /** Its text; null where it gave none. */
  readonly content: string | null;
  /** `cut`: the token limit ended it · `refused`: the model or a filter declined. */
  readonly end: 'complete' | 'cut' | 'refused';
}

/** A language model behind a network or in another process. */
export interface Judge {
  readonly provider: string;
  readonly model: string;
  /** Everything that changes its answers, for the keys of kept replies. */
  readonly settings: Readonly<Record<string, string | number | boolean | null>>;
  readonly maxAtOnce: number;
  /** The provider's answer as it came, unparsed. Fails with an `E_PROVIDER…` error. */
  ask(request: JudgeRequest, signal?: AbortSignal): Promise<Omit<RawReply, 'key'>>;
  /** What a kept answer says; a body that is no chat completion is a reply without content. */
  readReply(body: string): JudgeReply;
}

/** One request to a transcriber: one side's audio between two times. */
export interface TranscriptionRequest {
  /** Mono audio file of exactly this stretch. */
  readonly path: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly language: Language | null;
}

/** A speech recognizer behind a network or in another process. */
export interface Transcriber {
  readonly provider: string;
  readonly model: string;
  /** Everything that changes its answers, for the stage key. */
  readonly settings: Readonly<Record<string, string | number | boolean | null>>;
  /** Longest stretch and largest file one request may hold, and how many requests may run at once. */
  readonly limits: { readonly maxMs: number; readonly maxBytes: number; readonly maxAtOnce: number };
  /** False: answers carry no times, so that each request should hold one utterance. Null: the first answer tells. */
  readonly givesTimes: boolean | null;
  /** The provider's answer as it came, unparsed. Fails with an `E_PROVIDER…` error. */
  transcribe(request: TranscriptionRequest, signal?: AbortSignal): Promise<Omit<RawReply, 'key'>>;
  /**
   * What a kept answer says, in milliseconds from the start of the piece sent; times are as doubtful as the
   * server. Fails with `E_PROVIDER_REPLY` when the body is no transcription.
   */
  readReply(body: string): readonly HeardSegment[];
}

/** Cuts a stretch out of a mono speech artifact for one transcription request. */
export interface AudioCutter {
  /** Writes exactly `startMs`–`endMs` of `path` to `toPath` as 16 kHz mono WAV. Fails with `E_FFMPEG`. */
  cutAudio(path: string, startMs: number, endMs: number, toPath: string, signal?: AbortSignal): Promise<void>;
}

/** What the header of the first audio stream says; hints, until the samples are decoded. */
export interface ProbedAudio {
  /** ffmpeg's name of the codec. */
  readonly codec: string;
  readonly channels: number;
  readonly sampleRateHz: number;
  /** Length the container claims; null where it claims none. */
  readonly declaredMs: number | null;
}

/** One decode of one recording. */
export interface DecodeRequest {
  /** Folder that holds nothing but this recording; the outputs are written into it and the caller removes it. */
  readonly folder: string;
  /** Name of the recording in that folder. */
  readonly file: string;
  readonly sniffed: SniffedRecording;
  readonly probed: ProbedAudio;
  /** Takes 8 kHz 16-bit samples while they are decoded, one or two channels interleaved; a block is gone after the call. */
  readonly onSamples: (samples: Int16Array) => void;
}

/** What one decode left in the folder: paths of 16 kHz mono FLAC per side and of the MP3 for the pages. */
export interface DecodedAudio {
  /** Samples per channel at 8 kHz that `onSamples` was given. */
  readonly frames: number;
  readonly speech: Readonly<Partial<Record<'left' | 'right' | 'mixed', string>>>;
  readonly playback: string;
  /** True when samples that are no number were found and silenced. */
  readonly hadNonFinite: boolean;
}

/** Decodes recordings nobody vouches for, in a confined process; channels are never mixed. */
export interface AudioDecoder {
  /** Version of the decoder, as it names itself. */
  version(): Promise<string>;
  /** Fails with `E_MEDIA`, `E_CODEC` or `E_TOO_LONG`. */
  probe(
    recording: Pick<DecodeRequest, 'folder' | 'file' | 'sniffed'>,
    signal?: AbortSignal,
  ): Promise<ProbedAudio>;
  /** Fails with `E_MEDIA`, `E_CODEC`, `E_TOO_LONG`, `E_MEDIA_LIMIT`, `E_DISK_FULL` or `E_STOPPED`; no process outlives it. */
  decode(request: DecodeRequest, signal?: AbortSignal): Promise<DecodedAudio>;
}
