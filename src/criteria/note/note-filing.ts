import type { Note } from '../../domain/note.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { Decision } from '../../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from '../decide.ts';
import { mention } from './note-mention.ts';
import { noteReasons as reasons } from './note-reasons.ts';

/** The calendar day of a moment in a zone, `YYYY-MM-DD`; null when it is no moment or no zone. */
function dayIn(moment: string, timeZone: string): string | null {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return null;
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date);
  } catch {
    return null;
  }
}

/** Whether the note was written on the day of the call, in the company's zone. */
export function judgeFiling({ call, company }: ScoringInput, { writtenAt }: Note): Decision {
  if (call.startedAt === undefined || writtenAt === undefined) {
    return notAssessable(writtenAt === undefined ? reasons.noWrittenAt : reasons.noStartedAt);
  }
  const hasZone = /(?:z|[+-]\d{2}:?\d{2})$/i.test(writtenAt);
  const written = hasZone
    ? dayIn(writtenAt, company.timeZone)
    : (/^\d{4}-\d{2}-\d{2}/.exec(writtenAt)?.[0] ?? null);
  const called = dayIn(call.startedAt, company.timeZone);
  if (!written || !called) return notAssessable(reasons.noWrittenAt);
  const findings = { evidence: [mention('writtenAt', writtenAt)] };
  return written <= called ? met(reasons.sameDay, findings) : unmet(reasons.laterDay, findings);
}

/** Whether the note is brief: at most `longest` characters, partly up to twice that. */
export function judgeLength(note: Note, criterion: Criterion<unknown>, longest: number): Decision {
  const { length } = note.text;
  const findings = { evidence: [mention('characters', `${length}`)] };
  if (length <= longest) return met(reasons.brief, findings);
  return length <= 2 * longest
    ? partly(criterion, reasons.tooLong, findings)
    : unmet(reasons.tooLong, findings);
}
