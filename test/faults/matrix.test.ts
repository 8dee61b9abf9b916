import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { matrix } from './matrix.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const suites = readdirSync(folder).filter((name) => /\.(test|faults)\.ts$/.test(name));
const scenarios = suites.flatMap((file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  return [...text.matchAll(/^describe(?:\.\w+(?:\([^)]*\))?)?\(\s*'(F\d\d): /gm)].map(
    ([, id]) => `${id} ${file}`,
  );
});

describe('the fault matrix', () => {
  it('has one entry for each of F01 to F36, in order', () => {
    const ids = Array.from({ length: 36 }, (_, at) => `F${String(at + 1).padStart(2, '0')}`);
    expect(matrix.map(({ id }) => id)).toEqual(ids);
  });

  it('has one scenario, where it says, for each entry, and none it does not know', () => {
    const named = matrix.flatMap((one) => ('file' in one ? [`${one.id} ${one.file}`] : []));
    expect(scenarios.toSorted()).toEqual(named.toSorted());
  });

  it('stands in docs/durability.md as it is', () => {
    const docs = readFileSync(join(folder, '../../docs/durability.md'), 'utf8');
    const missing = matrix.filter((one) => !docs.includes(`| ${one.id} | ${one.title} |`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});
