import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { exitCodes, printError } from './cli/report-error.ts';
import { asEarmarkError } from './errors.ts';

/** Each command is loaded only when it is asked for: most of what one needs another does not. */
const commands = {
  demo: () => import('./cli/demo.ts'),
  import: () => import('./cli/import.ts'),
  work: () => import('./cli/work.ts'),
  serve: () => import('./cli/serve.ts'),
  failed: () => import('./cli/failed.ts'),
  redrive: () => import('./cli/redrive.ts'),
  rescore: () => import('./cli/rescore.ts'),
  erase: () => import('./cli/erase.ts'),
  resume: () => import('./cli/resume.ts'),
  spend: () => import('./cli/spend.ts'),
  score: () => import('./cli/score.ts'),
  evaluate: () => import('./cli/evaluate.ts'),
  bench: () => import('./cli/bench.ts'),
  publish: () => import('./cli/publish.ts'),
  'played-back': () => import('./cli/played-back.ts'),
  measure: () => import('./cli/measure.ts'),
  user: () => import('./cli/user.ts'),
  token: () => import('./cli/token.ts'),
  audit: () => import('./cli/audit.ts'),
  check: () => import('./cli/check.ts'),
};

if (existsSync('.env')) process.loadEnvFile('.env');

const program = new Command('earmark')
  .description('Speech analytics for call quality review: recorded calls become scorecards with evidence.')
  .version('0.1.0')
  .showHelpAfterError()
  .exitOverride();

const wanted = process.argv[2] ?? '';
const needed = wanted in commands ? [commands[wanted as keyof typeof commands]] : Object.values(commands);
for (const load of needed) (await load()).register(program);

try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  else {
    printError(asEarmarkError(error));
    process.exitCode = exitCodes.usage;
  }
}
