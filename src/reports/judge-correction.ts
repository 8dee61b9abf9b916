import { type Interval, Z_95 } from './intervals.ts';
import type { Count } from './shown-rate.ts';

/** Sensitivity plus specificity under which correcting would only multiply noise (statistics.md §4.3). */
const LEAST_CERTAIN = 1.4;

/** How the judge did on labelled calls: those a person marked met, and those a person marked unmet. */
export interface JudgeLabels {
  /** Met by people; `hits` were also met to the judge. */
  readonly met: Count;
  /** Not met by people; `hits` were also not met to the judge. */
  readonly unmet: Count;
}

/** A rate corrected for the judge's measured errors, or the reason why it was not. */
export type CorrectedRate =
  | { readonly rate: number; readonly interval: Interval; readonly refused: null }
  | { readonly rate: null; readonly interval: null; readonly refused: 'no-labels' | 'judge-too-uncertain' };

const refuse = (refused: 'no-labels' | 'judge-too-uncertain'): CorrectedRate => ({
  rate: null,
  interval: null,
  refused,
});

/**
 * The true rate behind a judged one (Rogan and Gladen 1978): θ = (p + sp − 1) ÷ (se + sp − 1), with the 95 % interval of
 * the delta method over all three samples, held to 0–1. Refused without labels of both kinds or when se + sp < 1.4.
 */
export function correctForJudge(judged: Count, labels: JudgeLabels): CorrectedRate {
  if (judged.of === 0 || labels.met.of === 0 || labels.unmet.of === 0) return refuse('no-labels');
  const sensitivity = labels.met.hits / labels.met.of;
  const specificity = labels.unmet.hits / labels.unmet.of;
  if (sensitivity + specificity < LEAST_CERTAIN) return refuse('judge-too-uncertain');
  const { rate, variance } = correctedRate(judged, sensitivity, specificity, labels);
  const half = Z_95 * Math.sqrt(variance);
  const hold = (share: number): number => Math.min(1, Math.max(0, share));
  return { rate: hold(rate), interval: [hold(rate - half), hold(rate + half)], refused: null };
}

function correctedRate(judged: Count, sensitivity: number, specificity: number, labels: JudgeLabels) {
  const p = judged.hits / judged.of;
  const span = sensitivity + specificity - 1;
  const rate = (p + specificity - 1) / span;
  const spread = (share: number, of: number): number => (share * (1 - share)) / of;
  const variance =
    (spread(p, judged.of) +
      rate ** 2 * spread(sensitivity, labels.met.of) +
      (1 - rate) ** 2 * spread(specificity, labels.unmet.of)) /
    span ** 2;
  return { rate, variance };
}

/** What a judge with this sensitivity and specificity shows of a true rate. */
export function shownByJudge(rate: number, sensitivity: number, specificity: number): number {
  return rate * sensitivity + (1 - rate) * (1 - specificity);
}
