import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openAiTranscriber } from '../../src/adapters/openai-transcriber.ts';
import { importInto } from '../../src/cli/import.ts';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { workInstallation } from '../../src/cli/work.ts';
import { readConfig } from '../../src/config.ts';
import type { CallRecord } from '../../src/domain/call-record.ts';
import type { Transcriber } from '../../src/domain/ports.ts';
import type { Scorecard } from '../../src/domain/scorecard.ts';
import { startTranscriptionServer, type TranscriptionServer } from '../fakes/transcription-server.ts';
import { leftOnly, soundBytes, twoVoices } from '../fixtures/make-recording.ts';
import { wavBytes } from '../fixtures/odd-recordings.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const sample = 'en-01-full-service';

interface Ended {
  readonly call: CallRecord;
  readonly scorecard: Scorecard | null;
}

describe('a hostile recording on its way to a scorecard', () => {
  let folder: string;
  let calls: string;
  let server: TranscriptionServer;
  let installation: Installation;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earmark-hostile-'));
    server = await startTranscriptionServer();
    installation = await openInstallation(readConfig({ EARMARK_DATA: join(folder, 'data') }));
  });
  beforeEach(async () => {
    calls = await mkdtemp(join(folder, 'calls-'));
    await cp(join(samples, 'company.yaml'), join(calls, 'company.yaml'));
    server.seen.length = 0;
  });
  afterAll(async () => {
    await installation[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  /** The sample call under a name; `mark` at its end makes it a recording of its own, so that it is no duplicate. */
  async function copySample(name: string, mark: string, but: readonly string[] = []): Promise<void> {
    for (const file of await readdir(join(samples, 'calls'))) {
      if (!file.startsWith(`${sample}.`) || but.some((end) => file.endsWith(end))) continue;
      const bytes = await readFile(join(samples, 'calls', file));
      const isSound = file.endsWith('.mp3');
      await writeFile(
        join(calls, file.replace(sample, name)),
        isSound ? Buffer.concat([bytes, Buffer.from(mark)]) : bytes,
      );
    }
  }

  const transcriber = (): Transcriber =>
    openAiTranscriber({ baseUrl: server.baseUrl, model: 'whisper-1', maxAtOnce: 2 });

  /** Imports what lies in the folder and processes it; by key. */
  async function process(withServer = false): Promise<Map<string, Ended>> {
    const processing = { ...installation.processing, transcriber: withServer ? transcriber() : null };
    await importInto(installation, calls, { isRefresh: false, by: 'test' });
    const silent = { done: () => {}, failed: () => {} };
    await workInstallation({ ...installation, processing }, silent, new AbortController().signal, true);
    const ended = new Map<string, Ended>();
    for await (const ref of installation.openSource(calls).list()) {
      const { id } = await installation.store.calls.saw(ref);
      const call = await installation.store.calls.get(id);
      if (call === null) continue;
      const kept =
        call.scorecardId === null ? null : await installation.store.scorecards.get(call.scorecardId);
      ended.set(ref.key, { call, scorecard: kept?.scorecard ?? null });
    }
    return ended;
  }

  const verdictsOf = (ended: Ended | undefined) =>
    Object.fromEntries((ended?.scorecard?.criteria ?? []).map(({ id, verdict }) => [id, verdict]));

  it('AUD-01, AUD-02, AUD-25 fails by name, and the good call beside it is scored', async () => {
    await writeFile(join(calls, 'empty.wav'), '');
    await writeFile(join(calls, 'header.wav'), wavBytes(new Uint8Array(0)));
    await writeFile(join(calls, 'zip.wav'), Buffer.from('PK\u0003\u0004 not a recording'));
    await copySample('good', 'a');
    const ended = await process();
    const codes = ['empty.wav', 'header.wav', 'zip.wav'].map((key) => ended.get(key)?.call.failure?.code);
    expect(codes).toEqual(['E_EMPTY', 'E_NO_SAMPLES', 'E_TYPE']);
    expect(ended.get('good.mp3')?.call.status).toBe('scored');
  });

  it('AUD-04 is not scored when more than 5 % of its declared length is missing', async () => {
    const whole = soundBytes(twoVoices(), 30);
    await writeFile(
      join(calls, 'cut.wav'),
      wavBytes(whole.subarray(44, whole.length / 2), {
        channels: 2,
        rateHz: 16_000,
        dataBytes: whole.length,
      }),
    );
    const { scorecard, call } = (await process()).get('cut.wav') ?? {};
    expect(scorecard?.notScored?.code).toBe('truncated');
    expect(call?.recording?.flags).toContain('TRUNCATED');
  });

  it('AUD-09 is not scored when it holds a third of a second', async () => {
    await writeFile(join(calls, 'short.wav'), soundBytes(twoVoices(), 0.3));
    const { scorecard } = (await process()).get('short.wav') ?? {};
    expect(scorecard?.notScored?.code).toMatch(/too-little-talk|no-speech/);
    expect(scorecard?.total).toBeNull();
  });

  it('AUD-10 costs no request when it is all silence', async () => {
    await writeFile(join(calls, 'silence.wav'), wavBytes(new Uint8Array(8000 * 2 * 2 * 20), { channels: 2 }));
    const { scorecard, call } = (await process(true)).get('silence.wav') ?? {};
    expect(server.seen).toHaveLength(0);
    expect(scorecard?.notScored?.code).toBe('no-speech');
    expect(call?.recording?.flags).toContain('NO_SPEECH');
  });

  it('AUD-11 gets no verdict from text invented over silence', async () => {
    server.otherwise = () => ({
      body: JSON.stringify({
        language: 'zh',
        text: '请不吝点赞 订阅',
        segments: [{ start: 0, end: 25, text: '请不吝点赞 订阅', no_speech_prob: 0.9, avg_logprob: -1.4 }],
      }),
    });
    await writeFile(join(calls, 'invented.wav'), soundBytes(leftOnly(), 31));
    const ended = (await process(true)).get('invented.wav');
    const decided = (ended?.scorecard?.criteria ?? []).filter(
      ({ score, kind }) => score !== null && ['opening', 'tone', 'restatement'].includes(kind),
    );
    expect(decided.map(({ id, evidence }) => [id, evidence.filter((one) => one.kind === 'quote')])).toEqual(
      decided.map(({ id }) => [id, []]),
    );
    expect(verdictsOf(ended).greeting).not.toBe('met');
  });

  it('AUD-13 has no verdict on interruptions when one channel is empty', async () => {
    await writeFile(join(calls, 'half.wav'), soundBytes(leftOnly(), 30));
    const ended = (await process()).get('half.wav');
    expect(ended?.call.layout).toBe('one-party');
    expect(verdictsOf(ended).interruption).toBe('not-assessable');
  });

  it('AUD-14 has uncertain roles when the metadata contradicts what is heard', async () => {
    await copySample('swapped', 'b', ['.call.json']);
    const call = JSON.parse(await readFile(join(samples, 'calls', `${sample}.call.json`), 'utf8'));
    const channels = { agent: call.channels.customer, customer: call.channels.agent };
    await writeFile(join(calls, 'swapped.call.json'), JSON.stringify({ ...call, channels }));
    const ended = (await process()).get('swapped.mp3');
    expect(ended?.call.roles?.isCertain).toBe(false);
    expect(verdictsOf(ended)).toMatchObject({ greeting: 'not-assessable', interruption: 'not-assessable' });
    expect(ended?.scorecard?.total).toBeNull();
  });

  it('AUD-15 is never a pass for interruptions when both channels are one', async () => {
    const [first] = twoVoices();
    await writeFile(join(calls, 'copy.wav'), soundBytes(first ? [first, first] : [], 30));
    const ended = (await process()).get('copy.wav');
    expect(ended?.call.layout).toBe('fake-stereo');
    expect(verdictsOf(ended).interruption).toBe('not-assessable');
  });

  it('AUD-29 is analysed once under two keys, and the second says so', async () => {
    await copySample('one', 'c');
    await copySample('two', 'c');
    const ended = await process();
    const both = ['one.mp3', 'two.mp3'].map((key) => ended.get(key)?.call);
    expect(both.map((call) => call?.status).sort()).toEqual(['duplicate', 'scored']);
    const original = both.find((call) => call?.status === 'scored');
    expect(both.find((call) => call?.status === 'duplicate')?.duplicateOf).toBe(original?.id);
  });

  it('asks the server again for nothing it has answered, after a changed standard or a second import', async () => {
    server.otherwise = () => ({
      body: JSON.stringify({
        language: 'en',
        text: 'hello there',
        segments: [{ start: 0, end: 1, text: 'hello there' }],
      }),
    });
    await writeFile(join(calls, 'two.wav'), soundBytes(twoVoices(), 20));
    await process(true);
    const asked = server.seen.length;
    expect(asked).toBeGreaterThan(0);
    await importInto(installation, calls, { isRefresh: true, by: 'test' });
    await process(true);
    expect(server.seen.length).toBe(asked);
  });
});
