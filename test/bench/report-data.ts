import type pg from 'pg';

/** What the made-up company looks like; every figure follows from the seed. */
export const made = {
  agents: 400,
  teams: 20,
  from: '2024-12-01',
  days: 720,
  lastDay: '2026-11-20',
  criteria: [
    'greeting',
    'tone',
    'pushy-selling',
    'interruption',
    'restatement',
    'note',
    'problem-report',
    'civil-language',
  ],
  seed: 20_261_123,
} as const;

// a number 0–1 that depends on the row, the purpose and the seed alone
const chance = (row: string, purpose: number) =>
  `((hashint8extended((${row})::bigint, ${made.seed + purpose}) & 1048575) / 1048576.0)`;

const agentOf = `(floor(power(${chance('i', 1)}, 1.3) * ${made.agents}))::int`;

function callsSql(cards: number): string {
  return `
    insert into calls (id, source, key, place_hash, size_bytes, revision, status, content_hash, provenance, metadata,
      call_name, agent_id, agent_name, team, customer_id, direction, kind, language, started_at, duration_ms, layout,
      standard_id, has_critical)
    select md5('call' || i)::uuid, 'made', 'call-' || i, 'call-' || i, 1, '1', 'scored', 'content-' || i, '{"agent":"made"}',
      '{"version":1,"customer":{"id":"c","name":"Customer ' || i || '"}}', 'call-' || i, 'agent-' || a, 'Agent ' || a,
      'team-' || a % ${made.teams}, 'customer-' || floor(${chance('i', 2)} * ${Math.ceil(cards / 4)}),
      case when ${chance('i', 3)} < 0.7 then 'outbound' else 'inbound' end,
      (array['sales', 'sales', 'sales', 'enquiry', 'follow-up-1', 'claim'])[1 + floor(${chance('i', 4)} * 6)::int],
      case when (a % 5 = 0) <> (${chance('i', 5)} < 0.05) then 'en' else 'zh' end,
      timestamptz '${made.from} 08:00+08' + (i * ${made.days}::bigint / ${cards}) * interval '1 day'
        + ${chance('i', 6)} * interval '10 hours',
      30000 + ${chance('i', 7)} * 300000, 'two-party',
      case when a % 4 = 3 then 'property-sales' else 'telesales-service' end, false
    from (select i, ${agentOf} as a from generate_series(1, ${cards}) i) made`;
}

const cardsSql = `
  insert into scorecards (id, call_id, is_current, body, body_hash, origin, standard_id, standard_version, standard_hash,
    total, coverage, not_scored, critical_failures, needs_person, strip, engine)
  select md5('card' || c.id)::uuid, c.id, true,
    '{"criteria":[{"id":"problem-report","evidence":[],"reason":{"code":"raised","en":"Raised.","zh":"已提出。"}}]}',
    'h', '{}', c.standard_id,
    case when c.started_at < '2025-11-03' then '1.0' else '1.1' end, 's', 0.9, 1, null, '[]', '[]', '[]',
    case when c.started_at < '2026-05-04' then 'made/ears-1 + -' else 'made/ears-2 + -' end
  from calls c`;

const verdictsSql = `
  insert into verdicts (scorecard_id, criterion, call_id, is_current, verdict, score, weight, critical, method, reason_code,
    agent_id, team, language, call_kind, standard_id, standard_version, started_at)
  select md5('card' || id)::uuid, criterion, id, true,
    case when u < 0.06 then 'not-applicable' when u < 0.1 then 'not-assessable'
      when criterion = 'problem-report' and u < 0.9 then 'not-applicable'
      when v < skill then 'met' when v < skill + 0.03 then 'partly' else 'unmet' end,
    null, 10, criterion = 'civil-language', 'rule',
    case when u < 0.06 then 'no-occasion' when u < 0.08 then 'not-transcribed' when u < 0.1 then 'roles-uncertain'
      else 'said' end,
    agent_id, team, language, kind, standard_id,
    case when started_at < '2025-11-03' then '1.0' else '1.1' end, started_at
  from (
    select c.*, k.criterion, ${chance('hashtextextended(c.key || k.criterion, 0)', 11)} as u,
      ${chance('hashtextextended(c.key || k.criterion, 1)', 12)} as v,
      0.8 + 0.15 * ${chance('hashtextextended(c.agent_id || k.criterion, 0)', 13)} as skill
    from calls c cross join unnest(array[${made.criteria.map((one) => `'${one}'`).join(', ')}]) k (criterion)
  ) made`;

const notesSql = `
  insert into notes (call_id, body, body_hash, given_by)
  select id, '{}', 'h', 'file' from calls where ${chance('hashtextextended(key, 0)', 21)} < 0.92`;

const notedSql = `
  update call_facts f set
    intent = case when u < 0.25 then 'interested' when u < 0.6 then 'not-interested' else 'undecided' end,
    due = case when u < 0.25 then f.day + 1 + (u * 40)::int end, is_due_stated = u < 0.15,
    outcome = (array['called back', 'no answer', 'sent an offer', 'not needed'])[1 + floor(u * 4)::int]
  from (select call_id, ${chance('hashtextextended(call_id::text, 0)', 31)} as u from call_facts) made
  where made.call_id = f.call_id and f.has_note`;

/** Makes `cards` scored calls over two years, with indexes built after the rows, as a restore does. */
export async function makeCalls(client: pg.Client, cards: number): Promise<void> {
  await client.query(
    "set session_replication_role = replica; set work_mem = '256MB'; set maintenance_work_mem = '512MB'",
  );
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename in ('calls', 'scorecards', 'verdicts', 'notes') and indexname not like '%_pkey'`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  for (const text of [callsSql(cards), cardsSql, verdictsSql, notesSql]) await client.query(text);
  await client.query("update calls set scorecard_id = md5('card' || id)::uuid");
  for (const { definition } of rows) await client.query(definition);
  await client.query('set session_replication_role = origin');
}

/** Gives the notes their intent and due days, and tidies up as the server's own cleaning does in time. */
export async function finishCalls(client: pg.Client): Promise<void> {
  await client.query(notedSql);
  for (const table of [
    'calls',
    'scorecards',
    'verdicts',
    'call_facts',
    'report_counts',
    'report_reasons',
    'report_groups',
  ])
    await client.query(`vacuum analyze ${table}`);
}
