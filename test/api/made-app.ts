import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/api/app.ts';
import type { AppDeps } from '../../src/api/app-deps.ts';
import { eraseCalls } from '../../src/cli/erase-calls.ts';
import type { CallFacts } from '../../src/domain/call-record.ts';
import type { NormalizedRecording } from '../../src/domain/recording.ts';
import type { Standard } from '../../src/domain/standard.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { EarmarkError } from '../../src/errors.ts';
import { createBenches } from '../../src/pipeline/bench-runs.ts';
import type { BenchResult } from '../../src/pipeline/bench-stored-calls.ts';
import { loadDraft } from '../../src/pipeline/load-draft.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';
import { publishStandard } from '../../src/pipeline/publish-standard.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { createMemoryArtifacts, type MemoryArtifacts } from '../fakes/memory-artifacts.ts';
import { makeDataFolder } from '../services/data-folder.ts';
import { facts, publicationOf, recordingAt } from '../store/scored-calls.ts';

export const AUDIO = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 251));

const standard: Standard = {
  id: 'telesales-service',
  version: '1.0',
  title: { en: 'Telesales service', zh: '电话销售服务' },
  extends: [],
  coverageFloor: 0.8,
  minTalkMs: 10_000,
  transcriptGate: { transcribedShare: 0.95, confidence: 0.5 },
  acoustics: {},
  accounted: [],
  criteria: [],
  hash: 'a'.repeat(64),
};

/** What tests look at in any JSON answer; what is not there is undefined at run time. */
interface AnyBody {
  readonly error: { readonly code: string; readonly message: string; readonly remedy?: string };
  readonly calls: readonly { readonly id: string }[];
  readonly agents: readonly unknown[];
  readonly teams: readonly unknown[];
  readonly scorecardId: string | null;
  readonly openapi: string;
  readonly paths: object;
  readonly components: { readonly schemas: object };
}

/** The JSON body of an answer. */
export async function bodyOf(response: Response): Promise<AnyBody> {
  return (await response.json()) as AnyBody;
}

const pair = { id: 'c', language: 'zh', criterion: 'tone', reason: 'rude-wording' } as const;

/** What every bench of the made app comes to. */
export const benched: BenchResult = {
  calls: 2,
  flips: [
    {
      ...{ call: 'c', callRecordId: randomUUID(), criterion: 'tone', before: 'met', after: 'unmet' },
      reason: { code: 'rude-wording', en: 'Rude wording.', zh: '用语粗鲁。' },
      moment: { startMs: 1000, endMs: 2000, quote: '滚' },
    },
  ],
  failed: [{ call: 'd', error: new EarmarkError('E_NOT_FOUND', 'gone') }],
  people: {
    before: [{ ...pair, labelled: 'unmet', found: 'met' }],
    after: [{ ...pair, labelled: 'unmet', found: 'unmet' }],
  },
};

/** An app over a real store on the embedded database, with one token for each need. */
export interface MadeApp extends AsyncDisposable {
  readonly store: Store;
  readonly deps: AppDeps;
  readonly artifacts: MemoryArtifacts;
  readonly reports: EarmarkError[];
  /** Sends a request as the holder of a token that may do everything, unless told otherwise. */
  send(path: string, init?: RequestInit & { token?: string | null }): Promise<Response>;
  sendJson(method: string, path: string, body: unknown): Promise<Response>;
  issueToken(scopes: readonly string[]): Promise<string>;
  /** The same server with other settings. */
  with(changed: Partial<AppDeps>): ReturnType<typeof createApp>;
  addCall(given?: AddedCall): Promise<string>;
}

export interface AddedCall {
  readonly team?: string;
  readonly agent?: string;
  readonly startedAt?: string;
  readonly verdicts?: Readonly<Record<string, Verdict>>;
  readonly facts?: Partial<CallFacts>;
  readonly hasAudio?: boolean;
}

async function makePages(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Earmark</title>');
  await writeFile(join(folder, 'assets/index-abc.js'), 'export {};'.repeat(300));
  await writeFile(join(folder, 'secret.key'), 'not a page');
  return folder;
}

async function recordingIn(artifacts: MemoryArtifacts): Promise<NormalizedRecording> {
  const peaks = { version: 1, durationMs: 1000, bucketMs: 500, sides: { left: [0.5, 1], right: [0, 0] } };
  return {
    container: 'wav',
    codec: 'pcm_s16le',
    channels: 2,
    sampleRateHz: 8000,
    durationMs: 61_250.5,
    declaredMs: 61_250.5,
    layout: 'two-party',
    flags: ['LOW_SNR'],
    ffmpegVersion: '5.1',
    speech: {},
    playback: await artifacts.putBytes(AUDIO, 'm4a', 'audio/mp4'),
    peaks: await artifacts.putBytes(Buffer.from(JSON.stringify(peaks)), 'json', 'application/json'),
    features: await artifacts.putBytes(Buffer.from('f'), 'bin', 'application/octet-stream'),
  };
}

async function addCall(store: Store, recording: NormalizedRecording, given: AddedCall): Promise<string> {
  const { team = 'team', agent = 'a-1', startedAt, verdicts } = given;
  const { id } = await store.calls.saw(recordingAt(`${randomUUID()} 通话.wav`));
  const metadata = {
    version: 1 as const,
    callId: `call-${id}`,
    agent: { id: agent, name: 'Li', team },
    ...(startedAt === undefined ? {} : { startedAt }),
  };
  await store.calls.describe(id, { metadata, provenance: { agent: 'call-file' }, problems: [] });
  if (verdicts === undefined) return id;
  const allFacts = { ...facts, recording: given.hasAudio ? recording : null, ...given.facts };
  await store.scorecards.publish(id, { ...publicationOf(verdicts), facts: allFacts });
  return id;
}

/** Makes an app whose rescoring publishes a scorecard with everything met. */
export async function makeApp(): Promise<MadeApp> {
  const dataDir = await makeDataFolder('api');
  const pagesDir = await makePages();
  const store = await openStore({ dataDir });
  const artifacts = createMemoryArtifacts();
  const recording = await recordingIn(artifacts);
  const reports: EarmarkError[] = [];
  const deps: AppDeps = {
    store,
    artifacts,
    standards: [standard],
    timeZone: 'Asia/Shanghai',
    pagesDir,
    localUser: null,
    identityProvider: null,
    publicUrl: null,
    report: (error) => void reports.push(error),
    async rescore(id, cause) {
      const given = publicationOf({ greeting: 'met', note: 'met' });
      const origin = { ...given.origin, cause };
      return (await store.scorecards.publish(id, { ...given, origin })).id;
    },
    benches: createBenches({
      load: async ({ standard: name, text }) => {
        const at = { folder: 'pipelines', name, prompts: 'prompts' };
        return { before: await loadStandard(at.folder, name, at.prompts), after: await loadDraft(at, text) };
      },
      score: async (_standards, _limit, progress) => {
        progress(benched);
        return benched;
      },
    }),
    publishStandard: async (id, by) => {
      const at = { folder: 'pipelines', name: id, prompts: 'prompts' };
      return await publishStandard(at, store.standards, by);
    },
    erase: (subject, by) => eraseCalls({ store, artifacts }, { subject, by, because: 'asked' }),
    currency: 'USD',
    redrive: async (id) => (await store.failures.redrive(id)) !== null,
    async importSource(source, caller) {
      if (!source.startsWith('s3://')) throw new EarmarkError('E_USAGE', 'no such source');
      return await store.imports.begin(source, caller.name);
    },
  };
  const app = createApp(deps);
  const issueToken = async (scopes: readonly string[]) =>
    (await store.tokens.issue('tester', { kind: 'token', scopes, lifeMs: null })).secret;
  const all = await issueToken(['*']);

  const send: MadeApp['send'] = async (path, { token = all, headers, ...init } = {}) => {
    const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
    return await app.request(path, { ...init, headers: { ...authorization, ...headers } });
  };
  return {
    store,
    deps,
    artifacts,
    reports,
    send,
    issueToken,
    sendJson: (method, path, body) =>
      send(path, {
        method,
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    with: (changed) => createApp({ ...deps, ...changed }),
    addCall: (given = {}) => addCall(store, recording, given),
    async [Symbol.asyncDispose]() {
      await store.close();
      await rm(dataDir, { recursive: true });
      await rm(pagesDir, { recursive: true });
    },
  };
}
