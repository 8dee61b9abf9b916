import { parse } from 'csv-parse/sync';
import { cleanText, decodeText } from '../domain/outside-text.ts';
import type { RecordingSource } from '../domain/ports.ts';
import { EarmarkError, type Problem } from '../errors.ts';
import { type CallField, callFields } from './call-fields.ts';

/** The manifest of a source: which rows speak about which recording. */
export interface CallManifest {
  /** Rows by recording key, each with its filled-in columns. */
  readonly rows: ReadonlyMap<string, readonly ReadonlyMap<CallField, string>[]>;
  /** Columns nobody reads, for a warning. */
  readonly unknownColumns: readonly string[];
  /** `utf-8`, `utf-16le` or `gb18030`. */
  readonly encoding: string;
  /** Characters replaced because they cannot be stored. */
  readonly replaced: number;
}

/** Where a source keeps its manifest. */
export const MANIFEST_KEY = 'manifest.csv';
const MANIFEST_LIMIT_BYTES = 64 * 1024 * 1024;

/** The `manifest.csv` of a source, or null when it has none. Fails with `E_METADATA` on a file that is no manifest. */
export async function readManifest(source: RecordingSource): Promise<CallManifest | null> {
  const bytes = await source.readFile(MANIFEST_KEY, MANIFEST_LIMIT_BYTES);
  return bytes ? parseManifest(bytes) : null;
}

/** A CSV manifest: a `file` column with the recording's key, and the call file's dotted names as columns. */
export function parseManifest(bytes: Uint8Array): CallManifest {
  const decoded = decodeText(bytes);
  if (!decoded) throw badManifest('it is neither UTF-8 nor GB 18030', 'save it as CSV UTF-8');
  const clean = cleanText(decoded.text);
  const records = readRecords(clean.text);
  const header = (records.shift() ?? []).map((name) => name.trim());
  const repeated = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (repeated !== undefined) throw badManifest(`column ${repeated} comes twice`, 'keep one of them', 1);
  const fileColumn = header.indexOf('file');
  if (fileColumn < 0)
    throw badManifest('it has no column "file"', 'name the recordings in a column "file"', 1);
  const rows = new Map<string, ReadonlyMap<CallField, string>[]>();
  for (const record of records) {
    const file = record[fileColumn]?.trim() ?? '';
    const row = readRow(header, record);
    if (file !== '') rows.set(file, [...(rows.get(file) ?? []), row]);
  }
  const known: readonly string[] = callFields;
  const unknownColumns = header.filter((name) => name !== '' && name !== 'file' && !known.includes(name));
  return { rows, unknownColumns, encoding: decoded.encoding, replaced: clean.replaced };
}

function readRecords(text: string): string[][] {
  // Excel writes semicolons where the comma is the decimal mark.
  const firstLine = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const delimiter = [',', ';', '\t'].reduce((best, mark) =>
    firstLine.split(mark).length > firstLine.split(best).length ? mark : best,
  );
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, delimiter });
  } catch (error) {
    const hasLine = error instanceof Error && 'lines' in error && typeof error.lines === 'number';
    const line = hasLine ? Number(error.lines) : undefined;
    throw badManifest('it is not CSV', 'look for a quotation mark that is not closed', line);
  }
}

function readRow(header: readonly string[], record: readonly string[]): Map<CallField, string> {
  const row = new Map<CallField, string>();
  for (const field of callFields) {
    const column = header.indexOf(field);
    const value = column < 0 ? '' : (record[column]?.trim() ?? '');
    if (value !== '') row.set(field, value);
  }
  return row;
}

function badManifest(message: string, remedy: string, line?: number): EarmarkError {
  const problem: Problem = { file: MANIFEST_KEY, message, remedy, ...(line === undefined ? {} : { line }) };
  return new EarmarkError('E_METADATA', `${MANIFEST_KEY} cannot be read: ${message}`, {
    remedy,
    problems: [problem],
  });
}
