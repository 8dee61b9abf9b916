import { describe, expect, it } from 'vitest';
import { acousticsFromWords } from '../../src/acoustics/acoustics-from-words.ts';
import { lengthOf } from '../../src/acoustics/activity-mask.ts';
import { createListener } from '../../src/acoustics/listen.ts';
import { measure } from '../../src/acoustics/measure.ts';
import { hearSamples } from './hear-call.ts';
import { decodeShared, missingSharedCalls, sharedCalls, sharedTranscripts } from './shared-calls.ts';

if (missingSharedCalls !== null) console.log(`skipped: ${missingSharedCalls}`);

describe.skipIf(missingSharedCalls !== null)('real recordings', () => {
  it('have the labelled speech within 5 % a party, no overlap and no interruption', () => {
    for (const call of sharedCalls()) {
      const heard = hearSamples(call.samples);
      expect(heard.layout).toBe('two-party');
      expect(heard.overlaps).toEqual([]);
      for (const side of ['left', 'right'] as const) {
        const trueMs = lengthOf(call.speech[side]);
        const offMs = Math.abs((heard.parties[side]?.speechMs ?? 0) - trueMs);
        expect(offMs / trueMs).toBeLessThanOrEqual(0.05);
      }
    }
  });

  it('are told apart by layout', () => {
    expect(hearSamples(decodeShared('gcp-speech-samples/multi.wav', 2)).layout).toBe('fake-stereo');
    const mono = createListener({ channels: 1 });
    mono.push(decodeShared('gcp-speech-samples/commercial_mono.wav', 1));
    expect(measure(mono.finish()).layout).toBe('mono');
  });

  it('blame nobody in the bank calls, of which only turn times are known', () => {
    const transcripts = sharedTranscripts();
    expect(transcripts).toHaveLength(6);
    for (const transcript of transcripts) {
      const { overlaps, parties } = acousticsFromWords(transcript, 120_000);
      expect(overlaps.filter((overlap) => overlap.class === 'interruption')).toEqual([]);
      expect(parties.agent?.speechMs).toBeGreaterThan(5000);
    }
  });
});
