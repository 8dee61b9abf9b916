import { type Kysely, sql } from 'kysely';
import type { KeptForCall } from '../domain/erasure-ports.ts';
import { toKept } from './kept-json.ts';
import type { Database } from './schema.ts';
import { createRawReplies, createStageResults } from './stage-results.ts';

interface Trace {
  readonly kind: 'stage-result' | 'reply' | 'artifact';
  readonly key: string;
}

/** Content addresses of kept files, wherever a stage's output names them. */
const artifactNames = /"([0-9a-f]{64}\.[a-z0-9]{1,8})"/g;

function tracesOf(key: string, output: unknown): readonly Trace[] {
  const names = new Set([...toKept(output).matchAll(artifactNames)].map((match) => match[1] ?? ''));
  return [
    { kind: 'stage-result', key },
    ...[...names].map((name) => ({ kind: 'artifact' as const, key: name })),
  ];
}

/** Fails with `E_ERASED` for an erased call: the trigger on the table waits for an erasure under way. */
async function trace(db: Kysely<Database>, callId: string, traces: readonly Trace[]): Promise<void> {
  const rows = traces.map((one) => ({ call_id: callId, ...one }));
  const ifNew = db.insertInto('call_traces').values(rows);
  await ifNew.onConflict((conflict) => conflict.doNothing()).execute();
}

/**
 * Results and replies on behalf of one call. What is kept and the note whose it is are one statement, which fails with
 * `E_ERASED` once the call is erased.
 */
export function createKeptForCall(db: Kysely<Database>, callId: string): KeptForCall {
  const results = createStageResults(db);
  const replies = createRawReplies(db);
  return {
    results: {
      async find(key) {
        const found = await results.find(key);
        if (found !== null) await trace(db, callId, tracesOf(key, found.output));
        return found;
      },
      async keep({ key, stage, codeVersion, output }) {
        const traces = tracesOf(key, output).map(
          (one) => sql`(${callId}::uuid, ${one.kind}::text, ${one.key}::text)`,
        );
        await sql`
          with traced as (
            insert into call_traces (call_id, kind, key) values ${sql.join(traces)} on conflict do nothing
          )
          insert into stage_results (key, stage, code_version, output)
          values (${key}, ${stage}, ${codeVersion}, ${toKept(output)}) on conflict (key) do nothing`.execute(
          db,
        );
      },
    },
    replies: {
      async find(key) {
        const found = await replies.find(key);
        if (found !== null) await trace(db, callId, [{ kind: 'reply', key }]);
        return found;
      },
      async keep(reply) {
        // traced first: a reply nobody could find again must not be kept
        await trace(db, callId, [{ kind: 'reply', key: reply.key }]);
        await replies.keep(reply);
      },
    },
  };
}
