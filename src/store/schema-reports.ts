import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

type Time = ColumnType<Date, string | undefined, string>;
type MaybeTime = ColumnType<Date | null, string | null | undefined, string | null>;

export interface ReportGroupsTable {
  id: GeneratedAlways<number>;
  identity: string;
  scope: string;
  agent_id: string;
  team: string;
  language: string;
  call_kind: string;
  standard_id: string;
  standard_version: string;
  engine: string;
}

export interface ReportCardsTable {
  scorecard_id: string;
  series: string;
  call_id: string;
  day: string;
  agent_group: number;
  team_group: number;
  set_aside: string | null;
}

export interface ReportCountsTable {
  group_id: number;
  scope: string;
  grain: string;
  series: string;
  period: string;
  criterion: string;
  met: number;
  partly: number;
  unmet: number;
  not_applicable: number;
  not_assessable: number;
  set_aside: number;
}

export interface ReportReasonsTable {
  group_id: number;
  scope: string;
  grain: string;
  series: string;
  period: string;
  criterion: string;
  outcome: string;
  reason: string;
  calls: number;
}

export interface CallFactsTable {
  call_id: string;
  at: Time;
  day: string;
  agent_id: string | null;
  team: string | null;
  customer_hash: string | null;
  is_voice_mail: Generated<boolean>;
  has_note: Generated<boolean>;
  outcome: string | null;
  intent: string | null;
  intent_percent: number | null;
  due: string | null;
  is_due_stated: Generated<boolean>;
  followed_up_at: MaybeTime;
  followed_up_by: string | null;
  other_agent_id: string | null;
  other_agent_at: MaybeTime;
  other_call_id: string | null;
}

/** The tables reports are read from. */
export interface ReportDatabase {
  report_groups: ReportGroupsTable;
  report_cards: ReportCardsTable;
  report_counts: ReportCountsTable;
  report_reasons: ReportReasonsTable;
  call_facts: CallFactsTable;
}
