import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFfmpegAudio } from '../adapters/ffmpeg-audio.ts';
import { createFolderArtifacts } from '../adapters/folder-artifacts.ts';
import type { Config } from '../config.ts';
import type { ArtifactStore, AudioCutter, AudioDecoder } from '../domain/ports.ts';

/** What scoring without a database works with; everything in it is gone when it is disposed. */
export interface Scratch extends AsyncDisposable {
  readonly audio: AudioDecoder & AudioCutter;
  readonly artifacts: ArtifactStore;
  readonly workDir: string;
}

/** A temporary workplace for one command. Fails with `E_FFMPEG` when ffmpeg cannot be started. */
export async function openScratch(config: Config): Promise<Scratch> {
  const workDir = await mkdtemp(join(tmpdir(), 'earmark-'));
  const remove = () => rm(workDir, { recursive: true, force: true });
  try {
    const audio = await createFfmpegAudio({
      ffmpeg: config.FFMPEG_PATH,
      ffprobe: config.FFPROBE_PATH,
      workDir,
    });
    return {
      audio,
      artifacts: createFolderArtifacts(join(workDir, 'artifacts')),
      workDir,
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
