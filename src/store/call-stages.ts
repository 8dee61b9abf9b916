import { type Kysely, sql } from 'kysely';
import type { StageState } from '../domain/call-record.ts';
import type { CallRecords } from '../domain/store-ports.ts';
import { isUuid } from './is-uuid.ts';
import type { Database } from './schema.ts';

const now = sql<string>`clock_timestamp()`;

/** How calls came through their stages, kept in the given database or transaction. */
export function createCallStages(db: Kysely<Database>): Pick<CallRecords, 'began' | 'ended' | 'stages'> {
  return {
    async began(id, stage) {
      const began = { state: 'running', started_at: now, ended_at: null };
      await db
        .insertInto('call_stages')
        .values({ call_id: id, stage, ...began })
        .onConflict((conflict) => conflict.columns(['call_id', 'stage']).doUpdateSet(began))
        .execute();
    },
    async ended(id, stage, isReused) {
      await db
        .updateTable('call_stages')
        .set({ state: isReused ? 'reused' : 'done', ended_at: now })
        .where('call_id', '=', id)
        .where('stage', '=', stage)
        .execute();
    },
    async stages(id) {
      if (!isUuid(id)) return [];
      const kept = db.selectFrom('call_stages').selectAll().where('call_id', '=', id);
      const rows = await kept.orderBy('started_at').execute();
      return rows.map((row) => ({
        stage: row.stage,
        state: row.state as StageState['state'],
        startedAt: row.started_at.toISOString(),
        endedAt: row.ended_at?.toISOString() ?? null,
      }));
    },
  };
}

/** Marks what a call was in the middle of as failed. */
export async function failRunningStages(db: Kysely<Database>, id: string): Promise<void> {
  const running = db.updateTable('call_stages').where('call_id', '=', id).where('state', '=', 'running');
  await running.set({ state: 'failed', ended_at: now }).execute();
}
