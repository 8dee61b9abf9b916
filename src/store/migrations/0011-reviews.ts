/** What people decide on scorecards, who is to look at which call, and what was shown to whom. */
export const reviews = `
create table review_queues (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  -- which calls come here and in which share, as JSON
  plan text not null default '{}',
  -- the agent's name is kept from the reviewers
  is_blind boolean not null default false,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz
);

create table queue_reviewers (
  queue_id uuid not null references review_queues (id),
  user_id uuid not null references users (id),
  share double precision not null default 1,
  primary key (queue_id, user_id)
);
create index queue_reviewers_of_user on queue_reviewers (user_id);

-- a call to look at: of one reviewer, or of whoever of the queue takes it
create table assignments (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references calls (id),
  queue_id uuid references review_queues (id),
  assignee uuid references users (id),
  -- a code; the pages say it in words
  reason text not null,
  -- only random samples feed rates
  is_random boolean not null default false,
  state text not null default 'open' check (state in ('open', 'done', 'cancelled')),
  -- grows with every change: a change names the version it saw
  version integer not null default 1,
  due_at timestamptz,
  created_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  check (queue_id is not null or assignee is not null)
);
create unique index assignments_open on assignments (call_id, coalesce(queue_id, '00000000-0000-0000-0000-000000000000'))
  where state = 'open';
create index assignments_of_call on assignments (call_id) where state <> 'cancelled';
create index assignments_of_reviewer on assignments (assignee, state);
create index assignments_of_queue on assignments (queue_id, state);

-- one decision of a person on one criterion; the newest holds, and none is ever changed
create table reviews (
  id bigint generated always as identity primary key,
  call_id uuid not null references calls (id),
  scorecard_id uuid not null references scorecards (id),
  criterion text not null,
  decision text not null check (decision in ('confirm', 'override', 'not-applicable', 'withdraw')),
  old_verdict text not null,
  verdict text not null check (verdict in ('met', 'partly', 'unmet', 'not-applicable', 'not-assessable')),
  reason text not null default '',
  -- how much of the criterion's evidence was played before
  evidence_ms double precision not null default 0,
  played_ms double precision not null default 0,
  by_user uuid references users (id),
  by_name text not null,
  created_at timestamptz not null default clock_timestamp(),
  check (decision <> 'override' or reason <> '')
);
create index reviews_of_call on reviews (call_id, scorecard_id, criterion, id desc);

-- the people's scorecard of a call; a resolved dispute gives the next round
create table finalisations (
  id bigint generated always as identity primary key,
  call_id uuid not null references calls (id),
  scorecard_id uuid not null references scorecards (id),
  round integer not null default 1,
  -- verdicts, points and totals as the people left them, as JSON
  body text not null,
  total double precision,
  coverage double precision not null,
  is_random boolean not null default false,
  by_user uuid references users (id),
  by_name text not null,
  created_at timestamptz not null default clock_timestamp(),
  unique (call_id, round)
);
create index finalisations_of_scorecard on finalisations (scorecard_id);

-- a scorecard shown to a person before or without being finalised
create table shares (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references calls (id),
  scorecard_id uuid not null references scorecards (id),
  user_id uuid not null references users (id),
  shared_by text not null,
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz
);
create index shares_of_user on shares (user_id, call_id) where revoked_at is null;

create table comments (
  id bigint generated always as identity primary key,
  call_id uuid not null references calls (id),
  -- the moment meant, in milliseconds from the start; null is the call as a whole
  at_ms double precision,
  criterion text,
  body text not null,
  by_user uuid references users (id),
  by_name text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index comments_of_call on comments (call_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end;
$$;
create trigger reviews_append_only before update or delete on reviews for each row execute function refuse_change();
create trigger reviews_keep before truncate on reviews for each statement execute function refuse_change();
create trigger finalisations_append_only before update or delete on finalisations for each row execute function refuse_change();
create trigger finalisations_keep before truncate on finalisations for each statement execute function refuse_change();

-- nobody decides on an own call: refused here too, whatever a route forgets
create function refuse_own_call() returns trigger language plpgsql as $$
begin
  if new.by_user is not null and exists (
    select 1 from calls c join user_agents u on u.agent_id = c.agent_id
    where c.id = new.call_id and u.user_id = new.by_user
  ) then
    raise exception 'nobody decides on an own call' using errcode = 'insufficient_privilege';
  end if;
  return new;
end;
$$;
create trigger reviews_of_others before insert on reviews for each row execute function refuse_own_call();
create trigger finalisations_of_others before insert on finalisations for each row execute function refuse_own_call();
`;
