import { readFields } from '../text/fact.ts';

const DAY_MS = 86_400_000;

/** A spoken or written date against the day of the call: the calendar date where it is certain, else the weekday. */
export interface ResolvedDate {
  /** `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  /** ISO weekday 1–7, or null. */
  readonly weekday: number | null;
}

const isoWeekday = (date: Date): number => ((date.getUTCDay() + 6) % 7) + 1;

function ofDate(date: Date): ResolvedDate {
  return { date: date.toISOString().slice(0, 10), weekday: isoWeekday(date) };
}

/** What a date's fields (`y=…;m=…;d=…;w=…;wk=…;rel=…`) mean on the day `startedAt` names; null when they are too vague. */
export function resolveDate(value: string, startedAt: string): ResolvedDate | null {
  const fields = readFields(value);
  const start = new Date(`${startedAt.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(start.getTime())) return null;
  const number = (name: string): number | null => {
    const text = fields.get(name);
    return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : null;
  };
  const [month, day, weekday, week] = [number('m'), number('d'), number('w'), number('wk')];
  const days = number('rel');
  if (days !== null) return ofDate(new Date(start.getTime() + days * DAY_MS));
  if (day !== null) return nearestDate(start, number('y'), month, day);
  if (weekday === null) return null;
  if (week === null) return { date: null, weekday };
  const monday = start.getTime() - (isoWeekday(start) - 1) * DAY_MS;
  return ofDate(new Date(monday + (week * 7 + weekday - 1) * DAY_MS));
}

/** The date with that month and day nearest to the call: this year or the next, this month or the next. */
function nearestDate(start: Date, year: number | null, month: number | null, day: number): ResolvedDate {
  const [y, m] = [start.getUTCFullYear(), start.getUTCMonth() + 1];
  const choices: Date[] = [];
  if (year !== null) choices.push(new Date(Date.UTC(year, (month ?? m) - 1, day)));
  else if (month !== null) {
    for (const near of [y - 1, y, y + 1]) choices.push(new Date(Date.UTC(near, month - 1, day)));
  } else {
    for (const near of [m - 1, m]) choices.push(new Date(Date.UTC(y, near, day)));
    const ahead = choices.filter((choice) => choice >= start);
    return ofDate(ahead[0] ?? choices[0] ?? start);
  }
  const distance = (date: Date): number => Math.abs(date.getTime() - start.getTime());
  return ofDate(
    choices.reduce((nearest, choice) => (distance(choice) < distance(nearest) ? choice : nearest)),
  );
}
