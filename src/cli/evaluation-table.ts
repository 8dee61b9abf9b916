import type { Comparison } from '../pipeline/evaluate-calls.ts';
import type { Agreement, Estimate } from '../reports/agreement.ts';
import type { CriterionEvaluation, EventEvaluation } from '../reports/evaluation.ts';

/** Figures of one evaluation, as tables and JSON show them. */
export interface EvaluationFigures {
  readonly criteria: readonly CriterionEvaluation[];
  readonly events: readonly EventEvaluation[];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const figure = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(2));
const estimate = (one: Estimate | null): string =>
  one === null
    ? '–'
    : `${one.value.toFixed(2)} (${one.interval[0].toFixed(2)}–${one.interval[1].toFixed(2)})`;

const counts = ({ counts: { truePositives, falsePositives, falseNegatives, trueNegatives } }: Agreement) => [
  `${truePositives}`,
  `${falsePositives}`,
  `${falseNegatives}`,
  `${trueNegatives}`,
];

const criterionHeader = [
  'criterion',
  'language',
  'verdict',
  'both',
  'found only',
  'labelled only',
  'neither',
  'precision (95 %)',
  'recall (95 %)',
  'F1',
  'agreement (95 %)',
  'kappa (95 %)',
  'AC1',
  'not assessable',
];

const eventHeader = [
  'event',
  'language',
  'both',
  'found only',
  'labelled only',
  'precision (95 %)',
  'recall (95 %)',
  'F1',
];

/** Both tables as Markdown, which also reads well on a terminal. */
export function formatEvaluation({ criteria, events }: EvaluationFigures): string {
  const criterionRows = criteria.flatMap((one) =>
    Object.entries(one.byVerdict).map(([verdict, found]) => [
      one.criterion,
      one.language,
      verdict,
      ...counts(found),
      estimate(found.precision),
      estimate(found.recall),
      figure(found.f1),
      estimate(found.agreement),
      estimate(found.kappa),
      figure(found.ac1),
      percent(one.notAssessable),
    ]),
  );
  const eventRows = events.map(({ kind, language, agreement }) => [
    kind,
    language,
    ...counts(agreement).slice(0, 3),
    estimate(agreement.precision),
    estimate(agreement.recall),
    figure(agreement.f1),
  ]);
  return [table(criterionHeader, criterionRows), table(eventHeader, eventRows)].join('\n\n');
}

/** Every place where label and product differ, one line each. */
export function formatDifferences({ verdicts, events, strengths }: Comparison): string {
  return [
    ...verdicts
      .filter(({ labelled, found }) => labelled !== found)
      .map(
        (pair) =>
          `${pair.id}  ${pair.criterion}: labelled ${pair.labelled}, found ${pair.found} (${pair.reason})`,
      ),
    ...events
      .filter(({ isLabelled, isFound }) => isLabelled !== isFound)
      .map(
        ({ id, kind, turn, isFound }) =>
          `${id}  ${kind}${turn === null ? '' : ` in turn ${turn}`}: ${isFound ? 'found only' : 'labelled only'}`,
      ),
    ...strengths
      .filter(({ labelled, found }) => labelled !== found)
      .map(({ id, labelled, found }) => `${id}  strength of a refusal: labelled ${labelled}, found ${found}`),
  ]
    .sort()
    .join('\n');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((cell, index) =>
    Math.max(cell.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
