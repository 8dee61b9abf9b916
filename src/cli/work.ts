import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { workCalls } from '../queue/work-calls.ts';
import { type CallObserver, handleCall, shortName } from './handle-call.ts';
import { type Installation, openInstallation } from './installation.ts';
import { untilSignal } from './until-signal.ts';

/** `earmark work`: takes queued calls through the pipeline; start more of them to go faster. */
export function register(program: Command): void {
  program
    .command('work')
    .description('process queued calls until stopped; needs PostgreSQL to run beside others')
    .option('--until-drained', 'return when nothing is queued')
    .action(async (options: { untilDrained?: true }) => {
      const config = readConfig();
      await using installation = await openInstallation(config, (call, stage, state) => {
        if (state === 'ended') console.error(`${shortName(call)}: ${stage}`);
      });
      const observer: CallObserver = {
        done: () => {},
        failed: (id, error) => console.error(`call ${id}: ${error.code} ${error.message}`),
      };
      await workInstallation(installation, observer, untilSignal(), options.untilDrained ?? false);
    });
}

/** Works the installation's queue until aborted, or until nothing is left. */
export function workInstallation(
  installation: Installation,
  observer: CallObserver,
  signal: AbortSignal,
  untilDrained: boolean,
): Promise<void> {
  return workCalls(installation.queue, {
    concurrency: installation.config.EARMARK_CONCURRENCY,
    handle: (taken, lost) => handleCall(taken, installation, observer, lost),
    signal,
    untilDrained,
  });
}
