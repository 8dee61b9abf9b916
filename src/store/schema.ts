import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { OperationDatabase } from './schema-operations.ts';
import type { PeopleDatabase } from './schema-people.ts';
import type { ReportDatabase } from './schema-reports.ts';

type Time = ColumnType<Date, string | undefined, string>;
type MaybeTime = ColumnType<Date | null, string | null | undefined, string | null>;
/** JSON kept as text, exactly as it went in. */
type Json = string;

export interface CallsTable {
  id: Generated<string>;
  source: string;
  key: string;
  place_hash: string;
  size_bytes: number;
  revision: string;
  status: Generated<string>;
  content_hash: string | null;
  duplicate_of: string | null;
  metadata: Generated<Json>;
  provenance: Generated<Json>;
  problems: Generated<Json>;
  failure: Json | null;
  call_name: string | null;
  agent_id: string | null;
  agent_name: string | null;
  team: string | null;
  customer_id: string | null;
  company: string | null;
  direction: string | null;
  kind: string | null;
  language: string | null;
  started_at: MaybeTime;
  duration_ms: number | null;
  layout: string | null;
  roles: Json | null;
  recording: Json | null;
  scorecard_id: string | null;
  standard_id: string | null;
  has_critical: Generated<boolean>;
  needs_person: Generated<boolean>;
  attempt: Generated<number>;
  crashes: Generated<number>;
  gave_up_at: MaybeTime;
  audio_removed_at: MaybeTime;
  words_removed_at: MaybeTime;
  search_text: Generated<string>;
  created_at: Time;
  updated_at: Time;
  sort_at: GeneratedAlways<Date>;
}

export interface CallStagesTable {
  call_id: string;
  stage: string;
  state: string;
  started_at: Time;
  ended_at: MaybeTime;
}

export interface StageResultsTable {
  key: string;
  stage: string;
  code_version: string;
  output: Json;
  created_at: Time;
}

export interface RawRepliesTable {
  key: string;
  provider: string;
  model_asked: string;
  model_reported: string | null;
  body: Json;
  audio_ms: number | null;
  latency_ms: number;
  tokens: Json | null;
  created_at: Time;
}

export interface PartsTable {
  hash: string;
  body: Json;
  created_at: Time;
}

export interface ScorecardsTable {
  id: Generated<string>;
  call_id: string;
  is_current: boolean;
  body: Json;
  body_hash: string;
  origin: Json;
  standard_id: string;
  standard_version: string;
  standard_hash: string;
  total: number | null;
  coverage: number;
  not_scored: Json | null;
  critical_failures: Json;
  needs_person: Json;
  strip: Json;
  transcript_part: string | null;
  acoustics_part: string | null;
  transcription_part: string | null;
  engine: Generated<string>;
  created_at: Time;
}

export interface VerdictsTable {
  scorecard_id: string;
  criterion: string;
  call_id: string;
  is_current: boolean;
  verdict: string;
  score: number | null;
  weight: number;
  critical: boolean;
  method: string;
  reason_code: string;
  agent_id: string | null;
  team: string | null;
  language: string | null;
  call_kind: string | null;
  standard_id: string;
  standard_version: string;
  started_at: MaybeTime;
}

export interface NotesTable {
  id: GeneratedAlways<number>;
  call_id: string;
  body: Json;
  body_hash: string;
  given_by: string;
  created_at: Time;
}

export interface RoleChoicesTable {
  id: GeneratedAlways<number>;
  call_id: string;
  agent: string;
  reason: string;
  chosen_by: string;
  created_at: Time;
}

export interface ImportsTable {
  id: Generated<string>;
  source: string;
  begun_by: string;
  state: Generated<string>;
  seen: Generated<number>;
  taken: Generated<number>;
  known: Generated<number>;
  finished: Generated<number>;
  failed: Generated<number>;
  refused: Generated<number>;
  after_key: string | null;
  failure: Json | null;
  started_at: Time;
  ended_at: MaybeTime;
}

export interface TokensTable {
  id: Generated<string>;
  name: string;
  kind: string;
  scopes: Json;
  secret_hash: string;
  user_id: ColumnType<string | null, string | null | undefined, string | null>;
  expires_at: MaybeTime;
  revoked_at: MaybeTime;
  last_used_at: MaybeTime;
  created_at: Time;
}

export interface SettingsTable {
  name: string;
  value: Json;
  updated_at: Time;
}

export interface StandardsTable {
  standard_id: string;
  version: string;
  hash: string;
  body: string;
  published_by: string;
  created_at: Time;
}

/** The tables as kysely sees them; snake_case does not leave this room. */
export interface Database extends PeopleDatabase, OperationDatabase, ReportDatabase {
  calls: CallsTable;
  call_stages: CallStagesTable;
  stage_results: StageResultsTable;
  raw_replies: RawRepliesTable;
  parts: PartsTable;
  scorecards: ScorecardsTable;
  verdicts: VerdictsTable;
  notes: NotesTable;
  role_choices: RoleChoicesTable;
  imports: ImportsTable;
  tokens: TokensTable;
  settings: SettingsTable;
  standards: StandardsTable;
}
