import { lengthOf } from '../../src/acoustics/activity-mask.ts';
import { countFrames, ratesOf } from './compare-frames.ts';
import { hearSamples } from './hear-call.ts';
import { missingSharedCalls, sharedCalls } from './shared-calls.ts';

/** Prints speech against the labels, overlaps and layout of the real recordings, or why they are missing. */
export function benchSharedCalls(): void {
  console.log('\nReal recordings');
  if (missingSharedCalls !== null) {
    console.log(missingSharedCalls);
    return;
  }
  for (const call of sharedCalls()) {
    const heard = hearSamples(call.samples);
    for (const side of ['left', 'right'] as const) {
      const found = heard.parties[side]?.speech ?? [];
      const counts = { hit: 0, false: 0, missed: 0 };
      countFrames(counts, found, call.speech[side], call.durationMs);
      const trueMs = lengthOf(call.speech[side]);
      const off = (100 * (lengthOf(found) - trueMs)) / trueMs;
      console.log(
        `${call.name} ${side}: ${(lengthOf(found) / 1000).toFixed(1)} s of speech, labels ${(trueMs / 1000).toFixed(1)} s (${off.toFixed(1)} %), frame F1 ${ratesOf(counts).f1.toFixed(1)}`,
      );
    }
    const both = heard.overlaps.reduce((sum, overlap) => sum + overlap.endMs - overlap.startMs, 0);
    const interruptions = heard.overlaps.filter((overlap) => overlap.class === 'interruption').length;
    console.log(`${call.name}: ${heard.layout}, ${both / 1000} s of overlap, ${interruptions} interruptions`);
  }
}
