import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { Flip } from '../domain/bench.ts';
import type { Standard } from '../domain/standard.ts';
import { EarmarkError } from '../errors.ts';
import { benchLabelledCalls } from '../pipeline/bench-labelled-calls.ts';
import { benchStoredCalls } from '../pipeline/bench-stored-calls.ts';
import { createCompanies } from '../pipeline/companies.ts';
import { loadStandard } from '../pipeline/load-standard.ts';
import { type CriterionEvaluation, evaluateVerdicts } from '../reports/evaluation.ts';
import { formatFlips, formatHits } from './bench-table.ts';
import { openInstallation } from './installation.ts';
import { readWrittenCalls } from './read-labelled-calls.ts';
import { exitCodes, formatError } from './report-error.ts';

interface BenchOptions {
  readonly calls?: string;
  readonly against?: string;
  readonly limit: string;
  readonly json?: true;
}

interface BenchReport {
  readonly calls: number;
  readonly flips: readonly Flip[];
  readonly failed: readonly { readonly call: string; readonly error: EarmarkError }[];
  /** Against people's labels, under the old and the changed standard; empty without labels. */
  readonly people: { readonly before: CriterionEvaluation[]; readonly after: CriterionEvaluation[] };
}

/** `earmark bench`: what a changed standard would do to calls, before it is published. */
export function register(program: Command): void {
  program
    .command('bench')
    .description(
      'list every verdict a changed standard flips, on stored calls (beside what people decided) or a folder of transcripts',
    )
    .argument('<standard>', 'file of the changed standard; its name is the id')
    .option('--against <file>', 'the standard to compare with; by default the one in use with the same id')
    .option('--calls <folder>', 'transcripts and labelled dialogues instead of the stored calls')
    .option('--limit <number>', 'how many stored calls, newest first', '1000')
    .option('--json', 'one JSON object on standard output')
    .action(async (file: string, options: BenchOptions) => {
      const config = readConfig();
      const limit = Number(options.limit);
      if (!Number.isInteger(limit) || limit < 1)
        throw new EarmarkError('E_USAGE', '--limit is no number of calls', {
          remedy: 'write a whole number',
        });
      const after = await loadFile(file, config);
      const before = await loadBefore(options.against, basename(file, '.yaml'), config);
      const report =
        options.calls === undefined
          ? await benchStore({ before, after }, limit, config)
          : await benchFolder({ before, after }, options.calls, config);
      if (report.failed.length > 0) process.exitCode = exitCodes.someFailed;
      print(report, { before, after }, options.json === true);
    });
}

interface Standards {
  readonly before: Standard;
  readonly after: Standard;
}

const loadFile = (file: string, config: Config): Promise<Standard> =>
  loadStandard(dirname(file), basename(file, '.yaml'), config.EARMARK_PROMPTS);

function loadBefore(against: string | undefined, name: string, config: Config): Promise<Standard> {
  if (against !== undefined) return loadFile(against, config);
  return loadStandard(config.EARMARK_PIPELINES, name, config.EARMARK_PROMPTS);
}

async function benchStore(standards: Standards, limit: number, config: Config): Promise<BenchReport> {
  await using installation = await openInstallation(config);
  const { store, processing } = installation;
  const from = { lists: store.lists, people: installation.people };
  const { people, ...result } = await benchStoredCalls(from, processing, standards, limit);
  return {
    ...result,
    people: { before: evaluateVerdicts(people.before), after: evaluateVerdicts(people.after) },
  };
}

async function benchFolder(standards: Standards, folder: string, config: Config): Promise<BenchReport> {
  const calls = await readWrittenCalls(folder, createCompanies(config.EARMARK_COMPANY), config);
  const { flips, before, after } = benchLabelledCalls(calls, standards);
  const people = { before: evaluateVerdicts(before), after: evaluateVerdicts(after) };
  return { calls: calls.length, flips, failed: [], people };
}

function print({ calls, flips, failed, people }: BenchReport, standards: Standards, isJson: boolean): void {
  const [before, after] = [standards.before, standards.after].map(({ id, version, hash }) => ({
    id,
    version,
    hash,
  }));
  if (isJson) {
    const failures = failed.map(({ call, error: { code, message } }) => ({ call, code, message }));
    console.log(JSON.stringify({ version: 1, before, after, calls, flips, failed: failures, people }));
    return;
  }
  const changed = new Set(flips.map(({ call }) => call)).size;
  console.log(
    `${calls} calls, ${standards.before.id} ${standards.before.version} → ${standards.after.version}: ${flips.length} verdicts flip in ${changed} calls`,
  );
  console.log(formatFlips(flips));
  if (people.after.length > 0)
    console.log(`\nAgainst what people decided:\n${formatHits(people.before, people.after)}`);
  for (const { call, error } of failed) console.error(`${call}: ${formatError(error)}`);
}
