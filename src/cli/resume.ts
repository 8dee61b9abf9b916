import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { openInstallation } from './installation.ts';
import { exitCodes } from './report-error.ts';

/** `earmark resume`: a provider that was closed for want of money or a valid key is asked again. */
export function register(program: Command): void {
  program
    .command('resume')
    .description('ask a closed provider again, and wake the calls that wait for it')
    .argument('<provider>', 'host name, as `earmark check` shows it')
    .action(async (provider: string) => {
      await using installation = await openInstallation(readConfig());
      const wasClosed = await installation.store.gate.resume(provider);
      if (!wasClosed) {
        console.log(`${provider} is not closed`);
        process.exitCode = exitCodes.someFailed;
        return;
      }
      console.log(`${provider} is asked again; ${await installation.queue.wake()} calls woken`);
    });
}
