/** Who works with Earmark: people, their roles, teams and agents, how they signed in, and keys tied to them. */
export const users = `
create table users (
  id uuid primary key default gen_random_uuid(),
  -- folded (NFKC, lower case), so that one name is one person
  login text not null unique,
  name text not null,
  -- argon2id in PHC form with its parameters; null signs in by the identity provider alone
  password_hash text,
  -- issuer and subject of the identity provider
  oidc_subject text unique,
  -- made by the demo with a known password: good only on this machine, and while nobody else is known
  is_demo boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

create table user_roles (
  user_id uuid not null references users (id),
  role text not null check (role in ('agent', 'coach', 'reviewer', 'manager', 'administrator', 'auditor')),
  primary key (user_id, role)
);

-- the name is the one calls carry
create table teams (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  created_at timestamptz not null default clock_timestamp()
);

create table memberships (
  user_id uuid not null references users (id),
  team_id uuid not null references teams (id),
  primary key (user_id, team_id)
);
create index memberships_of_team on memberships (team_id);

-- agent ids as calls carry them; one of them belongs to one person
create table user_agents (
  agent_id text primary key,
  user_id uuid not null references users (id)
);
create index user_agents_of_user on user_agents (user_id);

create table sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id),
  secret_hash text not null unique,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_because text
);
create index sessions_open on sessions (user_id) where ended_at is null;

-- counted before a password is looked at, under the sha256 of the login or the address
create table sign_in_attempts (
  subject text primary key,
  tries integer not null,
  began_at timestamptz not null default clock_timestamp()
);

-- a token of a person can do no more than the person; one of nobody does what its scopes say
alter table tokens add column user_id uuid references users (id);
create index tokens_of_user on tokens (user_id) where user_id is not null;
`;
