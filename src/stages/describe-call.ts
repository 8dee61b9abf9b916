import { type CallMetadata, callMetadataSchema } from '../domain/call.ts';
import { isJsonObject, readOutsideJson } from '../domain/outside-text.ts';
import type { RecordingSource } from '../domain/ports.ts';
import type { RecordingRef } from '../domain/recording.ts';
import { withoutExtension } from '../domain/recording-keys.ts';
import { EarmarkError } from '../errors.ts';
import {
  assembleCall,
  type CallField,
  callFields,
  type FieldOrigin,
  type FieldRules,
  readCallField,
} from './call-fields.ts';
import type { CallManifest } from './call-manifest.ts';
import { type KeyPattern, matchKeyPattern } from './key-pattern.ts';
import { placeTime, readWrittenTime } from './local-time.ts';
import {
  endsBeforeStart,
  keyUnmatched,
  type MetadataProblem,
  needsAgent,
  originsDisagree,
  otherEncoding,
  problem,
  replacedText,
  rowsDisagree,
  sameChannel,
} from './metadata-problem.ts';

/** What is known of a call before anybody listens, and how it is known. */
export interface CallDescription {
  readonly call: CallMetadata;
  readonly from: Readonly<Partial<Record<CallField, FieldOrigin>>>;
  /** Length the telephone system noted, or null; the decoded length is held against it. */
  readonly declaredMs: number | null;
  readonly problems: readonly MetadataProblem[];
}

/** What describing calls needs besides the source. */
export interface DescribeOptions {
  readonly manifest: CallManifest | null;
  readonly keyPattern: KeyPattern | null;
  readonly timeZone: string;
  readonly nowMs: number;
}

/** What one origin says of a call, unchecked. */
interface Statement {
  readonly from: FieldOrigin;
  readonly fields: ReadonlyMap<CallField, unknown>;
}

const CALL_FILE_LIMIT_BYTES = 256 * 1024;

/**
 * A call's metadata field by field: from the JSON file beside the recording, else the manifest, else the key.
 * A doubtful field is left out or kept with a problem that says so; a call file that is no call file fails with
 * `E_METADATA`.
 */
export async function describeCall(
  source: RecordingSource,
  ref: RecordingRef,
  options: DescribeOptions,
): Promise<CallDescription> {
  const bytes = await readCallFile(source, ref);
  return describeFrom(bytes, ref.key, options);
}

/** The same from the call file's bytes (null: none) and the recording's key. */
export function describeFrom(
  callFile: Uint8Array | null,
  key: string,
  options: DescribeOptions,
): CallDescription {
  const problems: MetadataProblem[] = [];
  const file = callFile ? readCallObject(callFile, problems) : null;
  const statements: Statement[] = [
    ...(file ? [{ from: 'call-file' as const, fields: flatten(file) }] : []),
    ...stateFromManifest(key, options.manifest, problems),
    ...stateFromKey(key, options.keyPattern, problems),
  ];
  const fields = new Map<CallField, string | number>();
  const from: Partial<Record<CallField, FieldOrigin>> = {};
  for (const field of callFields) {
    const chosen = chooseField(field, statements, options, problems);
    if (!chosen) continue;
    fields.set(field, chosen.value);
    from[field] = chosen.from;
  }
  if (file) checkEnd(file, fields, from, options, problems);
  if (!fields.has('agent.id')) problems.push(problem('NEEDS_AGENT', 'agent.id', null, needsAgent));
  const call = callMetadataSchema.parse(assembleCall(fields));
  if (!call.channels && (fields.has('channels.agent') || fields.has('channels.customer'))) {
    problems.push(problem('BAD_VALUE', 'channels', from['channels.agent'] ?? null, sameChannel));
  }
  return { call, from, declaredMs: file ? readDeclaredMs(file) : null, problems };
}

/** A problem when the decoded length differs from the noted one by more than 5 % and a second; null otherwise. */
export function checkDuration(declaredMs: number | null, durationMs: number): MetadataProblem | null {
  if (declaredMs === null) return null;
  const difference = Math.abs(declaredMs - durationMs);
  if (difference <= Math.max(1000, 0.05 * declaredMs)) return null;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  return problem('DURATION_MISMATCH', 'durationMs', 'audio', {
    en: `the recording lasts ${seconds(durationMs)} s, the call file says ${seconds(declaredMs)} s`,
    zh: `录音长 ${seconds(durationMs)} 秒，通话文件写 ${seconds(declaredMs)} 秒`,
  });
}

async function readCallFile(source: RecordingSource, ref: RecordingRef): Promise<Uint8Array | null> {
  try {
    return await source.readBeside(ref, '.call.json', CALL_FILE_LIMIT_BYTES);
  } catch (error) {
    if (!(error instanceof EarmarkError) || error.code !== 'E_MEDIA_LIMIT') throw error;
    throw badCallFile(`it is larger than ${CALL_FILE_LIMIT_BYTES} bytes`, error);
  }
}

function readCallObject(bytes: Uint8Array, problems: MetadataProblem[]): Record<string, unknown> {
  const read = readOutsideJson(bytes);
  if (!read.ok) throw badCallFile(read.reason);
  if (!isJsonObject(read.value)) throw badCallFile('it is not a JSON object');
  if (read.value.version !== undefined && read.value.version !== 1) throw badCallFile('its version is not 1');
  if (read.replaced > 0)
    problems.push(problem('TEXT_REPLACED', null, 'call-file', replacedText(read.replaced)));
  return read.value;
}

function flatten(file: Readonly<Record<string, unknown>>): Map<CallField, unknown> {
  const fields = new Map<CallField, unknown>();
  for (const field of callFields) {
    const [outer = '', inner] = field.split('.');
    const value = file[outer];
    const found = inner === undefined ? value : isJsonObject(value) ? value[inner] : file[field];
    if (found !== undefined && found !== null && found !== '') fields.set(field, found);
  }
  return fields;
}

/** Rows that agree are one statement; a field two rows contradict each other in is nobody's. */
function stateFromManifest(
  key: string,
  manifest: CallManifest | null,
  problems: MetadataProblem[],
): Statement[] {
  const rows = manifest?.rows.get(key) ?? [];
  if (!manifest || rows.length === 0) return [];
  if (manifest.replaced > 0) {
    problems.push(problem('TEXT_REPLACED', null, 'manifest', replacedText(manifest.replaced)));
  }
  if (manifest.encoding !== 'utf-8') {
    problems.push(problem('OTHER_ENCODING', null, 'manifest', otherEncoding(manifest.encoding)));
  }
  const fields = new Map<CallField, unknown>();
  for (const field of callFields) {
    const values = new Set(rows.map((row) => row.get(field)).filter((value) => value !== undefined));
    if (values.size > 1) problems.push(problem('CONFLICT', field, 'manifest', rowsDisagree(field)));
    else if (values.size === 1) fields.set(field, [...values][0]);
  }
  return [{ from: 'manifest', fields }];
}

function stateFromKey(key: string, pattern: KeyPattern | null, problems: MetadataProblem[]): Statement[] {
  if (!pattern) return [];
  const fields = matchKeyPattern(pattern, withoutExtension(key));
  if (fields) return [{ from: 'key', fields }];
  problems.push(problem('KEY_UNMATCHED', null, 'key', keyUnmatched));
  return [];
}

function chooseField(
  field: CallField,
  statements: readonly Statement[],
  rules: FieldRules,
  problems: MetadataProblem[],
): { value: string | number; from: FieldOrigin } | null {
  let chosen: { value: string | number; from: FieldOrigin } | null = null;
  for (const statement of statements) {
    const raw = statement.fields.get(field);
    if (raw === undefined) continue;
    const reading = readCallField(field, raw, rules);
    if (chosen) {
      const isOther = reading.value !== undefined && reading.value !== chosen.value;
      if (isOther)
        problems.push(problem('CONFLICT', field, statement.from, originsDisagree(field, chosen.from)));
      continue;
    }
    if (reading.problem)
      problems.push(problem(reading.problem.code, field, statement.from, reading.problem.message));
    if (reading.value !== undefined) chosen = { value: reading.value, from: statement.from };
  }
  return chosen;
}

/** A call that ends before it starts has no start anybody can trust. */
function checkEnd(
  file: Readonly<Record<string, unknown>>,
  fields: Map<CallField, string | number>,
  from: Partial<Record<CallField, FieldOrigin>>,
  options: DescribeOptions,
  problems: MetadataProblem[],
): void {
  const end = typeof file.endedAt === 'string' ? readWrittenTime(file.endedAt) : null;
  const start = fields.get('startedAt');
  if (!end || typeof start !== 'string') return;
  if (placeTime(end, options.timeZone).epochMs >= Date.parse(start)) return;
  fields.delete('startedAt');
  delete from.startedAt;
  problems.push(problem('END_BEFORE_START', 'startedAt', 'call-file', endsBeforeStart));
}

function readDeclaredMs(file: Readonly<Record<string, unknown>>): number | null {
  const declared = file.durationMs;
  return typeof declared === 'number' && Number.isFinite(declared) && declared > 0 ? declared : null;
}

function badCallFile(reason: string, cause?: unknown): EarmarkError {
  const remedy = 'correct the .call.json beside the recording; README shows its fields';
  return new EarmarkError('E_METADATA', `the call file cannot be used: ${reason}`, { remedy, cause });
}
