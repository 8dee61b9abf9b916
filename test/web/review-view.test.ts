import { describe, expect, it } from 'vitest';
import type { ReviewStateResponse } from '../../src/api/contract-reviews.ts';
import { createHeardStretch, type HeardSpan } from '../../src/web/review/heard-stretch.ts';
import { criterionBeside, decisionsOn, holdingOn, nextToDecide } from '../../src/web/review/review-view.ts';

const entry = (id: number, criterion: string, decision: 'confirm' | 'withdraw') => ({
  ...{ id, criterion, decision, oldVerdict: 'met' as const, verdict: 'met' as const },
  ...{ reason: '', by: 'ann', createdAt: '2026-01-01T00:00:00Z' },
});
const stateOf = (entries: ReviewStateResponse['entries']): ReviewStateResponse => ({
  ...{ scorecardId: 's', entries, comments: [], finalised: null, disputes: [], preview: null, unheard: [] },
  may: { review: true, dispute: false },
});

describe('what people said of a criterion', () => {
  it('is the newest decision, unless that took it back', () => {
    const state = stateOf([
      entry(2, 'tone', 'withdraw'),
      entry(1, 'tone', 'confirm'),
      entry(3, 'note', 'confirm'),
    ]);
    expect(decisionsOn(state, 'tone').map(({ id }) => id)).toEqual([2, 1]);
    expect(holdingOn(state, 'tone')).toBeNull();
    expect(holdingOn(state, 'note')?.id).toBe(3);
  });

  it('moves the keys on to what nobody decided yet, and stays at the end', () => {
    const state = stateOf([entry(1, 'b', 'confirm')]);
    expect(nextToDecide(['a', 'b', 'c'], state, 'a')).toBe('c');
    expect(nextToDecide(['a', 'b', 'c'], state, null)).toBe('a');
    expect(nextToDecide(['a', 'b'], state, 'b')).toBe('b');
    expect(nextToDecide([], state, null)).toBeNull();
    expect([criterionBeside(['a', 'b'], null, -1), criterionBeside(['a', 'b'], 'a', 1)]).toEqual(['a', 'b']);
  });
});

describe('what was heard', () => {
  it('is told once per stretch, and never over a jump', () => {
    const heard: HeardSpan[] = [];
    const stretch = createHeardStretch((span) => heard.push(span));
    for (const atMs of [1000, 1400, 1900]) stretch.look(atMs, true);
    for (const atMs of [9000, 9100, 9600]) stretch.look(atMs, true);
    stretch.look(9600, false);
    stretch.look(9600, false);
    stretch.look(100, true);
    stretch.look(150, true);
    stretch.end();
    expect(heard).toEqual([
      { startMs: 1000, endMs: 1900 },
      { startMs: 9000, endMs: 9600 },
    ]);
  });

  it('is told in pieces while it goes on', () => {
    const heard: HeardSpan[] = [];
    const stretch = createHeardStretch((span) => heard.push(span));
    for (let atMs = 0; atMs <= 40_000; atMs += 500) stretch.look(atMs, true);
    stretch.end();
    expect(heard.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)).toBe(40_000);
    expect(heard.length).toBe(3);
  });
});
