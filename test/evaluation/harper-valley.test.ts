import { describe, expect, it } from 'vitest';
import { noHarperValley } from '../criteria/harper-valley.ts';
import { evaluateHarperValley } from './harper-valley.ts';

describe.skipIf(noHarperValley)(`three bank calls (skipped: ${noHarperValley ?? 'not skipped'})`, () => {
  it.each(['human_transcript', 'transcript'] as const)('are greeted by name and civil, by %s', (by) => {
    const { greeting, tone } = evaluateHarperValley(by);
    expect(greeting).toEqual(['met', 'met', 'met']);
    expect(tone).toEqual(['met', 'met', 'met']);
  });
});
