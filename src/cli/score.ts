import { availableParallelism } from 'node:os';
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import { type Config, readConfig } from '../config.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { Standard } from '../domain/standard.ts';
import { asEarmarkError, EarmarkError } from '../errors.ts';
import { createCompanies } from '../pipeline/companies.ts';
import { loadStandard } from '../pipeline/load-standard.ts';
import { type PipelineDeps, runPipeline } from '../pipeline/run-pipeline.ts';
import { createMemoryReplies, createMemoryResults } from '../pipeline/step.ts';
import { findInputs, type InputFile } from './find-inputs.ts';
import { inOrder } from './in-order.ts';
import { type GivenFiles, readLocalCall } from './read-local-call.ts';
import { errorLine, exitCodes, formatError } from './report-error.ts';
import { formatScorecards } from './scorecard-table.ts';
import { openScratch } from './scratch.ts';
import { createJudging, createTranscriber } from './settings.ts';

interface ScoreOptions extends GivenFiles {
  readonly standard?: string;
  readonly company?: string;
  readonly json?: true;
}

/** `earmark score`: scorecards of recordings or transcripts, without a database. */
export function register(program: Command): void {
  program
    .command('score')
    .description('score recordings, or transcripts alone, without a database')
    .argument('<files...>', 'recordings, *.transcript.json files, or folders of them')
    .option('--transcript <file>', 'transcript of the one call given')
    .option('--note <file>', 'note of the one call given')
    .option('--call <file>', 'call file of the one call given')
    .option(
      '--company <file>',
      'company file; without it company.yaml beside the call is used when there is one',
    )
    .option('--standard <name>', 'a standard in the folder of standards')
    .option('--json', 'one JSON object a call on standard output')
    .action(async (paths: string[], options: ScoreOptions) => {
      const config = readConfig();
      const inputs = await findInputs(paths);
      if (inputs.length === 0)
        throw new EarmarkError('E_USAGE', 'there is no call among these', {
          remedy: 'name recordings or transcripts',
        });
      const isOne = options.transcript ?? options.note ?? options.call;
      if (isOne !== undefined && inputs.length > 1)
        throw new EarmarkError('E_USAGE', 'a transcript, note or call file belongs to one call', {
          remedy: 'score that call alone',
        });
      const standard = await loadStandard(
        config.EARMARK_PIPELINES,
        options.standard ?? config.EARMARK_STANDARD,
        config.EARMARK_PROMPTS,
      );
      await scoreAll(inputs, standard, options, config);
    });
}

async function scoreAll(
  inputs: readonly InputFile[],
  standard: Standard,
  options: ScoreOptions,
  config: Config,
): Promise<void> {
  await using scratch = await openScratch(config);
  const deps: PipelineDeps = {
    ...scratch,
    results: createMemoryResults(),
    replies: createMemoryReplies(),
    transcriber: await createTranscriber(config),
    // nothing is kept between runs, so a month's use is not known here and only the budget per call holds
    judging: await createJudging(config, async () => 0),
    watcher: { began: () => {}, ended: () => {} },
  };
  const companies = createCompanies(options.company ?? config.EARMARK_COMPANY);
  const scoreOne = async (input: InputFile): Promise<Scorecard> => {
    const material = await readLocalCall(input, options, config);
    const company = await companies.beside(dirname(input.path));
    return (await runPipeline(material, standard, company, deps)).scorecard;
  };
  const rows: Parameters<typeof formatScorecards>[0][number][] = [];
  await inOrder(inputs, availableParallelism(), scoreOne, {
    done: ({ path }, scorecard) => {
      if (options.json) console.log(JSON.stringify({ file: path, ...scorecard }));
      else rows.push({ name: basename(path), scorecard, note: '' });
    },
    failed: ({ path }, error) => {
      process.exitCode = exitCodes.someFailed;
      const known = asEarmarkError(error);
      if (options.json) console.log(errorLine(path, known));
      else
        rows.push({ name: basename(path), scorecard: null, note: formatError(known).replaceAll('\n', ' ') });
    },
  });
  if (!options.json) console.log(formatScorecards(rows, coreCriteria(standard)));
}

const core = ['greeting', 'tone', 'pushy-selling', 'interruption', 'restatement', 'note'];

/** The criteria a table has room for: of the six core ones those the standard holds. */
export function coreCriteria(standard: Standard): string[] {
  return core.filter((id) => standard.criteria.some((criterion) => criterion.id === id));
}
