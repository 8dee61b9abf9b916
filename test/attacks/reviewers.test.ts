import { describe, expect, it } from 'vitest';
import { checkReviewers, type FinishedReview } from '../../src/reports/reviewer-checks.ts';
import { seededRandom } from '../acoustics/synth-call.ts';

const random = seededRandom(7);

/** A careful review of a call of five minutes. */
const review = (changes: Partial<FinishedReview> = {}): FinishedReview => ({
  ...{ reviewer: 'careful', agent: 'a1', callMs: 300_000, playedMs: 200_000, spentMs: 400_000 },
  ...{ criteria: 12, overrides: 1, raisedBy: 0.02 * (random() - 0.5), foundSeed: null },
  ...changes,
});
const many = (count: number, changes: (i: number) => Partial<FinishedReview>): FinishedReview[] =>
  Array.from({ length: count }, (_, i) => review(changes(i)));

const careful = many(60, (i) => ({ reviewer: i % 2 ? 'careful' : 'other', agent: `a${i % 3}` }));

describe('reviewers under suspicion', () => {
  it('G11: one who approves everything unheard is named, by time, by playing, by overrides and by seeded calls', () => {
    const stamps = many(40, (i) => ({
      ...{ reviewer: 'stamp', playedMs: 4000, spentMs: 15_000, overrides: 0 },
      foundSeed: i < 6 ? false : null,
    }));
    const flags = checkReviewers([...careful, ...stamps]);
    expect(flags.every(({ reviewer }) => reviewer === 'stamp')).toBe(true);
    expect(flags.map(({ kind }) => kind).sort()).toEqual([
      ...['hardly-listens', 'misses-seeds', 'never-disagrees', 'too-fast'],
    ]);
  });

  it('G11: careful reviewers, and few reviews, are not', () => {
    const few = many(10, () => ({ reviewer: 'new', playedMs: 0, spentMs: 0, overrides: 0 }));
    expect(checkReviewers([...careful, ...few])).toEqual([]);
  });

  it('G12: one who raises the points of one agent alone is named with that agent', () => {
    const favours = many(24, (i) => ({
      ...{ reviewer: 'friend', agent: i < 12 ? 'a1' : 'a2' },
      raisedBy: i < 12 ? 0.2 + 0.02 * (random() - 0.5) : 0.02 * (random() - 0.5),
    }));
    expect(checkReviewers([...careful, ...favours])).toMatchObject([
      { reviewer: 'friend', agent: 'a1', kind: 'favours-agent', reviews: 12 },
    ]);
  });

  it('G12: one who is mild with everybody, and an agent everybody raises, are not', () => {
    const mild = many(24, (i) => ({
      reviewer: 'mild',
      agent: `a${i % 3}`,
      raisedBy: 0.1 + 0.02 * (random() - 0.5),
    }));
    const wronged = many(40, (i) => ({
      ...{
        reviewer: i % 2 ? 'careful' : 'other',
        agent: 'wronged',
        raisedBy: 0.15 + 0.02 * (random() - 0.5),
      },
    }));
    const both = many(10, () => ({
      reviewer: 'mild',
      agent: 'wronged',
      raisedBy: 0.24 + 0.02 * (random() - 0.5),
    }));
    expect(checkReviewers([...careful, ...mild, ...wronged, ...both])).toEqual([]);
  });
});
