/** Points of the transform: 16 ms at 8 kHz. */
export const fftSize = 128;

/** Shared by all listeners, since a transform is never left half done; fixed arrays spare every bounds check. */
const re = new Float64Array(fftSize);
const im = new Float64Array(fftSize);
const hann = Float64Array.from(
  { length: fftSize },
  (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / fftSize),
);
const cosines = Float64Array.from({ length: fftSize }, (_, k) => Math.cos((2 * Math.PI * k) / fftSize));
const sines = Float64Array.from({ length: fftSize }, (_, k) => -Math.sin((2 * Math.PI * k) / fftSize));

/** Place of frequency k after three radix-4 steps without reordering; k + 64 would stand right behind it. */
const places = Uint8Array.from(
  { length: fftSize / 2 + 1 },
  (_, k) => (k & 3) * 32 + ((k >> 2) & 3) * 8 + ((k >> 4) & 3) * 2,
);

/** The windowed samples as real and imaginary part: left and right share one transform. */
function load(frames: Int16Array, from: number): void {
  for (let n = 0, at = 2 * from; n < fftSize; n++, at += 2) {
    const weight = hann[n] as number;
    re[n] = weight * (frames[at] as number);
    im[n] = weight * (frames[at + 1] as number);
  }
}

/** The first of each block's butterflies of `stepByFour`: its turning factors are all 1. */
function stepByFourUnturned(span: number): void {
  const quarter = span >> 2;
  for (let a = 0; a < fftSize; a += span) {
    const b = a + quarter;
    const c = b + quarter;
    const d = c + quarter;
    const sumRe = (re[a] as number) + (re[c] as number);
    const sumIm = (im[a] as number) + (im[c] as number);
    const difRe = (re[a] as number) - (re[c] as number);
    const difIm = (im[a] as number) - (im[c] as number);
    const oddRe = (re[b] as number) + (re[d] as number);
    const oddIm = (im[b] as number) + (im[d] as number);
    const turnRe = (im[b] as number) - (im[d] as number);
    const turnIm = (re[d] as number) - (re[b] as number);
    re[a] = sumRe + oddRe;
    im[a] = sumIm + oddIm;
    re[b] = difRe + turnRe;
    im[b] = difIm + turnIm;
    re[c] = sumRe - oddRe;
    im[c] = sumIm - oddIm;
    re[d] = difRe - turnRe;
    im[d] = difIm - turnIm;
  }
}

/** One radix-4 decimation-in-frequency step over blocks of `span` points. */
function stepByFour(span: number): void {
  const quarter = span >> 2;
  const stride = fftSize / span;
  stepByFourUnturned(span);
  for (let j = 1; j < quarter; j++) {
    const one = j * stride;
    const c1 = cosines[one] as number;
    const s1 = sines[one] as number;
    const c2 = cosines[2 * one] as number;
    const s2 = sines[2 * one] as number;
    const c3 = cosines[3 * one] as number;
    const s3 = sines[3 * one] as number;
    for (let a = j; a < fftSize; a += span) {
      const b = a + quarter;
      const c = b + quarter;
      const d = c + quarter;
      const sumRe = (re[a] as number) + (re[c] as number);
      const sumIm = (im[a] as number) + (im[c] as number);
      const difRe = (re[a] as number) - (re[c] as number);
      const difIm = (im[a] as number) - (im[c] as number);
      const oddRe = (re[b] as number) + (re[d] as number);
      const oddIm = (im[b] as number) + (im[d] as number);
      const turnRe = (im[b] as number) - (im[d] as number);
      const turnIm = (re[d] as number) - (re[b] as number);
      re[a] = sumRe + oddRe;
      im[a] = sumIm + oddIm;
      const r1 = difRe + turnRe;
      const i1 = difIm + turnIm;
      re[b] = r1 * c1 - i1 * s1;
      im[b] = r1 * s1 + i1 * c1;
      const r2 = sumRe - oddRe;
      const i2 = sumIm - oddIm;
      re[c] = r2 * c2 - i2 * s2;
      im[c] = r2 * s2 + i2 * c2;
      const r3 = difRe - turnRe;
      const i3 = difIm - turnIm;
      re[d] = r3 * c3 - i3 * s3;
      im[d] = r3 * s3 + i3 * c3;
    }
  }
}

/** Powers, times four, of both channels at the bins from `first` up to `end`; the last radix-2 step is done on the way. */
function readPowers(left: Float64Array, right: Float64Array, first: number, end: number): void {
  for (let k = first; k < end; k++) {
    const p = (places[k] as number) & 127;
    const q = (places[fftSize / 2 - k] as number) & 127;
    const a = (re[p] as number) + (re[p | 1] as number);
    const b = (re[q] as number) - (re[q | 1] as number);
    const c = (im[p] as number) + (im[p | 1] as number);
    const d = (im[q] as number) - (im[q | 1] as number);
    left[k] = (a + b) * (a + b) + (c - d) * (c - d);
    right[k] = (a - b) * (a - b) + (c + d) * (c + d);
  }
}

/**
 * Powers of two channels under one Hann window, from one complex transform of 128 interleaved frames: of each bin
 * from `first` (1 or more) up to `end` (64 or less), four times the squared magnitude.
 */
export function transformPair(
  frames: Int16Array,
  from: number,
  left: Float64Array,
  right: Float64Array,
  first: number,
  end: number,
): void {
  load(frames, from);
  stepByFour(128);
  stepByFour(32);
  stepByFour(8);
  readPowers(left, right, first, end);
}
