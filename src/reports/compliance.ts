import type { LeftOut, OutcomeCounts } from '../domain/report-ports.ts';
import { type ChartSignal, readChart } from './control-chart.ts';
import type { Interval } from './intervals.ts';
import { type CorrectedRate, correctForJudge, type JudgeLabels } from './judge-correction.ts';
import { smallestSeenFall } from './sample-size.ts';
import { type Count, pool, type ShownRate, showRate } from './shown-rate.ts';

/** Counts of one period under one version of standard and engines. */
export interface PeriodCounts extends OutcomeCounts {
  readonly period: string;
  readonly version: string;
  readonly engine: string;
}

/** One point of a trend. */
export interface CompliancePoint extends ShownRate, Omit<OutcomeCounts, never> {
  readonly period: string;
  /** Which segment it belongs to; lines join points of one segment only. */
  readonly segment: number;
  /** Limits of the control chart at this point; null while there are none. */
  readonly limits: Interval | null;
  readonly signals: readonly ChartSignal['rule'][];
}

/** A run of points under one version: figures across a border of segments do not compare. */
export interface ComplianceSegment {
  readonly version: string;
  readonly engine: string;
  readonly from: string;
  readonly to: string;
  readonly chart: 'p' | 'p-prime' | null;
  readonly mean: number | null;
  readonly sigmaZ: number | null;
  /** Why there are no limits: fewer than 12 points of 20 calls, or every call came out alike. */
  readonly lacking: 'points' | 'spread' | null;
  /** The rate over the segment, corrected for measured errors of the judge where labels allow. */
  readonly corrected: CorrectedRate;
}

/** A criterion's compliance over time. */
export interface Compliance {
  readonly points: readonly CompliancePoint[];
  readonly segments: readonly ComplianceSegment[];
  readonly total: ShownRate;
  readonly counts: OutcomeCounts;
  readonly leftOut: readonly LeftOut[];
  /** Smallest fall between two periods with as many calls as the middle one that would show; null where none would. */
  readonly smallestSeenFall: number | null;
}

/** Of the calls that could be decided, those that met the criterion: partly met is not met. */
export function countOf({ met, partly, unmet }: OutcomeCounts): Count {
  return { hits: met, of: met + partly + unmet };
}

const noLabels: JudgeLabels = { met: { hits: 0, of: 0 }, unmet: { hits: 0, of: 0 } };

/** Adds outcome counts up. */
export function addOutcomes(rows: readonly OutcomeCounts[]): OutcomeCounts {
  const none = { met: 0, partly: 0, unmet: 0, notApplicable: 0, notAssessable: 0, setAside: 0 };
  return rows.reduce(
    (sum, row) => ({
      met: sum.met + row.met,
      partly: sum.partly + row.partly,
      unmet: sum.unmet + row.unmet,
      notApplicable: sum.notApplicable + row.notApplicable,
      notAssessable: sum.notAssessable + row.notAssessable,
      setAside: sum.setAside + row.setAside,
    }),
    none,
  );
}

/** Makes the trend of counts in order of period: a new segment wherever standard, transcriber or judge changed. */
export function readCompliance(
  rows: readonly PeriodCounts[],
  leftOut: readonly LeftOut[],
  labels: JudgeLabels = noLabels,
): Compliance {
  const groups = [...Map.groupBy(rows, ({ version, engine }) => JSON.stringify([version, engine])).values()];
  const drawn = groups.map((group, index) => drawSegment(group, index, labels));
  const points = drawn.flatMap((one) => one.points);
  const counts = addOutcomes(rows);
  const middle = points.map(({ of }) => of).sort((x, y) => x - y)[Math.floor(points.length / 2)] ?? 0;
  const total = showRate(pool(rows.map(countOf)));
  return {
    points,
    segments: drawn.map((one) => one.segment),
    total,
    counts,
    leftOut,
    smallestSeenFall: total.rate === null || middle === 0 ? null : smallestSeenFall(total.rate, middle),
  };
}

function drawSegment(rows: readonly PeriodCounts[], segment: number, labels: JudgeLabels) {
  const counts = rows.map(countOf);
  const chart = readChart(counts);
  const points = rows.map((row, index): CompliancePoint => {
    const place = chart.used.indexOf(index);
    const { period, met, partly, unmet, notApplicable, notAssessable, setAside } = row;
    return {
      ...{ period, segment, met, partly, unmet, notApplicable, notAssessable, setAside },
      ...showRate(countOf(row)),
      limits: place < 0 ? null : (chart.limits?.limits[place] ?? null),
      signals:
        chart.limits === null
          ? []
          : [...new Set(chart.signals.filter((one) => one.points.includes(place)).map(({ rule }) => rule))],
    };
  });
  const [first, last] = [rows[0], rows.at(-1)];
  const described: ComplianceSegment = {
    version: first?.version ?? '',
    engine: first?.engine ?? '',
    from: first?.period ?? '',
    to: last?.period ?? '',
    chart: chart.limits?.kind ?? null,
    mean: chart.limits?.mean ?? null,
    sigmaZ: chart.limits?.sigmaZ ?? null,
    lacking: chart.limits === null ? chart.lacking : null,
    corrected: correctForJudge(pool(counts), labels),
  };
  return { points, segment: described };
}
