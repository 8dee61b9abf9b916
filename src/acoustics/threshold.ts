/** One number the acoustics room decides by: default, sensible range, unit, what it does and where it comes from. */
export interface Threshold {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
}

/** A threshold from its default, the range a standard may set, unit, meaning and source. */
export function threshold(
  value: number,
  range: readonly [number, number],
  unit: string,
  meaning: string,
  source: string,
): Threshold {
  return { value, min: range[0], max: range[1], unit, meaning, source };
}

/** Source of a value found by trying values on the benchmark's development seeds. */
export const tuned = 'tuned on the development seeds';
/** Source of a value taken from an earlier prototype. */
export const prototype = 'an earlier prototype, checked on the development seeds';
/** Source of a value from the distribution of overlaps at ordinary turn ends. */
export const naturalTail =
  'Levinson & Torreira 2015: about 1 % of overlaps at ordinary turn ends last longer (log-normal, median 205, mean 275 ms)';
