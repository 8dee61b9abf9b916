import { hopMarks } from './feature-table.ts';

/** 16-bit and mu-law full scale; two neighbours this high are taken for clipped. */
const clipLevel = 32000;

/** Samples of one channel not yet transformed, the extremes of the running hop, and sums over everything. */
export interface Intake {
  readonly window: Float64Array;
  sum: number;
  sumOfSquares: number;
  lowest: number;
  highest: number;
  /** Neighbours both at full scale in the running hop. */
  clipped: number;
}

/** An empty intake whose window holds so many samples. */
export function createIntake(windowSamples: number): Intake {
  return {
    window: new Float64Array(windowSamples),
    sum: 0,
    sumOfSquares: 0,
    lowest: 32767,
    highest: -32768,
    clipped: 0,
  };
}

/** Forgets the extremes of the hop that has ended. */
export function startHop(intake: Intake): void {
  intake.lowest = 32767;
  intake.highest = -32768;
  intake.clipped = 0;
}

/** Bits of `hopMarks` for the running hop. */
export function marksOf(intake: Intake): number {
  if (intake.lowest >= intake.highest) return hopMarks.constant;
  return intake.clipped > 0 ? hopMarks.clipped : 0;
}

function noteExtremes(intake: Intake, place: number, count: number, lowest: number, highest: number): void {
  if (lowest < intake.lowest) intake.lowest = lowest;
  if (highest > intake.highest) intake.highest = highest;
  if (highest < clipLevel && lowest > -clipLevel) return;
  const { window } = intake;
  for (let n = Math.max(1, place); n < place + count; n++) {
    if (Math.abs(window[n] as number) >= clipLevel && Math.abs(window[n - 1] as number) >= clipLevel)
      intake.clipped++;
  }
}

/** Takes `count` samples of a one-channel block, from `from`, into the window at `place`. */
export function takeOne(intake: Intake, block: Int16Array, from: number, place: number, count: number): void {
  const { window } = intake;
  let sum = 0;
  let squares = 0;
  let lowest = 32767;
  let highest = -32768;
  for (let n = 0; n < count; n++) {
    const sample = block[from + n] as number;
    window[place + n] = sample;
    sum += sample;
    squares += sample * sample;
    if (sample < lowest) lowest = sample;
    if (sample > highest) highest = sample;
  }
  intake.sum += sum;
  intake.sumOfSquares += squares;
  noteExtremes(intake, place, count, lowest, highest);
}

/** Takes `count` frames of a two-channel block into both windows; gives the sum of left times right. */
export function takePair(
  left: Intake,
  right: Intake,
  block: Int16Array,
  from: number,
  place: number,
  count: number,
): number {
  const one = left.window;
  const two = right.window;
  let sumOne = 0;
  let sumTwo = 0;
  let squaresOne = 0;
  let squaresTwo = 0;
  let cross = 0;
  let lowestOne = 32767;
  let highestOne = -32768;
  let lowestTwo = 32767;
  let highestTwo = -32768;
  for (let n = 0, at = from; n < count; n++, at += 2) {
    const a = block[at] as number;
    const b = block[at + 1] as number;
    one[place + n] = a;
    two[place + n] = b;
    sumOne += a;
    sumTwo += b;
    squaresOne += a * a;
    squaresTwo += b * b;
    cross += a * b;
    if (a < lowestOne) lowestOne = a;
    if (a > highestOne) highestOne = a;
    if (b < lowestTwo) lowestTwo = b;
    if (b > highestTwo) highestTwo = b;
  }
  left.sum += sumOne;
  right.sum += sumTwo;
  left.sumOfSquares += squaresOne;
  right.sumOfSquares += squaresTwo;
  noteExtremes(left, place, count, lowestOne, highestOne);
  noteExtremes(right, place, count, lowestTwo, highestTwo);
  return cross;
}
