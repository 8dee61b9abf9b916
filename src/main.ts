import { Command, CommanderError } from 'commander';
import { registerCheck } from './cli/check.ts';
import { registerDemo } from './cli/demo.ts';
import { registerImport } from './cli/import.ts';
import { registerMeasure } from './cli/measure.ts';
import { exitCodes, printError } from './cli/report-error.ts';
import { registerScore } from './cli/score.ts';
import { registerServe } from './cli/serve.ts';
import { registerWork } from './cli/work.ts';
import { asEarmarkError } from './errors.ts';

const program = new Command('earmark')
  .description('Speech analytics for call quality review: recorded calls become scorecards with evidence.')
  .version('0.1.0')
  .showHelpAfterError()
  .exitOverride();

for (const register of [
  registerDemo,
  registerImport,
  registerWork,
  registerServe,
  registerScore,
  registerMeasure,
  registerCheck,
]) {
  register(program);
}

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
