import type { CallListQuery } from '../../api/contract.ts';
import type { CallStatus } from '../../domain/call-record.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** Verdicts, statuses and languages a list may be narrowed to, in the order they are offered. */
export const verdictChoices = ['met', 'partly', 'unmet', 'not-applicable', 'not-assessable'] as const;
export const statusChoices = [
  'found',
  'running',
  'scored',
  'not-scored',
  'held',
  'failed',
  'duplicate',
] as const;
export const languageChoices = ['zh', 'en'] as const;

const day = /^\d{4}-\d{2}-\d{2}$/;
const free = (value: string) => value.length <= 300;
const oneOf = (choices: readonly string[]) => (value: string) => choices.includes(value);

/** Names of the filters in the address, each with what it accepts; anything else in the address is ignored. */
const accepted = {
  q: (value: string) => value.trim().length > 0 && value.length <= 200,
  agent: free,
  team: free,
  standard: free,
  criterion: (value: string) => /^[a-z][a-z0-9.-]{0,99}$/.test(value),
  verdict: oneOf(verdictChoices),
  critical: oneOf(['true', 'false']),
  needsPerson: oneOf(['true', 'false']),
  status: oneOf(statusChoices),
  language: oneOf(languageChoices),
  from: (value: string) => day.test(value),
  to: (value: string) => day.test(value),
};
export type FilterName = keyof typeof accepted;
export type ListFilters = Readonly<Partial<Record<FilterName, string>>>;

const filterNames = Object.keys(accepted) as FilterName[];

/** The filters an address holds. */
export function readFilters(search: URLSearchParams): ListFilters {
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = search.get(name);
    if (value && accepted[name](value)) filters[name] = value;
  }
  return filters;
}

/** The request for a list under these filters; a criterion and a verdict together ask for the pair. */
export function asListQuery(filters: ListFilters): CallListQuery {
  const { criterion, verdict, status, language, critical, needsPerson, ...rest } = filters;
  const query: CallListQuery = { ...rest };
  if (criterion && verdict) query.verdict = `${criterion}:${verdict}`;
  else if (verdict) query.verdict = verdict satisfies string as Verdict;
  else if (criterion) query.criterion = criterion;
  if (status) query.status = status as CallStatus;
  if (language === 'zh' || language === 'en') query.language = language;
  if (critical === 'true' || critical === 'false') query.critical = critical;
  if (needsPerson === 'true' || needsPerson === 'false') query.needsPerson = needsPerson;
  return query;
}
