import { type Kysely, sql } from 'kysely';
import type { CallDescription } from '../domain/call-record.ts';
import type { CallRecords } from '../domain/store-ports.ts';
import { EarmarkError } from '../errors.ts';
import { createCallAttempts } from './call-attempts.ts';
import { forgetCall, rememberCall } from './call-facts.ts';
import { callColumns, toCallRecord } from './call-rows.ts';
import { createCallStages } from './call-stages.ts';
import { cleanText, countUnstorable, toSearched } from './clean-text.ts';
import { requireKeptCustomer } from './erasure.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { toKept } from './kept-json.ts';
import { recountCall } from './report-counts.ts';
import type { Database } from './schema.ts';
import { seeRecording } from './see-recording.ts';

const now = sql<string>`clock_timestamp()`;
/** Text a search finds a call by: where it lies, whose it is, and what people call it. */
function searchTextOf(key: string, metadata: CallDescription['metadata']): string {
  const { callId, agent, customer, company } = metadata;
  const words = [key, callId, agent?.id, agent?.name, agent?.team, customer?.id, customer?.name, company];
  return toSearched(words.filter((word) => word !== undefined).join('\n'));
}

const cleanOrNull = (text: string | undefined): string | null =>
  text === undefined ? null : cleanText(text);

/** A start time a column can hold; anything outside of 1970–2999 is kept in the metadata only. */
function storableTime(iso: string | undefined): string | null {
  if (iso === undefined) return null;
  const at = Date.parse(iso);
  return at >= 0 && at < Date.UTC(3000, 0) ? new Date(at).toISOString() : null;
}

/** The description's problems, with one more where metadata holds characters no column takes. */
function problemsOf(description: CallDescription): CallDescription['problems'] {
  let count = 0;
  JSON.stringify(description.metadata, (_, value) => {
    if (typeof value === 'string') count += countUnstorable(value);
    return value;
  });
  if (count === 0) return description.problems;
  const message = `${count} character(s) that are no text were replaced for searching`;
  return [
    ...description.problems,
    { file: '', path: 'metadata', message, remedy: 'correct the encoding where the metadata is written' },
  ];
}

async function identify(db: Kysely<Database>, id: string, contentHash: string) {
  // calls with one content queue up here; the unique index is the guard should this ever be left out
  await sql`select pg_advisory_xact_lock(hashtextextended(${contentHash}, 0))`.execute(db);
  const original = await db
    .selectFrom('calls')
    .select(['id', 'status'])
    .where('content_hash', '=', contentHash)
    .where('duplicate_of', 'is', null)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (original?.status === 'erased')
    throw new EarmarkError('E_ERASED', 'a call with this very recording was erased', {
      remedy: 'take the recording away from the source',
    });
  const duplicateOf = original?.id ?? null;
  const status =
    duplicateOf === null
      ? sql<string>`case when status = 'duplicate' then 'running' else status end`
      : sql<string>`'duplicate'`;
  await db
    .updateTable('calls')
    .set({ content_hash: contentHash, duplicate_of: duplicateOf, status, updated_at: now })
    .where('id', '=', id)
    .execute();
  if (duplicateOf !== null) {
    await db.updateTable('calls').set({ crashes: 0, gave_up_at: null }).where('id', '=', id).execute();
    await retireScorecards(db, id);
    await forgetCall(db, id);
  }
  return { duplicateOf };
}

/** A call that turned out to be a duplicate counts nowhere; its scorecards of other bytes stay as history. */
async function retireScorecards(db: Kysely<Database>, id: string): Promise<void> {
  const current = db.selectFrom('scorecards').select('id').where('call_id', '=', id);
  const removed = (await current.where('is_current', '=', true).executeTakeFirst())?.id ?? null;
  const past = { is_current: false };
  await db
    .updateTable('verdicts')
    .set(past)
    .where('call_id', '=', id)
    .where('is_current', '=', true)
    .execute();
  await db
    .updateTable('scorecards')
    .set(past)
    .where('call_id', '=', id)
    .where('is_current', '=', true)
    .execute();
  const nothing = { scorecard_id: null, standard_id: null, has_critical: false, needs_person: false };
  await db.updateTable('calls').set(nothing).where('id', '=', id).execute();
  await recountCall(db, { added: null, removed });
}

async function describe(db: Kysely<Database>, id: string, description: CallDescription): Promise<void> {
  const { metadata } = description;
  await requireKeptCustomer(db, id, metadata.customer?.id, storableTime(metadata.startedAt));
  const { key } = await db.selectFrom('calls').select('key').where('id', '=', id).executeTakeFirstOrThrow();
  await db
    .updateTable('calls')
    .set({
      metadata: toKept(metadata),
      provenance: toKept(description.provenance),
      problems: toKept(problemsOf(description)),
      call_name: cleanOrNull(metadata.callId),
      agent_id: cleanOrNull(metadata.agent?.id),
      agent_name: cleanOrNull(metadata.agent?.name),
      team: cleanOrNull(metadata.agent?.team),
      customer_id: cleanOrNull(metadata.customer?.id),
      company: cleanOrNull(metadata.company),
      direction: metadata.direction ?? null,
      kind: cleanOrNull(metadata.kind),
      language: metadata.language ?? null,
      started_at: storableTime(metadata.startedAt),
      search_text: searchTextOf(key, metadata),
      updated_at: now,
    })
    .where('id', '=', id)
    .execute();
  await rememberCall(db, id);
}

/** Calls kept in the given database or transaction. */
export function createCallRecords(db: Kysely<Database>): CallRecords {
  return {
    ...createCallStages(db),
    ...createCallAttempts(db),
    saw: (ref) => inTransaction(db, (tx) => seeRecording(tx, ref)),
    identify: (id, contentHash) => inTransaction(db, (tx) => identify(tx, id, contentHash)),
    describe: (id, description) => inTransaction(db, (tx) => describe(tx, id, description)),
    async get(id) {
      if (!isUuid(id)) return null;
      const row = await db.selectFrom('calls').select(callColumns).where('id', '=', id).executeTakeFirst();
      return row ? toCallRecord(row) : null;
    },
    async duplicates(id) {
      if (!isUuid(id)) return [];
      const rows = db.selectFrom('calls').select(['id', 'source', 'key']).where('duplicate_of', '=', id);
      return await rows.orderBy('created_at').orderBy('id').execute();
    },
  };
}
