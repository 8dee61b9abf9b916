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

function strongestBin(powers: Float64Array, skipFrom: number, skipTo: number): number {
  let best = 0;
  let bestPower = -1;
  for (let k = firstBin; k < endBin; k++) {
    if (k >= skipFrom && k <= skipTo) continue;
    const power = powers[k] as number;
    if (power > bestPower) {
      bestPower = power;
      best = k;
    }
  }
  return best;
}

function lobePower(powers: Float64Array, bin: number): number {
  let sum = 0;
  for (let k = Math.max(firstBin, bin - lobe); k <= Math.min(endBin - 1, bin + lobe); k++)
    sum += powers[k] as number;
  return sum;
}

/** The two strongest lines and their share, where so much stands in few bins that there may be tones. */
function writeLines(powers: Float64Array, total: number, columns: ChannelColumns, hop: number): void {
  const first = strongestBin(powers, -1, -1);
  if ((powers[first] as number) < leastBinShare * total) return;
  const firstPower = lobePower(powers, first);
  if (firstPower < leastLobeShare * total) return;
  const second = strongestBin(powers, first - 2 * lobe, first + 2 * lobe);
  columns.firstLine[hop] = first;
  columns.secondLine[hop] = second;
  columns.toneShare[hop] = Math.min(255, (255 * (firstPower + lobePower(powers, second))) / total);
}

function sumOf(powers: Float64Array, from: number, end: number): number {
  let sum = 0;
  for (let k = from; k < end; k++) sum += powers[k] as number;
  return sum;
}

function writeRow(powers: Float64Array, columns: ChannelColumns, hop: number): void {
  let total = 0;
  for (let band = 0; band < 5; band++) {
    const sum = sumOf(powers, bandEdges[band] as number, bandEdges[band + 1] as number);
    (columns.bands[band] as Uint8Array)[hop] = powerCode(sum * powerScale);
    total += sum;
  }
  const code = powerCode(total * powerScale);
  columns.level[hop] = code;
  if (code >= tonesFromCode) writeLines(powers, total, columns, hop);
}

/** Writes the row of each channel: of the 128 interleaved frames from `from` on, into its columns at `hop`. */
export function readSpectrum(
  frames: Int16Array,
  from: number,
  channels: readonly ChannelColumns[],
  hop: number,
): void {
  transformPair(frames, from, left, right, firstBin, endBin);
  writeRow(left, channels[0] as ChannelColumns, hop);
  if (channels.length === 2) writeRow(right, channels[1] as ChannelColumns, hop);
}
