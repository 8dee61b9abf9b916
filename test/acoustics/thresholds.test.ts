import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { carefulOverrides, withOverrides } from '../../src/acoustics/hearing-settings.ts';
import { thresholds } from '../../src/acoustics/thresholds.ts';

const page = readFileSync(new URL('../../docs/hearing.md', import.meta.url), 'utf8');

describe('thresholds', () => {
  it('stand in docs/hearing.md with value, range, unit, meaning and source', () => {
    for (const [name, { value, min, max, unit, meaning, source }] of Object.entries(thresholds)) {
      expect(page).toContain(
        `| \`${name}\` | ${value} ${unit} | ${min} to ${max} | ${meaning} | ${source} |`,
      );
    }
  });

  it('are all that the table in docs/hearing.md lists', () => {
    const listed = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(Object.keys(thresholds).sort());
  });

  it('have a default inside their range', () => {
    for (const { value, min, max } of Object.values(thresholds)) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
    }
  });

  it('can be set to the careful operating point', () => {
    expect(withOverrides(carefulOverrides).surelyCutMs).toBe(1200);
  });
});
