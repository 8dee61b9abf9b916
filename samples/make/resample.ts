/** Half the filter's length in samples of the slower rate: wide enough for 60 dB of image rejection. */
const HALF_TAPS = 24;

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** Samples at another rate, band-limited to the lower of the two (windowed sinc); the same array when equal. */
export function resample(samples: Float32Array, fromHz: number, toHz: number): Float32Array {
  if (fromHz === toHz) return samples;
  const step = fromHz / toHz;
  const cutoff = Math.min(1, toHz / fromHz);
  const reach = HALF_TAPS / cutoff;
  const out = new Float32Array(Math.floor(samples.length / step));
  for (let index = 0; index < out.length; index += 1) {
    const centre = index * step;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let at = first; at <= last; at += 1) {
      const distance = at - centre;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
      sum += (samples[at] ?? 0) * sinc(distance * cutoff) * window * cutoff;
    }
    out[index] = sum;
  }
  return out;
}
