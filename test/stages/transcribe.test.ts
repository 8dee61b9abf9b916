import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFfmpegAudio } from '../../src/adapters/ffmpeg-audio.ts';
import { openAiTranscriber } from '../../src/adapters/openai-transcriber.ts';
import type { Acoustics } from '../../src/domain/acoustics.ts';
import type { NormalizedRecording } from '../../src/domain/recording.ts';
import { type TranscribePorts, transcribe } from '../../src/stages/transcribe.ts';
import { heardSpeech } from '../fakes/heard.ts';
import { memoryReplies } from '../fakes/memory-replies.ts';
import {
  type SeenRequest,
  startTranscriptionServer,
  type TranscriptionServer,
} from '../fakes/transcription-server.ts';

let server: TranscriptionServer;
let folder: string;

beforeAll(async () => {
  server = await startTranscriptionServer();
  folder = await mkdtemp(join(tmpdir(), 'earmark-transcribe-'));
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  server.seen.length = 0;
  server.answers.length = 0;
  expect(await readdir(folder)).toEqual([]);
});

const artifact = (name: string) => ({ name, mediaType: 'audio/flac', sizeBytes: 1 });
const recording: Pick<NormalizedRecording, 'speech'> = {
  speech: { left: artifact('l.flac'), right: artifact('r.flac') },
};

/** The cut piece is a text that names what was cut, so that the server can answer for it. */
function ports(model: string | null = 'whisper-1'): TranscribePorts & ReturnType<typeof keep> {
  const transcriber =
    model === null ? null : openAiTranscriber({ baseUrl: server.baseUrl, model, maxAtOnce: 2 });
  return { transcriber, folder, ...keep() };
}

function keep() {
  const cuts: string[] = [];
  return {
    cuts,
    replies: memoryReplies(),
    artifacts: { localPath: async (name: string) => `/kept/${name}` },
    cutter: {
      cutAudio: async (path: string, startMs: number, endMs: number, toPath: string) => {
        cuts.push(`${path} ${startMs} ${endMs}`);
        await writeFile(toPath, JSON.stringify({ path, startMs, endMs }));
      },
    },
  };
}

const sentPiece = (request: SeenRequest): { path: string; startMs: number; endMs: number } =>
  JSON.parse(request.file.bytes.toString());
const verbose = (...segments: object[]) => ({ body: JSON.stringify({ text: 'x', segments }) });
const run = (one: TranscribePorts, acoustics: Acoustics, language: 'zh' | 'en' | null = 'en') =>
  transcribe({ recording, acoustics, language }, one);

describe('transcribing a call', () => {
  const acoustics = heardSpeech(
    {
      left: [[10_000, 12_000]],
      right: [
        [20_000, 21_000],
        [40_000, 41_000],
      ],
    },
    { durationMs: 50_000 },
  );

  it('puts words of every piece on the clock of the call, per side', async () => {
    server.otherwise = () =>
      verbose({
        start: 0.2,
        end: 1.2,
        text: ' hello there',
        words: [
          { word: ' hello', start: 0.2, end: 0.6 },
          { word: ' there', start: 0.7, end: 1.2 },
        ],
      });
    const { transcription } = await run(ports(), acoustics);
    expect(transcription?.sides.left).toEqual([
      {
        startMs: 10_000,
        endMs: 11_000,
        text: 'hello there',
        words: [
          { text: 'hello', startMs: 10_000, endMs: 10_400 },
          { text: 'there', startMs: 10_500, endMs: 11_000 },
        ],
      },
    ]);
    expect(transcription?.sides.right?.map((turn) => turn.startMs)).toEqual([20_000, 40_000]);
    expect(transcription?.engine).toMatchObject({ model: 'whisper-1', modelReported: null });
  });

  it('sends only speech, each side alone', async () => {
    server.otherwise = () => verbose({ start: 0.2, end: 1, text: 'hello' });
    await run(ports(), acoustics);
    expect(server.seen.map(sentPiece)).toEqual([
      { path: '/kept/l.flac', startMs: 9800, endMs: 12_200 },
      { path: '/kept/r.flac', startMs: 19_800, endMs: 21_200 },
      { path: '/kept/r.flac', startMs: 39_800, endMs: 41_200 },
    ]);
  });

  it('clips times to the piece and repairs hostile ones (ASR-03)', async () => {
    server.otherwise = () =>
      verbose({ start: -5, end: 700, text: 'hello' }, { start: 900, end: 901, text: 'beyond' });
    const { transcription } = await run(
      ports(),
      heardSpeech({ left: [[10_000, 12_000]] }, { durationMs: 50_000 }),
    );
    expect(transcription?.sides.left).toEqual([
      { startMs: 9800, endMs: 12_200, text: 'hello', coarse: true, flags: ['times-repaired'] },
    ]);
    expect(transcription?.problems).toContainEqual({ code: 'TURNS_DROPPED', count: 1 });
  });

  it('asks nothing twice: a second run uses the kept answers and cuts nothing', async () => {
    server.otherwise = () => verbose({ start: 0.2, end: 1, text: 'hello' });
    const one = ports();
    const first = await run(one, acoustics);
    expect(one.replies.kept.size).toBe(3);
    const cuts = one.cuts.length;
    expect(await run(one, acoustics)).toEqual(first);
    expect(server.seen).toHaveLength(3);
    expect(one.cuts).toHaveLength(cuts);
    await run(one, acoustics, 'zh');
    expect(server.seen).toHaveLength(6);
  });

  it('keeps an answer before reading it, so a bug in reading costs no second request', async () => {
    server.otherwise = () => verbose({ start: 0.2, end: 1, text: 'hello' });
    const one = ports();
    const { transcriber } = one;
    if (!transcriber) throw new Error('no transcriber');
    const broken = {
      ...transcriber,
      readReply: () => {
        throw new Error('a bug');
      },
    };
    const short = heardSpeech({ left: [[10_000, 12_000]] }, { durationMs: 50_000 });
    await expect(run({ ...one, transcriber: broken }, short)).rejects.toThrow('a bug');
    await run(one, short);
    expect(server.seen).toHaveLength(1);
  });

  it('cuts by utterance for servers that give no times, and marks turns coarse (ASR-04, ASR-11)', async () => {
    const speech = heardSpeech(
      {
        left: [
          [1000, 3000],
          [4000, 6000],
          [7000, 9000],
        ],
      },
      { durationMs: 20_000 },
    );
    server.otherwise = () => ({ body: JSON.stringify({ text: 'hello' }) });
    const { transcription } = await run(ports('sense-voice'), speech);
    expect(transcription?.sides.left).toEqual([
      { startMs: 1000, endMs: 3000, text: 'hello', coarse: true },
      { startMs: 4000, endMs: 6000, text: 'hello', coarse: true },
      { startMs: 7000, endMs: 9000, text: 'hello', coarse: true },
    ]);
    expect(server.seen).toHaveLength(4);
    server.seen.length = 0;
    await run(ports('gpt-4o-transcribe'), speech);
    expect(server.seen).toHaveLength(3);
  });

  it('flags text that is looped, invented, or over silence (AUD-11, ASR-02)', async () => {
    const speech = heardSpeech(
      {
        left: [
          [1000, 2000],
          [3500, 9000],
        ],
      },
      { durationMs: 20_000 },
    );
    server.otherwise = () =>
      verbose(
        { start: 0.2, end: 1.2, text: '谢谢'.repeat(30) },
        { start: 1.55, end: 2.3, text: '嗯我们看看' },
        { start: 3, end: 4, text: '请不吝点赞订阅' },
        { start: 5, end: 6, text: '好的', no_speech_prob: 0.9, avg_logprob: -1.5 },
      );
    const { transcription } = await run(ports(), speech, 'zh');
    expect(transcription?.sides.left?.map((turn) => turn.flags)).toEqual([
      ['looped'],
      ['no-speech'],
      ['hallucinated'],
      ['hallucinated'],
    ]);
  });

  it('asks once more for speech without text, then says so (ASR-01)', async () => {
    const long = heardSpeech({ left: [[0, 20_000]] }, { durationMs: 20_000 });
    server.answers.push({ body: '{"text": ""}' });
    server.otherwise = () => verbose({ start: 0.2, end: 1, text: 'hello' });
    expect((await run(ports(), long)).transcription?.sides.left).toHaveLength(1);
    expect(server.seen).toHaveLength(2);
    server.otherwise = () => ({ body: '{"text": ""}' });
    expect((await run(ports(), long)).noText?.code).toBe('ASR_EMPTY');
    const both = heardSpeech({ left: [[0, 20_000]], right: [[30_000, 31_000]] }, { durationMs: 40_000 });
    server.otherwise = (request) =>
      sentPiece(request).path.includes('/r.')
        ? verbose({ start: 0.2, end: 1, text: 'hello' })
        : { body: '{"text": ""}' };
    expect((await run(ports(), both)).transcription?.problems).toContainEqual({
      code: 'ASR_EMPTY',
      count: 1,
    });
  });

  it('sends nothing when nobody speaks, and says what to configure when nobody can be asked (AUD-10)', async () => {
    expect((await run(ports(), heardSpeech({ left: [], right: [] }))).noText?.code).toBe('NO_SPEECH');
    const { noText } = await run(ports(null), acoustics);
    expect(noText?.code).toBe('NO_TRANSCRIBER');
    expect(noText?.message.en).toContain('EARMARK_TRANSCRIBE_MODEL');
    expect(server.seen).toEqual([]);
  });

  it('fails as a whole when a piece fails, and goes on from what was kept', async () => {
    const one = ports();
    server.otherwise = (request) =>
      sentPiece(request).startMs > 30_000
        ? { status: 503, body: '{}' }
        : verbose({ start: 0.2, end: 1, text: 'hello' });
    await expect(run(one, acoustics)).rejects.toMatchObject({ code: 'E_PROVIDER', isRetryable: true });
    const before = server.seen.length;
    server.otherwise = () => verbose({ start: 0.2, end: 1, text: 'hello' });
    expect((await run(one, acoustics)).transcription).not.toBeNull();
    expect(server.seen.length - before).toBe(1);
  });

  it('finds out the language where nobody says it, and flags a translated side (ASR-05)', async () => {
    server.otherwise = () => verbose({ start: 0.2, end: 1, text: '您好，请问有什么可以帮您' });
    expect((await run(ports(), acoustics, null)).transcription?.language).toBe('zh');
    server.otherwise = () =>
      verbose({ start: 0.2, end: 1, text: 'Hello, how may I help you with this today?' });
    const { transcription } = await run(ports(), acoustics, 'zh');
    expect(transcription?.sides.left?.[0]?.flags).toEqual(['wrong-language']);
  });
});

describe('a speech artifact', () => {
  it('is cut to 16 kHz mono WAV of exactly the asked stretch', async () => {
    const work = await mkdtemp(join(tmpdir(), 'earmark-cut-'));
    try {
      const speech = join(work, 'speech.flac');
      const sine = ['-f', 'lavfi', '-i', 'sine=frequency=400:sample_rate=16000:duration=3'];
      await promisify(execFile)('ffmpeg', ['-v', 'error', ...sine, '-ac', '1', speech]);
      const audio = await createFfmpegAudio({ ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', workDir: work });
      await audio.cutAudio(speech, 500, 1500, join(work, 'piece.wav'));
      const piece = await readFile(join(work, 'piece.wav'));
      expect(piece.readUInt16LE(22)).toBe(1);
      expect(piece.readUInt32LE(24)).toBe(16_000);
      expect(piece.length - 44).toBe(32_000);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
});
