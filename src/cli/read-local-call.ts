import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { folderRecordings } from '../adapters/folder-recordings.ts';
import { parseTranscript, readSidecarTranscript } from '../adapters/sidecar-transcripts.ts';
import type { Config } from '../config.ts';
import type { RecordingSource } from '../domain/ports.ts';
import type { FetchedRecording, RecordingRef } from '../domain/recording.ts';
import { withoutExtension } from '../domain/recording-keys.ts';
import type { Transcription } from '../domain/transcription.ts';
import { EarmarkError } from '../errors.ts';
import type { CallMaterial } from '../pipeline/run-pipeline.ts';
import { readManifest } from '../stages/call-manifest.ts';
import { type DescribeOptions, describeCall, describeFrom } from '../stages/describe-call.ts';
import { parseNote, readNote } from '../stages/read-note.ts';
import type { InputFile } from './find-inputs.ts';

/** Files named on the command line instead of lying beside the recording. */
export interface GivenFiles {
  readonly transcript?: string;
  readonly note?: string;
  readonly call?: string;
}

/** Everything that lies on this machine for one call. Fails with the code of the file that cannot be read. */
export async function readLocalCall(
  input: InputFile,
  given: GivenFiles,
  config: Config,
): Promise<CallMaterial> {
  const source = folderRecordings(dirname(input.path));
  const key = basename(input.path);
  const found = await source.find(key).catch(() => null);
  if (found === null)
    throw new EarmarkError('E_NOT_FOUND', `"${input.path}" does not exist`, { remedy: 'correct the path' });
  // files beside a transcript are named after the call, not after `<call>.transcript`
  const ref = { ...found, key: key.replace(/\.transcript\.json$/, '.transcript') };
  const describing: DescribeOptions = {
    manifest: await readManifest(source),
    keyPattern: null,
    timeZone: config.EARMARK_TIME_ZONE,
    nowMs: Date.now(),
  };
  const { call, declaredMs } =
    given.call === undefined
      ? await describeCall(source, ref, describing)
      : describeFrom(await readGiven(given.call), key, describing);
  const note =
    given.note === undefined
      ? await readNote(source, ref)
      : parseNote(await readGiven(given.note), given.note.endsWith('.json') ? 'json' : 'text');
  return {
    name: withoutExtension(ref.key),
    recording: input.kind === 'recording' ? await hashRecording(input.path, ref) : null,
    call,
    declaredMs,
    note: note?.note ?? null,
    filed: await readTranscription(input, given, source, ref),
    agentSide: null,
  };
}

async function readTranscription(
  input: InputFile,
  given: GivenFiles,
  source: RecordingSource,
  ref: RecordingRef,
): Promise<Transcription | null> {
  const path = given.transcript ?? (input.kind === 'transcript' ? input.path : undefined);
  const parsed =
    path === undefined
      ? await readSidecarTranscript(source, ref)
      : parseTranscript(await readGiven(path), basename(path));
  if (parsed === null) return null;
  const { transcript, format, speakers, problems } = parsed;
  return { from: 'file', transcript, format, speakers, problems };
}

async function hashRecording(path: string, ref: RecordingRef): Promise<CallMaterial['recording']> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  const fetched: FetchedRecording = { ref, path, sizeBytes: ref.sizeBytes, contentHash: hash.digest('hex') };
  return { contentHash: fetched.contentHash, fetch: async () => fetched };
}

async function readGiven(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    throw new EarmarkError('E_NOT_FOUND', `"${basename(path)}" cannot be read`, {
      cause,
      remedy: 'correct the path',
    });
  });
}
