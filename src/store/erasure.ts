import { type Kysely, sql } from 'kysely';
import type { Erased, Erasure } from '../domain/erasure-ports.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import { EarmarkError } from '../errors.ts';
import { forgetCall } from './call-facts.ts';
import { cleanText } from './clean-text.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { fromKept, hashText, toKept } from './kept-json.ts';
import type { Database } from './schema.ts';

const nothing: Erased = { callRecordIds: [], artifacts: [] };

/** The sha256 a customer is remembered by. */
export function customerHash(customerId: string): string {
  return hashText(`customer\u0000${cleanText(customerId)}`);
}

/** The scorecard without anything that was said: verdicts, points and totals. */
function figuresOf(scorecard: Scorecard): Scorecard {
  const bare = (criterion: Scorecard['criteria'][number]) => ({
    ...criterion,
    reason: { code: criterion.reason.code, en: 'The call was erased.', zh: '通话已删除。' },
    evidence: [],
    events: [],
  });
  return { ...scorecard, callId: '', criteria: scorecard.criteria.map(bare) };
}

/** Every call with the bytes of this one that is not erased yet, locked in one order for everybody. */
async function familyOf(db: Kysely<Database>, id: string) {
  const asked = db.selectFrom('calls').select(['id', 'duplicate_of']).where('id', '=', id);
  const call = await asked.executeTakeFirst();
  if (call === undefined) return [];
  const original = call.duplicate_of ?? call.id;
  const family = db
    .selectFrom('calls')
    .select(['id', 'revision', 'status'])
    .where((eb) => eb.or([eb('id', '=', original), eb('duplicate_of', '=', original)]));
  const locked = await family.orderBy('id').forUpdate().execute();
  return locked.filter(({ status }) => status !== 'erased');
}

/** Artifacts of these calls that no other call names. */
async function ownArtifacts(db: Kysely<Database>, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('call_traces as mine')
    .select('mine.key')
    .distinct()
    .where('mine.kind', '=', 'artifact')
    .where('mine.call_id', 'in', ids)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('call_traces as others')
            .select('others.key')
            .where('others.kind', '=', 'artifact')
            .whereRef('others.key', '=', 'mine.key')
            .where('others.call_id', 'not in', ids),
        ),
      ),
    )
    .execute();
  return rows.map(({ key }) => key);
}

async function dropTraced(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  const keys = (kind: string) =>
    db.selectFrom('call_traces').select('key').where('kind', '=', kind).where('call_id', 'in', ids);
  await db.deleteFrom('stage_results').where('key', 'in', keys('stage-result')).execute();
  await db.deleteFrom('raw_replies').where('key', 'in', keys('reply')).execute();
  // files go after the commit; until then their traces say that they are to go
  const rest = db.deleteFrom('call_traces').where('call_id', 'in', ids);
  await rest.where('kind', '<>', 'artifact').execute();
}

/** Parts no scorecard points to any more. */
export async function dropParts(db: Kysely<Database>, hashes: readonly (string | null)[]): Promise<void> {
  const named = hashes.filter((hash) => hash !== null);
  if (named.length === 0) return;
  await db
    .deleteFrom('parts')
    .where('hash', 'in', named)
    .where(sql<boolean>`not exists (select 1 from scorecards s where s.transcript_part = parts.hash)`)
    .where(sql<boolean>`not exists (select 1 from scorecards s where s.acoustics_part = parts.hash)`)
    .where(sql<boolean>`not exists (select 1 from scorecards s where s.transcription_part = parts.hash)`)
    .execute();
}

async function bareScorecards(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  const rows = await db.selectFrom('scorecards').selectAll().where('call_id', 'in', ids).execute();
  for (const { id, body: full } of rows) {
    const body = toKept(figuresOf(fromKept<Scorecard>(full)));
    const noParts = { transcript_part: null, acoustics_part: null, transcription_part: null };
    const bare = { body, body_hash: hashText(body), needs_person: '[]', ...noParts };
    await db.updateTable('scorecards').set(bare).where('id', '=', id).execute();
  }
  const parts = rows.flatMap((row) => [row.transcript_part, row.acoustics_part, row.transcription_part]);
  await dropParts(db, parts);
}

/** What is left of a call: hashes, times, whose it was at work, and its figures. */
async function blank(db: Kysely<Database>, id: string, revision: string): Promise<void> {
  const empty = {
    source: '',
    key: '',
    search_text: '',
    metadata: '{"version":1}',
    provenance: '{}',
    problems: '[]',
  };
  const none = {
    failure: null,
    call_name: null,
    customer_id: null,
    company: null,
    roles: null,
    recording: null,
  };
  await db
    .updateTable('calls')
    .set({
      ...empty,
      ...none,
      status: 'erased',
      revision: hashText(revision),
      size_bytes: 0,
      needs_person: false,
      gave_up_at: null,
      updated_at: sql<string>`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute();
}

async function erase(db: Kysely<Database>, id: string): Promise<Erased> {
  const family = await familyOf(db, id);
  if (family.length === 0) return nothing;
  const ids = family.map((call) => call.id);
  const artifacts = await ownArtifacts(db, ids);
  await dropTraced(db, ids);
  await bareScorecards(db, ids);
  for (const table of ['call_stages', 'notes', 'role_choices', 'comments'] as const)
    await db.deleteFrom(table).where('call_id', 'in', ids).execute();
  await db.deleteFrom('plays').where('call_id', 'in', ids).execute();
  // decisions stay, what was written about them goes
  await db.updateTable('reviews').set({ reason: 'erased' }).where('call_id', 'in', ids).execute();
  const reasons = { reason: 'erased', decision_reason: null };
  await db.updateTable('disputes').set(reasons).where('call_id', 'in', ids).execute();
  const open = db.updateTable('assignments').set({ state: 'cancelled', version: sql<number>`version + 1` });
  await open.where('call_id', 'in', ids).where('state', '=', 'open').execute();
  for (const call of family) {
    await forgetCall(db, call.id);
    await blank(db, call.id, call.revision);
  }
  return { callRecordIds: ids, artifacts };
}

/** Traces of files whose every call is erased. */
function erasedArtifacts(db: Kysely<Database>) {
  return db
    .selectFrom('call_traces as mine')
    .innerJoin('calls', 'calls.id', 'mine.call_id')
    .where('mine.kind', '=', 'artifact')
    .where('calls.status', '=', 'erased')
    .where(sql<boolean>`not exists (select 1 from call_traces o join calls c on c.id = o.call_id
      where o.kind = 'artifact' and o.key = mine.key and c.status <> 'erased')`);
}

/** Fails with `E_ERASED` for a call of before its customer was erased. */
export async function requireKeptCustomer(
  db: Kysely<Database>,
  id: string,
  customer: string | undefined,
  startedAt: string | null,
): Promise<void> {
  if (customer === undefined) return;
  const erased = await db
    .selectFrom('erased_customers')
    .select('erased_at')
    .where('customer_hash', '=', customerHash(customer))
    .where(
      sql<boolean>`erased_at > coalesce(${startedAt}::timestamptz, (select created_at from calls where id = ${id}::uuid))`,
    )
    .executeTakeFirst();
  if (erased !== undefined) throw new EarmarkError('E_ERASED', 'this customer was erased after this call');
}

/** Erasure in the given database or transaction. */
export function createErasure(db: Kysely<Database>): Erasure {
  return {
    async eraseCall(id) {
      return isUuid(id) ? await inTransaction(db, (tx) => erase(tx, id)) : nothing;
    },
    async callsOf(customerId, limit) {
      const ofCustomer = db.selectFrom('calls').select('id').where('customer_id', '=', cleanText(customerId));
      const rows = await ofCustomer.where('status', '<>', 'erased').orderBy('sort_at').limit(limit).execute();
      return rows.map(({ id }) => id);
    },
    async leftArtifacts(limit) {
      const left = erasedArtifacts(db).select('mine.key').distinct().limit(limit);
      return (await left.execute()).map(({ key }) => key);
    },
    async artifactRemoved(name) {
      const erased = db.selectFrom('calls').select('id').where('status', '=', 'erased');
      const traces = db.deleteFrom('call_traces').where('kind', '=', 'artifact').where('key', '=', name);
      await traces.where('call_id', 'in', erased).execute();
    },
    async refuseCustomer(customerId) {
      const erasedAt = sql<string>`clock_timestamp()`;
      const row = { customer_hash: customerHash(customerId), erased_at: erasedAt };
      const known = db.insertInto('erased_customers').values(row);
      await known
        .onConflict((conflict) => conflict.column('customer_hash').doUpdateSet({ erased_at: erasedAt }))
        .execute();
    },
  };
}
