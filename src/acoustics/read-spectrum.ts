import type { ChannelColumns } from './feature-columns.ts';
import { bandEdges } from './feature-table.ts';
import { fftSize, transformPair } from './pair-fft.ts';
import { powerCode } from './power-code.ts';

const firstBin = bandEdges[0];
const endBin = bandEdges[5];
/** Lines this near belong to one peak: half the main lobe of the window. */
const lobe = 2;
/** Under this code (−85 dBFS) lines are not looked for. */
const tonesFromCode = 85;
/** The stronger of two tones puts at least this share of all into one bin, or there are no tones. */
const leastBinShare = 1 / 8;
/** And this around it. */
const leastLobeShare = 1 / 5;
/**
 * Power of the transform to mean square of full scale 1: two-sided spectrum, window power sum (3/8 of N), N,
 * and 16-bit full scale; the fourth part undoes the doubled sums of the transform.
 */
const powerScale = 2 / (4 * fftSize * (0.375 * fftSize) * 32768 * 32768);

const left = new Float64Array(endBin);
const right = new Float64Array(endBin);
/** Power of each band and the strongest bin of the hop at hand. */
const leftBands = new Float64Array(6);
const rightBands = new Float64Array(6);
const peakPlace = 5;

/** Sums both channels by band and finds their strongest bins, side by side: a sum waits for its own last step only. */
function sumBands(): void {
  let leftPeak = 0;
  let rightPeak = 0;
  for (let band = 0; band < 5; band++) {
    let leftSum = 0;
    let rightSum = 0;
    const end = bandEdges[band + 1] as number;
    for (let k = bandEdges[band] as number; k < end; k++) {
      const leftPower = left[k] as number;
      const rightPower = right[k] as number;
      leftSum += leftPower;
      rightSum += rightPower;
      if (leftPower > leftPeak) leftPeak = leftPower;
      if (rightPower > rightPeak) rightPeak = rightPower;
    }
    leftBands[band] = leftSum;
    rightBands[band] = rightSum;
  }
  leftBands[peakPlace] = leftPeak;
  rightBands[peakPlace] = rightPeak;
}

/** The strongest bin outside the lobe of the first line. */
function secondLine(powers: Float64Array, first: number): number {
  let best = 0;
  let bestPower = -1;
  for (let k = firstBin; k < first - 2 * lobe; k++) {
    const power = powers[k] as number;
    if (power <= bestPower) continue;
    bestPower = power;
    best = k;
  }
  for (let k = first + 2 * lobe + 1; k < endBin; k++) {
    const power = powers[k] as number;
    if (power <= bestPower) continue;
    bestPower = power;
    best = k;
  }
  return best;
}

function lobePower(powers: Float64Array, bin: number): number {
  const end = Math.min(endBin, bin + lobe + 1);
  let sum = 0;
  for (let k = Math.max(firstBin, bin - lobe); k < end; k++) sum += powers[k] as number;
  return sum;
}

/** The two strongest lines and their share, where the first holds so much that there may be tones. */
function writeLines(
  powers: Float64Array,
  peak: number,
  total: number,
  columns: ChannelColumns,
  hop: number,
): void {
  let first = firstBin as number;
  while (powers[first] !== peak) first++;
  const firstPower = lobePower(powers, first);
  if (firstPower < leastLobeShare * total) return;
  const second = secondLine(powers, first);
  columns.firstLine[hop] = first;
  columns.secondLine[hop] = second;
  columns.toneShare[hop] = Math.min(255, (255 * (firstPower + lobePower(powers, second))) / total);
}

function writeRow(powers: Float64Array, sums: Float64Array, columns: ChannelColumns, hop: number): void {
  let total = 0;
  for (let band = 0; band < 5; band++) {
    const sum = sums[band] as number;
    (columns.bands[band] as Uint8Array)[hop] = powerCode(sum * powerScale);
    total += sum;
  }
  const code = powerCode(total * powerScale);
  columns.level[hop] = code;
  const peak = sums[peakPlace] as number;
  if (code >= tonesFromCode && peak >= leastBinShare * total) writeLines(powers, peak, total, columns, hop);
}

/** Writes the row of each channel: of the 128 interleaved frames from `from` on, into its columns at `hop`. */
export function readSpectrum(
  frames: Int16Array,
  from: number,
  channels: readonly ChannelColumns[],
  hop: number,
): void {
  transformPair(frames, from, left, right, firstBin, endBin);
  sumBands();
  writeRow(left, leftBands, channels[0] as ChannelColumns, hop);
  if (channels.length === 2) writeRow(right, rightBands, channels[1] as ChannelColumns, hop);
}
