import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { CallFilter, CallPlace } from '../domain/call-list.ts';
import { type Installation, openInstallation } from './installation.ts';

/** New recordings go first. */
export const LOW_PRIORITY = -10;
const PAGE = 500;

/** `earmark rescore`: history by the standard of today, from what is stored; nothing is transcribed. */
export function register(program: Command): void {
  program
    .command('rescore')
    .description('queue scored calls to be scored again at low priority; old scorecards are kept')
    .option('--standard <id>', 'only calls scored by this standard')
    .option('--agent <id>', 'only calls of this agent')
    .option('--team <name>', 'only calls of this team')
    .option('--from <day>', 'only calls from this day on')
    .option('--to <day>', 'only calls up to this day')
    .action(async (filter: CallFilter) => {
      await using installation = await openInstallation(readConfig());
      const count = await queueRescore(installation, filter, (sofar) => console.error(`${sofar} queued`));
      console.log(
        `${count} calls queued; \`earmark work\` scores them, a repeat of this command is harmless`,
      );
    });
}

/**
 * Queues every scored call that matches, in bounded memory; one that waits already is not queued twice, so a stopped
 * run is simply begun again. Returns how many were looked at.
 */
export async function queueRescore(
  { store, queue, config }: Pick<Installation, 'store' | 'queue' | 'config'>,
  filter: CallFilter,
  progress: (sofar: number) => void = () => {},
): Promise<number> {
  let after: CallPlace | null = null;
  let count = 0;
  do {
    const page = { limit: PAGE, after, timeZone: config.EARMARK_TIME_ZONE };
    const { calls, next } = await store.lists.list(filter, page);
    for (const { id, scorecardId, duplicateOf } of calls) {
      if (scorecardId === null || duplicateOf !== null) continue;
      await queue.add({ callRecordId: id, cause: 'rescore' }, LOW_PRIORITY);
      count += 1;
    }
    progress(count);
    after = next;
  } while (after !== null);
  return count;
}
