import { join, resolve } from 'node:path';
import { createFfmpegAudio } from '../adapters/ffmpeg-audio.ts';
import { createFolderArtifacts, type FolderArtifacts } from '../adapters/folder-artifacts.ts';
import { openSource } from '../adapters/open-source.ts';
import { readSidecarTranscript } from '../adapters/sidecar-transcripts.ts';
import type { Config } from '../config.ts';
import type { PeopleDecisions } from '../domain/bench.ts';
import type { IdentityProvider } from '../domain/identity-provider.ts';
import type { RecordingSource } from '../domain/ports.ts';
import type { Standard } from '../domain/standard.ts';
import { createCompanies } from '../pipeline/companies.ts';
import { listStandards, loadStandard } from '../pipeline/load-standard.ts';
import { policyHash } from '../pipeline/policy-hash.ts';
import type { ProcessDeps } from '../pipeline/process-call.ts';
import { requireOwnVersion } from '../pipeline/publish-standard.ts';
import { type CallQueue, openCallQueue } from '../queue/call-queue.ts';
import { compileKeyPattern } from '../stages/key-pattern.ts';
import { removeAbandonedJobs } from '../stages/normalize-audio.ts';
import { openStore, type Store } from '../store/open-store.ts';
import {
  createIdentityProvider,
  createJudging,
  createMetering,
  createTranscriber,
  s3Settings,
} from './settings.ts';

/** A job folder this old was left by a killed process: no job lasts as long. */
const ABANDONED_MS = 6 * 3_600_000;

/** Everything a running Earmark consists of, wired once. */
export interface Installation extends AsyncDisposable {
  readonly config: Config;
  readonly store: Store;
  readonly queue: CallQueue;
  readonly artifacts: FolderArtifacts;
  readonly standards: readonly Standard[];
  readonly processing: ProcessDeps;
  readonly identityProvider: IdentityProvider | null;
  /** What people decided about stored calls. */
  readonly people: PeopleDecisions;
  openSource(name: string): RecordingSource;
}

/** Opens store, queue, tools and standards by the configuration. Throws what the first of them that is not right throws. */
export async function openInstallation(
  config: Config,
  watch: ProcessDeps['watch'] = () => {},
): Promise<Installation> {
  const names = await listStandards(config.EARMARK_PIPELINES);
  const standard = await loadStandard(
    config.EARMARK_PIPELINES,
    config.EARMARK_STANDARD,
    config.EARMARK_PROMPTS,
  );
  const standards = await Promise.all(
    names.map((name) => loadStandard(config.EARMARK_PIPELINES, name, config.EARMARK_PROMPTS)),
  );
  const pattern = config.EARMARK_KEY_PATTERN;
  const keyPattern = pattern === undefined ? null : compileKeyPattern(pattern);
  const store = await openStore({ databaseUrl: config.DATABASE_URL, dataDir: config.EARMARK_DATA });
  try {
    await store.reportKeeping.countIn(config.EARMARK_TIME_ZONE);
    for (const { id, version } of standards) {
      const hash = await policyHash(config.EARMARK_PIPELINES, id);
      await requireOwnVersion({ id, version, hash }, store.standards);
    }
    const workDir = join(resolve(config.EARMARK_DATA), 'work');
    const audio = await createFfmpegAudio({
      ffmpeg: config.FFMPEG_PATH,
      ffprobe: config.FFPROBE_PATH,
      workDir,
    });
    await removeAbandonedJobs(workDir, ABANDONED_MS, Date.now());
    const artifacts = createFolderArtifacts(join(resolve(config.EARMARK_DATA), 'artifacts'));
    const queue = await openCallQueue(store.queue);
    const companies = createCompanies(config.EARMARK_COMPANY);
    const open = (name: string) => openSource(name, s3Settings(config));
    const processing: ProcessDeps = {
      ...{ audio, artifacts, workDir, store, standard, keyPattern, watch },
      results: store.stageResults,
      replies: store.rawReplies,
      transcriber: await createTranscriber(config),
      judging: await createJudging(config, () => store.judgeUsage.tokensThisMonth()),
      metering: createMetering(config, store, (provider, code) =>
        console.error(`${provider} is closed to all calls: ${code} → earmark resume ${provider}`),
      ),
      timeZone: config.EARMARK_TIME_ZONE,
      openSource: open,
      readFiled: async (source, ref) => {
        const parsed = await readSidecarTranscript(source, ref);
        return parsed && { ...parsed, from: 'file' };
      },
      companyFor: (source) => companies.beside(source.name),
    };
    const close = async () => {
      await queue.close();
      await store.close();
    };
    return {
      config,
      store,
      queue,
      artifacts,
      standards,
      processing,
      identityProvider: await createIdentityProvider(config),
      people: store.peopleDecisions,
      openSource: open,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
