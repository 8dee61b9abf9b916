import { type Kysely, sql } from 'kysely';
import type { CallFailure, CallStatus } from '../domain/call-record.ts';
import type { RecordingRef } from '../domain/recording.ts';
import type { Sighting } from '../domain/store-ports.ts';
import { cleanText, toSearched } from './clean-text.ts';
import { fromKeptOrNull, hashText } from './kept-json.ts';
import type { Database } from './schema.ts';

const now = sql<string>`clock_timestamp()`;
const finished: readonly CallStatus[] = ['scored', 'not-scored', 'duplicate', 'held', 'erased'];

function needsWork(status: CallStatus, failure: CallFailure | null): boolean {
  if (status === 'failed') return failure?.isRetryable ?? true;
  return !finished.includes(status);
}

/** Takes up a listed recording, once per source and key; new bytes start it over, erased ones are refused. */
export async function seeRecording(db: Kysely<Database>, ref: RecordingRef): Promise<Sighting> {
  const placeHash = hashText(`${ref.source}\u0000${ref.key}`);
  const key = cleanText(ref.key);
  const added = await db
    .insertInto('calls')
    .values({
      source: cleanText(ref.source),
      key,
      place_hash: placeHash,
      size_bytes: ref.sizeBytes,
      revision: cleanText(ref.revision),
      search_text: toSearched(key),
    })
    .onConflict((conflict) => conflict.column('place_hash').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) return { id: added.id, status: 'found', isNew: true, hasChanged: false, needsWork: true };
  const known = await db
    .selectFrom('calls')
    .select(['id', 'status', 'revision', 'failure', 'content_hash'])
    .where('place_hash', '=', placeHash)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const status = known.status as CallStatus;
  if (status === 'erased') return await seeErased(db, known, placeHash, ref);
  if (known.revision === cleanText(ref.revision)) {
    const failure = fromKeptOrNull<CallFailure>(known.failure);
    return { id: known.id, status, isNew: false, hasChanged: false, needsWork: needsWork(status, failure) };
  }
  await startOver(db, known.id, ref);
  return { id: known.id, status: 'found', isNew: false, hasChanged: true, needsWork: true };
}

/** The erased recording still lies there: refused. Other bytes do: they are a call of their own. */
async function seeErased(
  db: Kysely<Database>,
  { id, revision }: { readonly id: string; readonly revision: string },
  placeHash: string,
  ref: RecordingRef,
): Promise<Sighting> {
  if (revision === hashText(cleanText(ref.revision)))
    return { id, status: 'erased', isNew: false, hasChanged: false, needsWork: false };
  const givenUp = { place_hash: hashText(`${placeHash}\u0000${id}`) };
  await db.updateTable('calls').set(givenUp).where('id', '=', id).execute();
  return await seeRecording(db, ref);
}

/** New bytes lie where the old ones were: the old scorecards stay, the oldest duplicate becomes the original. */
async function startOver(db: Kysely<Database>, id: string, ref: RecordingRef): Promise<void> {
  await db
    .updateTable('calls')
    .set({
      size_bytes: ref.sizeBytes,
      revision: cleanText(ref.revision),
      status: 'found',
      content_hash: null,
      duplicate_of: null,
      failure: null,
      attempt: 0,
      crashes: 0,
      gave_up_at: null,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute();
  const heir = await db
    .selectFrom('calls')
    .select('id')
    .where('duplicate_of', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (heir === undefined) return;
  const promoted = { duplicate_of: null, status: 'found', updated_at: now };
  await db.updateTable('calls').set(promoted).where('id', '=', heir.id).execute();
  await db.updateTable('calls').set({ duplicate_of: heir.id }).where('duplicate_of', '=', id).execute();
}
