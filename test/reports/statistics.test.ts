import { describe, expect, it } from 'vitest';
import { chartLimits, chartSignals, readChart } from '../../src/reports/control-chart.ts';
import { funnelLimits, funnelTail, measureDispersion } from '../../src/reports/funnel.ts';
import { clopperPearson, wilson } from '../../src/reports/intervals.ts';
import { correctForJudge, shownByJudge } from '../../src/reports/judge-correction.ts';
import { confirmTests, expectedFalseAlarms, screenTests } from '../../src/reports/many-tests.ts';
import { callsToSee, designEffect, smallestSeenFall } from '../../src/reports/sample-size.ts';
import { pool, showRate } from '../../src/reports/shown-rate.ts';
import { decideBand, fitSpread, reliability, shrink } from '../../src/reports/shrinkage.ts';
import { betaAtMost, digamma, logGamma, trigamma } from '../../src/reports/special-functions.ts';
import { standardise } from '../../src/reports/standardise.ts';

/** A repeatable stream of numbers 0–1 (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const agentsOf = (seed: number, spread: number, calls: number) => {
  const random = numbersFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: 100 }, () => {
    const rate = Math.min(0.99, Math.max(0.01, 0.85 + spread * normal()));
    return { hits: Array.from({ length: calls }).filter(() => random() < rate).length, of: calls, rate };
  });
};

describe('the intervals', () => {
  it.each([
    [4, 5, 0.376, 0.964],
    [9, 10, 0.596, 0.982],
    [18, 20, 0.699, 0.972],
    [27, 30, 0.744, 0.965],
    [45, 50, 0.786, 0.957],
    [90, 100, 0.826, 0.945],
    [180, 200, 0.851, 0.934],
    [360, 400, 0.867, 0.926],
  ])('are Wilson’s for %i of %i', (hits, of, low, high) => {
    expect(wilson(hits, of)[0]).toBeCloseTo(low, 3);
    expect(wilson(hits, of)[1]).toBeCloseTo(high, 3);
  });

  it.each([
    [5, 0.566],
    [20, 0.839],
    [30, 0.887],
    [73, 0.95],
  ])('bound %i passes out of as many from below', (of, low) => {
    // the reference is rounded by hand: 0.88649 stands there as 0.887
    expect(Math.abs(wilson(of, of)[0] - low)).toBeLessThan(6e-4);
  });

  it.each([
    [0, 59, 0.05],
    [1, 93, 0.05],
    [2, 124, 0.05],
    [3, 153, 0.05],
    [0, 149, 0.02],
    [1, 236, 0.02],
    [2, 313, 0.02],
  ])('allow %i errors in %i, exactly', (errors, of, most) => {
    expect(clopperPearson(errors, of, 0.05)[1]).toBeLessThanOrEqual(most);
    expect(clopperPearson(errors, of - 1, 0.05)[1]).toBeGreaterThan(most);
  });
});

describe('a shown rate', () => {
  it('is a bare count under thirty calls', () => {
    expect(showRate({ hits: 28, of: 29 })).toEqual({ hits: 28, of: 29, rate: null, interval: null });
    expect(showRate({ hits: 27, of: 30 }).rate).toBe(0.9);
  });

  it('is pooled over calls, not averaged over averages', () => {
    expect(
      pool([
        { hits: 1, of: 1 },
        { hits: 0, of: 99 },
      ]),
    ).toEqual({ hits: 1, of: 100 });
  });
});

describe('the special functions', () => {
  it('hold known values', () => {
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 10);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 10);
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 9);
    expect(betaAtMost(0.3, 1, 1)).toBeCloseTo(0.3, 12);
    // a binomial tail: P(X ≥ 3 of 10) at 0.2
    expect(betaAtMost(0.2, 3, 8)).toBeCloseTo(0.322200474, 8);
    expect(betaAtMost(0.85, 17, 4)).toBeCloseTo(1 - betaAtMost(0.15, 4, 17), 12);
  });
});

describe('an agent’s rate', () => {
  it.each([
    [3, 5, 0.827],
    [5, 5, 0.864],
    [9, 20, 0.736],
    [170, 200, 0.85],
  ])('of %i of %i is drawn towards everybody’s', (hits, of, rate) => {
    expect(shrink({ hits, of }, { mean: 0.85, strength: 50 }).rate).toBeCloseTo(rate, 3);
  });

  it('is drawn by the strength that makes all agents’ counts most likely', () => {
    // a spread of 0.05 around 0.85 is a beta of strength 50
    const spread = fitSpread(agentsOf(7, 0.05, 400));
    expect(spread?.mean).toBeCloseTo(0.85, 1);
    expect(spread?.strength).toBeGreaterThan(30);
    expect(spread?.strength).toBeLessThan(85);
    const alike = fitSpread(agentsOf(7, 0, 50));
    expect(alike?.strength).toBeGreaterThan(300);
  });

  it('is not drawn anywhere without three agents or without a difference', () => {
    expect(
      fitSpread([
        { hits: 3, of: 5 },
        { hits: 4, of: 5 },
      ]),
    ).toBeNull();
    expect(fitSpread(Array.from({ length: 9 }, () => ({ hits: 5, of: 5 })))).toBeNull();
  });

  it('lies at the top of the likelihood: no neighbour is likelier', () => {
    const counts = agentsOf(3, 0.05, 60);
    const spread = fitSpread(counts);
    const likelihood = (mean: number, strength: number) =>
      counts.reduce((sum, { hits, of }) => {
        const [a, b] = [mean * strength, (1 - mean) * strength];
        const log = (x: number, y: number) => logGamma(x) + logGamma(y) - logGamma(x + y);
        return sum + log(hits + a, of - hits + b) - log(a, b);
      }, 0);
    const { mean = 0, strength = 0 } = spread ?? {};
    const top = likelihood(mean, strength);
    for (const [dm, dk] of [
      [0.003, 1],
      [-0.003, 1],
      [0, 1.1],
      [0, 0.9],
    ] as const) {
      expect(likelihood(mean + dm, strength * dk)).toBeLessThan(top);
    }
  });

  it.each([
    [5, 0.09],
    [10, 0.17],
    [20, 0.29],
    [50, 0.5],
    [100, 0.67],
    [200, 0.8],
  ])('from %i calls tells agents apart with that reliability', (of, share) => {
    // variance 0.0025 around 0.85
    const strength = (0.85 * 0.15) / 0.0025 - 1;
    expect(reliability({ mean: 0.85, strength }, of)).toBeCloseTo(share, 2);
  });

  it('pays only when the answer is near certain', () => {
    const spread = { mean: 0.85, strength: 50 };
    expect(decideBand({ hits: 395, of: 400 }, spread, 0.9).decision).toBe('reached');
    expect(decideBand({ hits: 300, of: 400 }, spread, 0.9).decision).toBe('not-reached');
    expect(decideBand({ hits: 18, of: 20 }, spread, 0.88).decision).toBe('not-decidable');
  });
});

describe('the funnel', () => {
  it.each([
    [10, 0.6, 0.4],
    [20, 0.7, 0.55],
    [50, 0.74, 0.68],
    [100, 0.78, 0.73],
    [200, 0.8, 0.765],
  ])('has exact limits for %i calls', (of, inner, outer) => {
    const limits = funnelLimits(of, 0.85);
    expect(limits.inner[0]).toBe(inner);
    expect(limits.outer[0]).toBe(outer);
  });

  it('widens only where agents scatter more than chance', () => {
    const chance = measureDispersion(agentsOf(11, 0, 100), 0.85);
    expect(chance.extra).toBe(0);
    const scattered = measureDispersion(agentsOf(11, 0.08, 200), 0.85);
    expect(scattered.phi).toBeGreaterThan(1.2);
    expect(Math.sqrt(scattered.extra)).toBeGreaterThan(0.03);
    expect(funnelLimits(200, 0.85, scattered.extra).inner[0]).toBeLessThan(0.8);
    expect(funnelLimits(200, 0.85, 1e-9).inner).toEqual(funnelLimits(200, 0.85).inner);
  });

  it('gives the tail of a count on both sides', () => {
    expect(funnelTail({ hits: 85, of: 100 }, 0.85)).toBe(1);
    expect(funnelTail({ hits: 60, of: 100 }, 0.85)).toBeLessThan(1e-8);
    expect(funnelTail({ hits: 100, of: 100 }, 0.85)).toBeCloseTo(2 * 0.85 ** 100, 10);
  });
});

describe('the control chart', () => {
  const laney = [850, 872, 861, 795, 901, 868, 844, 880].map((hits) => ({ hits, of: 1000 }));

  it('is Laney’s p′', () => {
    const prime = chartLimits(laney);
    expect(prime?.kind).toBe('p-prime');
    expect(prime?.sigmaZ).toBeCloseTo(3.428, 3);
    expect(prime?.limits[0]?.[0]).toBeCloseTo(0.746, 3);
    expect(prime?.limits[0]?.[1]).toBeCloseTo(0.972, 3);
    expect(chartSignals(prime?.scores ?? [])).toEqual([]);
  });

  it('would raise two alarms as a plain p chart', () => {
    const plain = chartLimits(laney, 'p');
    expect(plain?.limits[0]?.[0]).toBeCloseTo(0.826, 3);
    expect(plain?.limits[0]?.[1]).toBeCloseTo(0.892, 3);
    const alarms = chartSignals(plain?.scores ?? []).filter(({ rule }) => rule === 'beyond-limits');
    expect(alarms).toHaveLength(2);
  });

  it('has no limits under twelve points of twenty calls', () => {
    expect(readChart(laney)).toMatchObject({ limits: null, lacking: 'points' });
    const thin = Array.from({ length: 12 }, (_, index) => ({ hits: 15, of: index === 3 ? 19 : 20 }));
    expect(readChart(thin)).toMatchObject({ limits: null, lacking: 'points' });
  });

  it('sees one beyond the limits, eight on a side and six in a row, and nothing less', () => {
    expect(chartSignals([0, 0.1, -3.1, 0])).toEqual([{ rule: 'beyond-limits', points: [2] }]);
    expect(chartSignals([1, 2, 1, 2, 1, 2, 1])).toEqual([]);
    expect(chartSignals([1, 2, 1, 2, 1, 2, 1, 2])).toEqual([
      { rule: 'eight-on-one-side', points: [0, 1, 2, 3, 4, 5, 6, 7] },
    ]);
    expect(chartSignals([-2, -1, 0, 1, 2])).toEqual([]);
    expect(chartSignals([-2, -1, 0, 1, 2, 2.5])).toEqual([
      { rule: 'six-in-a-row', points: [0, 1, 2, 3, 4, 5] },
    ]);
  });
});

describe('the correction for judge errors', () => {
  it.each([
    [0.97, 0.8, 0.8545],
    [0.93, 0.9, 0.8055],
    [0.99, 0.7, 0.8865],
  ])(
    'finds 85 %% again behind a sensitivity of %f and a specificity of %f',
    (sensitivity, specificity, shown) => {
      expect(shownByJudge(0.85, sensitivity, specificity)).toBeCloseTo(shown, 10);
      const corrected = correctForJudge(
        { hits: shown * 1e6, of: 1e6 },
        { met: { hits: sensitivity * 1e5, of: 1e5 }, unmet: { hits: specificity * 1e5, of: 1e5 } },
      );
      expect(corrected.rate).toBeCloseTo(0.85, 10);
    },
  );

  it.each([
    [50, 20, 0.065],
    [200, 100, 0.036],
    [300, 150, 0.032],
  ])('has the real interval with %i and %i labels', (met, unmet, half) => {
    const corrected = correctForJudge(
      { hits: 1709, of: 2000 },
      { met: { hits: 0.97 * met, of: met }, unmet: { hits: 0.8 * unmet, of: unmet } },
    );
    const [low, high] = corrected.interval ?? [0, 0];
    // the reference is rounded down: 0.06552 stands there as 6.5 points
    expect(Math.abs((high - low) / 2 - half)).toBeLessThan(6e-4);
  });

  it('is refused for a judge hardly better than a coin, and without labels', () => {
    const judged = { hits: 80, of: 100 };
    const poor = { met: { hits: 70, of: 100 }, unmet: { hits: 69, of: 100 } };
    expect(correctForJudge(judged, poor).refused).toBe('judge-too-uncertain');
    const none = { met: { hits: 0, of: 0 }, unmet: { hits: 5, of: 5 } };
    expect(correctForJudge(judged, none).refused).toBe('no-labels');
  });
});

describe('many tests at once', () => {
  const pValues = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216];

  it('stand by the false discovery rate', () => {
    // the worked example of Benjamini and Hochberg's procedure at 0.05 keeps two
    expect(screenTests(pValues, 0.05).filter(Boolean)).toHaveLength(2);
    expect(screenTests([0.04, 0.001, 0.03], 0.1)).toEqual([true, true, true]);
    expect(screenTests([], 0.1)).toEqual([]);
  });

  it('stand by Holm where pay hangs on them', () => {
    expect(confirmTests([0.01, 0.04, 0.03, 0.005])).toEqual([true, false, false, true]);
  });

  it('raise that many false alarms otherwise', () => {
    expect(expectedFalseAlarms(100 * 15, 0.05)).toBe(75);
    expect(expectedFalseAlarms(100 * 15, 0.0026998)).toBeCloseTo(4.05, 2);
  });
});

describe('sample sizes', () => {
  it.each([
    [0.9, 0.85, 686],
    [0.9, 0.8, 199],
    [0.95, 0.9, 435],
  ])('show a fall from %f to %f', (before, after, calls) => {
    expect(callsToSee(before, after)).toBe(calls);
  });

  it('say the smallest fall that could be seen', () => {
    expect(smallestSeenFall(0.9, 686)).toBe(0.05);
    expect(smallestSeenFall(0.9, 685)).toBe(0.06);
    expect(smallestSeenFall(0.02, 3)).toBeNull();
  });

  it('shrink where calls of one agent resemble each other', () => {
    expect(designEffect(200, 0.02)).toBeCloseTo(4.98, 10);
  });
});

describe('direct standardisation', () => {
  const now = new Map([
    ['sales/zh', { hits: 90, of: 100 }],
    ['claims/zh', { hits: 5, of: 10 }],
  ]);

  it('holds the mix still', () => {
    const even = standardise(
      now,
      new Map([
        ['sales/zh', 50],
        ['claims/zh', 50],
      ]),
    );
    expect(even.rate).toBeCloseTo(0.7, 10);
    const half = 1.959963984540054 * Math.sqrt(0.25 * (0.09 / 100) + 0.25 * (0.25 / 10));
    expect(even.interval?.[0]).toBeCloseTo(0.7 - half, 10);
  });

  it('is refused where a part of the mix has no calls', () => {
    const gone = standardise(
      now,
      new Map([
        ['sales/en', 5],
        ['sales/zh', 5],
      ]),
    );
    expect(gone).toEqual({ rate: null, interval: null, missing: ['sales/en'] });
  });
});
