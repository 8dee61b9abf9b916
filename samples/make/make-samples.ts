import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allScripts } from './all-scripts.ts';
import type { CallScript } from './call-script.ts';
import { encode, extensionOf } from './encode.ts';
import { layOut } from './lay-out.ts';
import { type Mix, mixCall } from './mix.ts';
import { makePinkNoise } from './noise.ts';
import { manifestOf, transcriptOf, truthOf } from './side-files.ts';

const FOLDER = new URL('../calls/', import.meta.url).pathname;

const recordingOf = (script: CallScript): string => `${script.name}.${extensionOf[script.audio.coding]}`;

const writeJson = (name: string, value: unknown): Promise<void> =>
  writeFile(join(FOLDER, name), `${JSON.stringify(value, null, 1)}\n`);

function channelsOf(script: CallScript, mix: Mix): Float32Array[] {
  if (script.audio.layout === 'two-party') return [mix.left, mix.right];
  const mixed = mix.left.map((sample, at) => sample + (mix.right[at] ?? 0));
  return script.audio.layout === 'mono' ? [mixed] : [mixed, mixed];
}

async function makeSample(script: CallScript): Promise<void> {
  const layout = await layOut(script);
  const { leakDb, noiseSnrDb } = script.audio;
  const mix = mixCall(
    layout.lines.map((laid) => laid.placed),
    {
      seed: script.seed,
      sounds: layout.sounds,
      ...(leakDb === undefined ? {} : { leakDb }),
      ...(noiseSnrDb === undefined ? {} : { noise: { make: makePinkNoise, snrDb: noiseSnrDb } }),
    },
  );
  const path = join(FOLDER, recordingOf(script));
  await encode(channelsOf(script, mix), mix.sampleRateHz, script.audio.coding, path);
  if (script.hasTranscript) await writeJson(`${script.name}.transcript.json`, transcriptOf(script, layout));
  if (script.callIn === 'file') await writeJson(`${script.name}.call.json`, script.call);
  if (typeof script.note === 'string') await writeFile(join(FOLDER, `${script.name}.note.txt`), script.note);
  else if (script.note !== null) await writeJson(`${script.name}.note.json`, { version: 1, ...script.note });
  await writeJson(`${script.name}.truth.json`, truthOf(script, layout, mix));
  console.log(`${recordingOf(script)}  ${(mix.durationMs / 1000).toFixed(1)} s`);
}

/** Names given on the command line are made again alone; without any, the folder is emptied and all are made. */
const wanted = process.argv.slice(2);
await mkdir(FOLDER, { recursive: true });
if (wanted.length === 0) for (const name of await readdir(FOLDER)) await rm(join(FOLDER, name));
for (const script of allScripts) {
  if (wanted.length === 0 || wanted.includes(script.name)) await makeSample(script);
}
await writeFile(join(FOLDER, 'manifest.csv'), manifestOf(allScripts, recordingOf));
