/** Who did what: rows chained by their hashes, which the database lets nobody change. */
export const audit = `
create table audit_log (
  seq bigint primary key,
  -- canonical JSON of the entry with its number and time; the hash is over the previous hash and this
  body text not null,
  previous_hash text not null,
  hash text not null unique,
  -- the body once more, to look for
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  object_kind text,
  object_id text
);
create index audit_by_actor on audit_log (actor_id, seq desc);
create index audit_by_object on audit_log (object_id, seq desc);
create index audit_by_action on audit_log (action, seq desc);

-- how many rows there are and the hash of the last: appending waits its turn on this row
create table audit_head (
  id integer primary key check (id = 1),
  rows bigint not null,
  hash text not null
);
insert into audit_head (id, rows, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_change();
create trigger audit_log_keep before truncate on audit_log for each statement execute function refuse_change();
create function only_forward() returns trigger language plpgsql as $$
begin
  if new.rows <> old.rows + 1 then
    raise exception 'the head of the audit only moves forward' using errcode = 'restrict_violation';
  end if;
  return new;
end;
$$;
create trigger audit_head_forward before update on audit_head for each row execute function only_forward();
create trigger audit_head_kept before delete on audit_head for each row execute function refuse_change();
create trigger audit_head_keep before truncate on audit_head for each statement execute function refuse_change();
`;
