import { parseArgs } from 'node:util';
import pg from 'pg';
import { openStore } from '../../src/store/open-store.ts';
import { startPostgres } from '../services/postgres-server.ts';
import { finishCalls, made, makeCalls } from './report-data.ts';
import { reportQueries } from './report-queries.ts';

const { values } = parseArgs({
  options: { cards: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '40' } },
});
const cards = Number(values.cards);
const rounds = Number(values.rounds);

const seconds = (sinceMs: number) => `${((performance.now() - sinceMs) / 1000).toFixed(0)} s`;
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const ms = (value: number) => value.toFixed(1).padStart(8);

await using server = await startPostgres([
  'shared_buffers=2GB',
  'max_wal_size=8GB',
  'random_page_cost=1.1',
  'effective_cache_size=8GB',
  'jit=off',
]);
const databaseUrl = await server.createDatabase();
const store = await openStore({ databaseUrl, dataDir: '/nonexistent' });
const client = new pg.Client(databaseUrl);
await client.connect();
async function untilItAnswers(): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const error = await store.ping().catch((reason: unknown) => reason);
    if (error === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

try {
  let begunMs = performance.now();
  await makeCalls(client, cards);
  console.log(
    `${cards} scorecards, ${cards * made.criteria.length} verdicts made from seed ${made.seed} in ${seconds(begunMs)}`,
  );
  begunMs = performance.now();
  // a machine that is busy with what was just made may be slow to let a connection in
  await untilItAnswers();
  await store.reportKeeping.countIn('Asia/Shanghai');
  console.log(`counted anew in ${seconds(begunMs)}`);
  await finishCalls(client);
  await client.query('checkpoint');
  const sizes =
    await client.query(`select relname, pg_total_relation_size(oid) / 1048576 as mb, reltuples::bigint as rows
    from pg_class where relname in ('verdicts', 'report_counts', 'report_reasons', 'call_facts', 'report_groups') order by 1`);
  console.log(sizes.rows.map(({ relname, mb, rows }) => `${relname} ${rows} rows, ${mb} MB`).join(' · '));

  console.log(`\nmilliseconds over ${rounds} rounds, each with other criteria, agents, teams and days`);
  console.log(`${'query'.padEnd(34)}      p50      p95   by hand p50   ratio`);
  for (const query of reportQueries(store, client)) {
    const [ours, byHand]: [number[], number[]] = [[], []];
    for (let round = -3; round < rounds; round++) {
      // turn and turn about, so that both meet the same machine
      const sides = [
        { run: query.ours, into: ours },
        { run: query.byHand, into: byHand },
      ];
      for (const { run, into } of round % 2 === 0 ? sides : sides.reverse()) {
        const startMs = performance.now();
        await run(Math.abs(round));
        if (round >= 0) into.push(performance.now() - startMs);
      }
    }
    for (const side of [ours, byHand]) side.sort((x, y) => x - y);
    const [p50, p95, hand] = [at(ours, 0.5), at(ours, 0.95), at(byHand, 0.5)];
    console.log(
      `${query.name.padEnd(34)} ${ms(p50)} ${ms(p95)}      ${ms(hand)}   ${(p50 / hand).toFixed(2)}`,
    );
  }
} finally {
  await client.end();
  await store.close();
}
