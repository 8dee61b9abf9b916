/** What people give and ask: notes, role choices, imports, keys to the API, settings. */
export const people = `
create table notes (
  id bigint generated always as identity primary key,
  call_id uuid not null references calls (id),
  body text not null,
  body_hash text not null,
  given_by text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index notes_of_call on notes (call_id, id desc);

create table role_choices (
  id bigint generated always as identity primary key,
  call_id uuid not null references calls (id),
  agent text not null check (agent in ('left', 'right')),
  reason text not null,
  chosen_by text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index role_choices_of_call on role_choices (call_id, id desc);

create table imports (
  id uuid primary key default gen_random_uuid(),
  source text not null,
  begun_by text not null,
  state text not null default 'running' check (state in ('running', 'done', 'failed')),
  seen integer not null default 0,
  taken integer not null default 0,
  known integer not null default 0,
  finished integer not null default 0,
  failed integer not null default 0,
  after_key text,
  failure text,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz
);
create index imports_running on imports (started_at desc) where state = 'running';

create table tokens (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  kind text not null check (kind in ('local', 'token')),
  scopes text not null,
  secret_hash text not null unique,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

create table settings (
  name text primary key,
  value text not null,
  updated_at timestamptz not null default clock_timestamp()
);
`;
