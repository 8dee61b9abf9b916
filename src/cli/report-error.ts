import { describeProblem, type EarmarkError } from '../errors.ts';

/** What the process says by its exit code: 0 done, 1 some input failed, 2 the command was not understood. */
export const exitCodes = { done: 0, someFailed: 1, usage: 2 } as const;

/** An error as a person reads it on a terminal: what happened, every problem on a line, what to do. */
export function formatError(error: EarmarkError): string {
  const lines = [
    `${error.code}: ${error.message}`,
    ...error.problems.map((problem) => `  ${describeProblem(problem)}`),
  ];
  if (error.remedy !== undefined) lines.push(`→ ${error.remedy}`);
  return lines.join('\n');
}

export function printError(error: EarmarkError): void {
  console.error(formatError(error));
}

/** The same as `--json` prints it for one file. */
export function errorLine(file: string, error: EarmarkError): string {
  const { code, message, remedy } = error;
  return JSON.stringify({ file, error: { code, message, ...(remedy === undefined ? {} : { remedy }) } });
}
