import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelOf } from './other-detectors.ts';

const raw = ['-f', 's16le', '-ar', '8000'];

function bytesOf(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}

function samplesOf(bytes: Buffer): Int16Array {
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~1)));
}

function run(args: readonly string[], input?: Uint8Array): Buffer {
  const done = spawnSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], { input, maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(`ffmpeg: ${done.stderr}`);
  return done.stdout;
}

/** The samples after one trip through a codec and back, as ffmpeg does it. */
function throughCodec(
  samples: Int16Array,
  channels: number,
  extension: string,
  codec: readonly string[],
): Int16Array {
  const folder = mkdtempSync(join(tmpdir(), 'recode-'));
  try {
    const path = join(folder, `call.${extension}`);
    run([...raw, '-ac', `${channels}`, '-i', 'pipe:0', ...codec, path], bytesOf(samples));
    return samplesOf(run(['-i', path, ...raw, '-ac', `${channels}`, 'pipe:1']));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** GSM holds one channel, so each goes alone. */
function throughGsm(samples: Int16Array): Int16Array {
  const sides = ([0, 1] as const).map((side) =>
    throughCodec(channelOf(samples, side), 1, 'gsm', ['-c:a', 'libgsm']),
  );
  const frames = Math.min(...sides.map((side) => side.length));
  return Int16Array.from({ length: frames * 2 }, (_, at) => sides[at & 1]?.[at >> 1] as number);
}

function withGain(samples: Int16Array, gainDb: number): Int16Array {
  const gain = 10 ** (gainDb / 20);
  return samples.map((sample) => Math.max(-32768, Math.min(32767, Math.round(sample * gain))));
}

/** Changes of a recording that must not change what is heard, by name. */
export const recodings: Readonly<Record<string, (samples: Int16Array) => Int16Array>> = {
  'gain +6 dB': (samples) => withGain(samples, 6),
  'gain -6 dB': (samples) => withGain(samples, -6),
  'G.711 A-law': (samples) => throughCodec(samples, 2, 'wav', ['-c:a', 'pcm_alaw']),
  GSM: throughGsm,
  'Opus 24 kbit/s': (samples) =>
    throughCodec(samples, 2, 'ogg', ['-ar', '48000', '-c:a', 'libopus', '-b:a', '24k']),
  'mp3 32 kbit/s': (samples) => throughCodec(samples, 2, 'mp3', ['-c:a', 'libmp3lame', '-b:a', '32k']),
  'resampled 44.1 kHz': (samples) => throughCodec(samples, 2, 'wav', ['-ar', '44100']),
};
