import { allMatches } from './all-matches.ts';

/** What kind of fact was said. */
export type FactType =
  | 'number'
  | 'amount'
  | 'percent'
  | 'date'
  | 'time'
  | 'phone'
  | 'code'
  | 'name'
  | 'address'
  | 'quantity'
  | 'email'
  | 'spelling';

/**
 * A fact said in a text, at its place. `value` is normalised so that two ways of saying one fact compare equal:
 * decimal text for numbers, `y=2026;m=3;d=5;w=3;wk=1;rel=1` (known fields only, of a date),
 * `h=15;min=30;half=pm` (of a time), digits for telephone numbers, the character or letters that a `spelling` spells,
 * lower case for the rest.
 */
export interface Fact {
  readonly type: FactType;
  readonly raw: string;
  readonly from: number;
  readonly to: number;
  readonly value: string;
  /** Currency or counted thing, where it was said. */
  readonly unit?: string;
  /** Days a date can mean, counted from the day of the call; absent where that day is unknown or the date too vague. */
  readonly days?: readonly number[];
}

/** Writes known fields in a fixed order as `name=value;…`. */
export function writeFields(fields: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

const readBefore = new Map<string, ReadonlyMap<string, string>>();
const KEPT_FIELDS = 2000;

/** Reads what `writeFields` wrote. */
export function readFields(value: string): ReadonlyMap<string, string> {
  const known = readBefore.get(value);
  if (known !== undefined) return known;
  const fields = new Map(value.split(';').map((field) => field.split('=') as [string, string]));
  if (readBefore.size >= KEPT_FIELDS) readBefore.clear();
  readBefore.set(value, fields);
  return fields;
}

/** Matches of a costly pattern, tried only where its cheap `hint` occurs. */
export function matches(text: string, pattern: RegExp, hint: RegExp): Iterable<RegExpExecArray> {
  return hint.test(text) ? allMatches(text, pattern) : [];
}
