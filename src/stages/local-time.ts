/** A date and time as written, before its place on the time line is known. */
export interface WrittenTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC, or null where none was written. */
  readonly offsetMinutes: number | null;
}

/** A point in time with its offset, and what was doubtful about it. */
export interface PlacedTime {
  /** ISO 8601 with an offset, to the second. */
  readonly iso: string;
  readonly epochMs: number;
  /** `ambiguous`: the clock showed it twice, the first is taken · `skipped`: the clock never showed it. */
  readonly doubt: 'none' | 'zone-assumed' | 'ambiguous' | 'skipped';
}

const WRITTEN =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads `2026-03-02T09:14:05+08:00` and its usual forms (space, slashes, no seconds, no zone); null for anything else. */
export function readWrittenTime(text: string): WrittenTime | null {
  const match = WRITTEN.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, offset] = match;
  const written = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second ?? 0),
    offsetMinutes: offset === undefined ? null : readOffset(offset),
  };
  return isOnCalendar(written) ? written : null;
}

/** Places a written time: by its own offset, else by the zone's rules at that time. Throws RangeError for an unknown zone. */
export function placeTime(written: WrittenTime, zone: string): PlacedTime {
  const { year, month, day, hour, minute, second, offsetMinutes } = written;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  if (offsetMinutes !== null) return placed(asUtc, offsetMinutes, 'none');
  const dayMs = 86_400_000;
  const offsets = [...new Set([asUtc - dayMs, asUtc, asUtc + dayMs].map((at) => offsetAt(at, zone)))];
  const fitting = offsets.filter((offset) => offsetAt(asUtc - offset * 60_000, zone) === offset);
  if (fitting.length === 0) return placed(asUtc, Math.min(...offsets), 'skipped');
  return placed(asUtc, Math.max(...fitting), fitting.length > 1 ? 'ambiguous' : 'zone-assumed');
}

function placed(asUtc: number, offsetMinutes: number, doubt: PlacedTime['doubt']): PlacedTime {
  const local = new Date(asUtc).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  const iso = `${local}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`;
  return { iso, epochMs: asUtc - offsetMinutes * 60_000, doubt };
}

/** Minutes the zone's clock is ahead of UTC at that time. */
function offsetAt(epochMs: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const parts = format.formatToParts(epochMs);
  const part = (type: string) => Number(parts.find((candidate) => candidate.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((shown - Math.floor(epochMs / 60_000) * 60_000) / 60_000);
}

function readOffset(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return text.startsWith('-') ? -minutes : minutes;
}

function isOnCalendar(written: WrittenTime): boolean {
  const { year, month, day, hour, minute, second, offsetMinutes } = written;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && hour < 24 && minute < 60 && second < 60 && Math.abs(offsetMinutes ?? 0) <= 14 * 60;
}
