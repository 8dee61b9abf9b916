import { userInfo } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { publishStandard } from '../pipeline/publish-standard.ts';
import { openStore } from '../store/open-store.ts';

/** `earmark publish`: keeps a standard under its version, which no other policy may carry from then on. */
export function register(program: Command): void {
  program
    .command('publish')
    .description('publish a standard under its version; old scorecards keep theirs')
    .argument('<file>', 'a standard, e.g. pipelines/telesales-service.yaml')
    .action(async (file: string) => {
      const config = readConfig();
      const store = await openStore({ databaseUrl: config.DATABASE_URL, dataDir: config.EARMARK_DATA });
      try {
        const at = {
          folder: dirname(file),
          name: basename(file, '.yaml'),
          prompts: config.EARMARK_PROMPTS,
        };
        const { id, version, isNew } = await publishStandard(at, store.standards, userInfo().username);
        console.log(`${id} ${version} ${isNew ? 'is published' : 'was published before, unchanged'}`);
      } finally {
        await store.close();
      }
    });
}
