import type { Layout } from '../domain/acoustics.ts';
import type { Direction, Language } from '../domain/call.ts';
import type { CallSummary } from '../domain/call-list.ts';
import type { CallStatus } from '../domain/call-record.ts';
import { fromKept, fromKeptOrNull } from './kept-json.ts';

/** Columns of a call and its current scorecard that one line of a list is made of. */
export const summaryColumns = [
  'calls.id',
  'calls.call_name',
  'calls.key',
  'calls.status',
  'calls.failure',
  'calls.duplicate_of',
  'calls.started_at',
  'calls.created_at',
  'calls.agent_id',
  'calls.agent_name',
  'calls.team',
  'calls.customer_id',
  'calls.direction',
  'calls.kind',
  'calls.language',
  'calls.duration_ms',
  'calls.layout',
  'scorecards.id as scorecard_id',
  'scorecards.standard_id',
  'scorecards.standard_version',
  'scorecards.total',
  'scorecards.coverage',
  'scorecards.not_scored',
  'scorecards.critical_failures',
  'scorecards.needs_person',
  'scorecards.strip',
] as const;

interface SummaryRow {
  readonly id: string;
  readonly call_name: string | null;
  readonly key: string;
  readonly status: string;
  readonly failure: string | null;
  readonly duplicate_of: string | null;
  readonly started_at: Date | null;
  readonly created_at: Date;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly team: string | null;
  readonly customer_id: string | null;
  readonly direction: string | null;
  readonly kind: string | null;
  readonly language: string | null;
  readonly duration_ms: number | null;
  readonly layout: string | null;
  readonly scorecard_id: string | null;
  readonly standard_id: string | null;
  readonly standard_version: string | null;
  readonly total: number | null;
  readonly coverage: number | null;
  readonly not_scored: string | null;
  readonly critical_failures: string | null;
  readonly needs_person: string | null;
  readonly strip: string | null;
}

/** The row as readers see a call in a list. */
export function toSummary(row: SummaryRow): CallSummary {
  const { standard_id: standardId, standard_version: version } = row;
  return {
    id: row.id,
    callId: row.call_name,
    key: row.key,
    status: row.status as CallStatus,
    error: fromKeptOrNull(row.failure),
    duplicateOf: row.duplicate_of,
    startedAt: row.started_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name },
    team: row.team,
    customerId: row.customer_id,
    direction: row.direction as Direction | null,
    kind: row.kind,
    language: row.language as Language | null,
    durationMs: row.duration_ms,
    layout: row.layout as Layout | null,
    standard: standardId === null || version === null ? null : { id: standardId, version },
    scorecardId: row.scorecard_id,
    total: row.total,
    coverage: row.coverage,
    notScored: fromKeptOrNull(row.not_scored),
    criticalFailures: fromKept(row.critical_failures ?? '[]'),
    needsPerson: fromKept(row.needs_person ?? '[]'),
    strip: fromKept(row.strip ?? '[]'),
  };
}
