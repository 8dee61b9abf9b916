/** Points of the transform: 16 ms at 8 kHz. */
export const fftSize = 128;

/** One complex 128-point transform, in place; two real channels share it as real and imaginary part. */
export interface PairFft {
  readonly re: Float64Array;
  readonly im: Float64Array;
  /** Where frequency k stands after `transform`. */
  readonly position: Uint8Array;
  transform(): void;
}

const cosines = Float64Array.from({ length: fftSize }, (_, k) => Math.cos((2 * Math.PI * k) / fftSize));
const sines = Float64Array.from({ length: fftSize }, (_, k) => -Math.sin((2 * Math.PI * k) / fftSize));

/** Place of frequency k after three radix-4 steps and one radix-2 step without reordering. */
function placeOf(k: number): number {
  return (k & 3) * 32 + ((k >> 2) & 3) * 8 + ((k >> 4) & 3) * 2 + (k >> 6);
}

/** The first of each block's butterflies of `stepByFour`: its turning factors are all 1. */
function stepByFourUnturned(re: Float64Array, im: Float64Array, span: number): void {
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
function stepByFour(re: Float64Array, im: Float64Array, span: number): void {
  const quarter = span >> 2;
  const stride = fftSize / span;
  stepByFourUnturned(re, im, span);
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

function stepByTwo(re: Float64Array, im: Float64Array): void {
  for (let a = 0; a < fftSize; a += 2) {
    const r = re[a + 1] as number;
    const i = im[a + 1] as number;
    const r0 = re[a] as number;
    const i0 = im[a] as number;
    re[a] = r0 + r;
    im[a] = i0 + i;
    re[a + 1] = r0 - r;
    im[a + 1] = i0 - i;
  }
}

/** A transform with its own buffers, allocated once. */
export function createPairFft(): PairFft {
  const re = new Float64Array(fftSize);
  const im = new Float64Array(fftSize);
  const position = Uint8Array.from({ length: fftSize }, (_, k) => placeOf(k));
  return {
    re,
    im,
    position,
    transform() {
      stepByFour(re, im, 128);
      stepByFour(re, im, 32);
      stepByFour(re, im, 8);
      stepByTwo(re, im);
    },
  };
}
