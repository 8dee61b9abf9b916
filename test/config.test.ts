import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeConfig, readConfig } from '../src/config.ts';
import { EarmarkError } from '../src/errors.ts';

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    const config = readConfig({});
    expect(config.EARMARK_STANDARD).toBe('telesales-service');
    expect(config.DATABASE_URL).toBeUndefined();
  });

  it('reports every bad variable at once, by name', () => {
    const error = (() => {
      try {
        readConfig({ EARMARK_PORT: 'http', EARMARK_CONCURRENCY: '0', OPENAI_BASE_URL: 'localhost' });
      } catch (caught) {
        return caught;
      }
    })();
    expect(error).toBeInstanceOf(EarmarkError);
    const paths = (error as EarmarkError).problems.map((problem) => problem.path);
    expect(paths).toEqual(['EARMARK_PORT', 'EARMARK_CONCURRENCY', 'OPENAI_BASE_URL']);
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ DATABASE_URL: '', EARMARK_PORT: '' }).EARMARK_PORT).toBe(8420);
  });

  it('has every variable in .env.example and in the README, and none besides', () => {
    const names = describeConfig().map(({ name }) => name);
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const inExample = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]);
    expect(inExample).toEqual(names);
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const inReadme = [...readme.matchAll(/^\| `([A-Z][A-Z0-9_]+)` \|/gm)].map((match) => match[1]);
    expect(inReadme).toEqual(names);
  });
});
