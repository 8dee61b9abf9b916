/** Calls from found to scored: one row per recording place, and how each came through its stages. */
export const calls = `
create table calls (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  key text not null,
  -- sha256 over source and key: a key may be longer than an index entry can be
  place_hash text not null,
  size_bytes bigint not null,
  revision text not null,
  status text not null default 'found' check (status in
    ('found', 'running', 'scored', 'not-scored', 'failed', 'held', 'duplicate')),
  content_hash text,
  duplicate_of uuid references calls (id),
  -- JSON is kept as text: numbers, escapes and key order come back exactly as they went in
  metadata text not null default '{"version":1}',
  provenance text not null default '{}',
  problems text not null default '[]',
  failure text,
  call_name text,
  agent_id text,
  agent_name text,
  team text,
  customer_id text,
  company text,
  direction text,
  kind text,
  language text,
  started_at timestamptz,
  duration_ms double precision,
  layout text,
  roles text,
  recording text,
  scorecard_id uuid,
  standard_id text,
  has_critical boolean not null default false,
  needs_person boolean not null default false,
  attempt integer not null default 0,
  search_text text not null default '',
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  sort_at timestamptz not null generated always as (coalesce(started_at, created_at)) stored
);
create unique index calls_place on calls (place_hash);
-- one original per content; every other call with these bytes says whose duplicate it is
create unique index calls_original on calls (content_hash) where duplicate_of is null;
create index calls_duplicates on calls (duplicate_of) where duplicate_of is not null;
create index calls_newest on calls (sort_at desc, id desc);
create index calls_by_agent on calls (agent_id, sort_at desc, id desc);
create index calls_by_team on calls (team, sort_at desc, id desc);
create index calls_by_standard on calls (standard_id, sort_at desc, id desc);
create index calls_by_status on calls (status, sort_at desc, id desc);
create index calls_for_person on calls (sort_at desc, id desc) where needs_person;
create index calls_critical on calls (sort_at desc, id desc) where has_critical;

create table call_stages (
  call_id uuid not null references calls (id),
  stage text not null,
  state text not null check (state in ('running', 'done', 'reused', 'failed')),
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (call_id, stage)
);
`;
