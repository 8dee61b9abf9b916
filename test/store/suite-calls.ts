import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { publicationOf, recordingAt } from './scored-calls.ts';

const failure = { code: 'E_MEDIA', message: 'broken', isRetryable: false, stage: 'normalize-audio' };
const passing = { ...failure, code: 'E_PROVIDER', isRetryable: true };
const described = (callId: string) => ({
  metadata: { version: 1 as const, callId },
  provenance: { callId: 'call-file' },
  problems: [],
});

/** The life of a call, the same on every database. */
export function testCalls(storeOf: () => Store): void {
  const seen = async (key: string = randomUUID()) => (await storeOf().calls.saw(recordingAt(key))).id;

  describe('calls', () => {
    test('a recording seen twice is one call', async () => {
      const key = `${randomUUID()} 通话+1.wav`;
      const first = await storeOf().calls.saw(recordingAt(key));
      const second = await storeOf().calls.saw(recordingAt(key));
      expect(first).toMatchObject({ isNew: true, needsWork: true, status: 'found' });
      expect(second).toMatchObject({ id: first.id, isNew: false, hasChanged: false, needsWork: true });
    });

    test('fifty scanners at once make one call of one recording', async () => {
      const key = randomUUID();
      const sightings = await Promise.all(
        Array.from({ length: 50 }, () => storeOf().calls.saw(recordingAt(key))),
      );
      expect(new Set(sightings.map(({ id }) => id)).size).toBe(1);
      expect(sightings.filter(({ isNew }) => isNew)).toHaveLength(1);
    });

    test('keys of 1,024 bytes that differ in the last one are two calls', async () => {
      const start = '录'.repeat(341);
      expect(Buffer.byteLength(`${start}a`)).toBe(1024);
      expect(await seen(`${start}a`)).not.toBe(await seen(`${start}b`));
    });

    test('a scored call needs no work until its bytes change', async () => {
      const ref = recordingAt(randomUUID());
      const { id } = await storeOf().calls.saw(ref);
      await storeOf().scorecards.publish(id, publicationOf({ greeting: 'met' }));
      expect(await storeOf().calls.saw(ref)).toMatchObject({ needsWork: false, status: 'scored' });
      const changed = await storeOf().calls.saw({ ...ref, revision: 'v2', sizeBytes: 5 });
      expect(changed).toMatchObject({ id, needsWork: true, hasChanged: true, status: 'found' });
      expect(await storeOf().calls.get(id)).toMatchObject({
        revision: 'v2',
        sizeBytes: 5,
        contentHash: null,
      });
      expect(await storeOf().scorecards.history(id)).toHaveLength(1);
    });

    test('a failed call is tried again only when trying may help', async () => {
      const [kept, retried] = [recordingAt(randomUUID()), recordingAt(randomUUID())];
      await storeOf().calls.failed((await storeOf().calls.saw(kept)).id, failure);
      await storeOf().calls.failed((await storeOf().calls.saw(retried)).id, passing);
      expect(await storeOf().calls.saw(kept)).toMatchObject({ status: 'failed', needsWork: false });
      expect(await storeOf().calls.saw(retried)).toMatchObject({ status: 'failed', needsWork: true });
    });

    test('the same bytes under a second key are a duplicate of the first', async () => {
      const hash = randomUUID();
      const [first, second] = [await seen(), await seen()];
      expect(await storeOf().calls.identify(first, hash)).toEqual({ duplicateOf: null });
      expect(await storeOf().calls.identify(first, hash)).toEqual({ duplicateOf: null });
      expect(await storeOf().calls.identify(second, hash)).toEqual({ duplicateOf: first });
      expect(await storeOf().calls.get(second)).toMatchObject({ status: 'duplicate', duplicateOf: first });
      expect(await storeOf().calls.duplicates(first)).toMatchObject([{ id: second, source: 's3://calls' }]);
    });

    test('a scored call that gets the bytes of another counts nowhere and keeps its history', async () => {
      const [original, hash] = [await seen(), randomUUID()];
      const id = await seen();
      await storeOf().calls.identify(original, hash);
      await storeOf().scorecards.publish(id, publicationOf({ greeting: 'unmet' }, {}, ['greeting']));
      await storeOf().calls.identify(id, hash);
      expect(await storeOf().lists.summary(id)).toMatchObject({
        status: 'duplicate',
        scorecardId: null,
        strip: [],
      });
      expect(await storeOf().scorecards.history(id)).toMatchObject([{ isCurrent: false }]);
      const sql = 'select count(*)::int as current from verdicts where call_id = $1 and is_current';
      expect((await storeOf().executeSql(sql, [id])).rows).toEqual([{ current: 0 }]);
    });

    test('of twenty calls identified at once with the same bytes one is the original', async () => {
      const hash = randomUUID();
      const ids = await Promise.all(Array.from({ length: 20 }, () => seen()));
      const answers = await Promise.all(ids.map((id) => storeOf().calls.identify(id, hash)));
      expect(answers.filter(({ duplicateOf }) => duplicateOf === null)).toHaveLength(1);
    });

    test('when an original gets other bytes, its oldest duplicate takes its place', async () => {
      const hash = randomUUID();
      const ref = recordingAt(randomUUID());
      const first = (await storeOf().calls.saw(ref)).id;
      const [second, third] = [await seen(), await seen()];
      for (const id of [first, second, third]) await storeOf().calls.identify(id, hash);
      await storeOf().calls.saw({ ...ref, revision: 'v2' });
      expect(await storeOf().calls.get(second)).toMatchObject({ status: 'found', duplicateOf: null });
      expect(await storeOf().calls.get(third)).toMatchObject({ status: 'duplicate', duplicateOf: second });
    });

    test('what is said of a call comes back as it went in, with odd characters counted', async () => {
      const id = await seen();
      const metadata = {
        version: 1 as const,
        callId: 'a\u0000b\uD800',
        rings: 2,
        startedAt: '2026-03-02T09:14:05+08:00',
      };
      await storeOf().calls.describe(id, { metadata, provenance: { rings: 'manifest' }, problems: [] });
      const call = await storeOf().calls.get(id);
      expect(call).toMatchObject({ metadata, provenance: { rings: 'manifest' } });
      expect(call?.problems).toMatchObject([
        { path: 'metadata', message: expect.stringContaining('2 char') },
      ]);
      expect(await storeOf().lists.summary(id)).toMatchObject({
        callId: 'a\uFFFDb\uFFFD',
        startedAt: '2026-03-02T01:14:05.000Z',
      });
    });

    test('a start time no clock shows leaves the call without one', async () => {
      const id = await seen();
      const metadata = { version: 1 as const, startedAt: '0000-01-01T00:00:00Z' };
      await storeOf().calls.describe(id, { metadata, provenance: {}, problems: [] });
      expect(await storeOf().lists.summary(id)).toMatchObject({ startedAt: null });
    });

    test('stages show what ran, what was reused and where it failed', async () => {
      const id = await seen();
      await storeOf().calls.describe(id, described('c'));
      expect(await storeOf().calls.attempted(id)).toBe(1);
      expect(await storeOf().calls.attempted(id)).toBe(2);
      for (const stage of ['fetch-recording', 'normalize-audio', 'transcribe']) {
        await storeOf().calls.began(id, stage);
        if (stage !== 'transcribe') await storeOf().calls.ended(id, stage, stage === 'normalize-audio');
      }
      await storeOf().calls.failed(id, { ...failure, stage: 'transcribe' });
      const states = (await storeOf().calls.stages(id)).map(({ stage, state }) => [stage, state]);
      expect(states).toEqual([
        ['fetch-recording', 'done'],
        ['normalize-audio', 'reused'],
        ['transcribe', 'failed'],
      ]);
      const stopped = { status: 'failed', attempt: 2, failure: { code: 'E_MEDIA', stage: 'transcribe' } };
      expect(await storeOf().calls.get(id)).toMatchObject(stopped);
      await storeOf().calls.attempted(id);
      expect(await storeOf().calls.get(id)).toMatchObject({ status: 'running', failure: null });
    });

    test('a call held for a person waits', async () => {
      const ref = recordingAt(randomUUID());
      const { id } = await storeOf().calls.saw(ref);
      await storeOf().calls.held(id, failure);
      expect(await storeOf().calls.saw(ref)).toMatchObject({ status: 'held', needsWork: false });
    });

    test('an unknown id is nobody, whatever it looks like', async () => {
      for (const id of [randomUUID(), "'; drop table calls", '', '\u0000']) {
        expect(await storeOf().calls.get(id)).toBeNull();
        expect(await storeOf().scorecards.get(id)).toBeNull();
      }
      await expect(storeOf().calls.attempted(randomUUID())).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    });
  });
}
