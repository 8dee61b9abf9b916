/** What stages and providers returned, and the scorecards made of it. Nothing here is ever updated but `is_current`. */
export const results = `
create table stage_results (
  key text primary key,
  stage text not null,
  code_version text not null,
  output text not null,
  created_at timestamptz not null default clock_timestamp()
);

create table raw_replies (
  key text primary key,
  provider text not null,
  model_asked text not null,
  model_reported text,
  -- a JSON string, since a broken reply may hold what a text column refuses
  body text not null,
  audio_ms double precision,
  latency_ms double precision not null,
  tokens text,
  created_at timestamptz not null default clock_timestamp()
);

-- transcripts and acoustics by the sha256 of their text, so that an old scorecard keeps what it points into
create table parts (
  hash text primary key,
  body text not null,
  created_at timestamptz not null default clock_timestamp()
);

create table scorecards (
  id uuid primary key default gen_random_uuid(),
  call_id uuid not null references calls (id),
  is_current boolean not null,
  body text not null,
  body_hash text not null,
  origin text not null,
  standard_id text not null,
  standard_version text not null,
  standard_hash text not null,
  total double precision,
  coverage double precision not null,
  not_scored text,
  critical_failures text not null,
  needs_person text not null,
  strip text not null,
  transcript_part text references parts (hash),
  acoustics_part text references parts (hash),
  transcription_part text references parts (hash),
  created_at timestamptz not null default clock_timestamp()
);
create unique index scorecards_current on scorecards (call_id) where is_current;
create index scorecards_history on scorecards (call_id, created_at desc);
alter table calls add constraint calls_scorecard foreign key (scorecard_id) references scorecards (id);

-- one row per criterion of every scorecard, with what filters and reports group by
create table verdicts (
  scorecard_id uuid not null references scorecards (id),
  criterion text not null,
  call_id uuid not null references calls (id),
  is_current boolean not null,
  verdict text not null check (verdict in ('met', 'partly', 'unmet', 'not-applicable', 'not-assessable')),
  score double precision,
  weight double precision not null,
  critical boolean not null,
  method text not null,
  reason_code text not null,
  agent_id text,
  team text,
  language text,
  call_kind text,
  standard_id text not null,
  standard_version text not null,
  started_at timestamptz,
  primary key (scorecard_id, criterion)
);
create index verdicts_of_call on verdicts (call_id, criterion) where is_current;
create index verdicts_by_verdict on verdicts (criterion, verdict, started_at) where is_current;
`;
