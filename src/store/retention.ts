import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Chores, Retention } from '../domain/erasure-ports.ts';
import type { NormalizedRecording } from '../domain/recording.ts';
import { dropParts } from './erasure.ts';
import { inTransaction } from './in-transaction.ts';
import { fromKept } from './kept-json.ts';
import type { Database } from './schema.ts';

const now = sql<string>`clock_timestamp()`;
const isOlder = (days: number): RawBuilder<boolean> =>
  sql<boolean>`sort_at < clock_timestamp() - ${days}::float8 * interval '1 day'`;

async function removeWords(db: Kysely<Database>, id: string): Promise<void> {
  const cards = db.selectFrom('scorecards').select(['transcript_part', 'transcription_part']);
  const parts = await cards.where('call_id', '=', id).execute();
  const none = { transcript_part: null, transcription_part: null };
  await db.updateTable('scorecards').set(none).where('call_id', '=', id).execute();
  await dropParts(
    db,
    parts.flatMap((row) => [row.transcript_part, row.transcription_part]),
  );
  const traced = (kind: string) =>
    db.selectFrom('call_traces').select('key').where('kind', '=', kind).where('call_id', '=', id);
  await db
    .deleteFrom('stage_results')
    .where('stage', '=', 'transcribe')
    .where('key', 'in', traced('stage-result'))
    .execute();
  await db.deleteFrom('raw_replies').where('key', 'in', traced('reply')).execute();
  await db.updateTable('calls').set({ words_removed_at: now }).where('id', '=', id).execute();
}

/** Retention in the given database or transaction. */
export function createRetention(db: Kysely<Database>): Retention {
  const atRest = (days: number) => {
    const old = db.selectFrom('calls').where(isOlder(days)).where('status', 'not in', ['erased', 'running']);
    return old.orderBy('sort_at');
  };
  return {
    async callsOlderThan(days, limit) {
      const rows = await atRest(days).select('id').limit(limit).execute();
      return rows.map(({ id }) => id);
    },
    async audioOlderThan(days, limit) {
      const sounding = atRest(days).where('recording', 'is not', null).where('audio_removed_at', 'is', null);
      const rows = await sounding.select(['id', 'recording']).limit(limit).execute();
      return rows.map(({ id, recording }) => {
        const { playback, speech } = fromKept<NormalizedRecording>(recording ?? '');
        return { id, artifacts: [playback, ...Object.values(speech)].map(({ name }) => name) };
      });
    },
    async audioRemoved(id) {
      await db.updateTable('calls').set({ audio_removed_at: now }).where('id', '=', id).execute();
    },
    async wordsOlderThan(days, limit) {
      const worded = atRest(days).where('scorecard_id', 'is not', null).where('words_removed_at', 'is', null);
      const rows = await worded.select('id').limit(limit).execute();
      return rows.map(({ id }) => id);
    },
    removeWords: (id) => inTransaction(db, (tx) => removeWords(tx, id)),
  };
}

/** Chores in the given database or transaction. */
export function createChores(db: Kysely<Database>): Chores {
  return {
    async claim(name, everyMs) {
      const due = sql<boolean>`chores.begun_at <= clock_timestamp() - ${everyMs}::float8 * interval '1 ms'`;
      const begun = db.insertInto('chores').values({ name, begun_at: now });
      const { numInsertedOrUpdatedRows } = await begun
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ begun_at: now }).where(due))
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}
