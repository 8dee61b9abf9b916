/** What providers may be asked, shared by all workers, and what they cost. Money is in millionths of the currency. */
export const providers = `
-- levels of the token buckets; below zero they are a debt that is waited for
create table provider_limits (
  provider text not null,
  model text not null,
  requests_level double precision not null,
  audio_level double precision not null,
  tokens_level double precision not null,
  filled_at timestamptz not null default clock_timestamp(),
  -- nobody asks before this; set by an answer that wants to be asked less often
  paused_until timestamptz,
  throttles integer not null default 0,
  primary key (provider, model)
);

-- a provider that nobody asks until an operator resumes it
create table provider_circuits (
  provider text primary key,
  code text not null,
  message text not null,
  opened_at timestamptz not null default clock_timestamp()
);

create table budgets (
  month text primary key,
  spent bigint not null default 0,
  reserved bigint not null default 0
);

-- one row for each request: reserved before it, paid after it, unknown when its process died in between
create table ledger (
  id uuid primary key default gen_random_uuid(),
  month text not null,
  call_id uuid,
  stage text not null,
  provider text not null,
  model text not null,
  state text not null check (state in ('reserved', 'paid', 'unknown')),
  amount bigint not null,
  audio_ms double precision,
  tokens_sent bigint,
  tokens_received bigint,
  created_at timestamptz not null default clock_timestamp()
);
create index ledger_of_call on ledger (call_id);
create index ledger_by_day on ledger (created_at);
create index ledger_open on ledger (created_at) where state = 'reserved';
`;
