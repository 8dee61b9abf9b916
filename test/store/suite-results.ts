import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/store/open-store.ts';
import { facts, publicationOf, recordingAt, scorecardOf } from './scored-calls.ts';

/** Results and what people give, the same on every database. */
export function testResults(storeOf: () => Store): void {
  const seen = async () => (await storeOf().calls.saw(recordingAt(randomUUID()))).id;

  describe('scorecards', () => {
    test('a published scorecard comes back byte for byte', async () => {
      const id = await seen();
      const given = publicationOf({ greeting: 'met', tone: 'partly' }, { coverage: 0.1 + 0.7 });
      const { id: scorecardId } = await storeOf().scorecards.publish(id, given);
      const kept = await storeOf().scorecards.get(scorecardId);
      expect(JSON.stringify(kept?.scorecard)).toBe(JSON.stringify(given.scorecard));
      expect(JSON.stringify(kept?.origin)).toBe(JSON.stringify(given.origin));
      expect(kept).toMatchObject({ callRecordId: id, isCurrent: true });
      expect(JSON.stringify(await storeOf().scorecards.transcript(scorecardId))).toBe(
        JSON.stringify(given.facts.transcript),
      );
      expect(await storeOf().scorecards.acoustics(scorecardId)).toBeNull();
      expect(await storeOf().scorecards.parts(scorecardId)).toEqual({ transcript: true, acoustics: false });
    });

    test('publishing the same scorecard again changes nothing', async () => {
      const id = await seen();
      const first = await storeOf().scorecards.publish(id, publicationOf({ greeting: 'met' }));
      const again = await storeOf().scorecards.publish(id, publicationOf({ greeting: 'met' }));
      expect(again).toEqual({ id: first.id, isNew: false });
      expect(await storeOf().scorecards.history(id)).toHaveLength(1);
    });

    test('a new scorecard takes the place of the old one, which keeps its own transcript', async () => {
      const id = await seen();
      const before = await storeOf().scorecards.publish(id, publicationOf({ greeting: 'met' }));
      const swapped = publicationOf({ greeting: 'unmet' });
      const transcript = { version: 1 as const, language: 'zh' as const, turns: [] };
      const after = await storeOf().scorecards.publish(id, { ...swapped, facts: { ...facts, transcript } });
      const history = await storeOf().scorecards.history(id);
      expect(history.map((one) => [one.id, one.isCurrent])).toEqual([
        [after.id, true],
        [before.id, false],
      ]);
      expect(await storeOf().scorecards.transcript(before.id)).toEqual(facts.transcript);
      expect(await storeOf().scorecards.transcript(after.id)).toEqual(transcript);
      expect(await storeOf().calls.get(id)).toMatchObject({ scorecardId: after.id, status: 'scored' });
    });

    test('ten publishers at once leave one current scorecard and all ten in the history', async () => {
      const id = await seen();
      const totals = Array.from({ length: 10 }, (_, index) => index / 10);
      await Promise.all(
        totals.map((total) =>
          storeOf().scorecards.publish(id, publicationOf({ greeting: 'met' }, { total })),
        ),
      );
      const history = await storeOf().scorecards.history(id);
      expect(history).toHaveLength(10);
      expect(history.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    });

    test('a call that is not scored at all says so', async () => {
      const id = await seen();
      const notScored = { code: 'too-little-talk', en: 'Too little talk.', zh: '通话过短。' };
      await storeOf().scorecards.publish(id, {
        ...publicationOf({}),
        scorecard: scorecardOf({}, { notScored }),
      });
      expect(await storeOf().lists.summary(id)).toMatchObject({ status: 'not-scored', notScored });
    });

    test('a scorecard of no call is refused', async () => {
      const published = storeOf().scorecards.publish(randomUUID(), publicationOf({ greeting: 'met' }));
      await expect(published).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    });

    test('a transaction that fails leaves nothing behind', async () => {
      const id = await seen();
      const failed = storeOf().transaction(async (parts) => {
        await parts.scorecards.publish(id, publicationOf({ greeting: 'met' }));
        await parts.executeSql('select $1::int as one', [1]);
        throw new Error('stop');
      });
      await expect(failed).rejects.toThrow('stop');
      expect(await storeOf().scorecards.history(id)).toEqual([]);
      expect(await storeOf().calls.get(id)).toMatchObject({ status: 'found', scorecardId: null });
    });
  });

  describe('stage results and replies', () => {
    test('the first result under a key stays', async () => {
      const key = randomUUID();
      const output = {
        text: 'a\u0000\uD800中',
        exact: [0.1 + 0.2, 1e-320, 2 ** 53 + 2],
        order: { b: 1, a: 2 },
      };
      await storeOf().stageResults.keep({ key, stage: 'transcribe', codeVersion: '1', output });
      await storeOf().stageResults.keep({ key, stage: 'transcribe', codeVersion: '2', output: null });
      const kept = await storeOf().stageResults.find(key);
      expect(kept).toMatchObject({ key, stage: 'transcribe', codeVersion: '1' });
      expect(JSON.stringify(kept?.output)).toBe(JSON.stringify(output));
      expect(await storeOf().stageResults.find(randomUUID())).toBeNull();
    });

    test('a reply comes back as it was received, even broken', async () => {
      const reply = {
        key: randomUUID(),
        provider: 'openai',
        modelAsked: 'whisper-1',
        modelReported: null,
        body: '{"text": "\u0000\uD800',
        audioMs: 12_345.678,
        latencyMs: 10,
        tokens: { sent: 1, cached: 0, received: 2 },
      };
      await storeOf().rawReplies.keep(reply);
      await storeOf().rawReplies.keep({ ...reply, body: 'later' });
      expect(await storeOf().rawReplies.find(reply.key)).toEqual(reply);
    });
  });

  describe('what people give', () => {
    test('the newest note counts, and the same note again is no change', async () => {
      const id = await seen();
      const note = { version: 1 as const, text: '客户有意向', fields: { intent: 80 } };
      expect(await storeOf().notes.current(id)).toBeNull();
      expect(await storeOf().notes.put(id, note, 'file')).toBe(true);
      expect(await storeOf().notes.put(id, note, 'file')).toBe(false);
      expect(await storeOf().notes.put(id, { ...note, text: '已更正' }, 'li')).toBe(true);
      expect(await storeOf().notes.current(id)).toMatchObject({ note: { text: '已更正' }, from: 'li' });
    });

    test("a person's last word on the roles counts", async () => {
      const id = await seen();
      expect(await storeOf().roles.current(id)).toBeNull();
      await storeOf().roles.choose(id, { agent: 'left', reason: 'heard', by: 'li' });
      await storeOf().roles.choose(id, { agent: 'right', reason: 'heard again', by: 'wang' });
      expect(await storeOf().roles.current(id)).toMatchObject({ agent: 'right', by: 'wang' });
    });

    test('an import counts from many hands and is found again after a stop', async () => {
      const source = `s3://${randomUUID()}`;
      const id = await storeOf().imports.begin(source, 'li');
      await Promise.all(
        Array.from({ length: 20 }, () => storeOf().imports.advance(id, { seen: 1, taken: 1 })),
      );
      await storeOf().imports.advance(id, { after: 'key 9', finished: 2, failed: 1 });
      expect(await storeOf().imports.unfinished(source)).toMatchObject({ id, after: 'key 9' });
      await storeOf().imports.end(id, null);
      const counts = { seen: 20, taken: 20, known: 0, finished: 2, failed: 1, state: 'done' };
      expect(await storeOf().imports.get(id)).toMatchObject(counts);
      expect(await storeOf().imports.unfinished(source)).toBeNull();
    });

    test('a token opens until it expires or is revoked, and its secret is not kept', async () => {
      const { tokens } = storeOf();
      const name = randomUUID();
      const { id, secret } = await tokens.issue(name, { kind: 'token', scopes: ['read'], lifeMs: null });
      const old = await tokens.issue(name, { kind: 'token', scopes: [], lifeMs: -1 });
      expect(await tokens.verify(secret)).toMatchObject({ id, name, kind: 'token', scopes: ['read'] });
      expect(await tokens.verify(old.secret)).toBeNull();
      expect(await tokens.verify(`${secret}x`)).toBeNull();
      const { rows } = await storeOf().executeSql('select * from tokens where name = $1', [name]);
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect((await tokens.list()).find((one) => one.id === id)?.lastUsedAt).not.toBeNull();
      expect(await tokens.revoke(id)).toBe(true);
      expect(await tokens.revoke(id)).toBe(false);
      expect(await tokens.verify(secret)).toBeNull();
    });

    test('a setting is remembered by its name', async () => {
      const name = randomUUID();
      expect(await storeOf().settings.get(name)).toBeNull();
      await storeOf().settings.set(name, { a: 1 });
      await storeOf().settings.set(name, [2]);
      expect(await storeOf().settings.get(name)).toEqual([2]);
    });
  });
}
