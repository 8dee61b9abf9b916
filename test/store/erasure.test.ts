import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseCalls } from '../../src/cli/erase-calls.ts';
import { removeAged } from '../../src/cli/retention.ts';
import type { Publication } from '../../src/domain/call-record.ts';
import { finalise } from '../../src/domain/review.ts';
import { createMemoryArtifacts } from '../fakes/memory-artifacts.ts';
import { openTestStore, type StoreKind, type TestStore } from '../services/test-store.ts';
import { facts, publicationOf, recordingAt, scorecardOf } from './scored-calls.ts';

/** A word no table may hold once the call is erased. */
const SECRET = '绝密4711';
const by = { kind: 'command-line', id: null } as const;
let calls = 0;

function secretPublication(): Publication {
  const given = publicationOf({ greeting: 'met', note: 'unmet' });
  const scorecard = scorecardOf({ greeting: 'met', note: 'unmet' });
  const [first, ...rest] = scorecard.criteria;
  if (first === undefined) throw new Error('no criterion');
  const said = { ...first, reason: { code: 'said', en: SECRET, zh: SECRET } };
  const turns = [{ party: 'agent' as const, startMs: 0, endMs: 900, text: SECRET }];
  return {
    ...given,
    scorecard: { ...scorecard, callId: SECRET, criteria: [said, ...rest] },
    facts: { ...facts, transcript: { version: 1, language: 'zh', turns } },
  };
}

describe.each<StoreKind>(['embedded', 'server'])('erasing on the %s database', (kind) => {
  let opened: TestStore;
  const artifacts = createMemoryArtifacts();
  beforeAll(async () => {
    opened = await openTestStore(kind);
  });
  afterAll(async () => {
    await opened.close();
  });
  const deps = () => ({ store: opened.store, artifacts });
  const erase = (call: string) => eraseCalls(deps(), { subject: { call }, by, because: 'asked' });

  /** What people write about a call: a decision, a comment, and what its agent objects. */
  async function reviewWithSecrets(id: string) {
    const { calls, reviews, disputes } = opened.store;
    const li = { id: null, name: 'li' };
    const scorecardId = (await calls.get(id))?.scorecardId ?? '';
    const decided = { scorecardId, criterion: 'greeting', decision: 'override', verdict: 'unmet' } as const;
    const heard = { basedOn: null, evidenceMs: 0, playedMs: 0 };
    const review = await reviews.decide(id, { ...decided, ...heard, reason: SECRET }, li);
    await reviews.comment(id, { atMs: 1, criterion: null, body: SECRET }, li);
    await reviews.played(id, { startMs: 0, endMs: 900 }, li);
    const policy = { coverageFloor: 0.8, partlyOf: () => 0.5 };
    const final = finalise(secretPublication().scorecard, [review], policy);
    const given = { scorecardId, basedOnRound: 0, basedOnReviews: [review.id], final };
    await reviews.finalise(id, given, li);
    await disputes.raise(id, { criterion: 'greeting', expected: 'met', reason: SECRET }, li);
  }

  /** A scored call full of the secret, its recording included. */
  async function secretCall(customer = 'customer', hash = `hash-${++calls}`) {
    const { store } = opened;
    const ref = recordingAt(`${SECRET}-${++calls}.wav`);
    const { id } = await store.calls.saw(ref);
    await store.calls.attempted(id);
    await store.calls.identify(id, hash);
    const metadata = { version: 1 as const, callId: SECRET, customer: { id: customer, name: SECRET } };
    await store.calls.describe(id, { metadata, provenance: { callId: 'call-file' }, problems: [] });
    const file = await artifacts.putBytes(Buffer.from(`sound ${id}`), 'mp3', 'audio/mpeg');
    const { results, replies } = store.keptFor(id);
    await results.keep({ key: `result ${id}`, stage: 'normalize-audio', codeVersion: '1', output: { file } });
    await replies.keep({
      ...{ key: `reply ${id}`, provider: 'p', modelAsked: 'm', modelReported: null },
      ...{ body: SECRET, audioMs: 1, latencyMs: 1, tokens: null },
    });
    await store.notes.put(id, { version: 1, text: SECRET, fields: {} }, 'file');
    await store.roles.choose(id, { agent: 'left', reason: SECRET, by: 'li' });
    await store.calls.began(id, 'transcribe');
    await store.scorecards.publish(id, secretPublication());
    await reviewWithSecrets(id);
    return { id, ref, hash, artifact: file.name };
  }

  /** Names of tables in which the secret stands anywhere. */
  async function tablesWithSecret(): Promise<string[]> {
    const { rows } = await opened.store.executeSql(
      `select table_name from information_schema.tables where table_schema in ('public', 'pgboss')`,
    );
    const found: string[] = [];
    for (const { table_name: name } of rows as { table_name: string }[]) {
      const schema = name.startsWith('job') ? 'pgboss' : 'public';
      const text = `select 1 from ${schema}.${name} t where strpos(t::text, $1) > 0 limit 1`;
      const hit = await opened.store.executeSql(text, [SECRET]).catch(() => ({ rows: [] }));
      if (hit.rows.length > 0) found.push(name);
    }
    return found;
  }

  it('leaves no word of the call in any table, no file, and the figures', async () => {
    const { id, artifact } = await secretCall();
    expect(await tablesWithSecret()).toEqual(
      expect.arrayContaining(['calls', 'notes', 'parts', 'raw_replies']),
    );
    expect(await erase(id)).toBe(1);
    expect(await tablesWithSecret()).toEqual([]);
    expect(await artifacts.size(artifact)).toBeNull();
    expect(await opened.store.calls.get(id)).toMatchObject({ status: 'erased', key: '', failure: null });
    const [kept] = await opened.store.scorecards.history(id);
    expect(kept?.scorecard).toMatchObject({
      total: 0.1 + 0.2,
      criteria: [{ verdict: 'met' }, { verdict: 'unmet' }],
    });
    const { rows } = await opened.store.executeSql('select verdict from verdicts where call_id = $1', [id]);
    expect(rows).toHaveLength(2);
    expect(await opened.store.erasure.leftArtifacts(10)).toEqual([]);
    expect(await erase(id)).toBe(0);
    const audit = await opened.store.audit.list({ action: 'call-erased' }, { limit: 10, before: null });
    expect(audit.map((row) => row.object?.id)).toEqual([id]);
  });

  it('refuses the same recording at its place and elsewhere, and takes other bytes', async () => {
    const { id, ref, hash } = await secretCall();
    await erase(id);
    const { calls } = opened.store;
    expect(await calls.saw(ref)).toMatchObject({ id, status: 'erased', needsWork: false });
    const elsewhere = await calls.saw(recordingAt(`copy-${hash}.wav`));
    await expect(calls.identify(elsewhere.id, hash)).rejects.toMatchObject({ code: 'E_ERASED' });
    const fresh = await calls.saw({ ...ref, revision: 'other bytes' });
    expect(fresh).toMatchObject({ isNew: true, needsWork: true });
    expect(fresh.id).not.toBe(id);
    await erase(fresh.id);
  });

  it('lets a worker that goes on write nothing any more', async () => {
    const { id, hash } = await secretCall();
    await erase(id);
    const { calls, scorecards, notes, keptFor } = opened.store;
    const late = [
      () => scorecards.publish(id, secretPublication()),
      () => calls.began(id, 'score-call'),
      () => calls.attempted(id),
      () => calls.failed(id, { code: 'E_MEDIA', message: SECRET, isRetryable: false, stage: null }),
      () => calls.identify(id, hash),
      () => notes.put(id, { version: 1, text: SECRET, fields: {} }, 'file'),
      () => keptFor(id).results.keep({ key: `late ${id}`, stage: 's', codeVersion: '1', output: SECRET }),
    ];
    for (const write of late) await expect(write()).rejects.toMatchObject({ code: 'E_ERASED' });
    expect(await tablesWithSecret()).toEqual([]);
  });

  it('leaves nothing behind however publishing and erasing fall together', async () => {
    for (let round = 0; round < 15; round++) {
      const { id } = await secretCall();
      const { scorecards, keptFor } = opened.store;
      const race = [
        scorecards.publish(id, publicationOf({ greeting: 'unmet' })),
        keptFor(id).results.keep({ key: `race ${id}`, stage: 's', codeVersion: '1', output: SECRET }),
        erase(id),
        scorecards.publish(id, secretPublication()),
      ];
      const ends = await Promise.allSettled(race);
      expect(ends[2]).toMatchObject({ status: 'fulfilled', value: 1 });
      expect(await opened.store.calls.get(id)).toMatchObject({ status: 'erased' });
    }
    expect(await tablesWithSecret()).toEqual([]);
  });

  it('erases a customer: calls so far, their copies, and those learnt of later', async () => {
    const { store } = opened;
    const one = await secretCall('c-9', 'bytes-9');
    await secretCall('c-9');
    const other = await secretCall('c-10');
    const copy = await store.calls.saw(recordingAt('copy of one.wav'));
    await store.calls.identify(copy.id, 'bytes-9');
    const later = await store.calls.saw(recordingAt('not described yet.wav'));
    const subject = { customer: 'c-9' };
    expect(await eraseCalls(deps(), { subject, by, because: 'asked' })).toBe(3);
    for (const { id } of [one, copy]) expect(await store.calls.get(id)).toMatchObject({ status: 'erased' });
    expect(await store.calls.get(other.id)).toMatchObject({ status: 'scored' });
    const describe = (id: string, startedAt: string) => {
      const metadata = { version: 1 as const, customer: { id: 'c-9' }, startedAt };
      return store.calls.describe(id, { metadata, provenance: {}, problems: [] });
    };
    await expect(describe(later.id, '2020-01-01T00:00:00Z')).rejects.toMatchObject({ code: 'E_ERASED' });
    await describe(later.id, '2900-01-01T00:00:00Z');
    await erase(other.id);
    expect(await tablesWithSecret()).toEqual([]);
  });

  it('takes sound, words and calls away at their ages', async () => {
    const { store } = opened;
    const { id } = await secretCall();
    const age = `update calls set started_at = clock_timestamp() - interval '10 days' where id = $1`;
    await store.executeSql(age, [id]);
    expect(await removeAged(deps(), { words: 11, calls: 11 })).toEqual({ audio: 0, words: 0, calls: 0 });
    const [kept] = await store.scorecards.history(id);
    expect(await removeAged(deps(), { words: 9 })).toMatchObject({ words: 1 });
    expect(await store.scorecards.transcript(kept?.id ?? '')).toBeNull();
    expect(await removeAged(deps(), { words: 9 })).toMatchObject({ words: 0 });
    expect(await removeAged(deps(), { calls: 9 })).toMatchObject({ calls: 1 });
    expect(await store.calls.get(id)).toMatchObject({ status: 'erased' });
  });

  it('remembers which files are still to go until they are gone', async () => {
    const { erasure } = opened.store;
    const { id, artifact } = await secretCall();
    expect((await erasure.eraseCall(id)).artifacts).toEqual([artifact]);
    expect(await erasure.leftArtifacts(10)).toEqual([artifact]);
    await erasure.artifactRemoved(artifact);
    expect(await erasure.leftArtifacts(10)).toEqual([]);
  });

  it('gives a chore to one of many workers', async () => {
    const { chores } = opened.store;
    const claims = await Promise.all(Array.from({ length: 10 }, () => chores.claim('test', 60_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await chores.claim('test', 0)).toBe(true);
  });
});
