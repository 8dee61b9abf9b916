import { describe, expect, it } from 'vitest';
import { evidenceKey, marksByTurn, playableEvidence, turnAt } from '../../src/web/call/moments.ts';
import { scorecards } from '../browser/fixture-calls.ts';
import { englishTranscript } from '../browser/fixture-english.ts';

const scorecard = scorecards.get(1);
if (!scorecard) throw new Error('the fixture is gone');

describe('the moments of a call', () => {
  it('give the turn that has begun last, and none before the first', () => {
    const { turns } = englishTranscript;
    expect(turnAt(turns, 499)).toBe(-1);
    expect(turnAt(turns, 500)).toBe(0);
    expect(turnAt(turns, 23_500)).toBe(6);
    expect(turnAt(turns, 99_000)).toBe(14);
    expect(turnAt([], 0)).toBe(-1);
  });

  it('hold all evidence that can be heard, in the order of the scorecard', () => {
    const spans = playableEvidence(scorecard);
    expect(spans[0]).toEqual({ key: evidenceKey('greeting', 0), startMs: 500, endMs: 2100 });
    expect(spans.some(({ key }) => key === evidenceKey('note', 2))).toBe(false);
    expect(new Set(spans.map(({ key }) => key)).size).toBe(spans.length);
  });

  it('mark quotes and events in the turns they point to', () => {
    const marks = marksByTurn(scorecard).get(8) ?? [];
    expect(marks.map(({ role, kind }) => `${role} ${kind}`)).toContain('event pressure');
    expect(marksByTurn(scorecard).has(1)).toBe(false);
  });
});
