import { resolveDate } from '../criteria/note/note-dates.ts';
import { readNoteFields } from '../criteria/note/note-fields.ts';
import { extractFacts } from '../criteria/text/facts.ts';
import type { CallMetadata } from '../domain/call.ts';
import type { NotedFacts } from '../domain/call-record.ts';
import type { Note } from '../domain/note.ts';

const DAY_MS = 86_400_000;
/** Days after which an interested customer is due where the note names no day. */
const DEFAULT_DUE_DAYS = 7;
/** A date further on than this is not the day of the next contact. */
const MAX_DUE_DAYS = 120;
/** Longest outcome kept; a longer one is prose, and the note itself holds it. */
const OUTCOME_LIMIT = 120;

/** What reports ask of a note: outcome, intent, and the day the next contact is due. Null without a note. */
export function notedFacts(note: Note | null, call: CallMetadata): NotedFacts | null {
  if (note === null) return null;
  const { fields, intent } = readNoteFields(note);
  const day = call.startedAt?.slice(0, 10) ?? null;
  const stated = day === null ? null : nextDay(`${fields.outcome?.value ?? ''}\n${note.text}`, day);
  const isInterested = intent?.class === 'interested';
  const fallback = isInterested && day !== null ? addDays(day, DEFAULT_DUE_DAYS) : null;
  return {
    outcome: fields.outcome?.value.slice(0, OUTCOME_LIMIT) ?? null,
    intent: intent?.class ?? null,
    intentPercent: intent?.percent ?? null,
    due: stated ?? fallback,
    isDueStated: stated !== null,
  };
}

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The first day a text names after the day of the call. */
function nextDay(text: string, day: string): string | null {
  const days = extractFacts(text, 'zh')
    .filter(({ type }) => type === 'date')
    .flatMap(({ value }) => {
      const resolved = resolveDate(value, day);
      if (resolved === null) return [];
      return [resolved.date ?? nextWeekday(day, resolved.weekday ?? 1)];
    });
  return days.filter((one) => one > day && one <= addDays(day, MAX_DUE_DAYS)).sort()[0] ?? null;
}

function nextWeekday(day: string, weekday: number): string {
  const today = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, ((weekday - 1 - today + 6) % 7) + 1);
}
