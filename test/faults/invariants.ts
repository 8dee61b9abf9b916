import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { addUp, type Scorecard } from '../../src/domain/scorecard.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Plant } from './fault-plant.ts';
import { KEY_CANARY, SPOKEN_CANARY } from './fault-provider.ts';

/** What a scenario may differ in from the rule: each is a fault that makes the difference. */
export interface Allowance {
  /** Calls that end without a scorecard, each with its reason. */
  readonly givenUp?: number;
  /** Calls that wait for money or a provider, shown as held. */
  readonly waiting?: number;
  /** Requests whose worker died between the provider's answer and the ledger's settling: reserved or unknown rows. */
  readonly unsettled?: number;
}

/** Asserts I1–I8 (docs/durability.md) on a plant whose workers have ended. */
export async function assertInvariants(plant: Plant, allowed: Allowance = {}): Promise<void> {
  await everyCallEnded(plant, allowed);
  await oneCurrentResult(plant);
  await inputsArePresent(plant);
  await ledgerEqualsProvider(plant, allowed.unsettled ?? 0);
  await auditChainHolds(plant);
  nothingIsLeftRunning(plant);
  logsHoldNoContent(plant);
  await totalsAddUp(plant);
}

/** I1: every call is scored, not scored with a reason, a duplicate, or given up or waiting with a reason. */
async function everyCallEnded(plant: Plant, { givenUp = 0, waiting = 0 }: Allowance): Promise<void> {
  const rows = await plant.sql<{ status: string; failure: string | null; gave_up_at: Date | null }>(
    'select status, failure, gave_up_at from calls',
  );
  const ended = ['scored', 'not-scored', 'duplicate', 'erased'];
  const open = rows.filter(({ status }) => !ended.includes(status));
  const lost = open.filter(({ failure }) => failure === null);
  expect(lost, 'I1: calls without an end and without a reason').toEqual([]);
  expect(open.filter((row) => row.gave_up_at !== null).length, 'I1: given up').toBe(givenUp);
  expect(open.filter((row) => row.gave_up_at === null).length, 'I1: waiting').toBe(waiting);
  const [queue] = await plant.sql<{ active: number; waiting: number }>(
    `select count(*) filter (where state = 'active')::int as active,
      count(*) filter (where state < 'active')::int as waiting from pgboss.job where name = 'calls'`,
  );
  expect(queue, 'I1: jobs').toEqual({ active: 0, waiting });
}

/** I2: one current scorecard for each scored call, and no scorecard twice. */
async function oneCurrentResult(plant: Plant): Promise<void> {
  const doubled = await plant.sql(
    'select call_id, body_hash from scorecards group by call_id, body_hash having count(*) > 1',
  );
  expect(doubled, 'I2: the same scorecard twice').toEqual([]);
  const wrong = await plant.sql(
    `select c.id from calls c left join scorecards s on s.call_id = c.id and s.is_current
     where c.status in ('scored', 'not-scored') group by c.id having count(s.id) <> 1`,
  );
  expect(wrong, 'I2: calls without exactly one current scorecard').toEqual([]);
}

/** I3: what results were made from is there: the content hash, what was heard, and every named file with its own bytes. */
async function inputsArePresent(plant: Plant): Promise<void> {
  const bare = await plant.sql(
    `select c.id from calls c join scorecards s on s.call_id = c.id
     where c.content_hash is null or s.acoustics_part is null`,
  );
  expect(bare, 'I3: scorecards of unknown bytes or sound').toEqual([]);
  const rows = await plant.sql<{ output: string }>('select output from stage_results');
  const named = rows.flatMap(({ output }) => output.match(/\b[0-9a-f]{64}\.(?:flac|mp3|json|bin)\b/g) ?? []);
  for (const name of new Set(named)) {
    const path = join(plant.dataDir, 'artifacts', name.slice(0, 2), name);
    expect(existsSync(path), `I3: ${name} is named and not there`).toBe(true);
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(name.startsWith(hash), `I3: ${name} holds other bytes`).toBe(true);
  }
}

/** I4: paid rows are the provider's own count, less the requests whose worker died before it could settle. */
async function ledgerEqualsProvider(plant: Plant, unsettled: number): Promise<void> {
  const rows = await plant.sql<{ state: string; stage: string }>('select state, stage from ledger');
  const { billed } = plant.provider;
  const paid = rows.filter(({ state }) => state === 'paid').length;
  const open = rows.length - paid;
  const counted = billed.transcribe + billed.judge;
  expect(paid + open, 'I4: every billed request has its row').toBeGreaterThanOrEqual(counted);
  expect(counted - paid, 'I4: billed and not settled').toBeLessThanOrEqual(unsettled);
  expect(paid, 'I4: paid and not billed').toBeLessThanOrEqual(counted);
}

/** I5: the chain of the audit log holds, row by row. */
async function auditChainHolds(plant: Plant): Promise<void> {
  const store = await openStore({ databaseUrl: plant.databaseUrl, dataDir: plant.dataDir });
  try {
    expect((await store.audit.verify()).fault, 'I5: a broken row of the audit').toBeNull();
  } finally {
    await store.close();
  }
}

/** I6: nothing half written and no process of this plant is left. */
function nothingIsLeftRunning(plant: Plant): void {
  const files = existsSync(plant.dataDir)
    ? readdirSync(plant.dataDir, { recursive: true, encoding: 'utf8' })
    : [];
  expect(
    files.filter((name) => name.endsWith('.part')),
    'I6: half-written files',
  ).toEqual([]);
  const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  expect(
    processes.filter((line) => line.includes(plant.dataDir)),
    'I6: orphan processes',
  ).toEqual([]);
}

/** I7: no word of a call, no number and no key in anything a worker said. */
function logsHoldNoContent(plant: Plant): void {
  const said = plant.said();
  for (const secret of [KEY_CANARY, SPOKEN_CANARY, '13800138000', 'Good morning'])
    expect(said.includes(secret), `I7: "${secret.slice(0, 4)}…" in a log`).toBe(false);
}

/** I8: the totals come out again, to the last bit, from the stored verdicts. */
async function totalsAddUp(plant: Plant): Promise<void> {
  const rows = await plant.sql<{ body: string }>('select body from scorecards');
  for (const { body } of rows) {
    const card = JSON.parse(body) as Scorecard;
    const { coverage, total } = addUp(card.criteria, 0);
    expect(coverage, 'I8: coverage').toBe(card.coverage);
    if (card.total !== null) expect(total, 'I8: total').toBe(card.total);
  }
}
