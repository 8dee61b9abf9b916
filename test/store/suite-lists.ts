import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CallFilter, CallPlace } from '../../src/domain/call-list.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { Store } from '../../src/store/open-store.ts';
import { publicationOf, recordingAt } from './scored-calls.ts';

interface Made {
  readonly team: string;
  readonly agent?: string;
  readonly startedAt?: string;
  readonly verdicts?: Readonly<Record<string, Verdict>>;
  readonly isForPerson?: boolean;
}

const everything = { limit: 200, after: null, timeZone: 'Asia/Shanghai' } as const;

/** Lists of calls, the same on every database. */
export function testLists(storeOf: () => Store): void {
  async function make({ team, agent = 'a-1', startedAt, verdicts, isForPerson }: Made): Promise<string> {
    const { calls, scorecards } = storeOf();
    const { id } = await calls.saw(recordingAt(`${randomUUID()}.wav`));
    const metadata = {
      version: 1 as const,
      callId: `100%_${id}`,
      agent: { id: agent, name: 'Ｌi 李', team },
      ...(startedAt === undefined ? {} : { startedAt }),
    };
    await calls.describe(id, { metadata, provenance: {}, problems: [] });
    if (verdicts === undefined) return id;
    const needsPerson = isForPerson ? [{ criterion: 'tone', reason: 'roles-uncertain' }] : [];
    await scorecards.publish(id, publicationOf(verdicts, { needsPerson }, ['pushy-selling']));
    return id;
  }
  const idsOf = async (filter: CallFilter) =>
    (await storeOf().lists.list(filter, everything)).calls.map(({ id }) => id);

  describe('lists of calls', () => {
    test('pages walk through all calls newest first, also where times are equal', async () => {
      const team = randomUUID();
      const made: string[] = [];
      for (let hour = 0; hour < 4; hour++) {
        for (let copy = 0; copy < 3; copy++)
          made.push(await make({ team, startedAt: `2026-03-02T0${hour}:00:00.123Z` }));
      }
      const walked: string[] = [];
      let after: CallPlace | null = null;
      do {
        const page = await storeOf().lists.list({ team }, { ...everything, limit: 5, after });
        walked.push(...page.calls.map(({ id }) => id));
        after = page.next;
      } while (after !== null);
      expect(walked).toHaveLength(12);
      expect(new Set(walked)).toEqual(new Set(made));
      expect(walked.slice(0, 3).sort()).toEqual(made.slice(9).sort());
    });

    test('calls without a start time page by when they were found, to the microsecond', async () => {
      const team = randomUUID();
      for (let call = 0; call < 5; call++) await make({ team });
      const first = await storeOf().lists.list({ team }, { ...everything, limit: 2 });
      const second = await storeOf().lists.list({ team }, { ...everything, limit: 3, after: first.next });
      expect(new Set([...first.calls, ...second.calls].map(({ id }) => id)).size).toBe(5);
      expect(second.next).toBeNull();
    });

    test('a day is the whole day in the given zone', async () => {
      const team = randomUUID();
      const early = await make({ team, startedAt: '2026-03-01T16:00:00Z' });
      const late = await make({ team, startedAt: '2026-03-02T15:59:59.999Z' });
      await make({ team, startedAt: '2026-03-02T16:00:00Z' });
      await make({ team, startedAt: '2026-03-01T15:59:59Z' });
      expect(await idsOf({ team, from: '2026-03-02', to: '2026-03-02' })).toEqual([late, early]);
      const noon = '2026-03-02T12:00:00+08:00';
      expect(await idsOf({ team, from: noon, to: '2026-03-02' })).toEqual([late]);
      expect(await idsOf({ team, from: '2026-03-02', to: noon })).toEqual([early]);
    });

    test('verdicts of the current scorecard narrow the list', async () => {
      const team = randomUUID();
      const good = await make({ team, verdicts: { greeting: 'met', 'pushy-selling': 'met' } });
      const bad = await make({
        team,
        verdicts: { greeting: 'met', 'pushy-selling': 'unmet' },
        isForPerson: true,
      });
      const open = await make({ team });
      expect(await idsOf({ team, criterion: 'greeting', verdict: 'met' })).toEqual([bad, good]);
      expect(await idsOf({ team, verdict: 'unmet' })).toEqual([bad]);
      expect(await idsOf({ team, criterion: 'tone' })).toEqual([]);
      expect(await idsOf({ team, critical: true })).toEqual([bad]);
      expect(await idsOf({ team, critical: false })).toEqual([open, good]);
      expect(await idsOf({ team, needsPerson: true })).toEqual([bad]);
      expect(await idsOf({ team, status: 'found' })).toEqual([open]);
      expect(await idsOf({ team, standard: 'telesales-service' })).toEqual([bad, good]);
      expect(await idsOf({ team, language: 'en' })).toEqual([]);
      await storeOf().scorecards.publish(bad, publicationOf({ greeting: 'unmet', 'pushy-selling': 'met' }));
      expect(await idsOf({ team, criterion: 'pushy-selling', verdict: 'unmet' })).toEqual([]);
      expect(await idsOf({ team, needsPerson: true })).toEqual([]);
    });

    test('a search is literal, and blind to case and width', async () => {
      const team = randomUUID();
      const id = await make({ team });
      expect(await idsOf({ team, q: 'LI 李' })).toEqual([id]);
      expect(await idsOf({ team, q: `100%_${id.toUpperCase()}` })).toEqual([id]);
      for (const q of ['%', '_', '.*', '\\']) expect(await idsOf({ team, q: `${q}${q}` })).toEqual([]);
      expect(await idsOf({ team, q: "'; drop table calls; --" })).toEqual([]);
    });

    test('a row carries the strip and the numbers of its scorecard', async () => {
      const team = randomUUID();
      const id = await make({
        team,
        verdicts: { greeting: 'met', 'pushy-selling': 'unmet' },
        isForPerson: true,
      });
      expect(await storeOf().lists.summary(id)).toMatchObject({
        id,
        status: 'scored',
        agent: { id: 'a-1', name: 'Ｌi 李' },
        team,
        total: 0.1 + 0.2,
        coverage: 1,
        durationMs: 61_250.5,
        layout: 'two-party',
        standard: { id: 'telesales-service', version: '1.0' },
        criticalFailures: ['pushy-selling'],
        needsPerson: [{ criterion: 'tone', reason: 'roles-uncertain' }],
        strip: [
          { criterion: 'greeting', verdict: 'met', critical: false },
          { criterion: 'pushy-selling', verdict: 'unmet', critical: true },
        ],
      });
    });

    test('agents and teams are counted without duplicates', async () => {
      const [team, agent, hash] = [randomUUID(), randomUUID(), randomUUID()];
      const [first, second] = [await make({ team, agent }), await make({ team, agent })];
      await make({ team, agent });
      for (const id of [first, second]) await storeOf().calls.identify(id, hash);
      const agents = await storeOf().lists.agents();
      expect(agents.find(({ id }) => id === agent)).toEqual({ id: agent, name: 'Ｌi 李', team, calls: 2 });
      expect(await storeOf().lists.teams()).toContainEqual({ team, calls: 2 });
    });
  });
}
