import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Channel, lengthMs, mixCall } from '../../samples/make/mix.ts';
import { makeBabble, makeDtmf, makeHoldMusic, makePinkNoise } from '../../samples/make/noise.ts';
import { makeRandom } from '../../samples/make/random.ts';
import { speak, voicesOf } from '../../samples/make/voices.ts';
import type { Span } from '../../src/domain/acoustics.ts';
import type { Language } from '../../src/domain/call.ts';
import { textsOf } from './dialogue-texts.ts';
import { naturalRates, publishedRates, scriptedRates } from './meeting-rates.ts';
import { type Script, scriptCall, type TrueEvent, type TrueWord } from './script-call.ts';

const ratesByName = { scripted: scriptedRates, natural: naturalRates, published: publishedRates } as const;

/** What a made call sounds like. */
export interface Condition {
  readonly name: string;
  readonly noise?: 'pink' | 'babble';
  readonly snrDb?: number;
  readonly leakDb?: number;
  readonly hasHold?: boolean;
  /** `scripted` where none is named. */
  readonly rates?: keyof typeof ratesByName;
  readonly durationMs: number;
}

/** A made call with its truth; samples are interleaved stereo at 8 kHz. */
export interface LabelledCall {
  readonly name: string;
  readonly language: Language;
  readonly samples: Int16Array;
  readonly durationMs: number;
  readonly speech: Readonly<Record<Channel, readonly Span[]>>;
  readonly events: readonly TrueEvent[];
  readonly words: readonly TrueWord[];
  /** Where hold music plays. */
  readonly hold: readonly Span[];
}

const cacheFolder = new URL('../../.test/hearing/', import.meta.url).pathname;
/** Raise when the generator changes what it makes. */
const cacheVersion = 4;
const holdMs = 20_000;
const pauseMs = holdMs + 4000;

/** The first moment after `fromMs` at which nobody speaks for a while. */
function quietMoment(script: Script, fromMs: number): number {
  const ends = script.placed.map((placed) => placed.startMs + lengthMs(placed)).sort((a, b) => a - b);
  const isQuiet = (at: number) =>
    script.placed.every((placed) => placed.startMs >= at || placed.startMs + lengthMs(placed) <= at);
  return ends.find((end) => end >= fromMs && isQuiet(end)) ?? (ends.at(-1) as number);
}

/** The same script with everything from `atMs` on so much later. */
function withPause(script: Script, atMs: number): Script {
  const later = (timeMs: number) => (timeMs >= atMs ? timeMs + pauseMs : timeMs);
  const moved = <T extends { startMs: number; endMs: number }>(part: T): T => {
    const by = later(part.startMs) - part.startMs;
    return { ...part, startMs: part.startMs + by, endMs: part.endMs + by };
  };
  return {
    placed: script.placed.map((placed) => ({ ...placed, startMs: later(placed.startMs) })),
    events: script.events.map(moved),
    words: script.words.map(moved),
  };
}

async function babbleSource(language: Language): Promise<Float32Array[]> {
  const voices = voicesOf(language);
  return Promise.all(
    textsOf(language)
      .turns.slice(0, 8)
      .map(async (text, index) => {
        const speech = await speak(text, { language, voice: voices[index % voices.length] as string });
        return speech.samples;
      }),
  );
}

async function noiseOf(condition: Condition, language: Language) {
  if (condition.noise === undefined) return {};
  const make = condition.noise === 'pink' ? makePinkNoise : undefined;
  const sources = make ? [] : await babbleSource(language);
  return {
    noise: {
      make: make ?? ((length: number, random: () => number) => makeBabble(sources, length, random)),
      snrDb: condition.snrDb ?? 20,
    },
  };
}

async function render(condition: Condition, seed: number): Promise<LabelledCall> {
  const random = makeRandom(seed);
  const language: Language = seed % 2 === 0 ? 'en' : 'zh';
  const rates = ratesByName[condition.rates ?? 'scripted'];
  let script = await scriptCall(random, language, condition.durationMs, rates);
  const holdAt = condition.hasHold ? quietMoment(script, condition.durationMs / 3) : null;
  if (holdAt !== null) script = withPause(script, holdAt);
  const musicAt = (holdAt ?? 0) + 1500;
  const sounds =
    holdAt === null
      ? []
      : [
          { channel: 'left' as const, startMs: musicAt, samples: makeHoldMusic(holdMs, 8000, random) },
          { channel: 'right' as const, startMs: musicAt + holdMs + 500, samples: makeDtmf('4711', 8000) },
        ];
  const mix = mixCall(script.placed, {
    seed,
    ...(condition.leakDb === undefined ? {} : { leakDb: condition.leakDb }),
    ...(await noiseOf(condition, language)),
    sounds,
  });
  const samples = new Int16Array(mix.left.length * 2);
  for (let n = 0; n < mix.left.length; n++) {
    samples[2 * n] = Math.max(-32768, Math.min(32767, Math.round((mix.left[n] as number) * 32767)));
    samples[2 * n + 1] = Math.max(-32768, Math.min(32767, Math.round((mix.right[n] as number) * 32767)));
  }
  return {
    name: `${condition.name} #${seed}`,
    language,
    samples,
    durationMs: mix.left.length / 8,
    speech: mix.speech,
    events: script.events,
    words: script.words,
    hold: holdAt === null ? [] : [[musicAt, musicAt + holdMs]],
  };
}

/** The call of that condition and seed, made once and kept under `.test/`. */
export async function makeCall(condition: Condition, seed: number): Promise<LabelledCall> {
  const key = createHash('sha256')
    .update(JSON.stringify([cacheVersion, condition, seed]))
    .digest('hex')
    .slice(0, 24);
  const path = join(cacheFolder, key);
  const truth = await readFile(`${path}.json`, 'utf8').catch(() => null);
  if (truth !== null) {
    const bytes = await readFile(`${path}.s16`);
    const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    return { ...(JSON.parse(truth) as Omit<LabelledCall, 'samples'>), samples };
  }
  const call = await render(condition, seed);
  const { samples, ...rest } = call;
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(`${path}.s16`, new Uint8Array(samples.buffer));
  await writeFile(`${path}.json`, JSON.stringify(rest));
  return call;
}
