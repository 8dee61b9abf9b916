import { activeRms, gainOf, speechSpans } from './levels.ts';
import { makeRandom } from './random.ts';
import { mulawRoundTrip, overTelephone, TELEPHONE_RATE_HZ } from './telephone.ts';
import type { Speech } from './voices.ts';

/** Channel of a two-channel recording. */
export type Channel = 'left' | 'right';

/** One utterance at its place in the call. */
export interface Placed {
  readonly channel: Channel;
  readonly startMs: number;
  readonly speech: Speech;
  /** Stops after so many milliseconds of the utterance, as one who is cut off does. */
  readonly cutMs?: number;
}

/** What is added to the clean speech; everything off by default but the line's coding. */
export interface MixOptions {
  readonly seed: number;
  /** Default: 400 ms after the last sound. */
  readonly durationMs?: number;
  /** Level of the other side's echo on each channel against that side's own level, e.g. −25. */
  readonly leakDb?: number;
  /** Steady noise on both channels, so many dB under the speech. */
  readonly noise?: {
    readonly make: (length: number, random: () => number) => Float32Array;
    readonly snrDb: number;
  };
  /** Tones or music (8 kHz) laid over a channel; not speech. */
  readonly sounds?: readonly {
    readonly channel: Channel;
    readonly startMs: number;
    readonly samples: Float32Array;
  }[];
}

/** A finished call at 8 kHz and the truth about it: [startMs, endMs] of each side's speech, to 10 ms. */
export interface Mix {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly sampleRateHz: number;
  readonly durationMs: number;
  readonly speech: Readonly<Record<Channel, [number, number][]>>;
}

const FADE_MS = 15;
const TAIL_MS = 400;
const SAMPLES_PER_MS = TELEPHONE_RATE_HZ / 1000;
/** Delay and share of the two paths an echo takes. */
const LEAK_PATHS = [
  { delayMs: 6, share: 0.75 },
  { delayMs: 19, share: 0.35 },
];
const LEAK_LOW_PASS = 0.45;

/** Length of an utterance as it is heard, after a cut. */
export const lengthMs = ({ speech, cutMs }: Placed): number =>
  Math.min(cutMs ?? Number.POSITIVE_INFINITY, (speech.samples.length / speech.sampleRateHz) * 1000);

/** Words of an utterance that were said before any cut, on the call's clock in whole milliseconds. */
export function wordsOf(placed: Placed): { text: string; startMs: number; endMs: number }[] {
  const endMs = lengthMs(placed);
  return placed.speech.words
    .filter((word) => (word.startMs + word.endMs) / 2 < endMs)
    .map((word) => ({
      text: word.text,
      startMs: Math.round(placed.startMs + word.startMs),
      endMs: Math.round(placed.startMs + Math.min(word.endMs, endMs)),
    }));
}

function cut(placed: Placed): Float32Array {
  const length = Math.round((lengthMs(placed) * placed.speech.sampleRateHz) / 1000);
  const fade = (FADE_MS * placed.speech.sampleRateHz) / 1000;
  return placed.speech.samples
    .slice(0, length)
    .map((sample, at) => sample * Math.min(1, (length - at) / fade));
}

function addInto(target: Float32Array, samples: Float32Array, startMs: number, gain = 1): void {
  const from = Math.round(startMs * SAMPLES_PER_MS);
  samples.forEach((sample, at) => {
    if (from + at < target.length) target[from + at] = (target[from + at] ?? 0) + sample * gain;
  });
}

function echoOf(source: Float32Array, leakDb: number): Float32Array {
  let last = 0;
  const dull = source.map((sample) => {
    last += LEAK_LOW_PASS * (sample - last);
    return last;
  });
  const echo = new Float32Array(source.length);
  for (const { delayMs, share } of LEAK_PATHS) addInto(echo, dull, delayMs, share);
  const gain =
    (gainOf(leakDb) * activeRms(source, TELEPHONE_RATE_HZ)) / (activeRms(echo, TELEPHONE_RATE_HZ) || 1);
  return echo.map((sample) => sample * gain);
}

/** Truth of one channel from its clean utterances: pauses under 200 ms filled. */
function spansOf(placed: readonly Placed[]): [number, number][] {
  const all = placed.flatMap((utterance) =>
    speechSpans(cut(utterance), utterance.speech.sampleRateHz).map(([from, to]): [number, number] => [
      Math.round(utterance.startMs + from),
      Math.round(utterance.startMs + to),
    ]),
  );
  const spans: [number, number][] = [];
  for (const [from, to] of all.sort((a, b) => a[0] - b[0])) {
    const last = spans.at(-1);
    if (last !== undefined && from - last[1] < 200) last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  return spans;
}

/** Two channels as a telephone recorder would keep them; the same arguments give the same samples. */
export function mixCall(placed: readonly Placed[], options: MixOptions): Mix {
  const random = makeRandom(options.seed);
  const sounds = options.sounds ?? [];
  const ends = [
    ...placed.map((utterance) => utterance.startMs + lengthMs(utterance)),
    ...sounds.map((sound) => sound.startMs + sound.samples.length / SAMPLES_PER_MS),
  ];
  const durationMs = options.durationMs ?? Math.ceil(Math.max(0, ...ends) + TAIL_MS);
  const clean = { left: new Float32Array(0), right: new Float32Array(0) };
  const speech = { left: spansOf([]), right: spansOf([]) };
  for (const channel of ['left', 'right'] as const) {
    const own = placed.filter((utterance) => utterance.channel === channel);
    const samples = new Float32Array(Math.round(durationMs * SAMPLES_PER_MS));
    for (const utterance of own) {
      addInto(samples, overTelephone(cut(utterance), utterance.speech.sampleRateHz), utterance.startMs);
    }
    for (const sound of sounds) if (sound.channel === channel) addInto(samples, sound.samples, sound.startMs);
    clean[channel] = samples;
    speech[channel] = spansOf(own);
  }
  const finish = (own: Float32Array, other: Float32Array): Float32Array => {
    const mixed = own.slice();
    if (options.leakDb !== undefined) addInto(mixed, echoOf(other, options.leakDb), 0);
    if (options.noise !== undefined) {
      const level = activeRms(own, TELEPHONE_RATE_HZ) || activeRms(other, TELEPHONE_RATE_HZ);
      const noise = overTelephone(options.noise.make(own.length, random), TELEPHONE_RATE_HZ);
      const gain = (level * gainOf(-options.noise.snrDb)) / (activeRms(noise, TELEPHONE_RATE_HZ) || 1);
      addInto(mixed, noise, 0, gain);
    }
    return mulawRoundTrip(mixed);
  };
  return {
    left: finish(clean.left, clean.right),
    right: finish(clean.right, clean.left),
    sampleRateHz: TELEPHONE_RATE_HZ,
    durationMs,
    speech,
  };
}
