import type { ChannelColumns } from './feature-columns.ts';
import { bandEdges } from './feature-table.ts';
import { fftSize, type PairFft } from './pair-fft.ts';

const firstBin = bandEdges[0];
const endBin = bandEdges[5];
/** Lines this near belong to one peak: half the main lobe of the window. */
const lobe = 2;
/** Under this code (−85 dBFS) lines are not looked for. */
const tonesFromCode = 85;
/**
 * Power of the transform to mean square of full scale 1: two-sided spectrum, window power sum (3/8 of N), N,
 * and 16-bit full scale; the fourth part undoes the doubled sums below.
 */
const powerScale = 2 / (4 * fftSize * (0.375 * fftSize) * 32768 * 32768);

function codeOf(power: number): number {
  if (power < 1e-13) return 0;
  const code = 255.5 + 8.685889638065037 * Math.log(power);
  return code <= 0 ? 0 : code >= 255 ? 255 : code | 0;
}

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

function writeLines(powers: Float64Array, total: number, columns: ChannelColumns, hop: number): void {
  const first = strongestBin(powers, -1, -1);
  const second = strongestBin(powers, first - 2 * lobe, first + 2 * lobe);
  columns.firstLine[hop] = first;
  columns.secondLine[hop] = second;
  columns.toneShare[hop] = Math.min(
    255,
    (255 * (lobePower(powers, first) + lobePower(powers, second))) / total,
  );
}

function writeRow(powers: Float64Array, columns: ChannelColumns, hop: number): void {
  let total = 0;
  for (let band = 0; band < 5; band++) {
    const end = bandEdges[band + 1] as number;
    let sum = 0;
    for (let k = bandEdges[band] as number; k < end; k++) sum += powers[k] as number;
    (columns.bands[band] as Uint8Array)[hop] = codeOf(sum * powerScale);
    total += sum;
  }
  const code = codeOf(total * powerScale);
  columns.level[hop] = code;
  if (code >= tonesFromCode) writeLines(powers, total, columns, hop);
}

/** A function that writes the row of each channel of the transformed pair into its columns. */
export function createSpectrumReader(
  fft: PairFft,
): (channels: readonly ChannelColumns[], hop: number) => void {
  const { re, im, position } = fft;
  const left = new Float64Array(endBin);
  const right = new Float64Array(endBin);
  return (channels, hop) => {
    for (let k = firstBin; k < endBin; k++) {
      const p = position[k] as number;
      const q = position[fftSize - k] as number;
      const a = re[p] as number;
      const b = re[q] as number;
      const c = im[p] as number;
      const d = im[q] as number;
      left[k] = (a + b) * (a + b) + (c - d) * (c - d);
      right[k] = (a - b) * (a - b) + (c + d) * (c + d);
    }
    writeRow(left, channels[0] as ChannelColumns, hop);
    if (channels.length === 2) writeRow(right, channels[1] as ChannelColumns, hop);
  };
}
