import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callListResponseSchema, callResponseSchema } from '../../src/api/contract.ts';
import { acousticsResponseSchema } from '../../src/api/contract-acoustics.ts';
import {
  scorecardHistoryResponseSchema,
  scorecardResponseSchema,
} from '../../src/api/contract-scorecards.ts';
import { scorecardSchema } from '../../src/domain/scorecard.ts';
import { facts, publicationOf } from '../store/scored-calls.ts';
import { AUDIO, bodyOf, type MadeApp, makeApp } from './made-app.ts';

let made: MadeApp;
beforeAll(async () => {
  made = await makeApp();
});
afterAll(() => made[Symbol.asyncDispose]());

const read = async (path: string, status = 200) => {
  const response = await made.send(path);
  expect(response.status).toBe(status);
  return await bodyOf(response);
};

describe('the list of calls', () => {
  test('pages newest first with a cursor, in the form of the contract', async () => {
    const team = randomUUID();
    const ids: string[] = [];
    for (let day = 1; day <= 5; day++) {
      ids.push(
        await made.addCall({ team, startedAt: `2026-03-0${day}T09:00:00+08:00`, verdicts: { tone: 'met' } }),
      );
    }
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = callListResponseSchema.parse(
        await read(`/api/v1/calls?team=${team}&limit=2${cursor && `&cursor=${cursor}`}`),
      );
      seen.push(...page.calls.map(({ id }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual(ids.reverse());
  });

  test('is narrowed by verdict, day and text', async () => {
    const team = randomUUID();
    const at = '2026-03-02T23:30:00+08:00';
    const bad = await made.addCall({ team, startedAt: at, verdicts: { 'greeting.company-name': 'unmet' } });
    await made.addCall({ team, startedAt: at, verdicts: { 'greeting.company-name': 'met' } });
    const idsOf = async (query: string) =>
      (await read(`/api/v1/calls?team=${team}&${query}`)).calls.map(({ id }) => id);
    expect(await idsOf('verdict=greeting.company-name:unmet')).toEqual([bad]);
    expect(await idsOf('criterion=greeting.company-name&verdict=unmet')).toEqual([bad]);
    expect(await idsOf('verdict=tone:unmet')).toEqual([]);
    expect(await idsOf('from=2026-03-02&to=2026-03-02')).toHaveLength(2);
    expect(await idsOf('from=2026-03-03')).toEqual([]);
    expect(await idsOf(`q=CALL-${bad}`)).toEqual([bad]);
    expect(await idsOf('needsPerson=true')).toEqual([]);
  });

  test.each([
    'limit=-1',
    'limit=0',
    'limit=201',
    'limit=1e9',
    'limit=NaN',
    'limit=1.5',
    'page=9007199254740992',
    'sort=;drop',
    'from=2026-13-01',
    'from=2026-02-30',
    'from=2026-03-02&to=2026-03-01',
    'from=2026-03-02T00:00:00Z&to=2026-03-02T00:59:00%2B01:00',
    'from=2026-03-02T00:00:00',
    'from=0000-01-01T00:00:00Z',
    'team=1&team=2',
    'cursor=nonsense',
    'cursor=WzEsMl0',
    'verdict=perfect',
    'status=lost',
    'criterion=a&verdict=b:met',
    'q=%00',
    'agent=%00',
    `q=${'x'.repeat(10_000)}`,
  ])('refuses %s', async (query) => {
    const { error } = await read(`/api/v1/calls?${query}`, 400);
    expect(error.code).toBe('E_USAGE');
  });

  test.each(['%25', '_', '.*', "'", '\\'])('takes %s in a search as it is written', async (q) => {
    const { calls } = await read(`/api/v1/calls?q=${q}${q}${randomUUID()}`);
    expect(calls).toEqual([]);
  });
});

describe('a call', () => {
  test('is told with its stages, roles and what there is of it', async () => {
    const id = await made.addCall({ verdicts: { greeting: 'met' }, hasAudio: true });
    await made.store.calls.began(id, 'transcribe');
    await made.store.calls.ended(id, 'transcribe', true);
    const twin = await made.addCall();
    for (const one of [id, twin]) await made.store.calls.identify(one, id);
    const call = callResponseSchema.parse(await read(`/api/v1/calls/${id}`));
    expect(call).toMatchObject({
      status: 'scored',
      roles: { agent: 'left', isCertain: true },
      provenance: { agent: 'call-file' },
      stages: [{ stage: 'transcribe', state: 'reused' }],
      duplicates: [{ id: twin }],
      recording: { codec: 'pcm_s16le', flags: ['LOW_SNR'] },
      has: { transcript: true, acoustics: false, note: false, audio: true },
    });
    const duplicate = await read(`/api/v1/calls/${twin}`);
    expect(duplicate).toMatchObject({ status: 'duplicate', duplicateOf: id });
    expect((await made.send(`/api/v1/calls/${twin}/audio`)).status).toBe(200);
  });

  test.each([randomUUID(), 'not-an-id', '1%00', '%2e%2e', "1'--"])(
    '%s that is not there is 404',
    async (id) => {
      for (const part of ['', '/transcript', '/acoustics', '/note', '/scorecards', '/audio', '/peaks']) {
        expect((await read(`/api/v1/calls/${id}${part}`, 404)).error.code).toBe('E_NOT_FOUND');
      }
      expect((await read(`/api/v1/scorecards/${id}`, 404)).error.code).toBe('E_NOT_FOUND');
      expect((await read(`/api/v1/imports/${id}`, 404)).error.code).toBe('E_NOT_FOUND');
    },
  );

  test('gives the transcript and acoustics of its current scorecard, and of an older one when asked', async () => {
    const acoustics = {
      version: 1 as const,
      durationMs: 1000,
      layout: 'two-party' as const,
      timing: 'audio' as const,
      parties: {},
      overlaps: [],
      silences: [[0, 10]] as const,
      talkShare: { left: 0.5, right: 0.5 },
      responseMs: {},
      flags: [],
    };
    const id = await made.addCall({ verdicts: { greeting: 'met' }, facts: { acoustics } });
    const before = (await made.store.calls.get(id))?.scorecardId;
    expect(acousticsResponseSchema.parse(await read(`/api/v1/calls/${id}/acoustics`))).toEqual(acoustics);
    const transcript = { version: 1 as const, language: 'zh' as const, turns: [] };
    const changed = { ...publicationOf({ greeting: 'unmet' }), facts: { ...facts, transcript } };
    await made.store.scorecards.publish(id, changed);
    expect(await read(`/api/v1/calls/${id}/transcript`)).toEqual(transcript);
    expect(await read(`/api/v1/calls/${id}/transcript?scorecard=${before}`)).toEqual(facts.transcript);
    const other = await made.addCall({ verdicts: { greeting: 'met' } });
    await read(`/api/v1/calls/${other}/transcript?scorecard=${before}`, 404);
    await read(`/api/v1/calls/${id}/acoustics`, 404);
  });

  test('gives its scorecard in the form scripts know, with what is kept beside it', async () => {
    const id = await made.addCall({ verdicts: { greeting: 'met', tone: 'not-assessable' } });
    const { scorecards } = scorecardHistoryResponseSchema.parse(await read(`/api/v1/calls/${id}/scorecards`));
    expect(scorecards).toMatchObject([{ isCurrent: true, cause: 'first', total: 0.1 + 0.2 }]);
    const body = await read(`/api/v1/scorecards/${scorecards[0]?.id}`);
    expect(scorecardSchema.parse(body).criteria).toHaveLength(2);
    const { meta } = scorecardResponseSchema.parse(body);
    expect(meta).toMatchObject({ call: id, isCurrent: true, transcriber: { model: 'whisper-1' } });
  });
});

describe('playback', () => {
  let audio = '';
  beforeAll(async () => {
    audio = `/api/v1/calls/${await made.addCall({ verdicts: { tone: 'met' }, hasAudio: true })}/audio`;
  });
  const ask = (headers: Record<string, string>, method = 'GET') => made.send(audio, { method, headers });

  test('gives the whole file, which browsers may seek in', async () => {
    const response = await ask({});
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(AUDIO);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('content-type')).toBe('audio/mp4');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-encoding')).toBeNull();
  });

  test.each([
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    ['bytes=900-', 900, 999],
    ['bytes=900-5000', 900, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
  ])('gives the part %s', async (range, start, end) => {
    const response = await ask({ range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/1000`);
    expect(response.headers.get('content-length')).toBe(String(end - start + 1));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(AUDIO.subarray(start, end + 1));
  });

  test.each([
    'bytes=1000-',
    'bytes=5-2',
    'bytes=-0',
    'bytes=-',
    'bytes=a-b',
    `bytes=${'0-,'.repeat(1000)}0-`,
    'bytes=99999999999999999999-',
  ])('has no part %s', async (range) => {
    const response = await ask({ range });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */1000');
    expect((await bodyOf(response)).error.code).toBe('E_RANGE');
  });

  test('sends nothing again that the browser has, and never a part of another file', async () => {
    const etag = (await ask({})).headers.get('etag') ?? '';
    expect((await ask({ 'if-none-match': `W/"x", ${etag}` })).status).toBe(304);
    expect((await ask({ range: 'bytes=0-9', 'if-range': etag })).status).toBe(206);
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200);
    expect((await ask({ range: 'pages=1' })).status).toBe(200);
  });

  test('leaves no file open when only the headers are asked for', async () => {
    const before = made.artifacts.openStreams();
    const response = await ask({ range: 'bytes=0-9' }, 'HEAD');
    expect(response.status).toBe(206);
    expect(await response.text()).toBe('');
    expect(made.artifacts.openStreams()).toBe(before);
  });

  test('gives the peaks as they were kept', async () => {
    const response = await made.send(audio.replace('/audio', '/peaks'));
    expect(await bodyOf(response)).toMatchObject({ sides: { left: [0.5, 1] } });
    const etag = response.headers.get('etag') ?? '';
    const again = await made.send(audio.replace('/audio', '/peaks'), { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });
});
