import type { VerdictPair } from './labelled-call.ts';
import type { Reason, Verdict } from './verdict.ts';

/** Where in a call a verdict rests: times in ms, and the words where there are some. */
export interface Moment {
  readonly startMs: number;
  readonly endMs: number;
  readonly quote: string | null;
}

/** A criterion of one call that comes out otherwise under the changed standard; null where it has no such criterion. */
export interface Flip {
  /** What people call the call: its id, or the name of its file. */
  readonly call: string;
  /** The stored call's own id; absent for calls read from files. */
  readonly callRecordId?: string;
  readonly criterion: string;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  /** Why the changed standard decides as it does, or why the old one did where the criterion is gone. */
  readonly reason: Reason;
  readonly moment: Moment | null;
}

/** What people decided about stored calls, wherever it is kept. */
export interface PeopleDecisions {
  /** The newest decision of a person for each criterion of a call that people decided; empty where nobody did. */
  of(callRecordId: string): Promise<Readonly<Record<string, Verdict>>>;
}

/** One bench of a changed standard, while it runs and after. */
export interface BenchRun {
  readonly id: string;
  readonly standard: { readonly id: string; readonly before: string; readonly after: string };
  readonly state: 'running' | 'done' | 'failed';
  /** Calls scored under both standards so far. */
  readonly calls: number;
  readonly flips: readonly Flip[];
  readonly failed: readonly { readonly call: string; readonly code: string; readonly message: string }[];
  /** Both standards beside people's decisions. */
  readonly people: { readonly before: readonly VerdictPair[]; readonly after: readonly VerdictPair[] };
  readonly failure: { readonly code: string; readonly message: string } | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** What is benched: the changed file's text under the id of the standard in use, over the newest scored calls. */
export interface BenchRequest {
  readonly standard: string;
  readonly text: string;
  readonly limit: number;
}

/** Benches of this process, one at a time; the newest are remembered until it stops. */
export interface Benches {
  /** Throws `E_USAGE` for a file with problems, `E_NOT_FOUND` for an unknown standard, `E_CONFLICT` while one runs. */
  begin(request: BenchRequest): Promise<BenchRun>;
  find(id: string): BenchRun | null;
}
