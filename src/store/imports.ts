import { type Kysely, type Selectable, sql } from 'kysely';
import type { CallFailure } from '../domain/call-record.ts';
import type { ImportProgress, Imports } from '../domain/store-ports.ts';
import { cleanText } from './clean-text.ts';
import { isUuid } from './is-uuid.ts';
import { fromKeptOrNull, toKept } from './kept-json.ts';
import type { Database, ImportsTable } from './schema.ts';

function toProgress(row: Selectable<ImportsTable>): ImportProgress {
  return {
    id: row.id,
    source: row.source,
    state: row.state as ImportProgress['state'],
    seen: row.seen,
    taken: row.taken,
    known: row.known,
    refused: row.refused,
    finished: row.finished,
    failed: row.failed,
    after: row.after_key,
    failure: fromKeptOrNull<CallFailure>(row.failure),
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

/** Imports kept in the given database or transaction. */
export function createImports(db: Kysely<Database>): Imports {
  return {
    async begin(source, by) {
      const row = { source: cleanText(source), begun_by: cleanText(by) };
      return (await db.insertInto('imports').values(row).returning('id').executeTakeFirstOrThrow()).id;
    },
    async advance(id, step) {
      await db
        .updateTable('imports')
        .set({
          seen: sql<number>`seen + ${step.seen ?? 0}::int`,
          taken: sql<number>`taken + ${step.taken ?? 0}::int`,
          known: sql<number>`known + ${step.known ?? 0}::int`,
          refused: sql<number>`refused + ${step.refused ?? 0}::int`,
          finished: sql<number>`finished + ${step.finished ?? 0}::int`,
          failed: sql<number>`failed + ${step.failed ?? 0}::int`,
          ...(step.after === undefined ? {} : { after_key: cleanText(step.after) }),
          // one that failed half-way is running again
          ...{ state: 'running', failure: null, ended_at: null },
        })
        .where('id', '=', id)
        .execute();
    },
    async end(id, failure) {
      const state = failure === null ? 'done' : 'failed';
      const ended = { state, failure: failure === null ? null : toKept(failure) };
      const endedAt = sql<string>`clock_timestamp()`;
      await db
        .updateTable('imports')
        .set({ ...ended, ended_at: endedAt })
        .where('id', '=', id)
        .execute();
    },
    async get(id) {
      if (!isUuid(id)) return null;
      const row = await db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toProgress(row) : null;
    },
    async unfinished(source) {
      const ofSource = db.selectFrom('imports').selectAll().where('source', '=', cleanText(source));
      const row = await ofSource.orderBy('started_at', 'desc').limit(1).executeTakeFirst();
      return row && row.state !== 'done' ? toProgress(row) : null;
    },
  };
}
