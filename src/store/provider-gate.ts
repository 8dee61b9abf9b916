import { type Kysely, sql } from 'kysely';
import type {
  Admission,
  OpenCircuit,
  ProviderAsk,
  ProviderGate,
  ProviderRates,
} from '../domain/operation-ports.ts';
import type { Database } from './schema.ts';

/** A bucket holds this many seconds of its rate, so that a quiet minute is not followed by a burst. */
const BURST_SECONDS = 1;
/** Debts above this send a worker away instead of letting it wait in place. */
const MAX_DEBT_SECONDS = 5;
/** Waits after a 429 that names no sane time: full jitter, doubling from 1 s to 5 minutes (faults.md §1.3). */
const BASE_WAIT_MS = 1_000;
const MAX_WAIT_MS = 300_000;
/** A rate nobody reaches, in the place of none. */
const UNLIMITED = 1e12;

/** Units a second of the three buckets. */
function ratesOf(rates: ProviderRates) {
  const perSecond = (perMinute: number | null) => (perMinute ?? UNLIMITED) / 60;
  return {
    requests: perSecond(rates.requestsPerMinute),
    audio: perSecond(rates.audioSecondsPerMinute),
    tokens: perSecond(rates.tokensPerMinute),
  };
}

/** Level of a bucket now. */
const filled = (level: 'requests_level' | 'audio_level' | 'tokens_level', rate: number) =>
  sql<number>`least(${rate * BURST_SECONDS}::float8, ${sql.ref(level)} + ${rate}::float8 *
    greatest(0, extract(epoch from clock_timestamp() - filled_at)::float8))`;

async function admit(db: Kysely<Database>, ask: ProviderAsk, rates: ProviderRates): Promise<Admission> {
  const rate = ratesOf(rates);
  const levels = {
    requests: filled('requests_level', rate.requests),
    audio: filled('audio_level', rate.audio),
    tokens: filled('tokens_level', rate.tokens),
  };
  const full = {
    requests_level: rate.requests * BURST_SECONDS,
    audio_level: rate.audio * BURST_SECONDS,
    tokens_level: rate.tokens * BURST_SECONDS,
  };
  const place = { provider: ask.provider, model: ask.model };
  const row = db.insertInto('provider_limits').values({ ...place, ...full });
  await row.onConflict((conflict) => conflict.doNothing()).execute();
  const taken = await db
    .updateTable('provider_limits')
    .set({
      requests_level: sql<number>`${levels.requests} - 1`,
      audio_level: sql<number>`${levels.audio} - ${ask.audioMs / 1000}::float8`,
      tokens_level: sql<number>`${levels.tokens} - ${ask.tokens}::float8`,
      filled_at: sql<string>`clock_timestamp()`,
    })
    .where('provider', '=', ask.provider)
    .where('model', '=', ask.model)
    .where(sql<boolean>`coalesce(paused_until <= clock_timestamp(), true)`)
    .where(sql<boolean>`not exists (select 1 from provider_circuits c where c.provider = ${ask.provider})`)
    .where(sql<boolean>`${levels.requests} > ${-MAX_DEBT_SECONDS * rate.requests}::float8`)
    .where(sql<boolean>`${levels.audio} > ${-MAX_DEBT_SECONDS * rate.audio}::float8`)
    .where(sql<boolean>`${levels.tokens} > ${-MAX_DEBT_SECONDS * rate.tokens}::float8`)
    .returning(['requests_level', 'audio_level', 'tokens_level'])
    .executeTakeFirst();
  if (taken === undefined) return await sayWhyNot(db, ask);
  const debts = [
    -taken.requests_level / rate.requests,
    -taken.audio_level / rate.audio,
    -taken.tokens_level / rate.tokens,
  ];
  return { state: 'admitted', waitMs: Math.max(0, ...debts) * 1000 };
}

async function sayWhyNot(db: Kysely<Database>, ask: ProviderAsk): Promise<Admission> {
  const circuit = (await readCircuits(db)).find(({ provider }) => provider === ask.provider);
  if (circuit !== undefined) return { state: 'closed', circuit };
  const row = await db
    .selectFrom('provider_limits')
    .select(
      sql<number>`extract(epoch from coalesce(paused_until, clock_timestamp()) - clock_timestamp())::float8 * 1000`.as(
        'pause_ms',
      ),
    )
    .where('provider', '=', ask.provider)
    .where('model', '=', ask.model)
    .executeTakeFirst();
  return { state: 'later', waitMs: Math.max(MAX_DEBT_SECONDS * 1000, row?.pause_ms ?? 0) };
}

async function readCircuits(db: Kysely<Database>): Promise<OpenCircuit[]> {
  const rows = await db.selectFrom('provider_circuits').selectAll().orderBy('provider').execute();
  return rows.map(({ opened_at, ...row }) => ({ ...row, openedAt: opened_at.toISOString() }));
}

async function throttle(db: Kysely<Database>, ask: ProviderAsk, retryAfterMs: number | undefined) {
  const ofAsk = db
    .updateTable('provider_limits')
    .where('provider', '=', ask.provider)
    .where('model', '=', ask.model);
  const row = await ofAsk
    .set({ throttles: sql<number>`least(throttles + 1, 30)` })
    .returning('throttles')
    .executeTakeFirst();
  const ceilingMs = Math.min(MAX_WAIT_MS, BASE_WAIT_MS * 2 ** ((row?.throttles ?? 1) - 1));
  const waitMs = Math.min(MAX_WAIT_MS, retryAfterMs ?? Math.random() * ceilingMs);
  const until = sql<string>`greatest(paused_until, clock_timestamp() + ${waitMs}::float8 * interval '1 ms')`;
  await ofAsk.set({ paused_until: until }).execute();
  return waitMs;
}

/** The gate of all workers on the given database. */
export function createProviderGate(db: Kysely<Database>): ProviderGate {
  return {
    admit: (ask, rates) => admit(db, ask, rates),
    throttled: (ask, retryAfterMs) => throttle(db, ask, retryAfterMs),
    async answered(ask, tokensUsed) {
      const unused = tokensUsed === null ? 0 : ask.tokens - tokensUsed;
      await db
        .updateTable('provider_limits')
        .set({ throttles: 0, tokens_level: sql<number>`tokens_level + ${unused}::float8` })
        .where('provider', '=', ask.provider)
        .where('model', '=', ask.model)
        .execute();
    },
    async trip(provider, code, message) {
      const row = db.insertInto('provider_circuits').values({ provider, code, message });
      const opened = await row
        .onConflict((conflict) => conflict.doNothing())
        .returning('provider')
        .execute();
      return opened.length === 1;
    },
    circuits: () => readCircuits(db),
    async resume(provider) {
      const gone = db.deleteFrom('provider_circuits').where('provider', '=', provider);
      return (await gone.executeTakeFirst()).numDeletedRows === 1n;
    },
  };
}
