import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { serveApp } from '../../src/api/serve.ts';
import { eraseCalls } from '../../src/cli/erase-calls.ts';
import { importInto } from '../../src/cli/import.ts';
import type { Installation } from '../../src/cli/installation.ts';
import { appDepsOf } from '../../src/cli/serve.ts';
import type { Scorecard } from '../../src/domain/scorecard.ts';
import { drain, type FaultServer, startFaultServer } from './fault-plant.ts';
import { SPOKEN_CANARY } from './fault-provider.ts';
import { assertInvariants } from './invariants.ts';

const LIMIT_MS = 180_000;
const stages = ['normalize-audio', 'transcribe', 'score-call'];

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** People who may review every call, each with the cookie of a session. */
async function enterReviewers({ store }: Installation): Promise<string[]> {
  const cookies: string[] = [];
  for (const login of ['ann', 'bo']) {
    const id = await store.people.add({ login, name: login, roles: ['administrator'] });
    cookies.push(`earmark_session=${(await store.sessions.begin(id)).secret}`);
  }
  return cookies;
}

describe('F29: two reviewers at the same criterion', () => {
  it(
    'of fifty decisions sent at once one is kept, the others are told, and the audit holds one',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(1, { isTranscribed: true });
      await plant.drain();
      await using installation = await plant.open();
      const cookies = await enterReviewers(installation);
      const app = createApp(appDepsOf(installation, new AbortController().signal));
      const serving = await serveApp(app, { host: '127.0.0.1', port: 0 });
      try {
        const [card] = await plant.sql<{ id: string; call: string; body: string }>(
          'select id, call_id as call, body from scorecards where is_current',
        );
        const { criteria } = JSON.parse(card?.body ?? '') as Scorecard;
        const review = { scorecardId: card?.id, criterion: criteria[0]?.id, basedOn: null };
        const answers = await Promise.all(
          Array.from({ length: 50 }, (_, at) =>
            fetch(`${serving.url}/api/v1/calls/${card?.call}/reviews`, {
              method: 'POST',
              headers: {
                ...{ cookie: cookies[at % 2] ?? '', origin: serving.url },
                'content-type': 'application/json',
              },
              body: JSON.stringify({ ...review, decision: 'override', verdict: 'met', reason: `${at}` }),
            }),
          ),
        );
        const codes = await Promise.all(
          answers.map(async (answer) => {
            const { error } = (await answer.json()) as { error?: { code: string } };
            return `${answer.status} ${error?.code ?? 'kept'}`;
          }),
        );
        expect(codes.filter((code) => code === '201 kept')).toHaveLength(1);
        expect(codes.filter((code) => code === '409 E_CONFLICT')).toHaveLength(49);
      } finally {
        await serving.close();
      }
      expect(await plant.sql('select 1 from reviews')).toHaveLength(1);
      const lines = await plant.sql(`select 1 from audit_log where action = 'criterion-reviewed'`);
      expect(lines).toHaveLength(1);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F31: erasure while a call is scored', () => {
  it.each(stages)(
    'at %s: nothing made of it survives, and its recording is refused from then on',
    async (stage) => {
      await using plant = await server.plant();
      await plant.addCalls(1);
      await using installation = await plant.open();
      let erasing: Promise<number> | null = null;
      const { watch } = installation.processing;
      Object.assign(installation.processing, {
        watch: (...given: Parameters<typeof watch>) => {
          if (given[1] !== stage || given[2] !== 'began' || erasing !== null) return;
          const by = { kind: 'local', id: null } as const;
          erasing = eraseCalls(installation, { subject: { call: given[0].id }, by, because: 'asked' });
        },
      });
      await drain(installation);
      expect(await erasing).toBe(1);
      expect(
        (await plant.sql<{ status: string }>('select status from calls')).map(({ status }) => status),
      ).toEqual(['erased']);
      for (const table of ['stage_results', 'raw_replies', 'parts', 'scorecards', 'calls', 'notes']) {
        const rows = await plant.sql(`select 1 from ${table} t where t::text like $1`, [
          `%${SPOKEN_CANARY}%`,
        ]);
        expect(rows, `${table} holds what was said`).toEqual([]);
      }
      const artifacts = join(plant.dataDir, 'artifacts');
      const files = existsSync(artifacts)
        ? readdirSync(artifacts, { recursive: true, encoding: 'utf8' })
        : [];
      expect(files.filter((name) => /\.(flac|mp3)$/.test(name))).toEqual([]);
      const again = await importInto(installation, plant.folder, { isRefresh: true, by: 'test' });
      expect(again.taken).toBe(0);
      await assertInvariants(plant, { unsettled: 2 });
    },
    LIMIT_MS,
  );
});
