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

/** The first radix-4 step, straight from the samples under their window: left as real and right as imaginary part. */
function stepFromSamples(frames: Int16Array, from: number): void {
  for (let a = 0; a < 32; a++) {
    const b = a + 32;
    const c = a + 64;
    const d = a + 96;
    const at = 2 * (from + a);
    const wa = hann[a] as number;
    const wb = hann[b] as number;
    const wc = hann[c] as number;
    const wd = hann[d] as number;
    const aRe = wa * (frames[at] as number);
    const aIm = wa * (frames[at + 1] as number);
    const bRe = wb * (frames[at + 64] as number);
    const bIm = wb * (frames[at + 65] as number);
    const cRe = wc * (frames[at + 128] as number);
    const cIm = wc * (frames[at + 129] as number);
    const dRe = wd * (frames[at + 192] as number);
    const dIm = wd * (frames[at + 193] as number);
    re[a] = aRe + cRe + (bRe + dRe);
    im[a] = aIm + cIm + (bIm + dIm);
    const r1 = aRe - cRe + (bIm - dIm);
    const i1 = aIm - cIm + (dRe - bRe);
    const r2 = aRe + cRe - (bRe + dRe);
    const i2 = aIm + cIm - (bIm + dIm);
    const r3 = aRe - cRe - (bIm - dIm);
    const i3 = aIm - cIm - (dRe - bRe);
    const c1 = cosines[a] as number;
    const s1 = sines[a] as number;
    re[b] = r1 * c1 - i1 * s1;
    im[b] = r1 * s1 + i1 * c1;
    const c2 = cosines[2 * a] as number;
    const s2 = sines[2 * a] as number;
    re[c] = r2 * c2 - i2 * s2;
    im[c] = r2 * s2 + i2 * c2;
    const c3 = cosines[3 * a] as number;
    const s3 = sines[3 * a] as number;
    re[d] = r3 * c3 - i3 * s3;
    im[d] = r3 * s3 + i3 * c3;
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
  stepFromSamples(frames, from);
  stepByFour(32);
  stepByFour(8);
  readPowers(left, right, first, end);
}
