/** Counts that reports are read from, kept in step with the verdicts, and what reports ask of every call. */
export const reportCounts = `
-- transcriber and judge of a scorecard: a change of either breaks a trend as a new version does
alter table scorecards add column engine text not null default '';

-- whom a count is about; what nobody named is an empty text
create table report_groups (
  id integer generated always as identity primary key,
  -- md5 over the other columns, which together are longer than an index entry can be
  identity text not null unique,
  agent_id text not null,
  team text not null,
  language text not null,
  call_kind text not null,
  standard_id text not null,
  standard_version text not null,
  engine text not null
);

create table report_counts (
  group_id integer not null references report_groups (id),
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
-- holds the counts too, so that a trend over every agent reads this index alone
create index report_counts_of_criterion on report_counts (criterion, grain, series, period, group_id)
  include (met, partly, unmet, not_applicable, not_assessable, set_aside);
create index report_counts_of_period on report_counts (grain, series, period, criterion, group_id)
  include (met, partly, unmet, not_applicable, not_assessable, set_aside);

create table report_reasons (
  group_id integer not null references report_groups (id),
  grain text not null,
  series text not null,
  period date not null,
  criterion text not null,
  outcome text not null check (outcome in ('not-applicable', 'not-assessable', 'set-aside')),
  reason text not null,
  calls integer not null,
  primary key (group_id, grain, series, period, criterion, outcome, reason)
);
create index report_reasons_of_criterion on report_reasons (criterion, grain, series, period, group_id)
  include (outcome, reason, calls);

create table call_facts (
  call_id uuid primary key references calls (id),
  at timestamptz not null,
  day date not null,
  agent_id text,
  team text,
  customer_hash text,
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
create index call_facts_due on call_facts (due) where intent = 'interested';
create index call_facts_collisions on call_facts (day) where other_agent_at is not null;
`;
