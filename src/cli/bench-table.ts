import type { Flip } from '../domain/bench.ts';
import type { CriterionEvaluation } from '../reports/evaluation.ts';

/** Every flip on a line of its own, grouped by criterion, with the moment to listen to. */
export function formatFlips(flips: readonly Flip[]): string {
  const criteria = [...new Set(flips.map(({ criterion }) => criterion))].sort();
  return criteria
    .map((criterion) => {
      const own = flips.filter((flip) => flip.criterion === criterion);
      return [`\n${criterion} (${own.length})`, ...own.map(formatFlip)].join('\n');
    })
    .join('\n');
}

function formatFlip({ call, before, after, reason, moment }: Flip): string {
  const at = moment === null ? '' : ` at ${clock(moment.startMs)}`;
  const words = moment?.quote ? ` “${moment.quote.slice(0, 80)}”` : '';
  return `  ${call}: ${before ?? 'no such criterion'} → ${after ?? 'dropped'}${at}${words} (${reason.code})`;
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
}

const figure = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(2));

/** Precision and recall of `unmet` under both standards, per criterion and language. */
export function formatHits(
  before: readonly CriterionEvaluation[],
  after: readonly CriterionEvaluation[],
): string {
  const names = [...before, ...after].map(({ criterion, language }) => `${criterion}\t${language}`);
  const find = (list: readonly CriterionEvaluation[], name: string) =>
    list.find(({ criterion, language }) => `${criterion}\t${language}` === name);
  return [...new Set(names)]
    .sort()
    .map((name) => {
      const [old, changed] = [find(before, name), find(after, name)];
      const pair = (of: (one: CriterionEvaluation | undefined) => number | null | undefined) =>
        `${figure(of(old))} → ${figure(of(changed))}`;
      return [
        `  ${name.replace('\t', ' ')}:`,
        `same verdict ${pair((one) => one?.sameVerdict)},`,
        `unmet precision ${pair((one) => one?.byVerdict.unmet?.precision?.value)},`,
        `unmet recall ${pair((one) => one?.byVerdict.unmet?.recall?.value)}`,
      ].join(' ');
    })
    .join('\n');
}
