import { type Fact, readFields } from './fact.ts';

const DAY_MS = 86_400_000;
const WEEK = 7;

/** The day of the call, as counted from it. */
interface CallDay {
  readonly date: Date;
  /** ISO weekday, 1 = Monday. */
  readonly weekday: number;
}

function callDay(iso: string): CallDay | null {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : { date, weekday: ((date.getUTCDay() + 6) % WEEK) + 1 };
}

const span = (from: number, count: number): number[] => Array.from({ length: count }, (_, at) => from + at);

/** Days from the call to a date of the calendar; null for one that does not exist (30 February). */
function daysTo({ date }: CallDay, year: number, month: number, day: number): number | null {
  const then = new Date(Date.UTC(year, month - 1, day));
  return then.getUTCDate() === day ? Math.round((then.getTime() - date.getTime()) / DAY_MS) : null;
}

/** The named weekday of this week (0), the last (-1) or the next (1); English speakers also mean the nearest one. */
function weekdays(today: CallDay, weekday: number, week: number | null, isChinese: boolean): number[] {
  const ofWeek = weekday - today.weekday;
  const nearest = (ofWeek + WEEK) % WEEK;
  if (week === null) return [nearest, nearest + WEEK];
  const exact = ofWeek + week * WEEK;
  if (isChinese) return [exact];
  if (week < 0) return [exact, nearest - WEEK];
  return [exact, week > 0 && nearest === 0 ? WEEK : nearest];
}

function monthDays(today: CallDay, shift: number): number[] {
  const [year, month] = [today.date.getUTCFullYear(), today.date.getUTCMonth()];
  const first = (Date.UTC(year, month + shift, 1) - today.date.getTime()) / DAY_MS;
  const after = (Date.UTC(year, month + shift + 1, 1) - today.date.getTime()) / DAY_MS;
  return span(first, after - first);
}

function namedDays(today: CallDay, name: string): number[] | null {
  const monday = 1 - today.weekday;
  if (name === 'this week') return span(monday - 1, WEEK + 1);
  if (name === 'next week') return span(monday + WEEK - 1, WEEK + 1);
  if (name === 'this weekend') return [monday + 5, monday + 6];
  if (name === 'next weekend') return [monday + 5, monday + 6, monday + 12, monday + 13];
  if (name === 'this month') return monthDays(today, 0);
  return name === 'next month' ? monthDays(today, 1) : null;
}

/** A day of the calendar of which year or month may be left open: last, this and next are tried. */
function calendarDays(
  today: CallDay,
  year: number | null,
  month: number | null,
  day: number | null,
): number[] | null {
  const [thisYear, thisMonth] = [today.date.getUTCFullYear(), today.date.getUTCMonth() + 1];
  if (day === null) {
    if (month === null || year !== null) return null;
    return [-12, 0, 12].flatMap((shift) => monthDays(today, month - thisMonth + shift));
  }
  const choices =
    month === null
      ? [-1, 0, 1].map((shift) => {
          const first = new Date(Date.UTC(thisYear, thisMonth - 1 + shift, 1));
          return daysTo(today, first.getUTCFullYear(), first.getUTCMonth() + 1, day);
        })
      : (year === null ? [thisYear - 1, thisYear, thisYear + 1] : [year]).map((one) =>
          daysTo(today, one, month, day),
        );
  return choices.filter((choice) => choice !== null);
}

/**
 * The days a spoken date can mean, counted from the day of the call (0, given as `YYYY-MM-DD`); null where it is
 * too vague to tell. 下周二 is the Tuesday of the week that begins on the coming Monday; "next Tuesday" is that
 * one or the nearest.
 */
export function daysMeant({ value, raw }: Fact, callDate: string): readonly number[] | null {
  const today = callDay(callDate);
  if (today === null) return null;
  const fields = readFields(value);
  const number = (name: string): number | null => {
    const text = fields.get(name);
    return text !== undefined && /^-?[0-9]+$/.test(text) ? Number(text) : null;
  };
  const [relative, weekday, week] = [number('rel'), number('w'), number('wk')];
  if (relative !== null) return [relative];
  const isChinese = /[\u4e00-\u9fff]/u.test(raw);
  if (weekday !== null) return weekdays(today, weekday, week, isChinese);
  if (fields.get('w') === 'end') return [6, 7].flatMap((one) => weekdays(today, one, week, isChinese));
  const name = fields.get('rel');
  return name === undefined
    ? calendarDays(today, number('y'), number('m'), number('d'))
    : namedDays(today, name);
}
