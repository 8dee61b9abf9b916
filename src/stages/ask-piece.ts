import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../domain/call.ts';
import type { HeardSegment } from '../domain/heard-segment.ts';
import type { AudioCutter, RawReplies, RawReply, Transcriber } from '../domain/ports.ts';
import type { SpeechPiece } from './cut-speech.ts';

/** One piece of one side, to be recognized. */
export interface PieceRequest {
  /** Content address of the side's audio: with the piece's times it is the identity of what is sent. */
  readonly audio: string;
  /** The same audio as a local file. */
  readonly path: string;
  readonly piece: SpeechPiece;
  readonly language: Language | null;
}

export interface PieceReply {
  /** Times from the start of the piece. */
  readonly segments: readonly HeardSegment[];
  readonly hasTimes: boolean;
  readonly modelReported: string | null;
}

interface PiecePorts {
  readonly cutter: AudioCutter;
  readonly replies: RawReplies;
  readonly folder: string;
}

/** Speech from which an answer without text is doubted and asked for once more. */
const DOUBTED_SPEECH_MS = 3000;

/** The recognizer's answer for a piece: the kept one, else a new one that is kept before it is read. */
export async function askPiece(
  request: PieceRequest,
  transcriber: Transcriber,
  ports: PiecePorts,
  signal?: AbortSignal,
): Promise<PieceReply> {
  const key = replyKey(request, transcriber);
  const reply =
    (await ports.replies.find(key)) ?? (await askAndKeep(key, request, transcriber, ports, signal));
  const segments = transcriber.readReply(reply.body);
  const hasTimes = segments.some((segment) => segment.startMs !== null || segment.words.length > 0);
  return { segments, hasTimes: hasTimes || !hasText(segments), modelReported: reply.modelReported };
}

/** sha256 over everything that makes the answer what it is. */
export function replyKey(request: Omit<PieceRequest, 'path'>, transcriber: Transcriber): string {
  const { audio, piece, language } = request;
  const settings = Object.entries(transcriber.settings).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [
    'transcribe',
    audio,
    piece.startMs,
    piece.endMs,
    language,
    transcriber.provider,
    transcriber.model,
    settings,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

async function askAndKeep(
  key: string,
  request: PieceRequest,
  transcriber: Transcriber,
  ports: PiecePorts,
  signal: AbortSignal | undefined,
): Promise<RawReply> {
  const { startMs, endMs, speech } = request.piece;
  // a name of its own: the piece of a worker that was killed, or of one beside this, may lie there already
  const path = join(ports.folder, `piece-${randomUUID()}.wav`);
  const ask = () => transcriber.transcribe({ path, startMs, endMs, language: request.language }, signal);
  try {
    await ports.cutter.cutAudio(request.path, startMs, endMs, path, signal);
    let answer = await ask();
    const speechMs = speech.reduce((sum, [from, to]) => sum + to - from, 0);
    if (speechMs >= DOUBTED_SPEECH_MS && !hasText(transcriber.readReply(answer.body))) answer = await ask();
    const reply = { key, ...answer };
    await ports.replies.keep(reply);
    // Another worker may have kept its answer first; the kept one counts (ASR-15).
    return (await ports.replies.find(key)) ?? reply;
  } finally {
    await rm(path, { force: true });
  }
}

function hasText(segments: readonly HeardSegment[]): boolean {
  return segments.some((segment) => /[\p{L}\p{N}]/u.test(segment.text.replace(/<\|[^|<>]*\|>/g, '')));
}
