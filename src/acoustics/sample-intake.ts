import { hopMarks } from './feature-table.ts';

/** 16-bit and mu-law full scale; two neighbours this high are taken for clipped. */
const clipLevel = 32000;
/** DC and likeness of the channels are told from every fourth sample. */
const sumStep = 4;

/** Samples of one channel not yet transformed, and estimates of sums over all that were. */
export interface Intake {
  readonly window: Int16Array;
  sum: number;
  sumOfSquares: number;
}

/** An empty intake whose window holds so many samples. */
export function createIntake(windowSamples: number): Intake {
  return { window: new Int16Array(windowSamples), sum: 0, sumOfSquares: 0 };
}

function isClipped(window: Int16Array, from: number): boolean {
  for (let n = from; n < window.length; n++) {
    if (Math.abs(window[n] as number) >= clipLevel && Math.abs(window[n - 1] as number) >= clipLevel)
      return true;
  }
  return false;
}

/** Bits of `hopMarks` for the samples of the window from `from` on, the first of which is not 0. */
export function marksOf({ window }: Intake, from: number): number {
  const first = window[from] as number;
  let changed = 0;
  let magnitude = 0;
  for (let n = from; n < window.length; n++) {
    const sample = window[n] as number;
    changed |= sample ^ first;
    magnitude |= sample ^ (sample >> 31);
  }
  if (changed === 0) return hopMarks.constant;
  return magnitude >= clipLevel - 1 && isClipped(window, from) ? hopMarks.clipped : 0;
}

/** Adds the samples of the window from `from` on to the sums. */
export function addSums(intake: Intake, from: number): void {
  const { window } = intake;
  let sum = 0;
  let squares = 0;
  for (let n = from; n < window.length; n += sumStep) {
    const sample = window[n] as number;
    sum += sample;
    squares += sample * sample;
  }
  intake.sum += sumStep * sum;
  intake.sumOfSquares += sumStep * squares;
}

/** Estimate of the sum of left times right over both windows from `from` on. */
export function crossSumOf(left: Intake, right: Intake, from: number): number {
  const one = left.window;
  const two = right.window;
  let sum = 0;
  for (let n = from; n < one.length; n += sumStep) sum += (one[n] as number) * (two[n] as number);
  return sumStep * sum;
}

/** Takes `count` frames of a two-channel block into both windows at `place`. */
export function takePair(
  left: Intake,
  right: Intake,
  block: Int16Array,
  from: number,
  place: number,
  count: number,
): void {
  const one = left.window;
  const two = right.window;
  for (let n = place, at = from; n < place + count; n++, at += 2) {
    one[n] = block[at] as number;
    two[n] = block[at + 1] as number;
  }
}
