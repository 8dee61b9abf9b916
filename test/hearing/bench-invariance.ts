import type { Overlap } from '../../src/domain/acoustics.ts';
import { overlapCondition } from './conditions.ts';
import { hearSamples } from './hear-call.ts';
import { makeCall } from './make-call.ts';
import { recodings } from './recode.ts';

/** Codecs shift sound by up to this. */
const toleranceMs = 150;

/** How many of the overlaps keep their class, of how many. */
export interface Kept {
  kept: number;
  of: number;
}

function isSame(one: Overlap, two: Overlap): boolean {
  return (
    one.startMs <= two.endMs + toleranceMs &&
    two.startMs <= one.endMs + toleranceMs &&
    one.class === two.class
  );
}

/** Counts the overlaps of one recording that have the same class after a change of it. */
export function countKept(before: readonly Overlap[], after: readonly Overlap[], kept: Kept): void {
  kept.of += before.length;
  kept.kept += before.filter((one) => after.some((two) => isSame(one, two))).length;
}

/** Prints how many overlaps keep their class under gain, codecs and resampling. */
export async function benchInvariance(seeds: readonly number[]): Promise<void> {
  console.log(`\nOverlaps that keep their class, ${seeds.length} calls`);
  const calls = await Promise.all(seeds.map((seed) => makeCall(overlapCondition, seed)));
  const before = calls.map((call) => hearSamples(call.samples).overlaps);
  for (const [name, recode] of Object.entries(recodings)) {
    const kept: Kept = { kept: 0, of: 0 };
    calls.forEach((call, index) => {
      countKept(before[index] ?? [], hearSamples(recode(call.samples)).overlaps, kept);
    });
    console.log(
      `${name.padEnd(22)}${((100 * kept.kept) / kept.of).toFixed(1)} % (${kept.kept} of ${kept.of})`,
    );
  }
}
