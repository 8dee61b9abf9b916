import type { Kysely } from 'kysely';
import type { RawReplies, StageResults } from '../domain/ports.ts';
import { cleanText } from './clean-text.ts';
import { fromKept, fromKeptOrNull, toKept } from './kept-json.ts';
import type { Database } from './schema.ts';

/** Stage results kept in the given database or transaction. */
export function createStageResults(db: Kysely<Database>): StageResults {
  return {
    async find(key) {
      const row = await db.selectFrom('stage_results').selectAll().where('key', '=', key).executeTakeFirst();
      if (row === undefined) return null;
      const output = fromKept<unknown>(row.output);
      return { key: row.key, stage: row.stage, codeVersion: row.code_version, output };
    },
    async keep({ key, stage, codeVersion, output }) {
      const row = { key, stage, code_version: codeVersion, output: toKept(output) };
      const ifNew = db.insertInto('stage_results').values(row);
      await ifNew.onConflict((conflict) => conflict.column('key').doNothing()).execute();
    },
  };
}

/** Replies of paid services kept in the given database or transaction. */
export function createRawReplies(db: Kysely<Database>): RawReplies {
  return {
    async find(key) {
      const row = await db.selectFrom('raw_replies').selectAll().where('key', '=', key).executeTakeFirst();
      if (row === undefined) return null;
      return {
        key: row.key,
        provider: row.provider,
        modelAsked: row.model_asked,
        modelReported: row.model_reported,
        body: fromKept<string>(row.body),
        audioMs: row.audio_ms,
        latencyMs: row.latency_ms,
        tokens: fromKeptOrNull(row.tokens),
      };
    },
    async keep(reply) {
      const row = {
        key: reply.key,
        provider: cleanText(reply.provider),
        model_asked: cleanText(reply.modelAsked),
        model_reported: reply.modelReported === null ? null : cleanText(reply.modelReported),
        body: toKept(reply.body),
        audio_ms: reply.audioMs,
        latency_ms: reply.latencyMs,
        tokens: reply.tokens === null ? null : toKept(reply.tokens),
      };
      const ifNew = db.insertInto('raw_replies').values(row);
      await ifNew.onConflict((conflict) => conflict.column('key').doNothing()).execute();
    },
  };
}
