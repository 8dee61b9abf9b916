import type { CallStatus } from './call-record.ts';

/** A call that was given up: what happened, where, and after how many attempts. */
export interface FailedCall {
  readonly id: string;
  readonly source: string;
  readonly key: string;
  readonly status: Extract<CallStatus, 'failed' | 'held'>;
  /** One of the error codes, e.g. `E_MEDIA` or `E_QUARANTINED`. */
  readonly code: string;
  /** The stage it stopped in; null before the first. */
  readonly stage: string | null;
  readonly message: string;
  readonly remedy: string | null;
  readonly attempts: number;
  /** ISO 8601, by the database's clock. */
  readonly gaveUpAt: string;
}

/** Calls that were given up; each has a reason, and none is tried again on its own. */
export interface Failures {
  /** Newest first. */
  list(limit: number): Promise<FailedCall[]>;
  count(): Promise<number>;
  /** All that are given up now, newest first: 36 characters each, so that a million fit. */
  everyId(): Promise<string[]>;
  /**
   * Makes a given-up call one that waits to be processed, with a clean slate; what its stages gave before is used
   * again. Gives what is to be done to it, or null when it is not given up (any more).
   */
  redrive(id: string): Promise<'import' | 'rescore' | null>;
}

/** What one request asks of a provider, at most. */
export interface ProviderAsk {
  readonly provider: string;
  readonly model: string;
  readonly audioMs: number;
  readonly tokens: number;
}

/** Most a provider may be asked in a minute; null is no limit. */
export interface ProviderRates {
  readonly requestsPerMinute: number | null;
  readonly audioSecondsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

/** May ask after `waitMs`, having taken its share; or must come back then without having taken any; or not at all. */
export type Admission =
  | { readonly state: 'admitted'; readonly waitMs: number }
  | { readonly state: 'later'; readonly waitMs: number }
  | { readonly state: 'closed'; readonly circuit: OpenCircuit };

/** Why nobody asks a provider. */
export interface OpenCircuit {
  readonly provider: string;
  readonly code: string;
  readonly message: string;
  readonly openedAt: string;
}

/** What providers may be asked, counted over all workers by the database's clock. */
export interface ProviderGate {
  admit(ask: ProviderAsk, rates: ProviderRates): Promise<Admission>;
  /** Keeps everybody from asking for a while after a 429: as long as it asked for, else a growing, jittered time. */
  throttled(ask: ProviderAsk, retryAfterMs: number | undefined): Promise<number>;
  /** Ends the growing of waits, and gives back what was reserved and not used. */
  answered(ask: ProviderAsk, tokensUsed: number | null): Promise<void>;
  /** Opens the circuit; true for the one that opened it. */
  trip(provider: string, code: string, message: string): Promise<boolean>;
  circuits(): Promise<OpenCircuit[]>;
  /** Lets the provider be asked again; false when it was not closed. */
  resume(provider: string): Promise<boolean>;
}

/** What a request is for. */
export interface Purpose extends ProviderAsk {
  readonly callRecordId: string;
  readonly stage: string;
}

/** What a paid request used, and its price in millionths of the currency. */
export interface Used {
  readonly amount: number;
  readonly audioMs: number | null;
  readonly tokens: { readonly sent: number; readonly received: number } | null;
  /** What counts against the month's tokens; the reserved worst case where nothing is known. */
  readonly countedTokens?: number;
}

/** Spend of one group, in millionths of the currency; `unknown` is the worst case of requests whose worker died. */
export interface Spend {
  readonly group: string;
  readonly requests: number;
  readonly amount: number;
  readonly unknown: number;
}

/** Money and tokens, reserved before a request and settled after it; no race can spend more than the cap. */
export interface Ledger {
  /**
   * The id of the reservation; null when the month's cap leaves no room for `amount`, `no-tokens` when `tokenCap`
   * leaves none for the purpose's tokens.
   */
  reserve(
    purpose: Purpose,
    amount: number,
    cap: number | null,
    tokenCap?: number | null,
  ): Promise<string | 'no-tokens' | null>;
  settle(id: string, used: Used): Promise<void>;
  /** Takes a reservation back whose request was refused. */
  release(id: string): Promise<void>;
  /** Counts reservations older than this as spent, since nobody knows; returns how many. */
  sweep(olderThanMs: number): Promise<number>;
  spend(by: 'call' | 'day' | 'stage'): Promise<Spend[]>;
}
