import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  AssessmentResponse,
  ComplianceResponse,
  DailyResponse,
  FunnelResponse,
  PointResponse,
} from '../../src/api/contract-reports.ts';
import type { Standard } from '../../src/domain/standard.ts';
import { type MadeApp, makeApp } from './made-app.ts';

let made: MadeApp;
let app: ReturnType<MadeApp['with']>;
let token = '';

const criterion = (id: string, kind: string) => ({ id, kind }) as Standard['criteria'][number];

beforeAll(async () => {
  made = await makeApp();
  await made.store.reportKeeping.countIn('Asia/Shanghai');
  const [standard] = made.deps.standards;
  if (standard === undefined) throw new Error('no standard');
  const criteria = [criterion('greeting', 'opening'), criterion('needs', 'needs-discovery')];
  app = made.with({ standards: [{ ...standard, criteria }] });
  token = await made.issueToken(['figures', 'export']);
  // two weeks of forty calls; one of them is no text a spreadsheet may run
  for (let index = 0; index < 40; index++) {
    const day = index < 20 ? '02' : '09';
    await made.addCall({
      team: index % 2 === 0 ? 'north' : '=HYPERLINK("http://x")',
      startedAt: `2026-03-${day}T10:${String(index).padStart(2, '0')}:00+08:00`,
      verdicts: {
        greeting: index % 10 === 0 ? 'unmet' : 'met',
        needs: index % 4 === 0 ? 'not-assessable' : 'met',
      },
    });
  }
}, 240_000);
afterAll(() => made[Symbol.asyncDispose]());

const get = async (path: string, of = token) =>
  await app.request(`/api/v1${path}`, { headers: { authorization: `Bearer ${of}` } });
const read = async <T>(path: string): Promise<T> => {
  const response = await get(path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
};
const SPAN = 'from=2026-03-01&to=2026-03-31';

describe('reports', () => {
  test('give a criterion week by week, with what was left out and why', async () => {
    const found = await read<ComplianceResponse>(`/reports/compliance?criterion=needs&${SPAN}`);
    expect(found.points.map(({ period, hits, of, rate }) => [period, hits, of, rate])).toEqual([
      ['2026-03-02', 15, 15, null],
      ['2026-03-09', 15, 15, null],
    ]);
    expect(found.total).toMatchObject({ hits: 30, of: 30, rate: 1 });
    expect(found.leftOut).toEqual([{ outcome: 'not-assessable', reason: 'said', calls: 10 }]);
    expect(found.segments[0]).toMatchObject({
      version: '1.0',
      lacking: 'points',
      corrected: { refused: 'no-labels' },
    });
  });

  test('end with the newest call where no days are asked for', async () => {
    const found = await read<ComplianceResponse>('/reports/compliance?criterion=needs');
    expect(found.filter).toMatchObject({ to: '2026-03-09' });
    expect(found.points.map(({ period }) => period)).toEqual(['2026-03-02', '2026-03-09']);
    expect((await read<DailyResponse>('/reports/daily')).filter).toMatchObject({ day: '2026-03-09' });
  });

  test('keep the machine’s figures and the people’s apart', async () => {
    const found = await read<ComplianceResponse>(`/reports/compliance?series=finalised&${SPAN}`);
    expect(found.points).toEqual([]);
    expect(found.total.rate).toBeNull();
  });

  test('lead from a point to exactly its calls', async () => {
    const { points } = await read<ComplianceResponse>(
      `/reports/compliance?criterion=greeting&team=north&${SPAN}`,
    );
    const [first] = points;
    const found = await read<PointResponse>(
      `/reports/calls?criterion=greeting&team=north&from=2026-03-02&to=2026-03-08&verdicts=unmet,partly`,
    );
    expect(found.calls).toHaveLength((first?.unmet ?? 0) + (first?.partly ?? 0));
    expect(found.calls[0]).toMatchObject({ verdict: 'unmet', team: 'north', canOpen: false, customer: null });
    const rest = await read<PointResponse>(
      `/reports/calls?criterion=greeting&verdicts=met&limit=5&offset=5&${SPAN}`,
    );
    expect([rest.calls.length, rest.hasMore]).toEqual([5, true]);
  });

  test('show agents without ranks', async () => {
    const found = await read<FunnelResponse>(`/reports/funnel?criterion=greeting&${SPAN}`);
    expect(found.agents).toMatchObject([{ agent: 'a-1', hits: 36, of: 40, rate: 0.9, shrunk: null }]);
    expect(JSON.stringify(found)).not.toContain('rank');
  });

  test('count a day, and the notes that are missing', async () => {
    const found = await read<DailyResponse>('/reports/daily?day=2026-03-02');
    expect(found.agents).toMatchObject([{ agent: 'a-1', agentName: 'Li', calls: 20, notesMissing: 20 }]);
  });

  test('assess from finalised scorecards alone unless the machine’s are asked for', async () => {
    expect((await read<AssessmentResponse>('/reports/assessment?period=2026-03-05')).agents).toEqual([]);
    const found = await read<AssessmentResponse>('/reports/assessment?period=2026-03-05&series=machine');
    expect(found.agents[0]?.headings.map(({ heading, hits, of }) => [heading, hits, of])).toEqual([
      ['product', 0, 0],
      ['skill', 0, 0],
      ['communication', 36, 40],
      ['needs', 30, 30],
    ]);
    expect(found.agents[0]?.coverage).toBeCloseTo(70 / 80, 10);
  });

  test.each(['follow-ups', 'collisions', 'problems', 'voice-mail', 'criteria'])(
    'answer for %s',
    async (name) => {
      expect((await get(`/reports/${name}`)).status).toBe(200);
    },
  );

  test('refuse what they do not know, and spans that end before they begin', async () => {
    expect((await get('/reports/compliance?colour=red')).status).toBe(400);
    expect((await get('/reports/compliance?from=2026-03-02&to=2026-03-01')).status).toBe(400);
    expect((await get('/reports/compliance?standard=none')).status).toBe(404);
    expect((await get('/exports/compliance?colour=red')).status).toBe(400);
    expect((await get('/exports/everything')).status).toBe(400);
  });
});

describe('files of reports', () => {
  test('hold the figures of the page to the last digit', async () => {
    const { agents } = await read<FunnelResponse>(`/reports/funnel?criterion=greeting&${SPAN}`);
    const text = await (await get(`/exports/funnel?criterion=greeting&${SPAN}`)).text();
    const [head, line] = text.replace('\uFEFF', '').split('\r\n');
    const cells = Object.fromEntries((head ?? '').split(',').map((name, at) => [name, line?.split(',')[at]]));
    expect(cells).toMatchObject({
      Agent: 'a-1',
      Met: '36',
      Rate: String(agents[0]?.rate),
      '95 % from': String(agents[0]?.interval?.[0]),
    });
  });

  test('hold no formula', async () => {
    const text = await (
      await get('/exports/calls?criterion=greeting&verdicts=met&lang=zh&from=2026-03-01&to=2026-03-31')
    ).text();
    expect(text).toContain('"\'=HYPERLINK(""http://x"")"');
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
    expect(text).toContain('坐席');
  });

  test('come as workbooks', async () => {
    const response = await get(`/exports/criteria?format=xlsx&${SPAN}`);
    expect(response.headers.get('content-disposition')).toContain('earmark-criteria.xlsx');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  test('need the scope for it, and are written into the audit', async () => {
    const figuresOnly = await made.issueToken(['figures']);
    expect((await get('/exports/daily', figuresOnly)).status).toBe(403);
    expect((await get('/reports/daily', figuresOnly)).status).toBe(200);
    const lines = await made.store.executeSql("select 1 from audit_log where action = 'figures-exported'");
    expect(lines.rows.length).toBeGreaterThan(1);
  });
});
