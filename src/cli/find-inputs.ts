import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecordingKey, withoutExtension } from '../domain/recording-keys.ts';
import { EarmarkError } from '../errors.ts';

const transcriptSuffix = '.transcript.json';

/** One call to score: a recording, or a transcript that lies there without one. */
export interface InputFile {
  readonly path: string;
  readonly kind: 'recording' | 'transcript';
}

/**
 * The calls among files and folders (searched to the bottom), in the order given, folders sorted. A transcript
 * beside its recording is part of that call. Throws `E_NOT_FOUND` for a path that does not exist.
 */
export async function findInputs(paths: readonly string[]): Promise<InputFile[]> {
  const inputs: InputFile[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null)
      throw new EarmarkError('E_NOT_FOUND', `"${path}" does not exist`, { remedy: 'correct the path' });
    if (found.isDirectory()) inputs.push(...(await findInFolder(path)));
    else inputs.push({ path, kind: path.endsWith(transcriptSuffix) ? 'transcript' : 'recording' });
  }
  return inputs;
}

async function findInFolder(folder: string): Promise<InputFile[]> {
  const names = (await readdir(folder, { recursive: true, encoding: 'utf8' })).sort();
  const recordings = names.filter(isRecordingKey);
  const withSound = new Set(recordings.map(withoutExtension));
  const alone = names.filter(
    (name) => name.endsWith(transcriptSuffix) && !withSound.has(name.slice(0, -transcriptSuffix.length)),
  );
  return [
    ...recordings.map((name) => ({ path: join(folder, name), kind: 'recording' as const })),
    ...alone.map((name) => ({ path: join(folder, name), kind: 'transcript' as const })),
  ];
}
