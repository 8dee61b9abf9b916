import { join } from 'node:path';
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { CallReach } from '../domain/access-rules.ts';
import type { Tokens } from '../domain/access-tokens.ts';
import type { AuditLog } from '../domain/audit.ts';
import type { PeopleDecisions } from '../domain/bench.ts';
import type { CallLists } from '../domain/call-list.ts';
import type { Disputes } from '../domain/dispute.ts';
import type { Chores, Erasure, KeptForCall, Retention } from '../domain/erasure-ports.ts';
import type { Failures, Ledger, ProviderGate } from '../domain/operation-ports.ts';
import type { People, Sessions } from '../domain/people-ports.ts';
import type { RawReplies, StageResults } from '../domain/ports.ts';
import type { PublishedStandards } from '../domain/published-standard.ts';
import type { ReportCounts, ReportLists } from '../domain/report-ports.ts';
import type { Reviews } from '../domain/review-ports.ts';
import type {
  CallRecords,
  Imports,
  JudgeUsage,
  Notes,
  RoleChoices,
  Scorecards,
} from '../domain/store-ports.ts';
import type { WorkQueue } from '../domain/work-queue.ts';
import { EarmarkError } from '../errors.ts';
import { type AuditAnchor, type AuditMark, createAuditAnchor } from './audit-anchor.ts';
import { createAuditLog } from './audit-log.ts';
import { createCallLists } from './call-lists.ts';
import { createCallRecords } from './calls.ts';
import { asStoreError, translating } from './database-errors.ts';
import { createDisputes } from './disputes.ts';
import { createErasure } from './erasure.ts';
import { createFailures } from './failures.ts';
import { createNotes, createRoleChoices } from './given-by-people.ts';
import { createImports } from './imports.ts';
import { inTransaction } from './in-transaction.ts';
import { createJudgeUsage } from './judge-usage.ts';
import { createKeptForCall } from './kept-for-call.ts';
import { createLedger } from './ledger.ts';
import { migrate } from './migrate.ts';
import { openEmbedded, openServer, type QueueDatabase } from './open-database.ts';
import { createPeople } from './people.ts';
import { createPeopleDecisions } from './people-decisions.ts';
import { createProviderGate } from './provider-gate.ts';
import { createPublishedStandards } from './published-standards.ts';
import { createReportCounts } from './report-count-queries.ts';
import { createReportKeeping, type ReportKeeping } from './report-counts.ts';
import { createReportLists } from './report-lists.ts';
import { createChores, createRetention } from './retention.ts';
import { createReviews } from './reviews.ts';
import type { Database } from './schema.ts';
import { createScorecards } from './scorecards.ts';
import { createSessions } from './sessions.ts';
import { createSettings, type Settings } from './settings.ts';
import { createRawReplies, createStageResults } from './stage-results.ts';
import { createTokens } from './tokens.ts';
import { createWorkQueue } from './work-queue.ts';

/** Everything that is kept, on one database or within one transaction of it. */
export interface StoreParts {
  readonly calls: CallRecords;
  /** Every call there is; for what shows calls to people there is `listsWithin`. */
  readonly lists: CallLists;
  listsWithin(reach: CallReach): CallLists;
  readonly failures: Failures;
  readonly gate: ProviderGate;
  readonly ledger: Ledger;
  readonly stageResults: StageResults;
  readonly rawReplies: RawReplies;
  readonly judgeUsage: JudgeUsage;
  readonly scorecards: Scorecards;
  readonly reviews: Reviews;
  readonly peopleDecisions: PeopleDecisions;
  readonly disputes: Disputes;
  readonly workQueue: WorkQueue;
  readonly notes: Notes;
  readonly roles: RoleChoices;
  readonly imports: Imports;
  readonly tokens: Tokens;
  readonly people: People;
  readonly sessions: Sessions;
  readonly audit: AuditLog;
  readonly settings: Settings;
  readonly standards: PublishedStandards;
  readonly reportKeeping: ReportKeeping;
  readonly erasure: Erasure;
  readonly retention: Retention;
  readonly chores: Chores;
  /** Stage results and replies that are found again when the call is erased. */
  keptFor(callRecordId: string): KeptForCall;
  readonly reportCounts: ReportCounts;
  readonly reportLists: ReportLists;
  /** One statement with `$1` parameters, for a queue that joins its jobs to this transaction. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface Store extends StoreParts {
  /**
   * Runs `work` in one transaction, again when it collides with another. Inside, only the parts handed to
   * `work` may be used: the embedded database has one connection, and the outer parts would wait for ever.
   */
  transaction<T>(work: (parts: StoreParts) => Promise<T>): Promise<T>;
  /** Fails with `E_STORE` when the database does not answer or takes no writes. */
  ping(): Promise<void>;
  /** What the queue opens itself on. */
  readonly queue: QueueDatabase;
  close(): Promise<void>;
}

function partsOn(
  db: Kysely<Database>,
  anchor: AuditAnchor,
  committed: (mark: AuditMark) => Promise<void>,
): StoreParts {
  const translated = translating(db.isTransaction);
  const { executeSql } = translated({
    async executeSql(text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
      return { rows };
    },
  });
  return {
    calls: translated(createCallRecords(db)),
    lists: translated(createCallLists(db)),
    listsWithin: (reach) => translated(createCallLists(db, reach)),
    failures: translated(createFailures(db)),
    gate: translated(createProviderGate(db)),
    ledger: translated(createLedger(db)),
    erasure: translated(createErasure(db)),
    retention: translated(createRetention(db)),
    chores: translated(createChores(db)),
    keptFor: (callRecordId) => {
      const { results, replies } = createKeptForCall(db, callRecordId);
      return { results: translated(results), replies: translated(replies) };
    },
    stageResults: translated(createStageResults(db)),
    rawReplies: translated(createRawReplies(db)),
    judgeUsage: translated(createJudgeUsage(db)),
    scorecards: translated(createScorecards(db)),
    reviews: translated(createReviews(db)),
    workQueue: translated(createWorkQueue(db)),
    peopleDecisions: translated(createPeopleDecisions(db)),
    disputes: translated(createDisputes(db)),
    notes: translated(createNotes(db)),
    roles: translated(createRoleChoices(db)),
    imports: translated(createImports(db)),
    tokens: translated(createTokens(db)),
    people: translated(createPeople(db)),
    sessions: translated(createSessions(db)),
    audit: translated(createAuditLog(db, anchor, committed)),
    settings: translated(createSettings(db)),
    standards: translated(createPublishedStandards(db)),
    reportKeeping: translated(createReportKeeping(db)),
    reportCounts: translated(createReportCounts(db)),
    reportLists: translated(createReportLists(db)),
    executeSql,
  };
}

/**
 * Opens the store at its newest schema: on PostgreSQL when `databaseUrl` is given, else on the embedded
 * database in `dataDir`. Throws `E_STORE_LOCKED` when another process holds that folder, `E_STORE` when the
 * database cannot be used.
 */
export async function openStore(options: {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
}): Promise<Store> {
  const { databaseUrl, dataDir } = options;
  const { db, queue, patiently, close } = await (databaseUrl
    ? openServer(databaseUrl)
    : openEmbedded(dataDir));
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  const anchor = createAuditAnchor(join(dataDir, 'audit-anchor.txt'));
  return {
    ...partsOn(db, anchor, (mark) => anchor.note([mark])),
    reportKeeping: translating(false)(createReportKeeping(db, patiently)),
    async transaction(work) {
      try {
        const { result, marks } = await inTransaction(db, async (tx) => {
          const marks: AuditMark[] = [];
          const result = await work(partsOn(tx, anchor, async (mark) => void marks.push(mark)));
          return { result, marks };
        });
        await anchor.note(marks);
        return result;
      } catch (error) {
        throw asStoreError(error);
      }
    },
    ping: () => ping(db),
    queue,
    close,
  };
}

async function ping(db: Kysely<Database>): Promise<void> {
  const asked = sql<{ ro: string }>`select current_setting('transaction_read_only') as ro`.execute(db);
  const { rows } = await asked.catch((error: unknown) => {
    throw asStoreError(error);
  });
  if (rows[0]?.ro !== 'on') return;
  throw new EarmarkError('E_STORE', 'the database takes no writes', {
    isRetryable: true,
    remedy: 'point DATABASE_URL at the primary server',
  });
}
