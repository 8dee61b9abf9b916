import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import type { ImportProgress } from '../domain/store-ports.ts';
import { importRecordings } from '../pipeline/import-source.ts';
import { type Installation, openInstallation } from './installation.ts';
import { takeUpInto } from './take-up.ts';

/** `earmark import`: every recording of a source becomes a call waiting to be processed. */
export function register(program: Command): void {
  program
    .command('import')
    .description('find recordings in a folder or in S3 and queue them; `work` or `serve` processes them')
    .argument('<source>', 's3://bucket/folder, or a folder')
    .option('--refresh', 'also queue finished recordings, to see changed files beside them')
    .action(async (address: string, options: { refresh?: true }) => {
      await using installation = await openInstallation(readConfig());
      const { taken, seen, refused } = await importInto(installation, address, {
        isRefresh: options.refresh ?? false,
        by: 'command line',
      });
      console.log(`${seen} recordings seen, ${taken} queued, ${seen - taken - refused} need nothing`);
      if (refused > 0) console.log(`${refused} refused: they were erased before`);
    });
}

/** Imports a source to its end, going on where an import of it was stopped before. */
export async function importInto(
  installation: Installation,
  address: string,
  options: { readonly isRefresh: boolean; readonly by: string },
  signal?: AbortSignal,
): Promise<Pick<ImportProgress, 'seen' | 'taken' | 'refused'>> {
  const { store } = installation;
  const source = installation.openSource(address);
  const stopped = await store.imports.unfinished(source.name);
  const id = stopped?.id ?? (await store.imports.begin(source.name, options.by));
  const after = options.isRefresh ? null : (stopped?.after ?? null);
  const deps = { imports: store.imports, takeUp: takeUpInto(installation) };
  await importRecordings(source, id, { isRefresh: options.isRefresh, after }, deps, signal);
  const progress = await store.imports.get(id);
  return { seen: progress?.seen ?? 0, taken: progress?.taken ?? 0, refused: progress?.refused ?? 0 };
}
