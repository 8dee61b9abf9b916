import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acousticsFromWords } from '../../src/acoustics/acoustics-from-words.ts';
import type { Transcript, Turn } from '../../src/domain/transcript.ts';

describe('acoustics from words', () => {
  it('find no interruption in strict turns whose times are off by up to 0.3 s', () => {
    const jitter = fc.integer({ min: -300, max: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(jitter, jitter), { minLength: 4, maxLength: 12 }), (edges) => {
        const turns = edges.map(([early, late], index): Turn => {
          const startMs = 1000 + index * 3000 + early;
          const text = 'i would like to know what it costs me in a month';
          return {
            party: index % 2 === 0 ? 'agent' : 'customer',
            startMs,
            endMs: index * 3000 + 4000 + late,
            text,
          };
        });
        const { overlaps } = acousticsFromWords({ version: 1, language: 'en', turns }, 60_000);
        expect(overlaps.filter((overlap) => overlap.class === 'interruption')).toEqual([]);
      }),
    );
  });

  it('leave out levels, words without letters and turns the transcriber invented', () => {
    const turns: Turn[] = [
      {
        party: 'agent',
        startMs: 0,
        endMs: 1000,
        text: 'hello',
        words: [{ text: 'hello', startMs: 0, endMs: 1000 }],
      },
      { party: 'agent', startMs: 2000, endMs: 3000, text: '[laughter]' },
      { party: 'customer', startMs: 4000, endMs: 9000, text: 'thanks for watching', flags: ['hallucinated'] },
    ];
    const { parties, timing, layout } = acousticsFromWords({ version: 1, language: 'en', turns }, 10_000);
    expect(timing).toBe('words');
    expect(layout).toBe('one-party');
    expect(parties.agent).toMatchObject({ speech: [[0, 1000]], levelDb: null, snrDb: null });
    expect(parties.customer?.speechMs).toBe(0);
  });

  it('never fail on odd times', () => {
    const time = fc.oneof(
      fc.integer({ min: -5000, max: 70_000 }),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    );
    const word = fc.record({ text: fc.string(), startMs: time, endMs: time });
    const turn = fc.record({
      party: fc.constantFrom('agent' as const, 'customer' as const, 'other' as const),
      startMs: time,
      endMs: time,
      text: fc.string(),
      words: fc.array(word, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
        const transcript: Transcript = { version: 1, language: 'zh', turns };
        const { parties, overlaps } = acousticsFromWords(transcript, 60_000);
        for (const party of Object.values(parties)) {
          for (const [start, end] of party.speech)
            expect(start >= 0 && end <= 60_000 && end > start).toBe(true);
        }
        for (const overlap of overlaps) expect(overlap.endMs).toBeGreaterThan(overlap.startMs);
      }),
    );
  });
});
