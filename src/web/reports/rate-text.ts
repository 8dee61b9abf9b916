import type { Formats } from '../text/formats.ts';
import type { ReportTexts } from './english-reports.ts';

interface Shown {
  readonly hits: number;
  readonly of: number;
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
}

/** A rate as text: a percentage, or "k of n" where there are too few calls for one. */
export function rateText(shown: Shown, texts: ReportTexts, formats: Formats): string {
  return shown.rate === null ? texts.kOfN(shown.hits, shown.of) : formats.percent(shown.rate);
}

/** Two bounds as text; empty where there are none. */
export function intervalText(
  interval: readonly [number, number] | null,
  texts: ReportTexts,
  formats: Formats,
): string {
  return interval === null ? '' : texts.interval(formats.percent(interval[0]), formats.percent(interval[1]));
}
