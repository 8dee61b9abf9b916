import { resample } from './resample.ts';

/** The rate of a telephone line. */
export const TELEPHONE_RATE_HZ = 8000;
const BAND_LOW_HZ = 300;
const BAND_HIGH_HZ = 3400;
const FILTER_TAPS = 161;
const MULAW_BIAS = 132;
const MULAW_CLIP = 32_635;

/** Taps of a linear-phase band pass (windowed sinc, Blackman). */
function bandPassTaps(lowHz: number, highHz: number, sampleRateHz: number): Float64Array {
  const middle = (FILTER_TAPS - 1) / 2;
  const lowPass = (cutHz: number, offset: number): number => {
    const ratio = (2 * cutHz) / sampleRateHz;
    return offset === 0 ? ratio : Math.sin(Math.PI * ratio * offset) / (Math.PI * offset);
  };
  return Float64Array.from({ length: FILTER_TAPS }, (_, tap) => {
    const phase = (2 * Math.PI * tap) / (FILTER_TAPS - 1);
    const window = 0.42 - 0.5 * Math.cos(phase) + 0.08 * Math.cos(2 * phase);
    return (lowPass(highHz, tap - middle) - lowPass(lowHz, tap - middle)) * window;
  });
}

/** Only what a telephone line carries, 300–3400 Hz, without delay; of the result every `step`-th sample. */
function limitBand(samples: Float32Array, sampleRateHz: number, step: number): Float32Array {
  const taps = bandPassTaps(BAND_LOW_HZ, BAND_HIGH_HZ, sampleRateHz);
  const middle = (FILTER_TAPS - 1) / 2;
  const out = new Float32Array(Math.floor(samples.length / step));
  for (let index = 0; index < out.length; index += 1) {
    const latest = index * step + middle;
    const first = Math.max(0, latest - samples.length + 1);
    const last = Math.min(FILTER_TAPS - 1, latest);
    let sum = 0;
    for (let tap = first; tap <= last; tap += 1) sum += (samples[latest - tap] ?? 0) * (taps[tap] ?? 0);
    out[index] = sum;
  }
  return out;
}

/** One sample −1…1 as a G.711 µ-law byte. */
export function encodeMulaw(sample: number): number {
  const linear = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
  const sign = linear < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(linear), MULAW_CLIP) + MULAW_BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** The sample −1…1 a G.711 µ-law byte stands for. */
export function decodeMulaw(byte: number): number {
  const code = ~byte & 0xff;
  const exponent = (code >> 4) & 0x07;
  const magnitude = ((((code & 0x0f) << 3) + MULAW_BIAS) << exponent) - MULAW_BIAS;
  return (code & 0x80 ? -magnitude : magnitude) / 32_768;
}

/** The same samples after one pass through µ-law coding. */
export const mulawRoundTrip = (samples: Float32Array): Float32Array =>
  samples.map((sample) => decodeMulaw(encodeMulaw(sample)));

/** Speech as it arrives over a telephone line: 8 kHz, 300–3400 Hz; coding noise comes with the mix. */
export function overTelephone(samples: Float32Array, sampleRateHz: number): Float32Array {
  const step = sampleRateHz / TELEPHONE_RATE_HZ;
  if (Number.isInteger(step)) return limitBand(samples, sampleRateHz, step);
  return limitBand(resample(samples, sampleRateHz, TELEPHONE_RATE_HZ), TELEPHONE_RATE_HZ, 1);
}
