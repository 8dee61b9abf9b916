import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAiTranscriber } from '../../src/adapters/openai-transcriber.ts';
import { CONTROL } from '../../src/stages/judge-request.ts';
import { REQUESTS_PER_CALL } from './fault-calls.ts';
import { drain, type FaultServer, type Plant, startFaultServer } from './fault-plant.ts';
import { criterionOf, judgeCompletion, type ProviderAnswer, soundAnswer } from './fault-provider.ts';
import { assertInvariants } from './invariants.ts';

const LIMIT_MS = 180_000;

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const scored = async (plant: Plant) =>
  (await plant.sql(`select 1 from calls where status = 'scored'`)).length;
const throttled = (retryAfter: string | null): ProviderAnswer => ({
  status: 429,
  body: '{"error":{"code":"rate_limit_exceeded","message":"slow down"}}',
  headers: retryAfter === null ? {} : { 'retry-after': retryAfter },
});

describe('F16: a storm of 429', () => {
  const waits = [null, '1', '-1', '99999', 'NaN', 'Wed, 21 Oct 2015 07:28:00 GMT'];

  it(
    'uses no attempt, never pauses for longer than 5 minutes, and drains',
    async () => {
      await using plant = await server.plant({ EARMARK_CONCURRENCY: '4' });
      await plant.addCalls(8);
      let storm = 0;
      let longestPauseS = 0;
      plant.provider.script = () => {
        storm += 1;
        return storm <= 12 && storm % 2 === 1 ? throttled(waits[(storm >> 1) % waits.length] ?? null) : null;
      };
      const waking = setInterval(async () => {
        const [pause] = await plant.sql<{ s: number }>(
          'select coalesce(extract(epoch from max(paused_until) - now()), 0)::float8 as s from provider_limits',
        );
        longestPauseS = Math.max(longestPauseS, pause?.s ?? 0);
        // whoever tests does not wait for minutes
        await plant.sql('update provider_limits set paused_until = null');
        await plant.sql(`update pgboss.job set start_after = now() where state < 'active'`);
      }, 300);
      try {
        await plant.drain({}, 120_000);
      } finally {
        clearInterval(waking);
      }
      expect(storm).toBeGreaterThan(12);
      expect(longestPauseS).toBeLessThanOrEqual(300);
      expect(await scored(plant)).toBe(8);
      expect(plant.provider.billed.transcribe).toBe(8 * REQUESTS_PER_CALL);
      expect(await plant.sql('select 1 from calls where attempt > 1')).toEqual([]);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F17: no money, no key', () => {
  const refusals = [
    { status: 429, body: '{"error":{"code":"insufficient_quota","message":"no money"}}' },
    { status: 402, body: '{"error":{"message":"payment required"}}' },
    { status: 401, body: '{"error":{"message":"bad key"}}' },
    { status: 403, body: '{"error":{"message":"forbidden"}}' },
  ];

  it(
    'closes the provider once each time: calls wait, none is given up, and all are done when it is resumed',
    async () => {
      await using plant = await server.plant({ EARMARK_CONCURRENCY: '4' });
      await plant.addCalls(5);
      for (const refusal of refusals) {
        const asked = plant.provider.requests.length;
        plant.provider.script = () => refusal;
        await plant.drainUntilSettled();
        // requests that were under way together when the first was refused
        expect(plant.provider.requests.length - asked).toBeLessThanOrEqual(4);
        expect(await plant.sql('select 1 from provider_circuits')).toHaveLength(1);
        await assertInvariants(plant, { waiting: 5 });
        await plant.sql('delete from provider_circuits');
      }
      plant.provider.script = () => null;
      await plant.drain();
      expect(await scored(plant)).toBe(5);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F18: a race for the last of the cap', () => {
  it(
    'spends exactly up to it; the rest waits and is not failed',
    async () => {
      const price = { EARMARK_PRICE_AUDIO_MINUTE: '6', EARMARK_COST_CAP_PER_MONTH: '10' };
      await using plant = await server.plant({ EARMARK_CONCURRENCY: '8', ...price });
      await plant.addCalls(12);
      await plant.drainUntilSettled();
      const [money] = await plant.sql<{ spent: number; reserved: number }>(
        'select spent::float8 as spent, reserved::float8 as reserved from budgets',
      );
      const [most] = await plant.sql<{ amount: number }>('select max(amount)::float8 as amount from ledger');
      expect(money?.reserved).toBe(0);
      expect(money?.spent ?? 0).toBeLessThanOrEqual(10e6);
      expect((money?.spent ?? 0) + (most?.amount ?? 0), 'one more would not fit').toBeGreaterThan(10e6);
      const done = await scored(plant);
      expect(done).toBeLessThan(12);
      await assertInvariants(plant, { waiting: 12 - done });
    },
    LIMIT_MS,
  );
});

describe('F19: a provider that does not come to an end', () => {
  const slow: ProviderAnswer[] = [
    { fault: 'hang' },
    { fault: 'headers-only' },
    { fault: 'cut' },
    { fault: 'reset' },
    { body: JSON.stringify({ text: 'x'.repeat(500) }), dripMs: 100 },
  ];

  it(
    'is given up in time however it hangs, and every call is tried again',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(slow.length);
      const hurt = new Set<string>();
      let current = '';
      plant.provider.script = () => {
        if (hurt.has(current)) return null;
        hurt.add(current);
        return slow[hurt.size - 1] ?? null;
      };
      await using installation = await plant.open({}, (call) => {
        current = call.key;
      });
      const { baseUrl } = plant.provider;
      const sound = openAiTranscriber({
        baseUrl,
        apiKey: 'k',
        model: 'whisper-1',
        maxAtOnce: 1,
        timeoutMs: 1000,
      });
      const waitedMs: number[] = [];
      const transcriber = {
        ...sound,
        transcribe: async (...given: Parameters<typeof sound.transcribe>) => {
          const begunMs = performance.now();
          try {
            return await sound.transcribe(...given);
          } finally {
            waitedMs.push(performance.now() - begunMs);
          }
        },
      };
      const endings = await drain(
        { ...installation, processing: { ...installation.processing, transcriber } },
        90_000,
      );
      expect(endings.filter(({ as }) => as === 'retried')).toHaveLength(slow.length);
      expect(endings.filter(({ as }) => as === 'done')).toHaveLength(slow.length);
      console.info(`F19: longest wait with a deadline of 1000 ms: ${Math.round(Math.max(...waitedMs))} ms`);
      expect(Math.max(...waitedMs)).toBeLessThan(4000);
      await assertInvariants(plant, { unsettled: 1 });
    },
    LIMIT_MS,
  );
});

describe('F23: a judge that answers nonsense', () => {
  const good = (request: string, changes = {}) => {
    const asked = JSON.parse(judgeCompletion(request, {})) as { choices: [{ message: { content: string } }] };
    return JSON.stringify({ ...JSON.parse(asked.choices[0].message.content), ...changes });
  };
  const met = { verdict: 'met' };
  const nonsense: ((request: string) => string)[] = [
    (asked) => good(asked, met).slice(0, 30),
    () => '{"score": 5}',
    () => '',
    () => 'x'.repeat(5e6),
    (asked) => `\`\`\`json\n${good(asked, met)}\n\`\`\``,
    (asked) => good(asked, met).replace('{', '{"verdict":"met",'),
    (asked) => good(asked).replace('"cannot-tell"', 'NaN'),
    (asked) => good(asked, { ...met, criterion: 'other' }),
  ];

  it(
    'is asked for at most one repair, and no verdict comes of it',
    async () => {
      await using plant = await server.plant({
        EARMARK_JUDGE_MODEL: 'judge-1',
        EARMARK_STANDARD: 'outbound-flow',
      });
      await plant.addCalls(nonsense.length + 1);
      let current = '';
      const asked = new Map<string, number>();
      plant.provider.script = (request) => {
        // words of its own for every call: an answer that is kept is not asked for again
        if (request.kind !== 'judge')
          return { body: soundAnswer(request).replaceAll('Good morning', `Good morning ${current}`) };
        if (criterionOf(request.text) === CONTROL) return { body: judgeCompletion(request.text, {}) };
        const at = Number(/-(\d+)\./.exec(current)?.[1]) - 1;
        const place = `${current} ${criterionOf(request.text)}`;
        asked.set(place, (asked.get(place) ?? 0) + 1);
        const answer = nonsense[at];
        if (answer === undefined)
          return { body: judgeCompletion(request.text, { content: '', refusal: 'no' }) };
        return { body: judgeCompletion(request.text, { content: answer(request.text) }) };
      };
      await plant.drainUntilSettled({}, (key) => {
        current = key;
      });
      expect(asked.size).toBeGreaterThan(nonsense.length);
      expect(Math.max(...asked.values())).toBeLessThanOrEqual(3);
      const judged = await plant.sql(`select 1 from verdicts where method = 'judge' and score is not null`);
      expect(judged).toEqual([]);
      // an answer of 5 MB is not read to its end, so nobody but the provider knows what it was billed for
      await assertInvariants(plant, {
        unsettled: 3 * [...asked.keys()].filter((place) => place.startsWith('call-4.')).length,
      });
    },
    LIMIT_MS,
  );
});

describe('F24: a recognizer that answers nonsense', () => {
  const segment = (start: number, end: number, text: string) => ({ id: 0, start, end, text });
  const reply = (segments: object[], text = 'hello there') =>
    JSON.stringify({ language: 'english', text, segments });
  const nonsense = [
    reply([], ''),
    reply([segment(-5, 3, 'hello there'), segment(1, 2, 'hello again')]),
    reply([segment(0, 9999, 'hello there')]),
    reply([segment(5, 1, 'hello there')]),
    JSON.stringify({ text: 'hello there my friend' }),
    JSON.stringify({ language: 'klingon', text: 'nuqneH', segments: [segment(0, 2, 'nuqneH')] }),
    reply([segment(0, 5, 'thank you '.repeat(500))]),
    JSON.stringify({ nothing: true }),
  ];

  it(
    'ends every call, with a reason where there is no text, and no time lies outside of its recording',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(nonsense.length);
      let current = '';
      plant.provider.script = () => ({ body: nonsense[Number(/-(\d+)\./.exec(current)?.[1]) - 1] ?? '' });
      const waking = setInterval(() => {
        void plant.sql(`update pgboss.job set start_after = now() where state < 'active'`);
      }, 300);
      await plant.drain({}, 90_000, (made) => {
        const { watch } = made.processing;
        Object.assign(made.processing, {
          watch: (...given: Parameters<typeof watch>) => {
            current = given[0].key;
          },
        });
      });
      clearInterval(waking);
      // JSON that is no transcription is no answer: tried again, then given up with its code; the ledger cannot know
      await assertInvariants(plant, { givenUp: 1, unsettled: 10 });
      const parts = await plant.sql<{ body: string }>('select body from parts where body like $1', [
        '%"sides"%',
      ]);
      const times = parts.flatMap(({ body }) =>
        [...body.matchAll(/"(?:startMs|endMs)":(-?[\d.]+)/g)].map(([, ms]) => Number(ms)),
      );
      expect(times.length).toBeGreaterThan(0);
      expect(times.filter((ms) => ms < 0 || ms > 14_500)).toEqual([]);
    },
    LIMIT_MS,
  );
});
