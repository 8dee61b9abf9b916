import { describe, expect, it } from 'vitest';
import { agreementOf } from '../../src/reports/agreement.ts';
import { chanceOfAtMost, clopperPearson, wilson } from '../../src/reports/intervals.ts';

const tableOf = ([
  truePositives = 0,
  falsePositives = 0,
  falseNegatives = 0,
  trueNegatives = 0,
]: number[]) => ({
  truePositives,
  falsePositives,
  falseNegatives,
  trueNegatives,
});

describe('agreementOf', () => {
  it.each([
    [[180, 5, 5, 10], 0.95, 0.64, 0.207, 0.942],
    [[188, 5, 5, 2], 0.95, 0.26, 0.317, 0.946],
    [[90, 10, 10, 90], 0.9, 0.8, 0.083, 0.8],
    [[150, 10, 10, 30], 0.9, 0.687, 0.127, 0.853],
  ])('gives the reference values of %j', (cells, agreement, kappa, half, ac1) => {
    const found = agreementOf(tableOf(cells));
    expect(found.agreement?.value).toBeCloseTo(agreement, 6);
    const [low = 0] = found.kappa?.interval ?? [];
    expect(found.kappa?.value).toBeCloseTo(kappa, 3);
    expect((found.kappa?.value ?? 0) - low).toBeCloseTo(half, 2);
    expect(found.ac1).toBeCloseTo(ac1, 3);
  });

  it('counts precision, recall and F1 apart', () => {
    const found = agreementOf(tableOf([8, 2, 4, 6]));
    expect(found.precision?.value).toBeCloseTo(0.8);
    expect(found.recall?.value).toBeCloseTo(8 / 12);
    expect(found.f1).toBeCloseTo(16 / 22);
  });

  it('has no precision, recall, F1 or kappa where nothing was found nor labelled', () => {
    const found = agreementOf(tableOf([0, 0, 0, 9]));
    expect([found.precision, found.recall, found.f1, found.kappa]).toEqual([null, null, null, null]);
    expect(found.agreement?.value).toBe(1);
    expect(agreementOf(tableOf([])).ac1).toBeNull();
  });

  it.each([
    [50, 0.26],
    [100, 0.18],
    [200, 0.13],
    [400, 0.09],
  ])('narrows kappa over %i calls as the reference table says', (calls, half) => {
    const found = agreementOf(tableOf([0.75 * calls, 0.05 * calls, 0.05 * calls, 0.15 * calls]));
    const [low = 0] = found.kappa?.interval ?? [];
    expect((found.kappa?.value ?? 0) - low).toBeCloseTo(half, 1);
  });
});

describe('wilson', () => {
  it.each([
    [4, 5, 0.376, 0.964],
    [9, 10, 0.596, 0.982],
    [18, 20, 0.699, 0.972],
    [27, 30, 0.744, 0.965],
    [45, 50, 0.786, 0.957],
    [90, 100, 0.826, 0.945],
    [180, 200, 0.851, 0.934],
    [360, 400, 0.867, 0.926],
  ])('gives the reference interval of %i of %i', (hits, of, low, high) => {
    const [from, to] = wilson(hits, of);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });

  it.each([
    [5, 0.566],
    [20, 0.839],
    [30, 0.887],
    [73, 0.95],
  ])('gives the lower bound of %i passes of as many', (of, low) => {
    expect(Math.abs(wilson(of, of)[0] - low)).toBeLessThan(1e-3);
  });

  it.each([
    [0.95, 0.9, 127],
    [0.92, 0.85, 92],
  ])('needs as many calls at %d for a lower bound of %d as the reference says', (share, bound, calls) => {
    const boundOf = (of: number) => wilson(Math.round(share * of), of)[0];
    expect(boundOf(calls)).toBeGreaterThanOrEqual(bound);
    expect(boundOf(calls - 1)).toBeLessThan(bound);
  });

  it('says nothing of nothing', () => {
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});

describe('clopperPearson', () => {
  it.each([
    [0, 59, 0.05],
    [1, 93, 0.05],
    [2, 124, 0.05],
    [3, 153, 0.05],
    [0, 149, 0.02],
    [1, 236, 0.02],
    [2, 313, 0.02],
  ])('bounds %i errors in %i calls as the reference table says', (errors, calls, bound) => {
    expect(clopperPearson(errors, calls, 0.05)[1]).toBeLessThanOrEqual(bound);
    expect(clopperPearson(errors, calls - 1, 0.05)[1]).toBeGreaterThan(bound);
  });

  it('inverts the binomial tails', () => {
    const [low, high] = clopperPearson(7, 20);
    expect(chanceOfAtMost(7, 20, high)).toBeCloseTo(0.025, 6);
    expect(1 - chanceOfAtMost(6, 20, low)).toBeCloseTo(0.025, 6);
  });
});
