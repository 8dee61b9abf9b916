import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { EarmarkError } from '../errors.ts';
import { eraseCalls } from './erase-calls.ts';
import { openInstallation } from './installation.ts';
import { exitCodes } from './report-error.ts';

/** `earmark erase`: takes the content of a call or of a customer's calls away for good. */
export function register(program: Command): void {
  program
    .command('erase')
    .description('erase calls for good: words, notes, sound, replies; figures stay, the recording is refused')
    .option('--call <id>', 'this call, and every other with the same bytes')
    .option('--customer <reference>', 'every call of this customer up to now')
    .action(async ({ call, customer }: { call?: string; customer?: string }) => {
      if ((call === undefined) === (customer === undefined))
        throw new EarmarkError('E_USAGE', 'say what to erase', {
          remedy: 'give either --call or --customer',
        });
      await using installation = await openInstallation(readConfig());
      const subject = call === undefined ? { customer: customer ?? '' } : { call };
      const by = { kind: 'command-line', id: null } as const;
      const count = await eraseCalls(installation, { subject, by, because: 'asked' });
      console.log(`${count} call(s) erased`);
      if (count === 0) process.exitCode = exitCodes.someFailed;
    });
}
