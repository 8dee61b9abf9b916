import type { Command } from 'commander';
import { decodeFeatures } from '../acoustics/feature-table.ts';
import { findPlayedBack, type PrintedCall } from '../acoustics/find-played-back.ts';
import { printSound } from '../acoustics/sound-print.ts';
import { readConfig } from '../config.ts';
import { EarmarkError } from '../errors.ts';
import { nameOf } from '../pipeline/stored-material.ts';
import { type Installation, openInstallation } from './installation.ts';

/** `earmark played-back`: calls in which an agent plays a recording instead of speaking. */
export function register(program: Command): void {
  program
    .command('played-back')
    .description(
      'list sound that is the same in three or more calls of an agent: a script played back, to be heard',
    )
    .requiredOption('--agent <id>', 'whose calls')
    .option('--limit <number>', 'how many of the newest', '200')
    .option('--json', 'one JSON object a line')
    .action(async (options: { agent: string; limit: string; json?: true }) => {
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
        throw new EarmarkError('E_USAGE', '--limit is no number of calls', {
          remedy: 'write a whole number up to 1000',
        });
      await using installation = await openInstallation(readConfig());
      const calls = await printCalls(installation, options.agent, limit);
      const found = findPlayedBack(calls);
      for (const { calls: same, lengthMs } of found) {
        if (options.json) console.log(JSON.stringify({ lengthMs, calls: same }));
        else
          console.log(
            `${(lengthMs / 1000).toFixed(0)} s are the same in: ${same.map(({ id, fromMs }) => `${id} at ${(fromMs / 1000).toFixed(0)} s`).join(', ')}`,
          );
      }
      if (!options.json) console.log(`${calls.length} calls heard, ${found.length} to be reviewed`);
    });
}

/** The agent's side of the newest scored calls of an agent; calls without a recording or certain roles are left out. */
async function printCalls(
  { store, artifacts, config }: Installation,
  agent: string,
  limit: number,
): Promise<PrintedCall[]> {
  const calls: PrintedCall[] = [];
  let after: Parameters<typeof store.lists.list>[1]['after'] = null;
  do {
    const page = { limit: Math.min(100, limit), after, timeZone: config.EARMARK_TIME_ZONE };
    const found = await store.lists.list({ status: 'scored', agent }, page);
    for (const { id } of found.calls) {
      const call = await store.calls.get(id);
      const side = call?.roles?.agent ?? null;
      if (calls.length >= limit || !call?.recording || side === null) continue;
      const table = decodeFeatures(await artifacts.read(call.recording.features.name));
      const channel = table.channels[side === 'left' ? 0 : 1];
      if (channel) calls.push({ id: call.metadata.callId ?? nameOf(call.key), print: printSound(channel) });
    }
    after = found.next;
  } while (after !== null && calls.length < limit);
  return calls;
}
