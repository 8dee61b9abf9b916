import { type Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { openInstallation } from './installation.ts';

/** `earmark spend`: what providers were paid, by the prices configured. */
export function register(program: Command): void {
  program
    .command('spend')
    .description('what requests to providers cost, by the configured prices')
    .addOption(new Option('--by <group>', 'a line each').choices(['day', 'call', 'stage']).default('day'))
    .option('--json', 'one JSON object a line')
    .action(async (options: { by: 'day' | 'call' | 'stage'; json?: true }) => {
      const config = readConfig();
      await using installation = await openInstallation(config);
      for (const { group, requests, amount, unknown } of await installation.store.ledger.spend(options.by)) {
        const money = { amount: amount / 1e6, unknown: unknown / 1e6, currency: config.EARMARK_CURRENCY };
        if (options.json) console.log(JSON.stringify({ [options.by]: group, requests, ...money }));
        else
          console.log(
            `${group}  ${requests} requests  ${money.amount.toFixed(4)} ${money.currency}` +
              (unknown > 0 ? `, of which ${money.unknown.toFixed(4)} at worst (a worker died)` : ''),
          );
      }
    });
}
