import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadStandard } from '../../src/pipeline/load-standard.ts';

const folder = fileURLToPath(new URL('../../pipelines', import.meta.url));

describe('the standards of the insurance line', () => {
  it.each(['insurance-enquiry', 'voice-mail'])('%s loads, and its weights add up to 100', async (name) => {
    const standard = await loadStandard(folder, name);
    const own = standard.criteria.filter(({ clauses }) => clauses.some((clause) => clause.startsWith('2/')));
    expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  it('account for every clause of their set', async () => {
    const both = await Promise.all(
      ['insurance-enquiry', 'voice-mail'].map((name) => loadStandard(folder, name)),
    );
    const answered = both.flatMap(({ criteria, accounted }) => [
      ...criteria.flatMap(({ clauses }) => clauses),
      ...accounted.map(({ clause }) => clause),
    ]);
    for (let number = 1; number <= 8; number++) expect(answered).toContain(`2/2.${number}`);
  });
});
