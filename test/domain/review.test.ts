import { describe, expect, test } from 'vitest';
import { finalise, holdingDecisions, type ReviewEntry } from '../../src/domain/review.ts';
import { scorecardOf } from '../store/scored-calls.ts';

const policy = { coverageFloor: 0.8, partlyOf: () => 0.25 };

function entry(id: number, given: Partial<ReviewEntry>): ReviewEntry {
  return {
    id,
    scorecardId: 's',
    criterion: 'tone',
    decision: 'override',
    oldVerdict: 'unmet',
    verdict: 'met',
    reason: 'heard otherwise',
    by: 'Ann',
    byId: null,
    createdAt: '2026-03-02T00:00:00.000Z',
    ...given,
  };
}

describe('finalising a scorecard', () => {
  test('puts decisions in place of verdicts and adds up by the same code', () => {
    const scorecard = scorecardOf({ greeting: 'met', tone: 'unmet', note: 'not-assessable' }, {}, ['tone']);
    const untouched = finalise(scorecard, [], policy);
    expect(untouched).toMatchObject({ total: null, criticalFailures: ['tone'] });
    expect(untouched.coverage).toBeCloseTo(2 / 3);
    const final = finalise(
      scorecard,
      [entry(1, {}), entry(2, { criterion: 'note', verdict: 'partly' })],
      policy,
    );
    expect(final).toMatchObject({ total: (1 + 1 + 0.25) / 3, coverage: 1, criticalFailures: [] });
    expect(final.verdicts.map(({ verdict, decision }) => [verdict, decision])).toEqual([
      ['met', null],
      ['met', 'override'],
      ['partly', 'override'],
    ]);
  });

  test('takes the newest decision of each criterion, in whatever order they come, and none that was withdrawn', () => {
    const decisions = [entry(3, { decision: 'withdraw' }), entry(1, {}), entry(2, { verdict: 'partly' })];
    expect(holdingDecisions(decisions).size).toBe(0);
    expect(holdingDecisions(decisions.slice(1)).get('tone')?.verdict).toBe('partly');
  });

  test('leaves what does not apply out of points and weights', () => {
    const scorecard = scorecardOf({ greeting: 'met', tone: 'unmet' });
    const final = finalise(
      scorecard,
      [entry(1, { decision: 'not-applicable', verdict: 'not-applicable' })],
      policy,
    );
    expect(final).toMatchObject({ total: 1, coverage: 1 });
  });

  test('gives no total to a call that is not scored at all', () => {
    const notScored = { code: 'too-short', en: 'Too short.', zh: '太短。' };
    const scorecard = scorecardOf({ tone: 'unmet' }, { notScored }, ['tone']);
    expect(finalise(scorecard, [], policy)).toMatchObject({ total: null, criticalFailures: [] });
  });

  test('counts a partial verdict that is confirmed as the standard did', () => {
    const scorecard = scorecardOf({ tone: 'partly' });
    const confirmed = entry(1, { decision: 'confirm', verdict: 'partly' });
    expect(finalise(scorecard, [confirmed], policy).total).toBe(0.5);
  });
});
