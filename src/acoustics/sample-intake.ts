import { hopMarks } from './feature-table.ts';

/** 16-bit and mu-law full scale; two neighbours this high are taken for clipped. */
const clipLevel = 32000;
/** DC and likeness of the channels are told from every fourth sample. */
const sumStep = 4;

/** Estimates of sums over all samples of a pair of channels, for DC and copies. */
export interface PairSums {
  readonly sum: [number, number];
  readonly sumOfSquares: [number, number];
  cross: number;
}

/** Sums of nothing. */
export function createSums(): PairSums {
  return { sum: [0, 0], sumOfSquares: [0, 0], cross: 0 };
}

/** Adds the interleaved frames from `from` up to `end` to the sums. */
export function addFrames(sums: PairSums, frames: Int16Array, from: number, end: number): void {
  let leftSum = 0;
  let rightSum = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  let cross = 0;
  for (let at = 2 * from; at < 2 * end; at += 2 * sumStep) {
    const left = frames[at] as number;
    const right = frames[at + 1] as number;
    leftSum += left;
    rightSum += right;
    leftSquares += left * left;
    rightSquares += right * right;
    cross += left * right;
  }
  sums.sum[0] += sumStep * leftSum;
  sums.sum[1] += sumStep * rightSum;
  sums.sumOfSquares[0] += sumStep * leftSquares;
  sums.sumOfSquares[1] += sumStep * rightSquares;
  sums.cross += sumStep * cross;
}

function isConstant(frames: Int16Array, from: number, end: number): boolean {
  const first = frames[from] as number;
  for (let at = from + 2; at < end; at += 2) if (frames[at] !== first) return false;
  return true;
}

/** True where two neighbours of one channel are at full scale. Of two neighbours one has an even place, so every second one is tried first. */
function isClipped(frames: Int16Array, from: number, end: number): boolean {
  let magnitude = 0;
  for (let at = from; at < end; at += 4) {
    const sample = frames[at] as number;
    magnitude |= sample ^ (sample >> 31);
  }
  if (magnitude < clipLevel - 1) return false;
  for (let at = from; at < end; at += 2) {
    if (Math.abs(frames[at] as number) >= clipLevel && Math.abs(frames[at - 2] as number) >= clipLevel)
      return true;
  }
  return false;
}

/** Bits of `hopMarks` for one channel of the interleaved frames from `from`, an even place, up to `end`. */
export function marksOf(frames: Int16Array, channel: 0 | 1, from: number, end: number): number {
  const first = 2 * from + channel;
  const last = 2 * end + channel;
  if (isConstant(frames, first, last)) return hopMarks.constant;
  return isClipped(frames, first, last) ? hopMarks.clipped : 0;
}
