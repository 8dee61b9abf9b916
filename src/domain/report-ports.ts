import type { Verdict } from './verdict.ts';

/** Machine: what Earmark decided of every call. Finalised: what people decided of calls drawn at random. */
export type Series = 'machine' | 'finalised';
export type Grain = 'week' | 'month' | 'year';

/** What figures are narrowed by; all given conditions hold at once. */
export interface CountFilter {
  readonly series: Series;
  readonly grain: Grain;
  /** First and last day, `YYYY-MM-DD`; a period counts when its first day lies between them. */
  readonly from: string;
  readonly to: string;
  readonly criterion?: string | undefined;
  readonly standard?: string | undefined;
  readonly version?: string | undefined;
  readonly agent?: string | undefined;
  readonly team?: string | undefined;
  readonly language?: string | undefined;
  readonly kind?: string | undefined;
}

/** What counts may be told apart by. */
export const countDimensions = [
  'period',
  'criterion',
  'agent',
  'team',
  'language',
  'kind',
  'standard',
  'version',
  'engine',
] as const;
export type CountDimension = (typeof countDimensions)[number];

/** How many calls came out how. */
export interface OutcomeCounts {
  readonly met: number;
  readonly partly: number;
  readonly unmet: number;
  readonly notApplicable: number;
  readonly notAssessable: number;
  /** Left out as whole calls: not scored, not drawn at random, picked for coaching. */
  readonly setAside: number;
}

/** One line of counts, told apart by the asked dimensions; what nobody named is an empty text. */
export type CountRow<D extends CountDimension> = OutcomeCounts & { readonly [dimension in D]: string };

/** Why calls do not count, and how many. */
export interface LeftOut {
  readonly outcome: 'not-applicable' | 'not-assessable' | 'set-aside';
  readonly reason: string;
  readonly calls: number;
}

/** Figures over many calls, read from kept counts. */
export interface ReportCounts {
  by<D extends CountDimension>(filter: CountFilter, dimensions: readonly D[]): Promise<CountRow<D>[]>;
  leftOut(filter: CountFilter & { readonly criterion: string }): Promise<LeftOut[]>;
}

/** One agent's day. */
export interface AgentDay {
  readonly agent: string;
  readonly agentName: string | null;
  readonly team: string | null;
  readonly calls: number;
  readonly outbound: number;
  readonly inbound: number;
  /** Seconds on the phone, of recordings that could be read. */
  readonly talkSeconds: number;
  readonly interested: number;
  readonly notesMissing: number;
  /** Calls that failed or wait for a person, so that their verdicts are not in any figure. */
  readonly notScored: number;
  readonly outcomes: readonly { readonly outcome: string; readonly calls: number }[];
}

/** A call in the line of a report. */
export interface ReportedCall {
  readonly callId: string;
  readonly at: string;
  readonly agent: string | null;
  readonly agentName: string | null;
  readonly team: string | null;
  readonly customer: string | null;
  readonly customerName: string | null;
}

export type FollowUpState = 'due' | 'overdue' | 'done';

export interface FollowUp extends ReportedCall {
  readonly state: FollowUpState;
  readonly due: string;
  /** False where the note names no day and the due day is the usual one. */
  readonly isDueStated: boolean;
  readonly intentPercent: number | null;
  readonly outcome: string | null;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
  /** True when it was done after the day it was due. */
  readonly isLate: boolean;
}

export interface FollowUpTotals {
  readonly due: number;
  readonly overdue: number;
  readonly done: number;
  readonly doneLate: number;
}

/** One customer called by a second agent within days of the first. */
export interface Collision extends ReportedCall {
  readonly otherCallId: string;
  readonly otherAt: string;
  readonly otherAgent: string;
}

export interface RaisedProblem extends ReportedCall {
  readonly verdict: Verdict;
  readonly standard: string;
  readonly quotes: readonly { readonly text: string; readonly startMs: number | null }[];
  readonly reason: { readonly en: string; readonly zh: string };
}

export interface WaitingVoiceMail extends ReportedCall {
  /** False without a customer's id: whether anybody called back cannot be known. */
  readonly canBeKnown: boolean;
}

/** Whose calls a list is about, and which days. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
  readonly agent?: string | undefined;
  readonly team?: string | undefined;
}

/** Where a point of a chart leads: calls whose verdict of a criterion came out this way. */
export interface PointFilter extends Omit<CountFilter, 'grain' | 'criterion'> {
  readonly criterion: string;
  readonly verdicts: readonly Verdict[];
}

export interface PointCall extends ReportedCall {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Lists of calls as managers ask for them; every list says whether there is more than it shows. */
export interface ReportLists {
  /** The day of the newest call, `YYYY-MM-DD`; null without calls. */
  newestDay(): Promise<string | null>;
  day(day: string, team?: string): Promise<AgentDay[]>;
  followUps(
    span: DaySpan,
    today: string,
    page: { readonly state?: FollowUpState | undefined; readonly limit: number },
  ): Promise<{ totals: FollowUpTotals; calls: FollowUp[] }>;
  collisions(
    span: DaySpan,
    withinDays: number,
    limit: number,
  ): Promise<{ total: number; calls: Collision[] }>;
  problems(
    span: DaySpan,
    criteria: readonly string[],
    page: { readonly limit: number; readonly timeZone: string },
  ): Promise<{ calls: RaisedProblem[]; hasMore: boolean }>;
  voiceMail(
    span: Pick<DaySpan, 'agent' | 'team'>,
    limit: number,
  ): Promise<{ total: number; calls: WaitingVoiceMail[] }>;
  callsOfPoint(
    filter: PointFilter,
    page: { readonly limit: number; readonly offset: number; readonly timeZone: string },
  ): Promise<{ calls: PointCall[]; hasMore: boolean }>;
}
