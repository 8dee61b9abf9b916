import type { OutcomeCounts } from '../domain/report-ports.ts';
import { countOf } from './compliance.ts';
import { type Dispersion, type FunnelLimits, funnelLimits, funnelTail, measureDispersion } from './funnel.ts';
import type { Interval } from './intervals.ts';
import { screenTests } from './many-tests.ts';
import { pool, type ShownRate, showRate } from './shown-rate.ts';
import { fitSpread, reliability, type Spread, shrink } from './shrinkage.ts';

/** One agent of a funnel; there is no rank, and under 30 calls no percentage. */
export interface FunnelAgent extends ShownRate {
  readonly agent: string;
  /** Beyond what chance explains, after allowing for how many agents were looked at (false discoveries ≤ 10 %). */
  readonly isUnusual: boolean;
  /** What the agent's true rate credibly is, drawn towards everybody's; null where nothing can be learnt from others. */
  readonly shrunk: { readonly rate: number; readonly interval: Interval } | null;
}

/** Agents around everybody's rate. */
export interface AgentFunnel {
  readonly agents: readonly FunnelAgent[];
  /** The rate over all calls, around which the limits lie; null without a call. */
  readonly target: number | null;
  readonly dispersion: Dispersion;
  readonly limits: readonly FunnelLimits[];
  readonly spread: Spread | null;
  /** Share of the differences between agents that is real at the middle number of calls, 0–1. */
  readonly reliability: number | null;
}

const LIMIT_POINTS = 40;

/** The funnel of agents' counts, in order of agent id. */
export function readFunnel(rows: readonly ({ readonly agent: string } & OutcomeCounts)[]): AgentFunnel {
  const counted = rows
    .map((row) => ({ agent: row.agent, count: countOf(row) }))
    .filter(({ agent, count }) => agent !== '' && count.of > 0)
    .sort((x, y) => (x.agent < y.agent ? -1 : 1));
  const counts = counted.map(({ count }) => count);
  const { hits, of } = pool(counts);
  const target = of === 0 ? null : hits / of;
  const spread = fitSpread(counts);
  const dispersion = measureDispersion(counts, target ?? 0);
  const unusual = screenTests(counts.map((count) => funnelTail(count, target ?? 0, dispersion.extra)));
  const sizes = counts.map((count) => count.of).sort((x, y) => x - y);
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return {
    agents: counted.map(({ agent, count }, index) => ({
      agent,
      ...showRate(count),
      isUnusual: unusual[index] ?? false,
      shrunk: spread === null ? null : shrink(count, spread),
    })),
    target,
    dispersion,
    limits: target === null ? [] : limitCurve(sizes.at(-1) ?? 0, target, dispersion.extra),
    spread,
    reliability: spread === null || middle === 0 ? null : reliability(spread, middle),
  };
}

/** Limits from few calls to as many as any agent has, closer together where they bend. */
function limitCurve(most: number, target: number, extra: number): FunnelLimits[] {
  const top = Math.max(most * 1.05, 40);
  const sizes = Array.from({ length: LIMIT_POINTS }, (_, index) =>
    Math.round(5 * (top / 5) ** (index / (LIMIT_POINTS - 1))),
  );
  return [...new Set(sizes)].map((of) => funnelLimits(of, target, extra));
}
