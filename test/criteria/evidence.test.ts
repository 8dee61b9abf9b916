import { describe, expect, it } from 'vitest';
import { absenceIsProven, searchRecord } from '../../src/criteria/evidence/evidence.ts';
import { windowOf } from '../../src/criteria/text/turns.ts';
import { callOf, withSound } from './made-calls.ts';

const lookedFor = { en: 'the company name', zh: '公司名称' };
const call = callOf({
  lines: [
    'agent: hello how are you today',
    'customer: fine',
    'agent: what can i do for you',
    'customer: nothing',
  ],
});
const whole = windowOf(call, undefined);

describe('searchRecord', () => {
  it('proves an absence when all the speech is transcribed surely', () => {
    const record = searchRecord(withSound(call), whole, 'agent', lookedFor);
    expect(record).toMatchObject({ transcribedShare: 1, minConfidence: expect.closeTo(0.9) });
    expect(absenceIsProven(record)).toBe(true);
  });

  it('proves nothing when speech in the window has no text', () => {
    const sound = withSound(
      call,
      {},
      {
        agent: {
          speech: [
            [500, 2300],
            [6000, 9000],
          ],
        },
      },
    );
    const record = searchRecord(sound, { startMs: 0, endMs: 10_000 }, 'agent', lookedFor);
    expect(record.transcribedShare).toBeLessThan(0.95);
    expect(absenceIsProven(record)).toBe(false);
  });

  it('does not count invented text as transcribed', () => {
    const turns = (call.transcript?.turns ?? []).map((turn, i) =>
      i === 0 ? { ...turn, flags: ['hallucinated' as const] } : turn,
    );
    const input = { ...call, transcript: { version: 1 as const, language: 'en' as const, turns } };
    expect(absenceIsProven(searchRecord(input, whole, 'agent', lookedFor))).toBe(false);
  });

  it('proves nothing of a party without a word', () => {
    expect(searchRecord(call, whole, 'other', lookedFor).transcribedShare).toBe(0);
  });

  it('proves nothing where the recognizer was unsure', () => {
    const turns = (call.transcript?.turns ?? []).map((turn) => ({
      ...turn,
      words: turn.words?.map((word) => ({ ...word, confidence: 0.3 })),
    }));
    const input = { ...call, transcript: { version: 1 as const, language: 'en' as const, turns } };
    const record = searchRecord(input as typeof call, whole, 'agent', lookedFor);
    expect(absenceIsProven(record)).toBe(false);
  });
});

describe('windowOf', () => {
  it('ends with the n-th turn of the agent', () => {
    expect(windowOf(call, { agentTurns: 1 })).toEqual({
      startMs: 0,
      endMs: call.transcript?.turns[0]?.endMs,
    });
  });

  it('ends with the call where nothing is set', () => {
    expect(whole).toEqual({ startMs: 0, endMs: call.durationMs });
  });
});
