/** What is needed to take content away for good: where it lies, and that what was erased stays erased. */
export const erasure = `
alter table calls drop constraint calls_status_check;
-- an erased call is a row of hashes: it refuses the same recording, and what a late worker would write
alter table calls add constraint calls_status_check check (status in
  ('found', 'running', 'scored', 'not-scored', 'failed', 'held', 'duplicate', 'erased'));
alter table calls add column audio_removed_at timestamptz;
alter table calls add column words_removed_at timestamptz;
create index calls_with_audio on calls (sort_at) where recording is not null and audio_removed_at is null;
create index calls_with_words on calls (sort_at) where scorecard_id is not null and words_removed_at is null;

-- which kept results, replies and files came of which call
create table call_traces (
  call_id uuid not null references calls (id),
  kind text not null check (kind in ('stage-result', 'reply', 'artifact')),
  key text not null,
  primary key (call_id, kind, key)
);
create index call_traces_of_key on call_traces (kind, key);
create index scorecards_of_transcript on scorecards (transcript_part);
create index scorecards_of_acoustics on scorecards (acoustics_part);
create index scorecards_of_transcription on scorecards (transcription_part);

-- calls of these that took place before are refused, also when it becomes known later whose they are
create table erased_customers (
  customer_hash text primary key,
  erased_at timestamptz not null default clock_timestamp()
);

-- what one worker of all does from time to time
create table chores (
  name text primary key,
  begun_at timestamptz not null
);

alter table imports add column refused integer not null default 0;

create function refuse_erased_call() returns trigger language plpgsql as $$
begin
  raise exception 'the call was erased' using errcode = 'EM001';
end;
$$;
-- a place may be given up for other bytes; nothing else of an erased call changes
create trigger calls_erased before update on calls for each row
  when (old.status = 'erased' and new.place_hash = old.place_hash) execute function refuse_erased_call();

create function refuse_traces_of_erased() returns trigger language plpgsql as $$
declare
  found_status text;
begin
  -- the lock waits for an erasure under way and then sees it
  select status into found_status from calls where id = new.call_id for key share;
  if found_status = 'erased' then
    raise exception 'the call was erased' using errcode = 'EM001';
  end if;
  return new;
end;
$$;
create trigger call_traces_erased before insert on call_traces for each row execute function refuse_traces_of_erased();
create trigger call_stages_erased before insert on call_stages for each row execute function refuse_traces_of_erased();
create trigger call_facts_erased before insert on call_facts for each row execute function refuse_traces_of_erased();
create trigger scorecards_erased before insert on scorecards for each row execute function refuse_traces_of_erased();
create trigger notes_erased before insert on notes for each row execute function refuse_traces_of_erased();
create trigger role_choices_erased before insert on role_choices for each row execute function refuse_traces_of_erased();
create trigger comments_erased before insert on comments for each row execute function refuse_traces_of_erased();
`;
