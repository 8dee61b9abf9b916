import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quoteChecks } from '../../src/criteria/evidence/quote-checks.ts';

/** Every attack on the judge, the standard and the numbers. */
const attacks = [
  ...Array.from({ length: 26 }, (_, i) => `A${`${i + 1}`.padStart(2, '0')}`),
  ...Array.from({ length: 12 }, (_, i) => `G${`${i + 1}`.padStart(2, '0')}`),
];

const files = [
  ...[
    'test/criteria/attacks.test.ts',
    'test/criteria/quote-checks.test.ts',
    'test/acoustics/find-played-back.test.ts',
  ],
  ...readdirSync('test/attacks')
    .filter((file) => file.endsWith('.test.ts') && file !== 'every-attack.test.ts')
    .map((file) => `test/attacks/${file}`),
];
const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');

/** Names of tests and rows of their tables that begin with, or hold, a code. */
const named = (code: string): boolean =>
  new RegExp(`(?:it|describe|test|\\))\\('[^']*\\b${code}\\b`).test(source) ||
  new RegExp(`\\[\\s*'${code}',`).test(source) ||
  new RegExp(`code: '${code}'`).test(source);

describe('the list of attacks', () => {
  it('has 38 rows', () => {
    expect(attacks).toHaveLength(38);
  });

  it.each(attacks)('holds a test named by %s', (attack) => {
    expect(named(attack)).toBe(true);
  });

  it.each(quoteChecks.map(({ code }) => code))('holds a test that is red without the check %s', (code) => {
    expect(quoteChecks).toHaveLength(7);
    const switchedOff = readFileSync('test/attacks/checks-switched-off.test.ts', 'utf8');
    expect(switchedOff).toMatch(new RegExp(`(?:code: |\\[)'${code}'`));
  });
});
