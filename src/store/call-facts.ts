import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { NotedFacts } from '../domain/call-record.ts';
import { cleanText } from './clean-text.ts';
import { reportZone } from './report-rows.ts';
import type { Database } from './schema.ts';

/** Calls of one customer looked at on each side of a new one; more than this is no customer but a catch-all. */
const NEIGHBOURS = 50;

const factsOf = sql`
  select c.id, c.sort_at, (c.sort_at at time zone ${reportZone})::date, c.agent_id, c.team, md5(c.customer_id),
    exists (select 1 from notes n where n.call_id = c.id), coalesce(c.kind = 'voice-mail', false)
  from calls c`;
const factColumns = sql`call_id, at, day, agent_id, team, customer_hash, has_note, is_voice_mail`;

/** Links of calls to the first later one of their customer, and to the last earlier one by another agent. */
function link(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    update call_facts f set
      followed_up_at = later.at, followed_up_by = later.call_id,
      other_agent_id = other.agent_id, other_agent_at = other.at, other_call_id = other.call_id
    from call_facts self
    left join lateral (
      select l.at, l.call_id from call_facts l
      where l.customer_hash = self.customer_hash and (l.at, l.call_id) > (self.at, self.call_id) order by l.at, l.call_id limit 1
    ) later on true
    left join lateral (
      select o.at, o.call_id, o.agent_id from call_facts o
      where o.customer_hash = self.customer_hash and (o.at, o.call_id) < (self.at, self.call_id)
        and o.agent_id <> self.agent_id
      order by o.at desc, o.call_id desc limit 1
    ) other on true
    where f.call_id = self.call_id and ${which}
      and (f.followed_up_by, f.other_call_id) is distinct from (later.call_id, other.call_id)`;
}

/** Calls of a customer nearest to a moment, whose links a call there may change. */
function near(customerHash: string, at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`self.call_id in (
    (select n.call_id from call_facts n where n.customer_hash = ${customerHash} and n.at <= ${at}
     order by n.at desc limit ${sql.lit(NEIGHBOURS)})
    union all
    (select n.call_id from call_facts n where n.customer_hash = ${customerHash} and n.at > ${at}
     order by n.at limit ${sql.lit(NEIGHBOURS)}))`;
}

/** Takes up what reports ask of a call from its description, and links it to its customer's other calls. */
export async function rememberCall(db: Kysely<Database>, callId: string): Promise<void> {
  const before = await forget(db, callId, 'keep');
  await sql`
    insert into call_facts (${factColumns}) ${factsOf} where c.id = ${callId}::uuid and c.duplicate_of is null
    on conflict (call_id) do update set at = excluded.at, day = excluded.day, agent_id = excluded.agent_id,
      team = excluded.team, customer_hash = excluded.customer_hash, has_note = excluded.has_note,
      is_voice_mail = excluded.is_voice_mail`.execute(db);
  const placed = db.selectFrom('call_facts').select(['customer_hash', 'at']).where('call_id', '=', callId);
  const now = await placed.executeTakeFirst();
  for (const place of [before, now]) {
    if (place?.customer_hash == null) continue;
    await link(near(place.customer_hash, sql`${place.at.toISOString()}::timestamptz`)).execute(db);
  }
}

async function forget(db: Kysely<Database>, callId: string, how: 'keep' | 'remove') {
  const old = db.selectFrom('call_facts').select(['customer_hash', 'at']).where('call_id', '=', callId);
  const before = await old.executeTakeFirst();
  if (how === 'remove') await db.deleteFrom('call_facts').where('call_id', '=', callId).execute();
  return before;
}

/** Forgets a call that turned out to be another one once more. */
export async function forgetCall(db: Kysely<Database>, callId: string): Promise<void> {
  const before = await forget(db, callId, 'remove');
  if (before?.customer_hash == null) return;
  await link(near(before.customer_hash, sql`${before.at.toISOString()}::timestamptz`)).execute(db);
}

/** Keeps what the note of a call promises. */
export async function rememberNote(
  db: Kysely<Database>,
  callId: string,
  noted: NotedFacts | null,
): Promise<void> {
  await db
    .updateTable('call_facts')
    .set({
      has_note: noted !== null,
      outcome: noted?.outcome == null ? null : cleanText(noted.outcome),
      intent: noted?.intent ?? null,
      intent_percent: noted?.intentPercent ?? null,
      due: noted?.due ?? null,
      is_due_stated: noted?.isDueStated ?? false,
    })
    .where('call_id', '=', callId)
    .execute();
}

/** Says that a call has a note, whatever it holds. */
export async function markNoted(db: Kysely<Database>, callId: string): Promise<void> {
  await db.updateTable('call_facts').set({ has_note: true }).where('call_id', '=', callId).execute();
}

/** Takes up and links every described call that is no duplicate, anew; what notes promise is kept. */
export async function linkEveryCall(db: Kysely<Database>): Promise<void> {
  await sql`
    insert into call_facts (${factColumns}) ${factsOf}
    where c.duplicate_of is null and c.provenance <> '{}'
    on conflict (call_id) do update set at = excluded.at, day = excluded.day, agent_id = excluded.agent_id,
      team = excluded.team, customer_hash = excluded.customer_hash, has_note = excluded.has_note,
      is_voice_mail = excluded.is_voice_mail`.execute(db);
  await sql`
    with follow as (
      select call_id, lead(at) over later as at, lead(call_id) over later as by
      from call_facts where customer_hash is not null
      window later as (partition by customer_hash order by at, call_id)
    ),
    steps as (
      select call_id, customer_hash, agent_id, at, lag(agent_id) over before as agent, lag(at) over before as agent_at,
        lag(call_id) over before as agent_call
      from call_facts where customer_hash is not null and agent_id is not null
      window before as (partition by customer_hash order by at, call_id)
    ),
    -- calls of one agent in a row share the last call another agent made before them
    runs as (
      select *, count(*) filter (where agent is distinct from agent_id) over (
        partition by customer_hash order by at, call_id) as run
      from steps
    ),
    other as (
      select call_id, first_value(agent) over run as agent, first_value(agent_at) over run as at,
        first_value(agent_call) over run as call
      from runs window run as (partition by customer_hash, run order by at, call_id)
    )
    update call_facts f set
      followed_up_at = follow.at, followed_up_by = follow.by,
      other_agent_id = other.agent, other_agent_at = other.at, other_call_id = other.call
    from follow left join other using (call_id)
    where f.call_id = follow.call_id
      and (f.followed_up_by, f.other_call_id) is distinct from (follow.by, other.call)`.execute(db);
}
