import type { Interval } from './intervals.ts';
import type { Count } from './shown-rate.ts';
import { betaAtMost, betaQuantile, digamma, logBeta, trigamma } from './special-functions.ts';

/** How agents' true rates spread: a beta distribution with this mean and the weight of `strength` calls. */
export interface Spread {
  readonly mean: number;
  /** K: how many calls of one's own weigh as much as everybody's; large where agents hardly differ. */
  readonly strength: number;
}

/** An agent's rate drawn towards everybody's, with the 95 % interval of what it may truly be. */
export interface Shrunk {
  readonly rate: number;
  readonly interval: Interval;
}

/** Bounds of K: under 1 agents would be all or nothing; over 100,000 no difference between them can be seen. */
const WEAKEST = 1;
const STRONGEST = 1e5;
const FEWEST_AGENTS = 3;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

interface Repeated extends Count {
  readonly times: number;
}

/**
 * The beta-binomial spread that makes the counts most likely (mean and K by maximum likelihood), from all agents of one
 * queue and language. Null with fewer than three agents that have calls, or where nobody differs from 0 or 1.
 */
export function fitSpread(counts: readonly Count[]): Spread | null {
  const groups = repeatedCounts(counts);
  const agents = groups.reduce((sum, { times }) => sum + times, 0);
  const [hits, of] = groups.reduce(
    ([h, n], one) => [h + one.hits * one.times, n + one.of * one.times],
    [0, 0],
  );
  if (agents < FEWEST_AGENTS || hits === 0 || hits === of) return null;
  const pooled = hits / of;
  const at = (logK: number) => {
    const strength = Math.exp(logK);
    const mean = bestMean(groups, strength, pooled);
    return { mean, strength, likelihood: likelihoodOf(groups, mean, strength) };
  };
  let low = Math.log(WEAKEST);
  let high = Math.log(STRONGEST);
  let left = at(high - GOLDEN * (high - low));
  let right = at(low + GOLDEN * (high - low));
  while (high - low > 1e-6) {
    if (left.likelihood > right.likelihood) {
      high = Math.log(right.strength);
      right = left;
      left = at(high - GOLDEN * (high - low));
    } else {
      low = Math.log(left.strength);
      left = right;
      right = at(low + GOLDEN * (high - low));
    }
  }
  const { mean, strength } = at((low + high) / 2);
  return { mean, strength };
}

function repeatedCounts(counts: readonly Count[]): Repeated[] {
  const groups = new Map<string, Repeated>();
  for (const { hits, of } of counts) {
    if (of === 0) continue;
    const key = `${hits}/${of}`;
    groups.set(key, { hits, of, times: (groups.get(key)?.times ?? 0) + 1 });
  }
  return [...groups.values()];
}

function likelihoodOf(groups: readonly Repeated[], mean: number, strength: number): number {
  const [a, b] = [mean * strength, (1 - mean) * strength];
  return groups.reduce(
    (sum, { hits, of, times }) => sum + times * (logBeta(hits + a, of - hits + b) - logBeta(a, b)),
    0,
  );
}

/** The most likely mean for a given K, by Newton's method from the pooled rate, held inside (0, 1). */
function bestMean(groups: readonly Repeated[], strength: number, start: number): number {
  let mean = start;
  for (let step = 0; step < 50; step++) {
    const [a, b] = [mean * strength, (1 - mean) * strength];
    let slope = 0;
    let bend = 0;
    for (const { hits, of, times } of groups) {
      slope += times * (digamma(hits + a) - digamma(a) - digamma(of - hits + b) + digamma(b));
      bend += times * (trigamma(hits + a) - trigamma(a) + trigamma(of - hits + b) - trigamma(b));
    }
    const wanted = mean - slope / (strength * bend);
    const next = Math.min(Math.max(wanted, mean / 2), (1 + mean) / 2);
    if (!Number.isFinite(next) || Math.abs(next - mean) < 1e-12) break;
    mean = next;
  }
  return mean;
}

/** An agent's rate as the others make it credible: (k + K·m) ÷ (n + K), with the middle 95 % of its beta. */
export function shrink({ hits, of }: Count, { mean, strength }: Spread): Shrunk {
  const a = hits + mean * strength;
  const b = of - hits + (1 - mean) * strength;
  return { rate: a / (a + b), interval: [betaQuantile(0.025, a, b), betaQuantile(0.975, a, b)] };
}

/** What may be decided about pay: only a near-certain answer counts, otherwise a person's rule applies. */
export interface BandDecision {
  /** Probability that the true rate is at least the threshold. */
  readonly probability: number;
  readonly decision: 'reached' | 'not-reached' | 'not-decidable';
}

/** Whether an agent's true rate reaches `threshold` (0–1): decided at a probability of 0.90 or 0.10, else not at all. */
export function decideBand({ hits, of }: Count, { mean, strength }: Spread, threshold: number): BandDecision {
  const probability = 1 - betaAtMost(threshold, hits + mean * strength, of - hits + (1 - mean) * strength);
  if (probability >= 0.9) return { probability, decision: 'reached' };
  return { probability, decision: probability <= 0.1 ? 'not-reached' : 'not-decidable' };
}

/**
 * Share of the differences between agents' shown rates that is real, 0–1, where each has `of` calls: with 5 calls and
 * rates of 0.85 ± 0.05 it is 0.09, so that a table in order of rates would be nine tenths chance.
 */
export function reliability({ mean, strength }: Spread, of: number): number {
  const between = (mean * (1 - mean)) / (strength + 1);
  const within = mean * (1 - mean) - between;
  return between / (between + within / of);
}
