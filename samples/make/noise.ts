import { gainOf, rmsOf } from './levels.ts';

/** Level all sounds of this file come out at, in dB relative to full scale. */
export const SOUND_LEVEL_DB = -32;

/** The same samples at SOUND_LEVEL_DB. */
function atSoundLevel(samples: Float32Array): Float32Array {
  const gain = gainOf(SOUND_LEVEL_DB) / (rmsOf(samples) || 1);
  return samples.map((sample) => sample * gain);
}

/** Pink noise (Kellet's filter over white noise), −3 dB an octave. */
export function makePinkNoise(length: number, random: () => number): Float32Array {
  let low = 0;
  let middle = 0;
  let high = 0;
  const noise = Float32Array.from({ length }, () => {
    const white = random() * 2 - 1;
    low = 0.99765 * low + white * 0.099046;
    middle = 0.963 * middle + white * 0.2965164;
    high = 0.57 * high + white * 1.0526913;
    return low + middle + high + white * 0.1848;
  });
  return atSoundLevel(noise);
}

/** Many people talking at once: the given utterances, each looped from its own random point. */
export function makeBabble(
  utterances: readonly Float32Array[],
  length: number,
  random: () => number,
): Float32Array {
  const babble = new Float32Array(length);
  for (const utterance of utterances) {
    const gain = 1 / (rmsOf(utterance) || 1);
    const from = Math.floor(random() * utterance.length);
    for (let index = 0; index < length; index += 1) {
      babble[index] = (babble[index] ?? 0) + (utterance[(from + index) % utterance.length] ?? 0) * gain;
    }
  }
  return atSoundLevel(babble);
}

/** One tone of several frequencies with 10 ms ramps. */
function makeTone(frequenciesHz: readonly number[], durationMs: number, sampleRateHz: number): Float32Array {
  const length = Math.round((durationMs * sampleRateHz) / 1000);
  const ramp = sampleRateHz / 100;
  return Float32Array.from({ length }, (_, at) => {
    const fade = Math.min(1, at / ramp, (length - at) / ramp);
    const sum = frequenciesHz.reduce(
      (value, hz) => value + Math.sin((2 * Math.PI * hz * at) / sampleRateHz),
      0,
    );
    return (fade * sum) / frequenciesHz.length;
  });
}

const joined = (parts: readonly Float32Array[]): Float32Array => {
  const all = new Float32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const DTMF_ROWS_HZ = [697, 770, 852, 941];
const DTMF_COLUMNS_HZ = [1209, 1336, 1477];
const DTMF_KEYS = '123456789*0#';

/** The keys `0-9*#` pressed one after the other, 120 ms each with 80 ms between. */
export function makeDtmf(keys: string, sampleRateHz: number): Float32Array {
  const parts = [...keys].flatMap((key) => {
    const at = DTMF_KEYS.indexOf(key);
    if (at < 0) throw new Error(`no key “${key}” on a telephone`);
    const pair = [DTMF_ROWS_HZ[Math.floor(at / 3)] ?? 0, DTMF_COLUMNS_HZ[at % 3] ?? 0];
    return [makeTone(pair, 120, sampleRateHz), new Float32Array(Math.round(sampleRateHz * 0.08))];
  });
  return atSoundLevel(joined(parts));
}

/** What the caller hears while it rings: one tone a ring in the cadence of China (`zh`) or North America (`en`). */
export function makeRingBack(rings: number, country: 'zh' | 'en', sampleRateHz: number): Float32Array {
  const [tones, onMs, offMs] =
    country === 'zh' ? ([[450], 1000, 4000] as const) : ([[440, 480], 2000, 4000] as const);
  const parts = Array.from({ length: rings }, () => [
    makeTone(tones, onMs, sampleRateHz),
    new Float32Array(Math.round((sampleRateHz * offMs) / 1000)),
  ]);
  return joined(parts.flat()).map((sample) => sample * gainOf(SOUND_LEVEL_DB + 6));
}

const PLUCK_DECAY = 5;
const SCALE_HZ = [392, 440, 494, 587, 659, 784, 880];

/**
 * Hold music: an endless plucked tune over soft chords made up from the random numbers, nobody's work. Its level
 * moves by 4 to 6 dB (standard deviation over 10 ms), as recorded hold music does: less than speech, more than noise.
 */
export function makeHoldMusic(durationMs: number, sampleRateHz: number, random: () => number): Float32Array {
  const length = Math.round((durationMs * sampleRateHz) / 1000);
  const music = new Float32Array(length);
  const add = (hz: number, fromMs: number, forMs: number, gain: number): void => {
    const from = Math.round((fromMs * sampleRateHz) / 1000);
    const note = makeTone([hz, hz * 2, hz * 3.003], forMs, sampleRateHz);
    note.forEach((sample, at) => {
      const decay = Math.exp((-PLUCK_DECAY * at) / note.length);
      if (from + at < length) music[from + at] = (music[from + at] ?? 0) + sample * gain * decay;
    });
  };
  for (let fromMs = 0; fromMs < durationMs; fromMs += 450) {
    add(SCALE_HZ[Math.floor(random() * SCALE_HZ.length)] ?? 440, fromMs, 900, 1);
  }
  for (let fromMs = 0; fromMs < durationMs; fromMs += 1800) {
    const root = SCALE_HZ[Math.floor(random() * 4)] ?? 392;
    for (const ratio of [1, 1.25, 1.5]) add(root * ratio, fromMs, 2600, 0.35);
  }
  return atSoundLevel(music);
}
