import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecordingKey, sideFileSuffixes, withoutExtension } from '../domain/recording-keys.ts';

const transcriptSuffix = '.transcript.json';

/** One call to score: a recording, or a transcript that lies there without one. */
export interface InputFile {
  readonly path: string;
  readonly kind: 'recording' | 'transcript';
}

/**
 * The calls among files and folders (searched to the bottom), in the order given, folders sorted. A transcript
 * beside its recording is part of that call. A path that does not exist stays in, so that it fails by its name.
 */
export async function findInputs(paths: readonly string[]): Promise<InputFile[]> {
  const inputs: InputFile[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) inputs.push(...(await findInFolder(path)));
    else if (path.endsWith(transcriptSuffix)) inputs.push({ path, kind: 'transcript' });
    else if (!sideFileSuffixes.some((suffix) => path.endsWith(suffix)))
      inputs.push({ path, kind: 'recording' });
  }
  return withoutSpokenFor(inputs);
}

/** A shell's `*` names side files too: a transcript whose recording is there belongs to it. */
function withoutSpokenFor(inputs: readonly InputFile[]): InputFile[] {
  const withSound = new Set(
    inputs.filter(({ kind }) => kind === 'recording').map(({ path }) => withoutExtension(path)),
  );
  return inputs.filter(
    ({ path, kind }) => kind === 'recording' || !withSound.has(path.slice(0, -transcriptSuffix.length)),
  );
}

async function findInFolder(folder: string): Promise<InputFile[]> {
  const names = (await readdir(folder, { recursive: true, encoding: 'utf8' })).sort();
  const calls = names.filter((name) => isRecordingKey(name) || name.endsWith(transcriptSuffix));
  const inputs = calls.map((name): InputFile => {
    const kind = name.endsWith(transcriptSuffix) ? 'transcript' : 'recording';
    return { path: join(folder, name), kind };
  });
  return withoutSpokenFor(inputs);
}
