import type { CallReach } from '../domain/access-rules.ts';
import type { Caller, Tokens } from '../domain/access-tokens.ts';
import type { AuditActor, AuditLog } from '../domain/audit.ts';
import type { Benches } from '../domain/bench.ts';
import type { CallLists } from '../domain/call-list.ts';
import type { Disputes } from '../domain/dispute.ts';
import type { ErasureSubject } from '../domain/erasure-ports.ts';
import type { IdentityProvider } from '../domain/identity-provider.ts';
import type { Failures, Ledger, ProviderGate } from '../domain/operation-ports.ts';
import type { People, Sessions } from '../domain/people-ports.ts';
import type { ArtifactStore } from '../domain/ports.ts';
import type { PublishedStandards } from '../domain/published-standard.ts';
import type { ReportCounts, ReportLists } from '../domain/report-ports.ts';
import type { Reviews } from '../domain/review-ports.ts';
import type { Standard } from '../domain/standard.ts';
import type { CallRecords, Imports, Notes, RoleChoices, Scorecards } from '../domain/store-ports.ts';
import type { WorkQueue } from '../domain/work-queue.ts';
import type { EarmarkError } from '../errors.ts';

/** What of the store the API reads and writes, by itself or within one transaction. */
export interface AppStoreParts {
  readonly calls: CallRecords;
  /** Calls within a reach; the API has no list of all calls, so that no route can forget whose they are. */
  listsWithin(reach: CallReach): CallLists;
  readonly failures: Failures;
  readonly ledger: Pick<Ledger, 'spend'>;
  readonly gate: Pick<ProviderGate, 'circuits'>;
  readonly scorecards: Scorecards;
  readonly reviews: Reviews;
  readonly disputes: Disputes;
  readonly workQueue: WorkQueue;
  readonly notes: Notes;
  readonly roles: RoleChoices;
  readonly imports: Imports;
  readonly tokens: Tokens;
  readonly people: People;
  readonly sessions: Sessions;
  readonly audit: AuditLog;
  readonly reportCounts: ReportCounts;
  readonly reportLists: ReportLists;
}

/** The store the API works with. */
export interface AppStore extends AppStoreParts {
  /** All of `work` or nothing; inside, only the parts handed to it may be used. */
  transaction<T>(work: (parts: AppStoreParts) => Promise<T>): Promise<T>;
  readonly standards: Pick<PublishedStandards, 'versions'>;
  ping(): Promise<void>;
}

/** Everything the API works with. */
export interface AppDeps {
  readonly store: AppStore;
  readonly artifacts: ArtifactStore;
  readonly standards: readonly Standard[];
  /** Scores a call again from its stored parts; the id of its scorecard, or null when that was queued. */
  rescore(callRecordId: string, cause: 'roles' | 'note'): Promise<string | null>;
  /** Benches of changed standards over the stored calls. */
  readonly benches: Benches;
  /** Publishes a standard in the version in use, under the caller's name. */
  publishStandard(id: string, by: string): Promise<{ id: string; version: string; isNew: boolean }>;
  /** Puts a given-up call back on the queue; false when it is not given up. */
  redrive(callRecordId: string): Promise<boolean>;
  /** Erases a call or all calls of a customer; how many calls. */
  erase(subject: ErasureSubject, by: AuditActor): Promise<number>;
  /** Currency of every amount of money. */
  readonly currency: string;
  /** Starts reading a source, which it checks first, and gives the id of the import. */
  importSource(source: string, caller: Caller): Promise<string>;
  /** Figures in Prometheus' text format; without them there is no /metrics. */
  readonly metrics?: () => Promise<string>;
  /** IANA zone in which days of filters are meant. */
  readonly timeZone: string;
  /** Folder of the built pages; null serves the API alone. */
  readonly pagesDir: string | null;
  /**
   * As long as nobody was added, signs whoever opens the pages on this machine in under this name, and refuses
   * requests under any other host name; null asks everybody to sign in.
   */
  readonly localUser: string | null;
  /** Signs people in by another system; null where only passwords do. */
  readonly identityProvider: IdentityProvider | null;
  /** Address people open, where a proxy in front hides it; null is the address of the request. */
  readonly publicUrl: string | null;
  /** Told of every failure that is not the caller's doing. */
  report(error: EarmarkError, route: string): void;
}
