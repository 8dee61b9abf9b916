import { clauseSets } from '../domain/clauses.ts';
import type { Criterion, Standard } from '../domain/standard.ts';
import { listStandards, loadStandard } from './load-standard.ts';

const byNames: Readonly<Record<Standard['accounted'][number]['by'], string>> = {
  report: 'report · 报表',
  settings: 'settings · 设置',
  'not-observable': 'not observable · 无法观察',
  'whole-scorecard': 'the whole scorecard · 整张评分卡',
  informative: 'shown only · 仅供参考',
};

/** One line of the page: what answers a clause in one standard. */
interface Answer {
  readonly clause: string;
  readonly standard: string;
  readonly cells: readonly string[];
}

/** The page `docs/standards.md`: for each clause what answers it (criterion, kind, weight) or why nothing can. */
export async function describeStandards(folder: string): Promise<string> {
  const names = await listStandards(folder);
  const standards = await Promise.all(names.map((name) => loadStandard(folder, name)));
  const parts = clauseSets.map(({ set, title, standards: own, clauses }) => {
    const answers = standards.filter(({ id }) => own.includes(id)).flatMap(answersOf);
    const rows = clauses.flatMap(({ id, asks }) => {
      const found = answers.filter((answer) => answer.clause === id);
      const lines = found.length > 0 ? found.map(({ cells }) => cells) : [['**missing · 缺失**', '', '']];
      return lines.map((cells) => `| ${[id, `${asks.en} · ${asks.zh}`, ...cells].join(' | ')} |`);
    });
    const files = own.map((name) => `\`pipelines/${name}.yaml\``).join(', ');
    return [`## Set ${set}: ${title.en} · ${title.zh}`, '', `In ${files}.`, '', ...tableHead, ...rows].join(
      '\n',
    );
  });
  return `${[intro, overview(standards), ...parts].join('\n\n')}\n`;
}

/** Clauses a standard answers, each with how: its criteria, and what it accounts for otherwise. */
export function answersOf(standard: Standard): Answer[] {
  const criteria = standard.criteria.flatMap((criterion) =>
    criterion.clauses.map((clause) => ({ clause, standard: standard.id, cells: criterionCells(criterion) })),
  );
  const accounted = standard.accounted.map(({ clause, by, report, reason }) => ({
    clause,
    standard: standard.id,
    cells: [
      `${byNames[by]}${report ? ` \`${report}\`` : ''}: ${reason.en} · ${reason.zh}`,
      by === 'report' ? 'report' : '–',
      '–',
    ],
  }));
  return [...criteria, ...accounted];
}

function criterionCells(criterion: Criterion<unknown>): string[] {
  const { id, title, kind, weight, critical } = criterion;
  return [`\`${id}\` ${title.en} · ${title.zh}`, `\`${kind}\``, `${weight}${critical ? ' · critical' : ''}`];
}

function overview(standards: readonly Standard[]): string {
  const rows = standards.map(({ id, version, title, criteria, extends: laid }) => {
    const weight = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
    return `| \`${id}\` ${version} | ${title.en} · ${title.zh} | ${criteria.length} | ${weight} | ${laid.join(', ') || '–'} |`;
  });
  return ['| standard | title | criteria | points | laid over it |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

const tableHead = ['| clause | asks | answered by | kind | weight |', '|---|---|---|---|---|'];

const intro = `# Standards: which clause is answered where

Written by \`npm run docs:standards\` from \`pipelines/*.yaml\`; a test fails when it is out of date. Every clause of the
five sets is answered by a criterion, by a report over many calls, by the settings, or by the reason why calls cannot
show it. A criterion of weight 0 takes no points: it is shown, and where it is critical and unmet it fails the call by
a flag. Standards other than set 5 also carry the six core criteria of set 5 where they make sense.`;
