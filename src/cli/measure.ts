import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { decodeFeatures } from '../acoustics/feature-table.ts';
import { measure } from '../acoustics/measure.ts';
import { nameParties } from '../acoustics/name-parties.ts';
import { folderRecordings } from '../adapters/folder-recordings.ts';
import { type Config, readConfig } from '../config.ts';
import type { Acoustics } from '../domain/acoustics.ts';
import { asEarmarkError, EarmarkError } from '../errors.ts';
import { describeCall } from '../stages/describe-call.ts';
import { normalizeAudio } from '../stages/normalize-audio.ts';
import { findInputs } from './find-inputs.ts';
import { inOrder } from './in-order.ts';
import { errorLine, exitCodes, formatError } from './report-error.ts';
import { openScratch, type Scratch } from './scratch.ts';

/** `earmark measure`: what is heard in recordings, without any transcript or standard. */
export function register(program: Command): void {
  program
    .command('measure')
    .description('print what is heard: who spoke when, overlaps, silences, levels')
    .argument('<files...>', 'recordings, or folders of them')
    .option('--json', 'one JSON object a recording on standard output')
    .action(async (paths: string[], options: { json?: true }) => {
      const config = readConfig();
      const inputs = (await findInputs(paths)).filter(({ kind }) => kind === 'recording');
      if (inputs.length === 0)
        throw new EarmarkError('E_USAGE', 'there is no recording among these', {
          remedy: 'name recordings or folders',
        });
      await using scratch = await openScratch(config);
      await inOrder(inputs, availableParallelism(), ({ path }) => measureFile(path, scratch, config), {
        done: ({ path }, heard) =>
          console.log(options.json ? JSON.stringify(heard) : describeHeard(path, heard)),
        failed: ({ path }, error) => {
          process.exitCode = exitCodes.someFailed;
          if (options.json) console.log(errorLine(path, asEarmarkError(error)));
          else console.error(`${path}\n${formatError(asEarmarkError(error))}`);
        },
      });
    });
}

async function measureFile(
  path: string,
  scratch: Scratch,
  config: Config,
): Promise<{ file: string } & Acoustics<string>> {
  const source = folderRecordings(dirname(path));
  const ref = await source.find(basename(path));
  if (ref === null)
    throw new EarmarkError('E_NOT_FOUND', 'the recording is gone', { remedy: 'name it again' });
  const { call } = await describeCall(source, ref, {
    manifest: null,
    keyPattern: null,
    timeZone: config.EARMARK_TIME_ZONE,
    nowMs: Date.now(),
  });
  const recording = await normalizeAudio({ ref, path, sizeBytes: ref.sizeBytes, contentHash: '' }, scratch);
  const heard = measure(decodeFeatures(await scratch.artifacts.read(recording.features.name)));
  const flags = [...new Set([...heard.flags, ...recording.flags])];
  const { channels } = call;
  if (channels === undefined || heard.layout === 'mono' || heard.layout === 'fake-stereo')
    return { file: path, ...heard, flags };
  const sideOf = (channel: number) => (channel === 0 ? 'left' : channel === 1 ? 'right' : null);
  const named = nameParties(heard, { agent: sideOf(channels.agent), customer: sideOf(channels.customer) });
  return { file: path, ...named, flags };
}

function describeHeard(path: string, heard: Acoustics<string>): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const level = (db: number | null) => (db === null ? '' : `, ${db.toFixed(1)} dB`);
  const parties = Object.entries(heard.parties).map(([name, party]) =>
    party === undefined ? '' : `  ${name}: ${seconds(party.speechMs)} of speech${level(party.levelDb)}`,
  );
  const overlaps = heard.overlaps.map(
    ({ startMs, endMs, incoming, floor, class: kind }) =>
      `  ${seconds(startMs)}–${seconds(endMs)} ${kind}: ${incoming} came in on ${floor}`,
  );
  const flags = heard.flags.length > 0 ? [`  flags: ${heard.flags.join(', ')}`] : [];
  return [`${path}: ${seconds(heard.durationMs)}, ${heard.layout}`, ...parties, ...overlaps, ...flags].join(
    '\n',
  );
}
