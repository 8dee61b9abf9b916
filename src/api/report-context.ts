import type { Context } from 'hono';
import { type CallReach, reachOf } from '../domain/access-rules.ts';
import type { ReportedCall } from '../domain/report-ports.ts';
import type { Standard } from '../domain/standard.ts';
import { EarmarkError } from '../errors.ts';
import type { AppEnv } from './access.ts';
import type { AppDeps } from './app-deps.ts';

/** What reports are built with for one request. */
export interface ReportContext {
  readonly store: AppDeps['store'];
  readonly standards: readonly Standard[];
  readonly timeZone: string;
  /** Whose figures the caller may see. */
  readonly reach: CallReach;
  /** The calls the caller may open; null for none. */
  readonly callReach: CallReach | null;
  /** Today in the installation's zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The day of the newest call, or today when there is one later: where reports end unless told otherwise. */
  readonly lastDay: string;
}

/** The context of a request. */
export async function reportContext(c: Context<AppEnv>, deps: AppDeps): Promise<ReportContext> {
  const { store, standards, timeZone } = deps;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(new Date());
  const newest = await store.reportLists.newestDay();
  const lastDay = newest !== null && newest < today ? newest : today;
  const callReach = reachOf(c.get('caller'), 'see-calls');
  return { store, standards, timeZone, reach: c.get('reach'), callReach, today, lastDay };
}

/** A day some days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** First and last day asked for, the last `days` with calls where none is given. Throws `E_USAGE` for a backward span. */
export function spanOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  { lastDay }: ReportContext,
  days: number,
): { from: string; to: string } {
  const last = to ?? lastDay;
  const first = from ?? daysBefore(last, days);
  if (first > last) throw new EarmarkError('E_USAGE', '`from` is later than `to`');
  return { from: first, to: last };
}

const teamsOf = (reach: CallReach): readonly string[] =>
  reach === 'all' ? [] : reach.flatMap((one) => (one.kind === 'teams' ? one.teams : []));

/**
 * The team figures are narrowed to: the one asked for, or the caller's own first where only teams are within reach.
 * Throws `E_NOT_FOUND` for a team that is not theirs.
 */
export function teamWithin({ reach }: ReportContext, team: string | undefined): string | undefined {
  if (reach === 'all') return team;
  const teams = teamsOf(reach);
  const chosen = team ?? teams[0];
  if (chosen === undefined || !teams.includes(chosen)) {
    throw new EarmarkError('E_NOT_FOUND', 'there is no such team, or it is not yours');
  }
  return chosen;
}

/** The standard asked for, or the one calls are usually scored by. Throws `E_NOT_FOUND` for one nobody knows. */
export function standardFor({ standards }: ReportContext, id: string | undefined): Standard {
  const found =
    id === undefined
      ? (standards.find((one) => one.id === 'telesales-service') ?? standards[0])
      : standards.find((one) => one.id === id);
  if (found === undefined) throw new EarmarkError('E_NOT_FOUND', 'there is no such standard');
  return found;
}

/** A line of a list as the caller may see it: whose customer it was is told to those who may open the call. */
export function asSeen<T extends ReportedCall>(context: ReportContext, call: T): T & { canOpen: boolean } {
  const { callReach } = context;
  const canOpen =
    callReach !== null &&
    (callReach === 'all' || (call.team !== null && teamsOf(callReach).includes(call.team)));
  return canOpen ? { ...call, canOpen } : { ...call, customer: null, customerName: null, canOpen };
}

/** Filters that were used, as an address takes them. */
export function usedFilter(
  filter: Readonly<Record<string, string | number | undefined>>,
): Record<string, string> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
