/** Counts that reports are read from, kept in step with the verdicts, and what reports ask of every call. */
export const reportCounts = `
-- transcriber and judge of a scorecard: a change of either breaks a trend as a new version does
alter table scorecards add column engine text not null default '';

-- whom a count is about: an agent over all kinds of call, or a team kind by kind; what nobody named is an empty text
create table report_groups (
  id integer generated always as identity primary key,
  -- md5 over the other columns, which together are longer than an index entry can be
  identity text not null unique,
  scope text not null check (scope in ('agent', 'team')),
  agent_id text not null,
  team text not null,
  language text not null,
  call_kind text not null,
  standard_id text not null,
  standard_version text not null,
  engine text not null
);

-- one row per scorecard that is counted: where it counts, so that it can be taken away again exactly there
create table report_cards (
  scorecard_id uuid not null references scorecards (id),
  series text not null check (series in ('machine', 'finalised')),
  call_id uuid not null,
  day date not null,
  agent_group integer not null,
  team_group integer not null,
  -- why the whole card is left out; null where its verdicts count
  set_aside text,
  primary key (scorecard_id, series)
);

create table report_counts (
  group_id integer not null,
  -- that of the group, so that teams are read without passing over agents
  scope text not null,
  grain text not null check (grain in ('week', 'month', 'year')),
  series text not null check (series in ('machine', 'finalised')),
  -- first day of the week (Monday), month or year, in the installation's zone
  period date not null,
  criterion text not null,
  met integer not null,
  partly integer not null,
  unmet integer not null,
  not_applicable integer not null,
  not_assessable integer not null,
  set_aside integer not null,
  primary key (group_id, grain, series, period, criterion)
);
-- these hold the counts too, so that a report over many groups reads an index alone
create index report_counts_of_criterion on report_counts (criterion, scope, grain, series, period, group_id)
  include (met, partly, unmet, not_applicable, not_assessable, set_aside);
create index report_counts_of_period on report_counts (scope, grain, series, period, criterion, group_id)
  include (met, partly, unmet, not_applicable, not_assessable, set_aside);

create table report_reasons (
  group_id integer not null,
  scope text not null,
  grain text not null,
  series text not null,
  period date not null,
  criterion text not null,
  outcome text not null check (outcome in ('not-applicable', 'not-assessable', 'set-aside')),
  reason text not null,
  calls integer not null,
  primary key (group_id, grain, series, period, criterion, outcome, reason)
);
create index report_reasons_of_criterion on report_reasons (criterion, scope, grain, series, period, group_id)
  include (outcome, reason, calls);

create table call_facts (
  call_id uuid primary key references calls (id),
  at timestamptz not null,
  day date not null,
  agent_id text,
  team text,
  customer_hash text,
  is_voice_mail boolean not null default false,
  has_note boolean not null default false,
  outcome text,
  intent text,
  intent_percent double precision,
  due date,
  is_due_stated boolean not null default false,
  followed_up_at timestamptz,
  followed_up_by uuid,
  other_agent_id text,
  other_agent_at timestamptz,
  other_call_id uuid
);
create index call_facts_of_day on call_facts (day, agent_id);
create index call_facts_of_customer on call_facts (customer_hash, at) where customer_hash is not null;
create index call_facts_due on call_facts (due, call_id)
  include (agent_id, team, followed_up_at, at) where intent = 'interested';
create index call_facts_collisions on call_facts (day, call_id)
  include (at, other_agent_at, agent_id, team) where other_agent_at is not null;
create index call_facts_voice_mail on call_facts (at) where is_voice_mail and followed_up_at is null;
`;
