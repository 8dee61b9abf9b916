import { describe, expect, test } from 'vitest';
import { findUnheard, hearEvidence } from '../../src/domain/played-evidence.ts';
import type { Evidence } from '../../src/domain/verdict.ts';
import { criterionResult, scorecardOf } from '../store/scored-calls.ts';

const quote = (startMs: number, endMs: number, verified = true): Evidence => ({
  ...{ kind: 'quote', party: 'agent', turn: 0, quote: 'x' },
  ...{ startMs, endMs, verified },
});
const unmet = (...evidence: Evidence[]) => ({ ...criterionResult('tone', 'unmet'), evidence });

describe('evidence that was listened to', () => {
  test('counts overlapping evidence and repeated playing once', () => {
    const result = unmet(quote(1000, 3000), quote(2000, 4000));
    const played = [
      { startMs: 0, endMs: 2000 },
      { startMs: 500, endMs: 2000 },
    ];
    expect(hearEvidence(result, played)).toEqual({ criterion: 'tone', evidenceMs: 3000, playedMs: 1000 });
  });

  test('asks for verdicts that cost points and were heard less than half', () => {
    const scorecard = { ...scorecardOf({}), criteria: [unmet(quote(1000, 3000))] };
    expect(findUnheard(scorecard, [{ startMs: 1000, endMs: 1900 }])).toHaveLength(1);
    expect(findUnheard(scorecard, [{ startMs: 1000, endMs: 2000 }])).toEqual([]);
  });

  test('asks for no evidence that cannot be heard, and for none of what is met', () => {
    const note: Evidence = {
      ...{ kind: 'note', field: 'phone', value: null, relation: 'missing', party: null, turn: null },
      ...{ quote: null, startMs: null, endMs: null, verified: true },
    };
    const whole: Evidence = {
      ...{ kind: 'condition', condition: { en: 'x', zh: 'x' }, value: null },
      ...{ startMs: 0, endMs: 60_000, verified: true },
    };
    const criteria = [unmet(note), unmet(whole), unmet(quote(0, 1000, false))];
    const met = { ...criterionResult('greeting', 'met'), evidence: [quote(0, 1000)] };
    expect(findUnheard({ ...scorecardOf({}), criteria: [...criteria, met] }, [])).toEqual([]);
  });

  test('takes each span of a measure, not the stretch from first to last', () => {
    const measure: Evidence = {
      ...{ kind: 'measure', party: 'agent', name: 'shouting', value: 9, unit: 'dB', threshold: 8 },
      ...{
        startMs: 0,
        endMs: 60_000,
        spans: [[0, 1000] as [number, number], [59_000, 60_000] as [number, number]],
      },
      verified: true,
    };
    expect(hearEvidence(unmet(measure), []).evidenceMs).toBe(2000);
  });
});
