import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { importInto } from '../../src/cli/import.ts';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { appDepsOf } from '../../src/cli/serve.ts';
import { workInstallation } from '../../src/cli/work.ts';
import { readConfig } from '../../src/config.ts';
import { type Scorecard, scorecardSchema } from '../../src/domain/scorecard.ts';

const samples = fileURLToPath(new URL('../../samples/calls', import.meta.url));

interface Truth {
  readonly expected: Readonly<Record<string, string>>;
}

const names = readdirSync(samples)
  .filter((file) => file.endsWith('.truth.json'))
  .map((file) => file.slice(0, -'.truth.json'.length));
const truthOf = (name: string): Truth =>
  JSON.parse(readFileSync(join(samples, `${name}.truth.json`), 'utf8'));

/** What these tests look at in an answer of the API. */
interface Answer {
  readonly calls: readonly { readonly id: string; readonly scorecardId: string }[];
  readonly scorecards: readonly { readonly id: string }[];
  readonly scorecard: unknown;
  readonly scorecardId: string;
  readonly roles: { readonly agent: string };
}

interface Kept {
  readonly installation: Installation;
  send(path: string, init?: RequestInit): Promise<Answer>;
  scorecardOf(name: string): Promise<Scorecard>;
}

async function openKept(dataDir: string): Promise<Kept> {
  const company = fileURLToPath(new URL('../../samples/company.yaml', import.meta.url));
  const config = readConfig({ EARMARK_DATA: dataDir, EARMARK_COMPANY: company });
  const installation = await openInstallation(config);
  const signal = new AbortController().signal;
  const app = createApp({ ...appDepsOf(installation, signal), localUser: null });
  const { secret } = await installation.store.tokens.issue('test', {
    kind: 'token',
    scopes: ['read', 'write'],
    lifeMs: null,
  });
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' };
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await app.request(`/api/v1${path}`, { ...init, headers });
    expect(response.status, path).toBe(200);
    return (await response.json()) as Answer;
  };
  const scorecardOf = async (name: string): Promise<Scorecard> => {
    const { calls } = await send(`/calls?q=${encodeURIComponent(name)}`);
    const kept = await send(`/scorecards/${calls[0]?.scorecardId}`);
    return scorecardSchema.parse(kept.scorecard ?? kept);
  };
  return { installation, send, scorecardOf };
}

describe('the sample calls', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'earmark-samples-'));
  const copies = mkdtempSync(join(tmpdir(), 'earmark-copies-'));
  let kept: Kept;

  beforeAll(async () => {
    kept = await openKept(dataDir);
    const { installation } = kept;
    await importInto(installation, samples, { isRefresh: false, by: 'test' });
    await workInstallation(
      installation,
      { done: () => {}, failed: () => {} },
      new AbortController().signal,
      true,
    );
  }, 300_000);
  afterAll(async () => {
    await kept.installation[Symbol.asyncDispose]();
    for (const folder of [dataDir, copies]) rmSync(folder, { recursive: true, force: true });
  });

  it.each(names)('%s gives exactly the verdicts of its truth file, through the API', async (name) => {
    const scorecard = await kept.scorecardOf(name);
    const { expected } = truthOf(name);
    const verdicts = Object.fromEntries(
      Object.keys(expected).map((id) => [
        id,
        scorecard.criteria.find((criterion) => criterion.id === id)?.verdict,
      ]),
    );
    expect(verdicts).toEqual(expected);
  });

  it('show verified evidence for every decided verdict', async () => {
    for (const name of names)
      for (const { id, score, evidence } of (await kept.scorecardOf(name)).criteria)
        expect(score === null || evidence.some(({ verified }) => verified), `${name} ${id}`).toBe(true);
  });

  it('turn a verdict when a transcript is made wrong', async () => {
    const name = 'zh-01-full-service';
    for (const file of readdirSync(samples).filter(
      (one) => one.startsWith(name) && !one.endsWith('.truth.json'),
    ))
      cpSync(join(samples, file), join(copies, file.replace(name, 'wrong')));
    const path = join(copies, 'wrong.transcript.json');
    const transcript = JSON.parse(readFileSync(path, 'utf8'));
    for (const turn of transcript.turns)
      if (turn.party === 'agent') {
        turn.text = '这个东西嘛你自己看着办';
        delete turn.words;
      }
    writeFileSync(path, JSON.stringify(transcript));
    const wave = readdirSync(copies).find((file) => /^wrong\.(wav|mp3|ogg|m4a)$/.test(file)) ?? '';
    // one byte more is another recording, or it would be a duplicate of the right one
    writeFileSync(join(copies, wave), Buffer.concat([readFileSync(join(copies, wave)), Buffer.from([0])]));
    const { installation } = kept;
    await importInto(installation, copies, { isRefresh: false, by: 'test' });
    await workInstallation(
      installation,
      { done: () => {}, failed: () => {} },
      new AbortController().signal,
      true,
    );
    const wrong = await kept.scorecardOf('wrong');
    expect(wrong.criteria.find(({ id }) => id === 'greeting')?.verdict).not.toBe('met');
  });

  it('are processed once: a second import of the same recordings does nothing', async () => {
    const { seen, taken } = await importInto(kept.installation, samples, { isRefresh: false, by: 'test' });
    expect({ seen, taken }).toEqual({ seen: names.length, taken: 0 });
  });

  it('take a role swap from stored parts and keep the old scorecard', async () => {
    const { send } = kept;
    const { calls } = await send('/calls?q=zh-01-full-service');
    const { id, scorecardId } = calls[0] ?? { id: '', scorecardId: '' };
    const agent = (await send(`/calls/${id}`)).roles.agent === 'left' ? 'right' : 'left';
    const body = JSON.stringify({ agent, reason: 'try it' });
    const swapped = await send(`/calls/${id}/roles`, { method: 'POST', body });
    expect(swapped.scorecardId).not.toBe(scorecardId);
    const { scorecards } = await send(`/calls/${id}/scorecards`);
    expect(scorecards.map((one) => one.id)).toEqual([swapped.scorecardId, scorecardId]);
  });
});
