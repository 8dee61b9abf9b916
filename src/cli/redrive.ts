import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { EarmarkError } from '../errors.ts';
import { openInstallation } from './installation.ts';
import { redriveAll, redriveCall } from './redrive-calls.ts';
import { exitCodes } from './report-error.ts';

/** `earmark redrive`: given-up calls go back on the queue, from the stage they failed in. */
export function register(program: Command): void {
  program
    .command('redrive')
    .description('put given-up calls back on the queue; what their stages gave before is used again')
    .argument('[ids...]', 'ids of calls, as `earmark failed` lists them')
    .option('--all', 'every given-up call')
    .action(async (ids: string[], options: { all?: true }) => {
      if (ids.length === 0 && !options.all)
        throw new EarmarkError('E_USAGE', 'no call is named', { remedy: 'give ids, or --all' });
      await using installation = await openInstallation(readConfig());
      if (options.all) {
        console.log(`${await redriveAll(installation)} calls put back`);
        return;
      }
      for (const id of ids) {
        const isBack = await redriveCall(installation, id);
        console.log(`${id}  ${isBack ? 'put back' : 'is not given up'}`);
        if (!isBack) process.exitCode = exitCodes.someFailed;
      }
    });
}
