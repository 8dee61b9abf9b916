import type { Layout } from './acoustics.ts';
import type { Direction, Language } from './call.ts';
import type { CallFailure, CallStatus } from './call-record.ts';
import type { Reason, Verdict } from './verdict.ts';

/** What a list of calls is narrowed by; all given conditions hold at once. */
export interface CallFilter {
  readonly agent?: string | undefined;
  readonly team?: string | undefined;
  readonly standard?: string | undefined;
  /** First day or moment, and last: a day (`2026-03-02`) is meant whole, in `timeZone`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly criterion?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly critical?: boolean | undefined;
  readonly needsPerson?: boolean | undefined;
  readonly status?: CallStatus | undefined;
  readonly language?: Language | undefined;
  /** Literal text, without regard to case and width. */
  readonly q?: string | undefined;
}

/** The verdict of one criterion in short. */
export interface StripEntry {
  readonly criterion: string;
  readonly verdict: Verdict;
  readonly critical: boolean;
}

/** A call in one line; what is not known (yet) is null. */
export interface CallSummary {
  readonly id: string;
  readonly callId: string | null;
  readonly key: string;
  readonly status: CallStatus;
  readonly error: CallFailure | null;
  readonly duplicateOf: string | null;
  readonly startedAt: string | null;
  readonly createdAt: string;
  readonly agent: { readonly id: string; readonly name: string | null } | null;
  readonly team: string | null;
  readonly customerId: string | null;
  readonly direction: Direction | null;
  readonly kind: string | null;
  readonly language: Language | null;
  readonly durationMs: number | null;
  readonly layout: Layout | null;
  readonly standard: { readonly id: string; readonly version: string } | null;
  readonly scorecardId: string | null;
  readonly total: number | null;
  readonly coverage: number | null;
  readonly notScored: Reason | null;
  readonly criticalFailures: string[];
  readonly needsPerson: { criterion: string; reason: string }[];
  readonly strip: StripEntry[];
}

/** A place in a list ordered newest first: the row after which the next page starts. */
export interface CallPlace {
  /** Microseconds since 1970. */
  readonly atUs: number;
  readonly id: string;
}

export interface CallPage {
  readonly calls: CallSummary[];
  /** Null on the last page. */
  readonly next: CallPlace | null;
}

/** Calls as readers look for them; within a reach, calls outside of it are not there. */
export interface CallLists {
  list(
    filter: CallFilter,
    page: { readonly limit: number; readonly after: CallPlace | null; readonly timeZone: string },
  ): Promise<CallPage>;
  summary(id: string): Promise<CallSummary | null>;
  /** Scorecards of a call that may be opened; null for all: an agent opens those finalised or shared. */
  openScorecards(id: string): Promise<readonly string[] | null>;
  /** Agents and teams that have calls, duplicates left out, in order of name. */
  agents(): Promise<{ id: string; name: string | null; team: string | null; calls: number }[]>;
  teams(): Promise<{ team: string; calls: number }[]>;
}
