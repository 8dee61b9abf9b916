import type { Company } from '../domain/company.ts';

/** A moment as people at the company read it off the wall. */
export interface LocalTime {
  /** ISO date, `2026-03-02`. */
  readonly date: string;
  /** Clock, `09:14`. */
  readonly clock: string;
  /** ISO weekday, 1 = Monday. */
  readonly weekday: number;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

/** `iso` in the zone given (IANA name), or null when either is not readable. */
export function localTime(iso: string, timeZone: string): LocalTime | null {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return null;
  const format = formats.get(timeZone) ?? createFormat(timeZone);
  if (format === null) return null;
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    clock: `${parts.hour}:${parts.minute}`,
    weekday: weekdays.indexOf(parts.weekday ?? '') + 1,
  };
}

function createFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
      hourCycle: 'h23',
    });
  } catch {
    return null;
  }
}

/** True when a clock lies in one of the stretches; the end is outside. A stretch may run over midnight. */
export function liesIn(clock: string, stretches: readonly (readonly [string, string])[]): boolean {
  return stretches.some(([from, to]) =>
    from <= to ? clock >= from && clock < to : clock >= from || clock < to,
  );
}

/** True on a day the company works. */
export function isWorkingDay(time: LocalTime, calendar: Company['calendar']): boolean {
  return calendar.workingDays.includes(time.weekday) && !calendar.holidays.includes(time.date);
}
