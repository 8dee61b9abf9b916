import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { FailedCall } from '../domain/operation-ports.ts';
import { openInstallation } from './installation.ts';

/** `earmark failed`: the calls that were given up, with the reason of each. */
export function register(program: Command): void {
  program
    .command('failed')
    .description('list the calls that were given up, newest first: code, stage, attempts, what to do')
    .option('--json', 'one JSON object a line')
    .option('--limit <number>', 'most to list', Number, 100)
    .action(async (options: { json?: true; limit: number }) => {
      await using installation = await openInstallation(readConfig());
      const failed = await installation.store.failures.list(options.limit);
      for (const call of failed) console.log(options.json ? JSON.stringify(call) : describe(call));
      const count = await installation.store.failures.count();
      if (!options.json) console.log(count === 0 ? 'no call was given up' : `${count} given up in all`);
    });
}

function describe({ id, key, code, stage, attempts, message, remedy }: FailedCall): string {
  const where = `${code} in ${stage ?? 'no stage yet'} after ${attempts} attempt(s)`;
  const what = `${message}${remedy === null ? '' : ` → ${remedy}`}`;
  return `${id}  ${key}\n    ${where}\n    ${what}`;
}
