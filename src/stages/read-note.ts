import { intentSchema, NOTE_LIMIT, type Note, noteSchema } from '../domain/note.ts';
import { cleanText, decodeText, isJsonObject, readOutsideJson } from '../domain/outside-text.ts';
import type { RecordingSource } from '../domain/ports.ts';
import type { RecordingRef } from '../domain/recording.ts';
import { EarmarkError } from '../errors.ts';

/** A note and how many of its characters could not be stored and were replaced. */
export interface NoteReading {
  readonly note: Note;
  readonly replaced: number;
}

/** Ends of a note's name, in the order they are looked for. */
export const noteSuffixes = ['.note.json', '.note.txt', '.note.md'] as const;
/** Room for a note of the longest text in any encoding; what is larger cannot be one. */
const NOTE_LIMIT_BYTES = 8 * NOTE_LIMIT;

/** The note beside a recording, or null when none was filed. Fails with `E_NOTE`; a note is never cut. */
export async function readNote(source: RecordingSource, ref: RecordingRef): Promise<NoteReading | null> {
  for (const suffix of noteSuffixes) {
    const bytes = await readNoteFile(source, ref, suffix);
    if (bytes) return parseNote(bytes, suffix === '.note.json' ? 'json' : 'text');
  }
  return null;
}

/** A note from its bytes, as filed beside a recording or sent through the API. Fails with `E_NOTE`. */
export function parseNote(bytes: Uint8Array, kind: 'json' | 'text'): NoteReading {
  if (bytes.length > NOTE_LIMIT_BYTES) throw tooLong();
  return kind === 'json' ? parseJsonNote(bytes) : parseTextNote(bytes);
}

function parseTextNote(bytes: Uint8Array): NoteReading {
  const decoded = decodeText(bytes);
  if (!decoded) throw badNote('it is not text', 'save it as UTF-8');
  const clean = cleanText(decoded.text.replaceAll('\r\n', '\n').trim());
  return { note: checkNote({ version: 1, text: clean.text }), replaced: clean.replaced };
}

function parseJsonNote(bytes: Uint8Array): NoteReading {
  const read = readOutsideJson(bytes);
  if (!read.ok) throw badNote(read.reason, 'correct the .note.json');
  if (!isJsonObject(read.value))
    throw badNote('it is not a JSON object', 'write {"version": 1, "text": "…"}');
  const { fields, ...rest } = read.value;
  const note = isJsonObject(fields) ? { ...rest, fields: readFields(fields) } : rest;
  return { note: checkNote(note), replaced: read.replaced };
}

/** Systems write a percentage as "80", "80%" or a number in a text field; people read them alike. */
function readFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== ''),
  );
  for (const name of ['time', 'person', 'outcome']) {
    if (typeof read[name] === 'number') read[name] = String(read[name]);
  }
  const intent = read.intent;
  const percent = typeof intent === 'string' ? /^(\d{1,3})\s*[%％]?$/.exec(intent.trim())?.[1] : undefined;
  return percent === undefined ? read : { ...read, intent: Number(percent) };
}

function checkNote(note: unknown): Note {
  const parsed = noteSchema.safeParse(note);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => issue.path.join('.') || 'the note');
    if (parsed.error.issues.some((issue) => issue.code === 'too_big' && issue.path[0] === 'text'))
      throw tooLong();
    const words = intentSchema.options[0].options.join(', ');
    throw badNote(
      `${places.join(', ')} not as expected`,
      `see the note's format in README; intent is ${words} or 0–100`,
    );
  }
  if (JSON.stringify(parsed.data).length > 2 * NOTE_LIMIT) throw tooLong();
  return parsed.data;
}

async function readNoteFile(
  source: RecordingSource,
  ref: RecordingRef,
  suffix: string,
): Promise<Buffer | null> {
  try {
    return await source.readBeside(ref, suffix, NOTE_LIMIT_BYTES);
  } catch (error) {
    if (!(error instanceof EarmarkError) || error.code !== 'E_MEDIA_LIMIT') throw error;
    throw tooLong(error);
  }
}

function tooLong(cause?: unknown): EarmarkError {
  const message = `the note is longer than ${NOTE_LIMIT} characters`;
  return new EarmarkError('E_NOTE', message, { remedy: 'shorten it; a note is never cut silently', cause });
}

function badNote(reason: string, remedy: string): EarmarkError {
  return new EarmarkError('E_NOTE', `the note cannot be used: ${reason}`, { remedy });
}
