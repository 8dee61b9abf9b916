/** What agents object to, and what was decided about it. */
export const disputes = `
create table disputes (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references calls (id),
  finalisation_id bigint not null references finalisations (id),
  criterion text not null,
  -- how often this criterion of this call has been disputed, from 1
  round integer not null,
  expected text not null check (expected in ('met', 'partly', 'unmet', 'not-applicable', 'not-assessable')),
  old_verdict text not null,
  reason text not null check (reason <> ''),
  raised_by uuid references users (id),
  raised_by_name text not null,
  created_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'rejected', 'withdrawn')),
  decided_by uuid references users (id),
  decided_by_name text,
  decision_reason text,
  decided_at timestamptz,
  unique (call_id, criterion, round)
);
create unique index disputes_one_open on disputes (call_id, criterion) where state = 'open';
create index disputes_open on disputes (due_at) where state = 'open';
`;
