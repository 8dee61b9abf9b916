import type { NoteRequest } from '../../api/contract.ts';
import type { Note } from '../../domain/note.ts';

/** The fields every note form offers; others are kept as they came. */
export const noteFieldNames = ['time', 'person', 'outcome', 'intent'] as const;
export type NoteFieldName = (typeof noteFieldNames)[number];

/** A note while it is being written: all text. */
export type NoteDraft = { text: string } & Record<NoteFieldName, string>;

/** The draft that stands for a filed note, or an empty one. */
export function draftOf(note: Note | null): NoteDraft {
  const { time = '', person = '', outcome = '', intent = '' } = note?.fields ?? {};
  return { text: note?.text ?? '', time, person, outcome, intent: String(intent) };
}

/** Reads an intent as people write it: one of the two words, or 0–100 with or without a percent sign. */
export function readIntent(written: string): NonNullable<Note['fields']['intent']> | null | undefined {
  const text = written.trim().toLowerCase();
  if (text === '') return undefined;
  if (text === 'interested' || text === 'not-interested') return text;
  const match = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text);
  const percent = match ? Number(match[1]) : Number.NaN;
  return percent >= 0 && percent <= 100 ? percent : null;
}

/** The request that files a draft, keeping fields of the note before that the form does not show. */
export function noteOf(draft: NoteDraft, before: Note | null): NoteRequest {
  const fields: NonNullable<NoteRequest['fields']> = { ...before?.fields };
  for (const name of ['time', 'person', 'outcome'] as const) {
    const value = draft[name].trim();
    if (value === '') delete fields[name];
    else fields[name] = value;
  }
  const intent = readIntent(draft.intent);
  if (intent === null || intent === undefined) delete fields.intent;
  else fields.intent = intent;
  return { version: 1, text: draft.text.trim(), fields, writtenAt: new Date().toISOString() };
}

/** Reads an uploaded note file, JSON or plain text; null when it is neither. */
export function parseNoteFile(name: string, content: string): NoteRequest | null {
  if (!name.toLowerCase().endsWith('.json'))
    return content.includes('\u0000') ? null : { version: 1, text: content.trim() };
  try {
    const parsed: unknown = JSON.parse(content);
    const isNote = typeof parsed === 'object' && parsed !== null && ('text' in parsed || 'fields' in parsed);
    return isNote ? (parsed as NoteRequest) : null;
  } catch {
    return null; // not JSON: the reader is told so
  }
}
