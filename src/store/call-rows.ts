import type { Selectable } from 'kysely';
import type { Layout } from '../domain/acoustics.ts';
import type { Language } from '../domain/call.ts';
import type { CallFailure, CallRecord, CallStatus } from '../domain/call-record.ts';
import type { NormalizedRecording } from '../domain/recording.ts';
import type { Roles } from '../domain/scoring-input.ts';
import { fromKept, fromKeptOrNull } from './kept-json.ts';
import type { CallsTable } from './schema.ts';

/** Columns a whole call record is made of. */
export const callColumns = [
  'id',
  'source',
  'key',
  'size_bytes',
  'revision',
  'status',
  'content_hash',
  'duplicate_of',
  'metadata',
  'provenance',
  'problems',
  'failure',
  'language',
  'duration_ms',
  'layout',
  'roles',
  'recording',
  'scorecard_id',
  'attempt',
  'created_at',
  'updated_at',
] as const;

type CallRow = Pick<Selectable<CallsTable>, (typeof callColumns)[number]>;

/** The row as the rest of Earmark knows a call. */
export function toCallRecord(row: CallRow): CallRecord {
  return {
    id: row.id,
    source: row.source,
    key: row.key,
    sizeBytes: row.size_bytes,
    revision: row.revision,
    status: row.status as CallStatus,
    contentHash: row.content_hash,
    duplicateOf: row.duplicate_of,
    metadata: fromKept(row.metadata),
    provenance: fromKept(row.provenance),
    problems: fromKept(row.problems),
    failure: fromKeptOrNull<CallFailure>(row.failure),
    language: row.language as Language | null,
    durationMs: row.duration_ms,
    layout: row.layout as Layout | null,
    roles: fromKeptOrNull<Roles>(row.roles),
    recording: fromKeptOrNull<NormalizedRecording>(row.recording),
    scorecardId: row.scorecard_id,
    attempt: row.attempt,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
