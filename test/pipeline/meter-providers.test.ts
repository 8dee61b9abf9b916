import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Judge, RawReply, Transcriber } from '../../src/domain/ports.ts';
import { EarmarkError } from '../../src/errors.ts';
import { type Metering, meterJudge, meterTranscriber } from '../../src/pipeline/meter-providers.ts';
import { reserveTokens } from '../../src/stages/judge-criterion.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type PostgresServer, startPostgres } from '../services/postgres-server.ts';

const none = { requestsPerMinute: null, audioSecondsPerMinute: null, tokensPerMinute: null };
const callId = '00000000-0000-4000-8000-000000000001';
const piece = { path: '/nowhere', startMs: 0, endMs: 60_000, language: null };

/** A transcriber that answers at once, or fails as told. */
function fakeTranscriber(provider: string, answer: () => EarmarkError | null = () => null) {
  const asked: number[] = [];
  const transcriber: Transcriber = {
    provider,
    model: 'whisper-1',
    settings: {},
    limits: { maxMs: 28_000, maxBytes: 1, maxAtOnce: 8 },
    givesTimes: true,
    readReply: () => [],
    async transcribe({ startMs, endMs }) {
      asked.push(performance.now());
      const error = answer();
      if (error) throw error;
      const audioMs = endMs - startMs;
      const reply = { provider, modelAsked: 'whisper-1', modelReported: null, body: '{}' };
      return { ...reply, audioMs, latencyMs: 1, tokens: null };
    },
  };
  return { transcriber, asked };
}

/** A judge that answers at once and says what that took. */
function fakeJudge(tokens: NonNullable<RawReply['tokens']>) {
  const asked: number[] = [];
  const judge: Judge = {
    provider: 'judged.test',
    model: 'm',
    settings: {},
    maxAtOnce: 8,
    readReply: () => ({ content: null, end: 'complete' }),
    async ask() {
      asked.push(performance.now());
      const reply = { provider: 'judged.test', modelAsked: 'm', modelReported: null, body: '{}' };
      return { ...reply, audioMs: null, latencyMs: 1, tokens };
    },
  };
  return { judge, asked };
}

describe('metered providers on a PostgreSQL server', () => {
  let server: PostgresServer;
  let stores: [Store, Store];
  const tripped: string[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    const databaseUrl = await server.createDatabase();
    const open = () => openStore({ databaseUrl, dataDir: '/nonexistent' });
    stores = [await open(), await open()];
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
    await server.stop();
  });

  const meteringOn = (store: Store, given: Partial<Metering> = {}): Metering => ({
    gate: store.gate,
    ledger: store.ledger,
    transcriberRates: none,
    judgeRates: none,
    prices: { audioMinute: 100_000, thousandSent: 0, thousandReceived: 0 },
    cap: null,
    tokenCap: null,
    tripped: (provider) => void tripped.push(provider),
    ...given,
  });

  it('spends exactly up to the cap when two workers race, and defers the rest (F18)', async () => {
    const { transcriber, asked } = fakeTranscriber('capped.test');
    const ask = (store: Store) =>
      meterTranscriber(transcriber, callId, meteringOn(store, { cap: 1_000_000 })).transcribe(piece);
    const lanes = Array.from({ length: 24 }, (_, index) => ask(stores[index % 2 === 0 ? 0 : 1]));
    const results = await Promise.allSettled(lanes);
    const refused = results.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
    expect(asked).toHaveLength(10);
    expect(refused).toHaveLength(14);
    for (const error of refused) expect(error).toMatchObject({ code: 'E_BUDGET', isRetryable: true });
    const spend = await stores[0].ledger.spend('call');
    expect(spend).toEqual([{ group: callId, requests: 10, amount: 1_000_000, unknown: 0 }]);
  });

  it('spends no more tokens than the month has when two workers race, and asks no more', async () => {
    const { judge, asked } = fakeJudge({ sent: 900, cached: 0, received: 100 });
    const request = { messages: [{ role: 'user' as const, content: 'a'.repeat(400) }], maxAnswerTokens: 990 };
    const worst = reserveTokens(request);
    const tokenCap = worst * 5;
    const ask = (store: Store) => meterJudge(judge, callId, meteringOn(store, { tokenCap })).ask(request);
    const lanes = Array.from({ length: 20 }, (_, index) => ask(stores[index % 2 === 0 ? 0 : 1]));
    const results = await Promise.allSettled(lanes);
    const refused = results.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
    expect(asked).toHaveLength(5);
    expect(asked.length * 1000).toBeLessThanOrEqual(tokenCap);
    expect(asked.length + refused.length).toBe(20);
    for (const error of refused) expect(error).toMatchObject({ code: 'E_BUDGET', isRetryable: false });
    await expect(
      meterJudge(judge, callId, meteringOn(stores[1], { tokenCap: null })).ask(request),
    ).resolves.toMatchObject({ body: '{}' });
  });

  it('keeps one rate over two workers', async () => {
    const { transcriber, asked } = fakeTranscriber('slow.test');
    // 600 a minute are 10 a second, one second of them in reserve
    const rates = { ...none, requestsPerMinute: 600 };
    const ask = (store: Store) =>
      meterTranscriber(transcriber, callId, meteringOn(store, { transcriberRates: rates })).transcribe(piece);
    const beganMs = performance.now();
    await Promise.all(Array.from({ length: 40 }, (_, index) => ask(stores[index % 2 === 0 ? 0 : 1])));
    const tookMs = Math.max(...asked) - beganMs;
    expect(tookMs).toBeGreaterThan(2_900);
  });

  it('closes a provider that has no quota: one says so, the others do not ask, until it is resumed (F17)', async () => {
    const quota = new EarmarkError('E_PROVIDER_QUOTA', 'the account is empty');
    const { transcriber, asked } = fakeTranscriber('empty.test', () => quota);
    const ask = (store: Store) => meterTranscriber(transcriber, callId, meteringOn(store)).transcribe(piece);
    const closed = { code: 'E_PROVIDER_QUOTA', isRetryable: true, retryAfterMs: 3_600_000 };
    await expect(ask(stores[0])).rejects.toMatchObject(closed);
    await expect(ask(stores[1])).rejects.toMatchObject(closed);
    expect(asked).toHaveLength(1);
    expect(tripped).toEqual(['empty.test']);
    expect(await stores[1].gate.circuits()).toMatchObject([
      { provider: 'empty.test', code: 'E_PROVIDER_QUOTA' },
    ]);
    expect(await stores[1].gate.resume('empty.test')).toBe(true);
    await expect(ask(stores[0])).rejects.toMatchObject(closed);
    expect(asked).toHaveLength(2);
    await stores[0].gate.resume('empty.test');
  });

  it('pauses all workers after a 429, for no more than five minutes whatever it says (F16)', async () => {
    const ask = { provider: 'busy.test', model: 'm', audioMs: 0, tokens: 0 };
    const [one, other] = stores;
    await one.gate.admit(ask, none);
    expect(await one.gate.throttled(ask, 9_000)).toBe(9_000);
    const admission = await other.gate.admit(ask, none);
    expect(admission.state).toBe('later');
    expect(admission).toMatchObject({ waitMs: expect.any(Number) });
    for (let round = 0; round < 40; round++)
      expect(await one.gate.throttled(ask, undefined)).toBeLessThanOrEqual(300_000);
    expect(await one.gate.throttled(ask, Number.MAX_SAFE_INTEGER)).toBe(300_000);
  });

  it('counts a reservation whose worker died as spent, at its worst', async () => {
    const { ledger } = stores[0];
    const purpose = { callRecordId: callId, stage: 'lost', provider: 'p', model: 'm', audioMs: 0, tokens: 0 };
    await ledger.reserve(purpose, 500, null);
    expect(await ledger.sweep(0)).toBe(1);
    const spend = (await ledger.spend('stage')).find(({ group }) => group === 'lost');
    expect(spend).toEqual({ group: 'lost', requests: 1, amount: 500, unknown: 500 });
  });
});
