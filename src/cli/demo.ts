import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { EarmarkError } from '../errors.ts';
import { addDemoPeople, demoPassword } from './demo-people.ts';
import type { CallObserver } from './handle-call.ts';
import { shortName } from './handle-call.ts';
import { importInto } from './import.ts';
import { type Installation, openInstallation } from './installation.ts';
import { coreCriteria } from './score.ts';
import { formatScorecards, type TableRow } from './scorecard-table.ts';
import { serveUntil } from './serve.ts';
import { untilSignal } from './until-signal.ts';
import { workInstallation } from './work.ts';

const samples = fileURLToPath(new URL('../../samples/calls', import.meta.url));

/** `earmark demo`: the sample calls, from recording to scorecard, on the embedded database. */
export function register(program: Command): void {
  program
    .command('demo')
    .description('score the sample calls and serve the pages; needs no cloud, no key')
    .option('--no-serve', 'stop after the table of scorecards')
    .action(async (options: { serve: boolean }) => {
      const signal = untilSignal();
      const begunMs = performance.now();
      await using installation = await openInstallation(readConfig(), (call, stage, state) => {
        if (state === 'ended') console.error(`  ${shortName(call)}  ${stage}`);
      });
      const { seen } = await importInto(installation, samples, { isRefresh: true, by: 'demo' }, signal);
      console.error(`${seen} recordings in samples/calls`);
      await workInstallation(installation, progress, signal, true);
      if (signal.aborted)
        throw new EarmarkError('E_STOPPED', 'the demo was stopped', {
          remedy: 'run it again: it goes on where it was',
        });
      console.log(`\n${await describeCalls(installation)}`);
      console.error(`\n${((performance.now() - begunMs) / 1000).toFixed(1)} s`);
      if (!options.serve) return;
      printPeople(await addDemoPeople(installation.store));
      await serveUntil(installation, signal);
    });
}

const progress: CallObserver = {
  done: () => {},
  failed: (id, error, isFinal) =>
    console.error(`  ${id}  ${error.code}: ${error.message}${isFinal ? '' : ', trying again'}`),
};

function printPeople(logins: readonly string[]): void {
  if (logins.length === 0) return;
  console.error('\nNobody need sign in on this machine. To see what others see, sign in at /sign-in:');
  for (const login of logins) console.error(`  ${login.padEnd(16)} ${demoPassword(login)}`);
}

async function describeCalls({ store, processing }: Installation): Promise<string> {
  const rows: TableRow[] = [];
  for await (const ref of processing.openSource(samples).list()) {
    const { id } = await store.calls.saw(ref);
    const call = await store.calls.get(id);
    if (call === null) continue;
    const kept = call.scorecardId === null ? null : await store.scorecards.get(call.scorecardId);
    const note = call.failure?.message ?? (call.duplicateOf === null ? '' : 'duplicate of another call');
    rows.push({ name: shortName(call), scorecard: kept?.scorecard ?? null, note });
  }
  return formatScorecards(rows, coreCriteria(processing.standard));
}
