import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Language } from '../../src/domain/call.ts';
import { alignPieces } from './align-words.ts';
import { activeFrames, activeRms, gainOf } from './levels.ts';
import { resample } from './resample.ts';
import { type SpokenWord, spokenWords } from './spoken-words.ts';
import { readWav } from './wav.ts';

const run = promisify(execFile);

/** All voices come out at this rate. */
export const VOICE_RATE_HZ = 16_000;
/** Level every voice is brought to before `gainDb`, over its active frames. */
export const VOICE_LEVEL_DB = -20;
const CACHE = new URL('../../.test/voices/', import.meta.url).pathname;
/** Raise when anything below changes what is made, so that nothing old is read from the cache. */
const CACHE_VERSION = 1;
const PAUSE_MS = 120;

interface Engine {
  readonly program: 'espeak-ng' | 'flite';
  readonly name: string;
  readonly gender: 'female' | 'male';
}

/** Voices told apart by ear; English is better from flite, Mandarin exists only in espeak-ng. */
const ENGINES: Readonly<Record<Language, Readonly<Record<string, Engine>>>> = {
  en: {
    slt: { program: 'flite', name: 'slt', gender: 'female' },
    rms: { program: 'flite', name: 'rms', gender: 'male' },
    awb: { program: 'flite', name: 'awb', gender: 'male' },
    f2: { program: 'espeak-ng', name: 'en-us+f2', gender: 'female' },
    f4: { program: 'espeak-ng', name: 'en-gb+f4', gender: 'female' },
    m3: { program: 'espeak-ng', name: 'en-us+m3', gender: 'male' },
  },
  zh: {
    f1: { program: 'espeak-ng', name: 'cmn-latn-pinyin+f1', gender: 'female' },
    f2: { program: 'espeak-ng', name: 'cmn-latn-pinyin+f2', gender: 'female' },
    f4: { program: 'espeak-ng', name: 'cmn-latn-pinyin+f4', gender: 'female' },
    m1: { program: 'espeak-ng', name: 'cmn-latn-pinyin+m1', gender: 'male' },
    m3: { program: 'espeak-ng', name: 'cmn-latn-pinyin+m3', gender: 'male' },
    m7: { program: 'espeak-ng', name: 'cmn-latn-pinyin+m7', gender: 'male' },
  },
};

/** How a text is to be spoken; `rate` 1 is the voice's own pace, `gainDb` is against −20 dB. */
export interface Manner {
  readonly language: Language;
  readonly voice: string;
  readonly rate?: number;
  readonly gainDb?: number;
}

/** Speech from the first to the last active sample; word times are milliseconds in it, to about 30 ms. */
export interface Speech {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
  readonly words: readonly { readonly text: string; readonly startMs: number; readonly endMs: number }[];
}

/** Names of the voices of one language, females first. */
export function voicesOf(language: Language): string[] {
  const engines = Object.entries(ENGINES[language]);
  return [...engines].sort((a, b) => a[1].gender.localeCompare(b[1].gender)).map(([name]) => name);
}

function engineOf({ language, voice }: Manner): Engine {
  const engine = ENGINES[language][voice];
  if (engine === undefined)
    throw new Error(`no ${language} voice “${voice}”; there are ${voicesOf(language)}`);
  return engine;
}

function commandOf(engine: Engine, spoken: string, rate: number, path: string): string[] {
  if (engine.program === 'flite') {
    return [
      '-voice',
      engine.name,
      '--setf',
      `duration_stretch=${(1 / rate).toFixed(3)}`,
      '-t',
      spoken,
      '-o',
      path,
    ];
  }
  return ['-v', engine.name, '-s', `${Math.round(170 * rate)}`, '-w', path, '--', spoken];
}

/** Silence before the first and after the last active frame taken off. */
function trim(samples: Float32Array): Float32Array {
  const frames = activeFrames(samples, VOICE_RATE_HZ);
  const frame = VOICE_RATE_HZ / 100;
  return samples.slice(Math.max(0, frames.indexOf(true)) * frame, (frames.lastIndexOf(true) + 1) * frame);
}

const kept = new Map<string, Promise<Float32Array>>();

async function synthesize(engine: Engine, spoken: string, rate: number): Promise<Float32Array> {
  const name = createHash('sha256')
    .update(JSON.stringify([CACHE_VERSION, engine, spoken, rate]))
    .digest('hex');
  const cached = join(CACHE, `${name}.f32`);
  const found = await readFile(cached).catch(() => null);
  if (found !== null)
    return new Float32Array(found.buffer.slice(found.byteOffset, found.byteOffset + found.length));
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'voice-'));
  try {
    const path = join(folder, 'speech.wav');
    await run(engine.program, commandOf(engine, spoken, rate, path));
    const wav = readWav(await readFile(path));
    const samples = trim(resample(wav.samples, wav.sampleRateHz, VOICE_RATE_HZ));
    const written = join(folder, 'samples.f32');
    await writeFile(written, new Uint8Array(samples.buffer));
    await rename(written, cached).catch(() => writeFile(cached, new Uint8Array(samples.buffer)));
    return samples;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One run of the engine for one text, even when it is asked for twice at once. */
function spoken(engine: Engine, text: string, rate: number): Promise<Float32Array> {
  const key = JSON.stringify([engine, text, rate]);
  const made = kept.get(key) ?? synthesize(engine, text, rate);
  kept.set(key, made);
  return made;
}

type WordTimes = Speech['words'];

async function timeWords(engine: Engine, words: readonly SpokenWord[], rate: number, phrase: Float32Array) {
  const key = createHash('sha256')
    .update(JSON.stringify([CACHE_VERSION, engine, words, rate]))
    .digest('hex');
  const cached = join(CACHE, `${key}.words.json`);
  const found = await readFile(cached, 'utf8').catch(() => null);
  if (found !== null) return JSON.parse(found) as WordTimes;
  const pieces: Float32Array[] = [];
  const places: number[] = [];
  for (const [index, word] of words.entries()) {
    places.push(pieces.length);
    pieces.push(await spoken(engine, word.spoken, rate));
    if (word.pause !== '' && index < words.length - 1) {
      pieces.push(new Float32Array((VOICE_RATE_HZ * PAUSE_MS) / 1000));
    }
  }
  const times = alignPieces(phrase, pieces, VOICE_RATE_HZ);
  const timed: WordTimes = words.map((word, index) => {
    const [startMs, endMs] = times[places[index] ?? 0] ?? [0, 0];
    return { text: word.text, startMs, endMs };
  });
  await writeFile(cached, JSON.stringify(timed));
  return timed;
}

/**
 * A text spoken by a named voice, with the time of every word (English) or hanzi (Mandarin). Write
 * `{13800|一三八零零}` where the voice must say other words than the transcript shows; in Mandarin the spoken
 * side may also be numbered pinyin. The same arguments give the same samples; needs espeak-ng and flite.
 */
export async function speak(text: string, manner: Manner): Promise<Speech> {
  const engine = engineOf(manner);
  const rate = manner.rate ?? 1;
  const words = spokenWords(text, manner.language);
  const phrase = await spoken(engine, words.map((word) => `${word.spoken}${word.pause}`).join(' '), rate);
  const gain = gainOf(VOICE_LEVEL_DB + (manner.gainDb ?? 0)) / (activeRms(phrase, VOICE_RATE_HZ) || 1);
  return {
    samples: phrase.map((sample) => sample * gain),
    sampleRateHz: VOICE_RATE_HZ,
    words: await timeWords(engine, words, rate, phrase),
  };
}
