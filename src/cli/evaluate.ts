import { writeFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { readConfig } from '../config.ts';
import { createCompanies } from '../pipeline/companies.ts';
import { evaluateCalls } from '../pipeline/evaluate-calls.ts';
import { loadStandard } from '../pipeline/load-standard.ts';
import { evaluateEvents, evaluateVerdicts } from '../reports/evaluation.ts';
import { formatDifferences, formatEvaluation } from './evaluation-table.ts';
import { type Half, halfOf, readLabelledCalls } from './read-labelled-calls.ts';

interface EvaluateOptions {
  readonly standard?: string;
  readonly half?: Half;
  readonly page?: string;
  readonly differences?: true;
  readonly json?: true;
}

/** `earmark evaluate`: how well a standard judges labelled calls, per criterion and language. */
export function register(program: Command): void {
  program
    .command('evaluate')
    .description(
      'hold a standard against labelled calls: counts, precision, recall, F1, agreement, intervals',
    )
    .argument('<folder>', 'folder of *.dialogues.yaml and of transcripts with *.labels.json')
    .option('--standard <name>', 'a standard in the folder of standards')
    .addOption(new Option('--half <half>', 'one half of the calls only').choices(['develop', 'report']))
    .option('--page <file>', 'also write the tables as a Markdown page')
    .option('--differences', 'list every label the product does not share')
    .option('--json', 'figures as one JSON object')
    .action(async (folder: string, options: EvaluateOptions) => {
      const config = readConfig();
      const standard = await loadStandard(
        config.EARMARK_PIPELINES,
        options.standard ?? config.EARMARK_STANDARD,
      );
      const all = await readLabelledCalls(folder, createCompanies(config.EARMARK_COMPANY), config);
      const calls = all.filter(({ id }) => options.half === undefined || halfOf(id) === options.half);
      const compared = evaluateCalls(calls, standard);
      const figures = {
        criteria: evaluateVerdicts(compared.verdicts),
        events: evaluateEvents(compared.events),
      };
      const title = `${calls.length} labelled calls (${options.half ?? 'both halves'}), standard ${standard.id} ${standard.version}`;
      const page = `# Evaluation\n\n${title}\n\n${formatEvaluation(figures)}\n`;
      if (options.page !== undefined) await writeFile(options.page, page);
      if (options.json) {
        const { id, version, hash } = standard;
        const about = { calls: calls.length, half: options.half ?? null, standard: { id, version, hash } };
        return console.log(JSON.stringify({ version: 1, ...about, ...figures }));
      }
      console.log(page);
      if (options.differences) console.log(formatDifferences(compared));
    });
}
