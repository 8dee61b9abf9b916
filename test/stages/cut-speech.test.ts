import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/domain/acoustics.ts';
import { type CutRules, cutSpeech } from '../../src/stages/cut-speech.ts';

const rules: CutRules = { durationMs: 600_000, maxMs: 28_000, joinsUtterances: true, levelTrack: null };
const cut = (speech: Span[], more: Partial<CutRules> = {}) =>
  cutSpeech(speech, { ...rules, ...more }).map((piece) => [piece.startMs, piece.endMs]);

describe('cutting speech for a recognizer', () => {
  it('sends nothing of a side that does not speak', () => {
    expect(cut([])).toEqual([]);
  });

  it('leaves room around speech, inside the recording', () => {
    expect(cut([[1000, 2000]])).toEqual([[800, 2200]]);
    expect(cut([[50, 599_950]], { maxMs: 700_000 })).toEqual([[0, 600_000]]);
  });

  it('joins over short pauses and never over long ones', () => {
    const speech: Span[] = [
      [1000, 2000],
      [3500, 5000],
      [9000, 9900],
    ];
    expect(cut(speech)).toEqual([
      [800, 5200],
      [8800, 10_100],
    ]);
    expect(cut(speech, { joinsUtterances: false })).toHaveLength(3);
  });

  it('packs up to the limit and no further', () => {
    const speech = Array.from({ length: 20 }, (_, index): Span => [index * 3000, index * 3000 + 2000]);
    for (const [startMs = 0, endMs = 0] of cut(speech)) expect(endMs - startMs).toBeLessThanOrEqual(28_000);
    expect(cut(speech).length).toBe(3);
  });

  it('cuts a long monologue where it is quietest', () => {
    const db = Array.from({ length: 60 }, (_, second) => (second === 21 ? -45 : -20));
    const pieces = cut([[0, 60_000]], { levelTrack: { stepMs: 1000, db } });
    expect(pieces[0]?.[1]).toBe(21_500);
    expect(pieces.length).toBe(3);
  });

  it('holds all speech in order, within limits, without overlap, whatever the speech', () => {
    const spans = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 70_000 })), {
        maxLength: 30,
      })
      .map((steps) => {
        let atMs = 0;
        return steps.map(([gapMs, lengthMs]): Span => {
          const startMs = atMs + gapMs;
          atMs = startMs + lengthMs;
          return [startMs, atMs];
        });
      });
    fc.assert(
      fc.property(spans, fc.boolean(), (speech, joinsUtterances) => {
        const durationMs = (speech.at(-1)?.[1] ?? 0) + 50;
        const pieces = cutSpeech(speech, { durationMs, maxMs: 28_000, joinsUtterances, levelTrack: null });
        const sent = pieces.flatMap((piece) => piece.speech).reduce((sum, [from, to]) => sum + to - from, 0);
        expect(sent).toBe(speech.reduce((sum, [from, to]) => sum + to - from, 0));
        for (const [index, piece] of pieces.entries()) {
          expect(piece.endMs - piece.startMs).toBeLessThanOrEqual(28_000);
          expect(piece.startMs).toBeGreaterThanOrEqual(index === 0 ? 0 : (pieces[index - 1]?.endMs ?? 0) - 1);
          expect(piece.endMs).toBeLessThanOrEqual(durationMs);
        }
      }),
    );
  });
});
