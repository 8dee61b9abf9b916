import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Time = ColumnType<Date, string | undefined, string>;
type MaybeTime = ColumnType<Date | null, string | null | undefined, string | null>;
type Maybe = ColumnType<string | null, string | null | undefined, string | null>;
/** JSON kept as text, exactly as it went in. */
type Json = string;

export interface UsersTable {
  id: Generated<string>;
  login: string;
  name: string;
  password_hash: Maybe;
  oidc_subject: Maybe;
  is_demo: Generated<boolean>;
  disabled_at: MaybeTime;
  created_at: Time;
}

export interface UserRolesTable {
  user_id: string;
  role: string;
}

export interface TeamsTable {
  id: Generated<string>;
  name: string;
  created_at: Time;
}

export interface MembershipsTable {
  user_id: string;
  team_id: string;
}

export interface UserAgentsTable {
  agent_id: string;
  user_id: string;
}

export interface SessionsTable {
  id: Generated<string>;
  user_id: string;
  secret_hash: string;
  created_at: Time;
  seen_at: Time;
  expires_at: ColumnType<Date, string, string>;
  ended_at: MaybeTime;
  ended_because: Maybe;
}

export interface SignInAttemptsTable {
  subject: string;
  tries: number;
  began_at: Time;
}

export interface ReviewQueuesTable {
  id: Generated<string>;
  name: string;
  plan: Generated<Json>;
  is_blind: Generated<boolean>;
  created_by: string;
  created_at: Time;
  closed_at: MaybeTime;
}

export interface QueueReviewersTable {
  queue_id: string;
  user_id: string;
  share: Generated<number>;
}

export interface AssignmentsTable {
  id: Generated<string>;
  call_id: string;
  queue_id: Maybe;
  assignee: Maybe;
  reason: string;
  is_random: Generated<boolean>;
  state: Generated<string>;
  version: Generated<number>;
  due_at: MaybeTime;
  created_by: string;
  created_at: Time;
  updated_at: Time;
}

export interface ReviewsTable {
  id: GeneratedAlways<number>;
  call_id: string;
  scorecard_id: string;
  criterion: string;
  decision: string;
  old_verdict: string;
  verdict: string;
  reason: Generated<string>;
  evidence_ms: Generated<number>;
  played_ms: Generated<number>;
  by_user: Maybe;
  by_name: string;
  created_at: Time;
}

export interface FinalisationsTable {
  id: GeneratedAlways<number>;
  call_id: string;
  scorecard_id: string;
  round: Generated<number>;
  body: Json;
  total: number | null;
  coverage: number;
  is_random: Generated<boolean>;
  by_user: Maybe;
  by_name: string;
  created_at: Time;
}

export interface SharesTable {
  id: Generated<string>;
  call_id: string;
  scorecard_id: string;
  user_id: string;
  shared_by: string;
  created_at: Time;
  revoked_at: MaybeTime;
}

export interface CommentsTable {
  id: GeneratedAlways<number>;
  call_id: string;
  at_ms: number | null;
  criterion: Maybe;
  body: string;
  by_user: Maybe;
  by_name: string;
  created_at: Time;
}

export interface PlaysTable {
  id: GeneratedAlways<number>;
  call_id: string;
  start_ms: number;
  end_ms: number;
  by_user: Maybe;
  by_name: string;
  created_at: Time;
}

export interface FinalVerdictsTable {
  finalisation_id: number;
  call_id: string;
  scorecard_id: string;
  criterion: string;
  verdict: string;
  machine_verdict: string;
  score: number | null;
  weight: number;
  critical: boolean;
  decision: Maybe;
  is_current: Generated<boolean>;
}

export interface DisputesTable {
  id: Generated<string>;
  call_id: string;
  finalisation_id: number;
  criterion: string;
  round: number;
  expected: string;
  old_verdict: string;
  reason: string;
  raised_by: Maybe;
  raised_by_name: string;
  created_at: Time;
  due_at: ColumnType<Date, string, string>;
  state: Generated<string>;
  decided_by: Maybe;
  decided_by_name: Maybe;
  decision_reason: Maybe;
  decided_at: MaybeTime;
}

export interface AuditLogTable {
  seq: number;
  body: Json;
  previous_hash: string;
  hash: string;
  at: ColumnType<Date, string, string>;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  object_kind: string | null;
  object_id: string | null;
}

export interface AuditHeadTable {
  id: number;
  rows: number;
  hash: string;
}

/** The tables of people, of what they decide, and of what is recorded about it. */
export interface PeopleDatabase {
  users: UsersTable;
  user_roles: UserRolesTable;
  teams: TeamsTable;
  memberships: MembershipsTable;
  user_agents: UserAgentsTable;
  sessions: SessionsTable;
  sign_in_attempts: SignInAttemptsTable;
  review_queues: ReviewQueuesTable;
  queue_reviewers: QueueReviewersTable;
  assignments: AssignmentsTable;
  reviews: ReviewsTable;
  finalisations: FinalisationsTable;
  shares: SharesTable;
  comments: CommentsTable;
  plays: PlaysTable;
  final_verdicts: FinalVerdictsTable;
  disputes: DisputesTable;
  audit_log: AuditLogTable;
  audit_head: AuditHeadTable;
}
