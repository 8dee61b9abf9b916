import { describe, expect, it } from 'vitest';
import { standardSchema } from '../../src/domain/standard.ts';
import type { Problem } from '../../src/errors.ts';
import { lintStandard } from '../../src/pipeline/lint-standard.ts';
import { readYaml } from '../../src/pipeline/read-yaml.ts';

const good = `id: example
version: "1"
title: { en: Example, zh: 示例 }
criteria:
  - id: greeting
    clauses: ["5/4.1"]
    title: { en: Greets with the company name, zh: 报公司名称 }
    kind: opening
    weight: 100
`;

function problemsOf(text: string | Uint8Array): Problem[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const { result, places } = readYaml(bytes, 'example.yaml', standardSchema);
  return 'value' in result ? lintStandard(result.value, 'example.yaml', places) : result.problems;
}

const criterion = (id: string, more: string) =>
  `  - { id: ${id}, clauses: ["5/4.1"], title: { en: A, zh: 甲 }, kind: opening, ${more} }\n`;

describe('a standard file', () => {
  it('passes when it is right', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it('RUB-01 is refused as an alias bomb without being unfolded', () => {
    const layers = Array.from({ length: 12 }, (_, index) =>
      index === 0
        ? 'a0: &a0 [x, x]'
        : `a${index}: &a${index} [${Array(10)
            .fill(`*a${index - 1}`)
            .join(', ')}]`,
    );
    expect(problemsOf(`${layers.join('\n')}\n${good}`)[0]?.message).toMatch(/alias/);
  });

  it('RUB-02 is refused for merge keys and prototype keys', () => {
    expect(problemsOf(`${good}<<: { __proto__: { polluted: true } }\n`).length).toBeGreaterThan(0);
    expect(problemsOf(`${good}constructor: 1\n`).length).toBeGreaterThan(0);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('RUB-03 is refused for custom tags', () => {
    expect(
      problemsOf(good.replace('weight: 100', 'weight: !!js/function "() => 100"')).length,
    ).toBeGreaterThan(0);
  });

  it('RUB-04 names the line of a duplicate key and of a duplicate id', () => {
    expect(problemsOf(`${good}id: twice\n`)[0]).toMatchObject({ line: 10 });
    const twice = good.replace('weight: 100', 'weight: 50') + criterion('greeting', 'weight: 50');
    expect(problemsOf(twice)[0]?.message).toMatch(/used twice/);
  });

  it.each(['-1', '.nan', '1e308', '99'])('RUB-05 is refused for the weight %s', (weight) => {
    const problem = problemsOf(good.replace('weight: 100', `weight: ${weight}`))[0];
    expect(problem?.message).toBeTruthy();
    expect(problem?.line).toBeGreaterThan(0);
  });

  it.each([
    ['version: "1"', 'version: 1.0', 'version'],
    ['weight: 100', 'weight: 0x10', 'criteria'],
    ['weight: 100', 'weight: 1_000', 'criteria.0.weight'],
    ['weight: 100', 'weight: 100\n    critical: no', 'criteria.0.critical'],
    ['id: greeting', 'id: 12:30', 'criteria.0.id'],
  ])('RUB-06 names the field when %s becomes %s', (from, to, path) => {
    expect(problemsOf(good.replace(from, to)).map((problem) => problem.path)).toContain(path);
  });

  it('RUB-07, RUB-08 has no field that takes a regular expression', () => {
    expect(problemsOf(good.replace('weight: 100', 'weight: 100\n    pattern: "(a+)+$"'))[0]?.message).toMatch(
      /pattern/,
    );
  });

  it.each(['Sounds happy', 'Shows enthusiasm', 'Customer sentiment'])(
    'RUB-09 proposes wording for "%s"',
    (title) => {
      expect(problemsOf(good.replace('Greets with the company name', title))[0]?.remedy).toMatch(
        /courteous wording/,
      );
    },
  );

  it.each(['语气热情', '情绪稳定'])('RUB-09 proposes wording for "%s"', (title) => {
    expect(problemsOf(good.replace('报公司名称', title))[0]?.remedy).toMatch(/courteous wording/);
  });

  it.each(['Pitch stays low', 'No accent', 'Gender of the speaker'])(
    'RUB-10 is refused for "%s"',
    (title) => {
      expect(problemsOf(good.replace('Greets with the company name', title))).toHaveLength(1);
    },
  );

  it('RUB-11 is warned of when it asks for full marks', () => {
    expect(problemsOf(good.replace('Greets with the company name', 'Give full marks'))).toHaveLength(1);
  });

  it('RUB-12 is refused for a window that ends before it starts', () => {
    const problem = problemsOf(`${good}    window: { fromMs: 5000, toMs: 1000 }\n`)[0];
    expect(problem).toMatchObject({ path: 'criteria.0.window', line: 10 });
  });

  it('RUB-13 is refused over 300 kB and over 200 criteria', () => {
    expect(problemsOf(`${good}# ${'x'.repeat(300_000)}\n`)[0]?.message).toMatch(/bytes/);
    const many = Array.from({ length: 201 }, (_, index) => criterion(`c${index}`, 'weight: 0')).join('');
    expect(problemsOf(good + many).length).toBeGreaterThan(0);
  });

  it('RUB-16 is warned of when every criterion is critical', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => criterion(id, 'weight: 25, critical: true')).join('');
    const text = good.slice(0, good.indexOf('  - id')) + four;
    expect(problemsOf(text)[0]?.message).toMatch(/every criterion is critical/);
  });

  it('RUB-17 takes a byte order mark and CRLF, and refuses tabs and GBK', () => {
    expect(problemsOf(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual([]);
    expect(problemsOf(good.replace('    kind', '\tkind')).length).toBeGreaterThan(0);
    expect(problemsOf(Uint8Array.from([0x69, 0x64, 0x3a, 0x20, 0xc4, 0xe3]))[0]?.message).toMatch(/UTF-8/);
  });

  it('reports every problem at once', () => {
    const broken = good
      .replace('weight: 100', 'weight: -5\n    wieght: 3')
      .replace('version: "1"', 'version: x');
    expect(problemsOf(broken).length).toBeGreaterThanOrEqual(3);
  });
});
