import { execFile } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ScriptAudio } from './call-script.ts';
import { writeWav } from './wav.ts';

const run = promisify(execFile);

/** File extension of each coding. */
export const extensionOf: Readonly<Record<ScriptAudio['coding'], string>> = {
  'mulaw-wav': 'wav',
  'gsm-wav': 'wav',
  mp3: 'mp3',
  'opus-ogg': 'ogg',
  'aac-m4a': 'm4a',
};

/** Bit rates at which the two channels stay apart; joint stereo is off, since it moves sound between them. */
const CODERS: Readonly<Record<Exclude<ScriptAudio['coding'], 'mulaw-wav'>, readonly string[]>> = {
  'gsm-wav': ['-c:a', 'libgsm_ms', '-ar', '8000', '-ac', '1'],
  mp3: ['-c:a', 'libmp3lame', '-b:a', '40k', '-joint_stereo', '0', '-ar', '8000'],
  'opus-ogg': ['-c:a', 'libopus', '-b:a', '56k', '-vbr', 'off'],
  'aac-m4a': ['-c:a', 'aac', '-b:a', '48k', '-ar', '16000', '-movflags', '+faststart'],
};

/** Writes the channels to `path` in a coding; the same samples give the same bytes with the same ffmpeg. */
export async function encode(
  channels: readonly Float32Array[],
  sampleRateHz: number,
  coding: ScriptAudio['coding'],
  path: string,
): Promise<void> {
  if (coding === 'mulaw-wav') return writeFile(path, writeWav(channels, sampleRateHz, 'mulaw'));
  const folder = await mkdtemp(join(tmpdir(), 'sample-'));
  try {
    const plain = join(folder, 'plain.wav');
    const coded = join(folder, `coded.${extensionOf[coding]}`);
    await writeFile(plain, writeWav(channels, sampleRateHz, 'pcm16'));
    const bitExact = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact'];
    await run('ffmpeg', ['-nostdin', '-v', 'error', '-i', plain, ...CODERS[coding], ...bitExact, coded]);
    await rename(coded, path).catch(async () => {
      await run('cp', [coded, path]);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
