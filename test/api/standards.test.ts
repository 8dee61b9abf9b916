import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  benchResponseSchema,
  publishResponseSchema,
  versionsResponseSchema,
} from '../../src/api/contract-standards.ts';
import { bodyOf, type MadeApp, makeApp } from './made-app.ts';

let made: MadeApp;
let text = '';
beforeAll(async () => {
  made = await makeApp();
  text = await readFile('pipelines/telesales-service.yaml', 'utf8');
});
afterAll(() => made[Symbol.asyncDispose]());

const bench = (id: string, body: unknown) => made.sendJson('POST', `/api/v1/standards/${id}/bench`, body);

describe('a bench through the API', () => {
  test('begins at once, and tells what flips and how both standards agree with people', async () => {
    const begun = await bench('telesales-service', {
      text: text.replace(/^version: .*$/m, 'version: "9.1"'),
    });
    expect(begun.status).toBe(202);
    const first = benchResponseSchema.parse(await bodyOf(begun));
    expect(first.standard).toMatchObject({ id: 'telesales-service', after: '9.1' });
    const seen = await made.send(begun.headers.get('location') ?? '');
    const run = benchResponseSchema.parse(await bodyOf(seen));
    expect(run).toMatchObject({
      ...{ id: first.id, state: 'done', calls: 2 },
      flips: [{ call: 'c', criterion: 'tone', before: 'met', after: 'unmet', moment: { startMs: 1000 } }],
      failed: [{ call: 'd', code: 'E_NOT_FOUND' }],
      people: [
        {
          ...{ criterion: 'tone', language: 'zh', decided: 1 },
          before: { sameVerdict: 0, unmetPrecision: null, unmetRecall: 0 },
          after: { sameVerdict: 1, unmetPrecision: 1, unmetRecall: 1 },
        },
      ],
    });
  });

  test('refuses a file with mistakes, with each of them', async () => {
    const response = await bench('telesales-service', { text: 'id: telesales-service\ncriteria: {}' });
    expect(response.status).toBe(400);
    expect((await bodyOf(response)).error).toMatchObject({ code: 'E_USAGE', problems: expect.any(Array) });
  });

  test('knows no standard by a path, and no bench it did not begin', async () => {
    expect((await bench('..%2F..%2Fetc', { text })).status).toBe(404);
    expect((await bench('nothing', { text })).status).toBe(404);
    expect((await made.send('/api/v1/benches/nothing')).status).toBe(404);
  });

  test('needs the scope for it', async () => {
    const token = await made.issueToken(['read', 'review']);
    const response = await made.send('/api/v1/standards/telesales-service/bench', {
      ...{ token, method: 'POST', body: JSON.stringify({ text }) },
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(403);
  });
});

describe('publishing through the API', () => {
  test('keeps the version once, under the name of who published it', async () => {
    const publish = async () =>
      publishResponseSchema.parse(
        await bodyOf(await made.sendJson('POST', '/api/v1/standards/conduct/publish', {})),
      );
    expect(await publish()).toMatchObject({ id: 'conduct', isNew: true });
    expect(await publish()).toMatchObject({ id: 'conduct', isNew: false });
    const listed = await made.send('/api/v1/standards/conduct/versions');
    const { versions } = versionsResponseSchema.parse(await bodyOf(listed));
    expect(versions).toMatchObject([
      { by: 'tester', text: await readFile('pipelines/conduct.yaml', 'utf8') },
    ]);
  });
});
