import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { NotedFacts } from '../../src/domain/call-record.ts';
import { finalise } from '../../src/domain/review.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { Store } from '../../src/store/open-store.ts';
import { publicationOf, recordingAt } from './scored-calls.ts';

const verdicts: readonly Verdict[] = ['met', 'partly', 'unmet', 'not-applicable', 'not-assessable'];

/** What a report would find by counting the verdicts themselves, without any kept count. */
const slowly = `
  select g.grain, date_trunc(g.grain, d.day)::date::text as period, coalesce(v.agent_id, '') as agent,
    coalesce(v.team, '') as team, v.standard_version as version, v.criterion, v.verdict, count(*)::int as calls
  from verdicts v join calls c on c.id = v.call_id
  cross join lateral (
    select (coalesce(v.started_at, c.created_at) at time zone 'Asia/Shanghai')::date as day) d
  cross join (values ('week'), ('month'), ('year')) g (grain)
  where v.is_current group by 1, 2, 3, 4, 5, 6, 7`;

const kept = `
  select r.grain, r.period::text as period, g.agent_id as agent, g.team, g.standard_version as version, r.criterion,
    o.verdict, sum(o.calls)::int as calls
  from report_counts r join report_groups g on g.id = r.group_id
  cross join lateral (values ('met', r.met), ('partly', r.partly), ('unmet', r.unmet),
    ('not-applicable', r.not_applicable), ('not-assessable', r.not_assessable)) o (verdict, calls)
  where r.series = 'machine' and g.scope = 'agent' and r.criterion <> '' group by 1, 2, 3, 4, 5, 6, 7 having sum(o.calls) <> 0`;

const slowTeams = slowly
  .replace("coalesce(v.agent_id, '')", 'v.call_kind')
  .replace('v.call_kind as agent', "coalesce(v.call_kind, '') as agent");
const keptTeams = kept
  .replace('g.agent_id as agent', 'g.call_kind as agent')
  .replace("g.scope = 'agent'", "g.scope = 'team'");

const keptReasons = `
  select grain, period::text as period, criterion, outcome, reason, sum(calls)::int as calls from report_reasons
  group by 1, 2, 3, 4, 5 having sum(calls) <> 0`;

/** Counts of reports, the same on every database. */
export function testReportCounts(storeOf: () => Store): void {
  const rowsOf = async (text: string) =>
    (await storeOf().executeSql(text)).rows.map((row) => JSON.stringify(row)).sort();

  const called = async (given: { agent?: string; customer?: string; at?: string; team?: string } = {}) => {
    const { id } = await storeOf().calls.saw(recordingAt(randomUUID()));
    const { agent = 'a-1', team = 'north', customer, at = '2026-03-02T09:00:00+08:00' } = given;
    await storeOf().calls.describe(id, {
      metadata: {
        version: 1,
        startedAt: at,
        agent: { id: agent, team },
        ...(customer === undefined ? {} : { customer: { id: customer } }),
      },
      provenance: { agent: 'call-file' },
      problems: [],
    });
    return id;
  };
  const publish = (id: string, given: Readonly<Record<string, Verdict>>, noted?: NotedFacts | null) =>
    storeOf().scorecards.publish(id, { ...publicationOf(given), ...(noted === undefined ? {} : { noted }) });
  const factsOf = async (id: string) => {
    const text = 'select *, due::text as due, day::text as day from call_facts where call_id = $1';
    return (await storeOf().executeSql(text, [id])).rows[0];
  };

  describe('counts of reports', () => {
    test('equal a slow count after publishing, scoring again and finding a duplicate', async () => {
      await storeOf().reportKeeping.countIn('Asia/Shanghai');
      const ids: string[] = [];
      for (let index = 0; index < 24; index++) {
        const day = String(1 + (index % 27)).padStart(2, '0');
        // one minute before midnight in Shanghai, and one after, belong to two days
        const time = index % 2 === 0 ? '15:59:00Z' : '16:01:00Z';
        const at = `2026-0${1 + (index % 3)}-${day}T${time}`;
        const id = await called({ agent: `a-${index % 4}`, team: index % 5 === 0 ? 'south' : 'north', at });
        const [greeting = 'met', tone = 'met'] = [verdicts[index % 5], verdicts[(index * 3) % 5]];
        await publish(id, { greeting, tone });
        ids.push(id);
      }
      for (const id of ids.slice(0, 9)) await publish(id, { greeting: 'unmet', note: 'not-assessable' });
      const [first = '', second = ''] = ids;
      await storeOf().calls.identify(first, 'c'.repeat(64));
      await storeOf().calls.identify(second, 'c'.repeat(64));
      const slow = await rowsOf(slowly);
      expect(slow.length).toBeGreaterThan(50);
      expect(await rowsOf(kept)).toEqual(slow);
      expect(await rowsOf(keptTeams)).toEqual(await rowsOf(slowTeams));
    });

    test('are the same when everything is counted anew', async () => {
      const [counts, reasons, facts] = [kept, keptReasons, 'select * from call_facts'];
      const before = [await rowsOf(counts), await rowsOf(reasons), await rowsOf(facts)];
      expect(before[1]?.length).toBeGreaterThan(3);
      await storeOf().reportKeeping.recount();
      expect([await rowsOf(counts), await rowsOf(reasons), await rowsOf(facts)]).toEqual(before);
    });

    test('are the same however many publish at once', async () => {
      const ids = await Promise.all(Array.from({ length: 6 }, () => called({ agent: 'a-busy' })));
      await Promise.all(
        ids.flatMap((id) => [publish(id, { greeting: 'met', tone: 'unmet' }), publish(id, { tone: 'met' })]),
      );
      expect(await rowsOf(kept)).toEqual(await rowsOf(slowly));
    });

    test('hold what people finalised apart, and only where it was drawn at random', async () => {
      const finals = `select r.criterion, sum(r.met)::int as met, sum(r.unmet)::int as unmet,
        sum(r.set_aside)::int as aside from report_counts r where r.series = 'finalised' and r.scope = 'team'
        and r.grain = 'year' group by 1 order by 1`;
      const given = { greeting: 'met', tone: 'unmet' } as const;
      const finaliseOne = async (isRandom: boolean) => {
        const id = await called();
        const { id: scorecardId } = await publish(id, given);
        if (isRandom) {
          await storeOf().executeSql(
            `with q as (insert into review_queues (name, created_by) values ($2, 'test') returning id)
             insert into assignments (call_id, queue_id, reason, is_random, created_by)
             select $1, id, 'random-sample', true, 'test' from q`,
            [id, randomUUID()],
          );
        }
        const final = finalise(publicationOf(given).scorecard, [], {
          coverageFloor: 0.8,
          criteria: [],
        } as never);
        const kept = { scorecardId, basedOnRound: 0, basedOnReviews: [], final };
        await storeOf().reviews.finalise(id, kept, { id: null, name: 'Ann' });
      };
      const before = (await storeOf().executeSql(finals)).rows as {
        criterion: string;
        met: number;
        aside: number;
      }[];
      await finaliseOne(true);
      await finaliseOne(false);
      const after = (await storeOf().executeSql(finals)).rows as typeof before;
      const of = (rows: typeof before, criterion: string) => rows.find((row) => row.criterion === criterion);
      expect(of(after, 'greeting')?.met).toBe((of(before, 'greeting')?.met ?? 0) + 1);
      expect(of(after, '')?.aside).toBe((of(before, '')?.aside ?? 0) + 1);
      const span = {
        from: '2026-03-02',
        to: '2026-03-02',
        standard: 'telesales-service',
        criterion: 'greeting',
      };
      const point = await storeOf().reportLists.callsOfPoint(
        { ...span, series: 'finalised', verdicts: ['met'] },
        { limit: 500, offset: 0, timeZone: 'Asia/Shanghai' },
      );
      expect(point.calls).toHaveLength(of(after, 'greeting')?.met ?? 0);
      await storeOf().reportKeeping.recount();
      expect((await storeOf().executeSql(finals)).rows).toEqual(after);
    });

    test('move to other days with the zone, once', async () => {
      expect(await storeOf().reportKeeping.countIn('Asia/Shanghai')).toBe(false);
      expect(await storeOf().reportKeeping.countIn('America/New_York')).toBe(true);
      expect(await rowsOf(kept)).toEqual(await rowsOf(slowly.replace('Asia/Shanghai', 'America/New_York')));
      expect(await storeOf().reportKeeping.countIn('Asia/Shanghai')).toBe(true);
    });
  });

  describe('what reports ask of calls', () => {
    test('links a customer’s calls in whatever order they arrive', async () => {
      const customer = randomUUID();
      const at = (day: number) => `2026-04-0${day}T10:00:00+08:00`;
      const last = await called({ customer, agent: 'a-2', at: at(5) });
      const first = await called({ customer, agent: 'a-1', at: at(1) });
      const middle = await called({ customer, agent: 'a-1', at: at(3) });
      expect(await factsOf(first)).toMatchObject({ followed_up_by: middle, other_call_id: null });
      expect(await factsOf(middle)).toMatchObject({ followed_up_by: last, other_call_id: null });
      expect(await factsOf(last)).toMatchObject({ followed_up_by: null, other_call_id: middle });
    });

    test('links anew when a call turns out to be another customer’s, or a duplicate', async () => {
      const [one, two] = [randomUUID(), randomUUID()];
      const first = await called({ customer: one, at: '2026-05-01T10:00:00+08:00' });
      const second = await called({ customer: one, at: '2026-05-02T10:00:00+08:00' });
      expect(await factsOf(first)).toMatchObject({ followed_up_by: second });
      await storeOf().calls.describe(second, {
        metadata: { version: 1, startedAt: '2026-05-02T10:00:00+08:00', customer: { id: two } },
        provenance: { customer: 'call-file' },
        problems: [],
      });
      expect(await factsOf(first)).toMatchObject({ followed_up_by: null });
      const third = await called({ customer: one, at: '2026-05-03T10:00:00+08:00' });
      expect(await factsOf(first)).toMatchObject({ followed_up_by: third });
      await storeOf().calls.identify(first, 'd'.repeat(64));
      await storeOf().calls.identify(third, 'd'.repeat(64));
      expect(await factsOf(first)).toMatchObject({ followed_up_by: null });
      expect(await factsOf(third)).toBeUndefined();
    });

    test('keeps what the note promises, and that there is one', async () => {
      const id = await called();
      expect(await factsOf(id)).toMatchObject({ has_note: false, day: '2026-03-02' });
      await storeOf().notes.put(id, { version: 1, text: '有兴趣', fields: {} }, 'file');
      expect(await factsOf(id)).toMatchObject({ has_note: true, intent: null });
      const noted = {
        outcome: '周三回电',
        intent: 'interested',
        intentPercent: 70,
        due: '2026-03-04',
        isDueStated: true,
      };
      await publish(id, { greeting: 'met' }, { ...noted, intent: 'interested' });
      expect(await factsOf(id)).toMatchObject({
        outcome: '周三回电',
        intent: 'interested',
        due: '2026-03-04',
      });
    });
  });
}
