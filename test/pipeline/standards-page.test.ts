import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clauseSets } from '../../src/domain/clauses.ts';
import { answersOf, describeStandards } from '../../src/pipeline/describe-standards.ts';
import { listStandards, loadStandard } from '../../src/pipeline/load-standard.ts';

const folder = fileURLToPath(new URL('../../pipelines', import.meta.url));
const names = await listStandards(folder);
const standards = await Promise.all(names.map((name) => loadStandard(folder, name)));

/** Every clause of the five sets of rules, by set. */
const clauses: Readonly<Record<number, string>> = {
  1: '1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 reward-1 reward-2 reward-3',
  2: '2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8',
  3: '3.1 3.2 3.3 3.4 3.5 3.6',
  4: '4.1 4.2 4.3 4.4 4.5 4.6 4.7 rest',
  5: '4.1 4.2 4b.1 4b.2 5.1 5.2 5.3 5.4 6.1 6.2 6.3 7.1 7.2 7.3 8.1 8.2 8.3 8.4 8.5 9.1 9.2 10 11',
};
const ids = Object.entries(clauses).flatMap(([set, list]) =>
  list.split(' ').map((clause) => `${set}/${clause.replace('reward-', 'reward ')}`),
);
const answers = standards.flatMap(answersOf);

describe('the clauses', () => {
  it('are all listed, once', () => {
    const listed = clauseSets.flatMap((set) => set.clauses.map(({ id }) => id));
    expect([...listed].sort()).toEqual([...ids].sort());
  });

  it.each(ids)('%s is answered in the standard it belongs to', (id) => {
    const own = clauseSets.find(({ set }) => id.startsWith(`${set}/`))?.standards ?? [];
    expect(answers.some((answer) => answer.clause === id && own.includes(answer.standard))).toBe(true);
  });

  it('cited by standards are clauses of the list', () => {
    expect(answers.map(({ clause }) => clause).filter((clause) => !ids.includes(clause))).toEqual([]);
  });
});

describe('the standards', () => {
  it.each(standards.map((standard) => [standard.id, standard] as const))(
    '%s has points that add up and titles in both languages',
    (id, { criteria }) => {
      const sum = criteria.reduce((total, { weight }) => total + weight, 0);
      expect(sum).toBe(id === 'conduct' ? 0 : 100);
      for (const { title } of criteria) expect(/[\u4e00-\u9fff]/.test(title.zh) && title.en).toBeTruthy();
    },
  );

  it('for sales calls carry the six core criteria with most of the weight', () => {
    const core = ['greeting', 'tone', 'pushy-selling', 'interruption', 'restatement', 'note'];
    for (const { id, criteria } of standards) {
      if (!['telesales-service', 'outbound-flow', 'property-sales'].includes(id)) continue;
      const own = criteria.filter((criterion) => core.includes(criterion.id));
      expect(own).toHaveLength(core.length);
      expect(own.reduce((total, { weight }) => total + weight, 0)).toBeGreaterThanOrEqual(70);
    }
  });

  it('are described by docs/standards.md, with nothing missing', async () => {
    const page = await readFile(new URL('../../docs/standards.md', import.meta.url), 'utf8');
    expect(page).toBe(await describeStandards(folder));
    expect(page).not.toContain('missing · 缺失');
  });
});
