import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallProblem, CallRecord, ScorecardOrigin } from '../domain/call-record.ts';
import type { Company } from '../domain/company.ts';
import type { KeptForCall } from '../domain/erasure-ports.ts';
import type { RecordingSource } from '../domain/ports.ts';
import type { FetchedRecording, RecordingRef } from '../domain/recording.ts';
import type { Standard } from '../domain/standard.ts';
import type { CallRecords, Notes, RoleChoices, Scorecards } from '../domain/store-ports.ts';
import type { FiledTranscription } from '../domain/transcription.ts';
import { EarmarkError } from '../errors.ts';
import { readManifest } from '../stages/call-manifest.ts';
import { describeCall } from '../stages/describe-call.ts';
import { fetchRecording } from '../stages/fetch-recording.ts';
import type { KeyPattern } from '../stages/key-pattern.ts';
import type { MetadataProblem } from '../stages/metadata-problem.ts';
import { readNote } from '../stages/read-note.ts';
import { stageVersions } from './code-versions.ts';
import { forCall } from './for-call.ts';
import type { Metering } from './meter-providers.ts';
import { notedFacts } from './noted-facts.ts';
import { type CallMaterial, type PipelineDeps, type PipelineOutcome, runPipeline } from './run-pipeline.ts';
import { createStep } from './step.ts';
import { nameOf, storedMaterial } from './stored-material.ts';

/** What of the store processing reads and writes. */
export interface ProcessStore {
  readonly calls: CallRecords;
  readonly scorecards: Scorecards;
  readonly notes: Notes;
  readonly roles: RoleChoices;
  /** Where the call's results and replies are kept, so that they are erased with it. */
  keptFor(callRecordId: string): KeptForCall;
}

/** Everything needed to take a stored call through the pipeline. */
export interface ProcessDeps extends Omit<PipelineDeps, 'watcher'> {
  readonly store: ProcessStore;
  readonly standard: Standard;
  readonly timeZone: string;
  readonly keyPattern: KeyPattern | null;
  openSource(name: string): RecordingSource;
  readFiled(source: RecordingSource, ref: RecordingRef): Promise<FiledTranscription | null>;
  companyFor(source: RecordingSource): Promise<Company | null>;
  /** Runs a publication; a queue makes it one transaction with the settling of its job. At once when absent. */
  readonly commit?: Commit;
  /** Limits and pays requests to providers; they are asked freely when absent. */
  readonly metering?: Metering;
  /** Told of each stage, for progress. */
  watch(call: CallRecord, stage: string, state: 'began' | 'ended' | 'reused'): void;
}

/** Hands a publication the scorecards it may write to, or fails with `E_FENCED` when the call is another worker's. */
export type Commit = <T>(publish: (scorecards: Scorecards) => Promise<T>) => Promise<T>;

/** What became of a call: a scorecard, or that its bytes are another call's. */
export type Processed = { readonly scorecardId: string } | { readonly duplicateOf: string };

/**
 * Takes a call from its source to its published scorecard. What was done before is reused; the recording's bytes
 * are brought here only when a stage needs them. Errors are the stages' own.
 */
export async function processCall(id: string, deps: ProcessDeps, signal?: AbortSignal): Promise<Processed> {
  const call = await requireCall(id, deps);
  const attempt = await deps.store.calls.attempted(id);
  const begunMs = performance.now();
  const source = deps.openSource(call.source);
  const ref: RecordingRef = {
    source: call.source,
    key: call.key,
    sizeBytes: call.sizeBytes,
    revision: call.revision,
  };
  const watcher = watcherOf(call, deps);
  await using fetching = createFetching(source, ref, deps.workDir, signal);

  const own = forCall(id, deps);
  const step = createStep(own.results, watcher, signal);
  const { contentHash } = await step(
    {
      stage: 'fetch-recording',
      codeVersion: stageVersions['fetch-recording'],
      inputs: [ref.source, ref.key, ref.revision],
    },
    async () => ({ contentHash: (await fetching.fetch()).contentHash }),
  );
  const { duplicateOf } = await deps.store.calls.identify(id, contentHash);
  if (duplicateOf !== null) return { duplicateOf };

  const material = await gather(call, source, ref, { contentHash, fetch: fetching.fetch }, deps);
  const outcome = await runPipeline(
    material,
    deps.standard,
    await deps.companyFor(source),
    { ...own, watcher },
    signal,
  );
  const latencyMs = Math.round(performance.now() - begunMs);
  const cause = call.scorecardId === null ? 'first' : 'code';
  // awaited here: it may fail while the fetched bytes are being removed, and a failure nobody awaits ends the process
  return await publish(call, { ...outcome, material }, { cause, attempt, latencyMs }, deps);
}

/**
 * Scores a call again from what is stored: nothing is fetched, decoded or transcribed. The old scorecard is kept.
 * Fails with `E_CONFLICT` for a call that was never scored.
 */
export async function rescoreCall(
  id: string,
  cause: ScorecardOrigin['cause'],
  deps: ProcessDeps,
  signal?: AbortSignal,
): Promise<{ scorecardId: string }> {
  const call = await requireCall(id, deps);
  const begunMs = performance.now();
  const material = await storedMaterial(call, deps.store);
  const company = await deps.companyFor(deps.openSource(call.source));
  const watcher = { began: () => {}, ended: () => {} };
  const metered = { ...forCall(id, deps), watcher };
  const outcome = await runPipeline(material, deps.standard, company, metered, signal);
  const latencyMs = Math.round(performance.now() - begunMs);
  const run = { cause, attempt: Math.max(1, call.attempt), latencyMs };
  return publish(call, { ...outcome, material }, run, deps);
}

async function gather(
  call: CallRecord,
  source: RecordingSource,
  ref: RecordingRef,
  recording: CallMaterial['recording'],
  deps: ProcessDeps,
): Promise<CallMaterial> {
  const { store, keyPattern, timeZone } = deps;
  const manifest = await readManifest(source);
  const described = await describeCall(source, ref, { manifest, keyPattern, timeZone, nowMs: Date.now() });
  await store.calls.describe(call.id, {
    metadata: described.call,
    provenance: described.from,
    problems: described.problems.map(toCallProblem),
  });
  const filedNote = await readNote(source, ref);
  const known = await store.notes.current(call.id);
  // a note a person sent through the API is newer than the file it replaced
  if (filedNote !== null && (known === null || known.from === 'file'))
    await store.notes.put(call.id, filedNote.note, 'file');
  return {
    name: nameOf(call.key),
    recording,
    call: described.call,
    declaredMs: described.declaredMs,
    note: (await store.notes.current(call.id))?.note ?? null,
    filed: await deps.readFiled(source, ref),
    agentSide: (await store.roles.current(call.id))?.agent ?? null,
  };
}

async function publish(
  call: CallRecord,
  { scorecard, facts, judged, material }: PipelineOutcome & { readonly material: CallMaterial },
  run: Pick<ScorecardOrigin, 'cause' | 'attempt' | 'latencyMs'>,
  deps: ProcessDeps,
): Promise<{ scorecardId: string }> {
  const transcriber = facts.transcription?.from === 'engine' ? facts.transcription.engine : null;
  const audioMs = facts.recording?.durationMs ?? null;
  const origin: ScorecardOrigin = {
    ...run,
    transcriber,
    audioMs,
    ...judged,
    cost: null,
  };
  const noted = notedFacts(material.note, material.call);
  const publication = { scorecard, facts, origin, noted };
  const commit: Commit = deps.commit ?? ((run) => run(deps.store.scorecards));
  const { id } = await commit((scorecards) => scorecards.publish(call.id, publication));
  return { scorecardId: id };
}

/** Brings the bytes here at most once, and removes them in the end. */
function createFetching(source: RecordingSource, ref: RecordingRef, workDir: string, signal?: AbortSignal) {
  let folder: string | null = null;
  let fetched: Promise<FetchedRecording> | null = null;
  const bring = async () => {
    await mkdir(workDir, { recursive: true, mode: 0o700 });
    folder = await mkdtemp(join(workDir, 'fetch-'));
    return fetchRecording(source, ref, join(folder, 'recording'), signal);
  };
  return {
    fetch: () => {
      fetched ??= bring();
      return fetched;
    },
    [Symbol.asyncDispose]: async () => {
      if (folder !== null) await rm(folder, { recursive: true, force: true });
    },
  };
}

function watcherOf(call: CallRecord, deps: ProcessDeps): PipelineDeps['watcher'] {
  return {
    began: async (stage) => {
      await deps.store.calls.began(call.id, stage);
      deps.watch(call, stage, 'began');
    },
    ended: async (stage, isReused) => {
      await deps.store.calls.ended(call.id, stage, isReused);
      deps.watch(call, stage, isReused ? 'reused' : 'ended');
    },
  };
}

async function requireCall(id: string, deps: ProcessDeps): Promise<CallRecord> {
  const call = await deps.store.calls.get(id);
  if (call === null) throw new EarmarkError('E_NOT_FOUND', `there is no call ${id}`);
  return call;
}

function toCallProblem(problem: MetadataProblem): CallProblem {
  const { code, field, from, message } = problem;
  return {
    file: from ?? 'call',
    path: field ?? code,
    message: message.en,
    remedy: 'correct it at its origin and import again',
  };
}
