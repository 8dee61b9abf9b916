import { type Kysely, sql } from 'kysely';
import type { JudgeUsage } from '../domain/store-ports.ts';
import type { Database } from './schema.ts';

/** What judging has cost, from the kept replies; those of a transcriber carry a length of audio. */
export function createJudgeUsage(db: Kysely<Database>): JudgeUsage {
  return {
    async tokensThisMonth() {
      const { rows } = await sql<{ tokens: string | number | null }>`
        select sum((tokens::json ->> 'sent')::bigint + (tokens::json ->> 'received')::bigint) as tokens
        from raw_replies
        where audio_ms is null and tokens is not null
          and created_at >= date_trunc('month', clock_timestamp() at time zone 'utc') at time zone 'utc'`.execute(
        db,
      );
      return Number(rows[0]?.tokens ?? 0);
    },
  };
}
