import { type Interval, wilson, Z_95 } from './intervals.ts';

/** How often two raters agree and differ on a yes-or-no question; `found` is the product, `labelled` the truth. */
export interface TwoByTwo {
  /** Found and labelled. */
  readonly truePositives: number;
  /** Found, not labelled. */
  readonly falsePositives: number;
  /** Labelled, not found. */
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/** A measure with its 95 % interval; null where it has no meaning (nothing found, nothing labelled). */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/** Agreement of two raters, all of it together: no figure of these tells enough alone. */
export interface Agreement {
  readonly counts: TwoByTwo;
  /** Share of what was found that is right; Wilson interval. */
  readonly precision: Estimate | null;
  /** Share of what there is that was found; Wilson interval. */
  readonly recall: Estimate | null;
  /** Harmonic mean of both, 0–1; null where nothing is found nor labelled. */
  readonly f1: number | null;
  /** Share of calls both say the same of; Wilson interval. */
  readonly agreement: Estimate | null;
  /** Cohen 1960, interval by Fleiss, Cohen and Everitt 1969; null where chance alone agrees fully. */
  readonly kappa: Estimate | null;
  /** Gwet 2008, which does not collapse where one answer is rare; null without calls. */
  readonly ac1: number | null;
}

/** Precision, recall, F1, agreement, κ and AC1 of a 2×2 table. */
export function agreementOf(counts: TwoByTwo): Agreement {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts;
  const all = truePositives + falsePositives + falseNegatives + trueNegatives;
  const touched = 2 * truePositives + falsePositives + falseNegatives;
  return {
    counts,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1: touched === 0 ? null : (2 * truePositives) / touched,
    agreement: share(truePositives + trueNegatives, all),
    kappa: kappaOf(counts),
    ac1: ac1Of(counts),
  };
}

function share(hits: number, of: number): Estimate | null {
  return of === 0 ? null : { value: hits / of, interval: wilson(hits, of) };
}

/** Both margins of the table as shares: how often each rater says yes. */
function margins({ truePositives, falsePositives, falseNegatives, trueNegatives }: TwoByTwo) {
  const all = truePositives + falsePositives + falseNegatives + trueNegatives;
  return {
    all,
    found: (truePositives + falsePositives) / all,
    labelled: (truePositives + falseNegatives) / all,
    observed: (truePositives + trueNegatives) / all,
  };
}

function kappaOf(counts: TwoByTwo): Estimate | null {
  const { all, found, labelled, observed } = margins(counts);
  if (all === 0) return null;
  const expected = found * labelled + (1 - found) * (1 - labelled);
  if (expected === 1) return null;
  const kappa = (observed - expected) / (1 - expected);
  const cells = [
    { share: counts.truePositives / all, same: true, sum: found + labelled },
    { share: counts.trueNegatives / all, same: true, sum: 2 - found - labelled },
    { share: counts.falsePositives / all, same: false, sum: 1 + labelled - found },
    { share: counts.falseNegatives / all, same: false, sum: 1 + found - labelled },
  ];
  const spread = cells.reduce(
    (total, cell) =>
      total + cell.share * (cell.same ? (1 - cell.sum * (1 - kappa)) ** 2 : (1 - kappa) ** 2 * cell.sum ** 2),
    -((kappa - expected * (1 - kappa)) ** 2),
  );
  const half = (Z_95 * Math.sqrt(Math.max(0, spread) / all)) / (1 - expected);
  return { value: kappa, interval: [Math.max(-1, kappa - half), Math.min(1, kappa + half)] };
}

function ac1Of(counts: TwoByTwo): number | null {
  const { all, found, labelled, observed } = margins(counts);
  if (all === 0) return null;
  const yes = (found + labelled) / 2;
  const expected = 2 * yes * (1 - yes);
  return (observed - expected) / (1 - expected);
}
