/** What was listened to, and finalised verdicts one by one for reports. */
export const reviewFlow = `
create table plays (
  id bigint generated always as identity primary key,
  call_id uuid not null references calls (id),
  start_ms double precision not null,
  end_ms double precision not null check (end_ms > start_ms),
  by_user uuid references users (id),
  by_name text not null,
  created_at timestamptz not null default clock_timestamp()
);
create index plays_of_call on plays (call_id, by_user);

-- one row per criterion of a finalisation: what reports count, and people against the machine
create table final_verdicts (
  finalisation_id bigint not null references finalisations (id),
  call_id uuid not null references calls (id),
  scorecard_id uuid not null references scorecards (id),
  criterion text not null,
  verdict text not null,
  machine_verdict text not null,
  score double precision,
  weight double precision not null,
  critical boolean not null,
  -- null where nobody said anything: then it is no agreement either
  decision text,
  is_current boolean not null default true,
  primary key (finalisation_id, criterion)
);
create index final_verdicts_of_call on final_verdicts (call_id) where is_current;
create index final_verdicts_by_criterion on final_verdicts (criterion, verdict) where is_current;

-- the one change a decision takes: its reason goes with a call that is erased
drop trigger reviews_append_only on reviews;
create trigger reviews_not_deleted before delete on reviews for each row execute function refuse_change();
create trigger reviews_append_only before update on reviews for each row
  when (new.reason <> 'erased' or row(new.id, new.call_id, new.scorecard_id, new.criterion, new.decision, new.old_verdict, new.verdict, new.evidence_ms, new.played_ms, new.by_user, new.by_name, new.created_at) is distinct from row(old.id, old.call_id, old.scorecard_id, old.criterion, old.decision, old.old_verdict, old.verdict, old.evidence_ms, old.played_ms, old.by_user, old.by_name, old.created_at))
  execute function refuse_change();
`;
