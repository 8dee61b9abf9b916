import type { Acoustics, PartyAcoustics, Side, Span } from '../domain/acoustics.ts';
import type { Language } from '../domain/call.ts';
import type { Engine } from '../domain/engine.ts';
import { guessLanguage } from '../domain/guess-language.ts';
import type { ArtifactStore, AudioCutter, RawReplies, Transcriber } from '../domain/ports.ts';
import type { NormalizedRecording } from '../domain/recording.ts';
import type { SideTurn, TurnFlag } from '../domain/transcript.ts';
import { ProblemCount, type TranscriptProblem } from '../domain/transcript-problem.ts';
import type { HeardTranscription, NoText } from '../domain/transcription.ts';
import { turnsFromSegments } from '../domain/turns-from-segments.ts';
import { askPiece } from './ask-piece.ts';
import { cutSpeech, type SpeechPiece } from './cut-speech.ts';
import { flagLanguage, flagTurns } from './flag-turns.ts';
import { inParallel } from './in-parallel.ts';

/** A recording made ready and heard; what is sent is cut from it. */
export interface TranscribeInput {
  readonly recording: Pick<NormalizedRecording, 'speech'>;
  readonly acoustics: Acoustics<Side>;
  /** Null where nobody says; then the recognizer finds out. */
  readonly language: Language | null;
}

export interface TranscribePorts {
  /** Null: none is configured. */
  readonly transcriber: Transcriber | null;
  readonly cutter: AudioCutter;
  readonly replies: RawReplies;
  readonly artifacts: Pick<ArtifactStore, 'localPath'>;
  /** Existing folder for cut pieces; each is deleted once it was sent. */
  readonly folder: string;
}

/** What was heard, or why there is no text. */
export type Transcribed =
  | { readonly transcription: HeardTranscription; readonly noText: null }
  | { readonly transcription: null; readonly noText: NoText };

/** One side's audio and where it holds speech. */
interface HeardSide {
  readonly side: Side;
  readonly audio: string;
  readonly heard: PartyAcoustics;
}

/** Speech without one recognized word from which a side counts as not heard. */
const EMPTY_SPEECH_MS = 10_000;

/**
 * What each side says, recognized piece by piece: cut at silences, silence never sent, times on the call's clock.
 * Every answer is kept before it is read and used again. Fails with the transcriber's error when a piece cannot be
 * recognized, since a hole in a transcript would pass for silence.
 */
export async function transcribe(
  input: TranscribeInput,
  ports: TranscribePorts,
  signal?: AbortSignal,
): Promise<Transcribed> {
  const { transcriber } = ports;
  if (!transcriber) return { transcription: null, noText: noTranscriber };
  const sides = sidesOf(input);
  if (sides.every(({ heard }) => heard.speech.length === 0)) return { transcription: null, noText: noSpeech };
  const problems = new ProblemCount();
  const heard: Partial<Record<Side, readonly SideTurn[]>> = {};
  let modelReported: string | null = null;
  for (const one of sides) {
    const side = await transcribeSide(one, transcriber, input, ports, problems, signal);
    heard[one.side] = side.turns;
    modelReported = side.modelReported ?? modelReported;
  }
  const turns = Object.values(heard).flat();
  if (turns.length === 0) return { transcription: null, noText: nothingRecognized };
  const language = input.language ?? guessLanguage(turns);
  const flagged = Object.entries(heard).map(([side, list]) => [side, flagLanguage(list, language)]);
  const { provider, model, settings } = transcriber;
  const engine: Engine = { provider, model, modelReported, settings: { ...settings } };
  return {
    transcription: {
      from: 'engine',
      engine,
      language,
      sides: Object.fromEntries(flagged),
      problems: problems.list(),
    },
    noText: null,
  };
}

/** Sides that have both audio and a measurement; a copy of a side is sent once. */
function sidesOf(input: TranscribeInput): HeardSide[] {
  const order: readonly Side[] = input.recording.speech.mixed ? ['mixed'] : ['left', 'right'];
  return order.flatMap((side) => {
    const audio = input.recording.speech[side]?.name;
    const heard = input.acoustics.parties[side];
    return audio && heard ? [{ side, audio, heard }] : [];
  });
}

async function transcribeSide(
  one: HeardSide,
  transcriber: Transcriber,
  input: TranscribeInput,
  ports: TranscribePorts,
  problems: ProblemCount,
  signal: AbortSignal | undefined,
): Promise<{ turns: SideTurn[]; modelReported: string | null }> {
  const path = one.heard.speech.length > 0 ? await ports.artifacts.localPath(one.audio) : '';
  const ask = (piece: SpeechPiece) =>
    askPiece({ ...one, path, piece, language: input.language }, transcriber, ports, signal);
  const cut = (joinsUtterances: boolean) =>
    cutSpeech(one.heard.speech, {
      durationMs: input.acoustics.durationMs,
      maxMs: transcriber.limits.maxMs,
      joinsUtterances,
      levelTrack: one.heard.levelTrack,
    });
  let pieces = cut(transcriber.givesTimes !== false);
  if (transcriber.givesTimes === null && pieces[0] && !(await ask(pieces[0])).hasTimes) pieces = cut(false);
  const replies = await inParallel(pieces, transcriber.limits.maxAtOnce, ask);
  const turns = replies.flatMap(({ segments }, index) => placePiece(pieces[index], segments, problems));
  const isUnheard = turns.length === 0 && one.heard.speechMs >= EMPTY_SPEECH_MS;
  problems.add('ASR_EMPTY', isUnheard ? pieces.length : 0);
  const flagged = flagTurns(turns, one.heard.speech);
  for (const problem of countFlags(turns, flagged)) problems.add(problem.code, problem.count);
  return {
    turns: flagged,
    modelReported: replies.findLast((reply) => reply.modelReported)?.modelReported ?? null,
  };
}

/** A piece's text on the call's clock, clipped to the piece; text without times lies over the piece's speech. */
function placePiece(
  piece: SpeechPiece | undefined,
  segments: Parameters<typeof turnsFromSegments>[0],
  problems: ProblemCount,
): SideTurn[] {
  if (!piece) return [];
  const at = (timeMs: number | null) => (timeMs === null ? null : timeMs + piece.startMs);
  const onClock = segments.map((segment) => ({
    ...segment,
    // Speakers a recognizer tells apart on one party's own channel are not parties of the call.
    speaker: null,
    startMs: at(segment.startMs),
    endMs: at(segment.endMs),
    words: segment.words.map((word) => ({ ...word, startMs: at(word.startMs), endMs: at(word.endMs) })),
  }));
  const fallback: Span = [piece.speech[0]?.[0] ?? piece.startMs, piece.speech.at(-1)?.[1] ?? piece.endMs];
  const bounds = { startMs: piece.startMs, endMs: piece.endMs, fallback };
  return turnsFromSegments(onClock, bounds, problems).map(({ turn }) => turn);
}

function countFlags(before: readonly SideTurn[], after: readonly SideTurn[]): TranscriptProblem[] {
  const added = (flag: TurnFlag) =>
    after.filter((turn, index) => turn.flags?.includes(flag) && !before[index]?.flags?.includes(flag)).length;
  return [
    { code: 'NO_SPEECH', count: added('no-speech') },
    { code: 'HALLUCINATED', count: added('hallucinated') },
  ];
}

const noTranscriber: NoText = {
  code: 'NO_TRANSCRIBER',
  message: {
    en: 'no transcript lies beside the recording and no transcriber is configured: set OPENAI_BASE_URL and EARMARK_TRANSCRIBE_MODEL, or put a .transcript.json, .verbose.json, .vtt or .srt beside it',
    zh: '录音旁没有转写文件，也未配置语音识别：请设置 OPENAI_BASE_URL 与 EARMARK_TRANSCRIBE_MODEL，或在录音旁放置 .transcript.json、.verbose.json、.vtt 或 .srt 文件',
  },
};
const noSpeech: NoText = {
  code: 'NO_SPEECH',
  message: {
    en: 'nobody speaks in this recording, so nothing was sent',
    zh: '录音中无人说话，未提交语音识别',
  },
};
const nothingRecognized: NoText = {
  code: 'ASR_EMPTY',
  message: {
    en: 'there is speech, and the recognizer gave no text for it twice: check the model and its language',
    zh: '录音中有人声，但语音识别两次均无文本：请检查模型及其语言',
  },
};
