import type { Scorecard } from '../domain/scorecard.ts';
import type { Verdict } from '../domain/verdict.ts';

/** One line of the table: a call's name, and its scorecard or why there is none. */
export interface TableRow {
  readonly name: string;
  readonly scorecard: Scorecard | null;
  readonly note: string;
}

const marks: Record<Verdict, string> = {
  met: '✓',
  partly: '~',
  unmet: '✗',
  'not-applicable': '–',
  'not-assessable': '?',
};

const columnOf = (id: string): string => id.split('.')[0] ?? id;

/**
 * Scorecards as text: one row a call, one column for each core criterion, total beside coverage. `columns` are
 * criterion ids; ids a scorecard does not hold stay empty.
 */
export function formatScorecards(rows: readonly TableRow[], columns: readonly string[]): string {
  const header = ['call', ...columns.map(columnOf), 'total', 'coverage', 'needs a person'];
  const lines = rows.map((row) => [row.name, ...cells(row, columns)]);
  const widths = header.map((cell, index) =>
    Math.max(width(cell), ...lines.map((line) => width(line[index] ?? ''))),
  );
  const format = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd();
  const legend = 'met ✓   partly ~   unmet ✗   not applicable –   not assessable ?   ! critical';
  return [
    format(header),
    widths.map((length) => '─'.repeat(length)).join('  '),
    ...lines.map(format),
    '',
    legend,
  ].join('\n');
}

function cells({ scorecard, note }: TableRow, columns: readonly string[]): string[] {
  if (scorecard === null) return [...columns.map(() => ''), '', '', note];
  const verdicts = columns.map((id) => {
    const result = scorecard.criteria.find((criterion) => criterion.id === id);
    if (result === undefined) return '';
    return marks[result.verdict] + (scorecard.criticalFailures.includes(id) ? '!' : '');
  });
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const total = scorecard.total === null ? 'none' : percent(scorecard.total);
  const people = [...new Set(scorecard.needsPerson.map(({ criterion }) => columnOf(criterion)))];
  const reason =
    scorecard.notScored?.en ?? [note, people.join(', ')].filter((text) => text !== '').join(' · ');
  return [...verdicts, total, percent(scorecard.coverage), reason];
}

/** Columns a text takes on a terminal, where Chinese characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return columns;
}
