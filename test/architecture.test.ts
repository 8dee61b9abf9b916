import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const statement = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm;
  return [...text.matchAll(statement)].map((match) => ({
    file,
    room: roomOf(file),
    target: match[2] ?? match[3] ?? '',
    isTypeOnly: match[1] !== undefined,
  }));
}

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

const imports = files.flatMap(importsOf);

/** Which room each vendor package belongs to. */
const vendors: [pattern: RegExp, rooms: string[]][] = [
  [/^openai(\/|$)/, ['adapters']],
  [/^fluent-ffmpeg$/, ['adapters']],
  [/^openid-client(\/|$)/, ['adapters']],
  [/^@aws-sdk\//, ['adapters']],
  [/^(kysely|pg|@electric-sql\/pglite)(\/|$)/, ['store']],
  [/^(pg-boss|p-queue)$/, ['queue']],
  [/^(hono|@hono\/.*)(\/|$)/, ['api', 'web']],
  [/^yaml$/, ['pipeline']],
  [/^@opentelemetry\//, ['cli']],
  [/^write-excel-file(\/|$)/, ['api']],
  [
    /^(react|react-dom|@mantine\/.*|@tanstack\/.*|wavesurfer\.js|@wavesurfer\/react|wouter|recharts)(\/|$)/,
    ['web'],
  ],
];

/** What each room may import from other rooms; `errors` and `domain` are everybody's. */
const allowed: Record<string, string[]> = {
  domain: [],
  acoustics: [],
  criteria: ['acoustics'],
  stages: ['acoustics', 'criteria'],
  pipeline: ['acoustics', 'criteria', 'stages'],
  queue: [],
  adapters: ['stages'],
  store: [],
  reports: [],
  api: ['reports'],
  web: ['api'],
};

describe('the rooms', () => {
  it('import only what points towards the domain', () => {
    const wrong = imports
      .filter((found) => found.target.startsWith('.') && found.room in allowed)
      .map((found) => ({ ...found, to: relative(src, resolve(src, dirname(found.file), found.target)) }))
      .filter(({ room, to }) => {
        const target = roomOf(to);
        if (target === room || target === 'domain' || to === 'errors.ts') return false;
        return !(allowed[room] ?? []).includes(target);
      })
      .map(({ file, to }) => `${file} → ${to}`);
    expect(wrong).toEqual([]);
  });

  it('keep each vendor package in its own folder', () => {
    const wrong = imports.flatMap(({ file, room, target }) =>
      vendors
        .filter(([pattern, rooms]) => pattern.test(target) && !rooms.includes(room))
        .map(() => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('let the domain import zod and nothing else', () => {
    const wrong = imports
      .filter(
        ({ room, target, isTypeOnly }) =>
          room === 'domain' && !target.startsWith('.') && target !== 'zod' && !isTypeOnly,
      )
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });

  it('keep files, network and clocks out of the acoustics and the criteria', () => {
    const wrong = imports
      .filter(
        ({ room, target }) => (room === 'acoustics' || room === 'criteria') && target.startsWith('node:'),
      )
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });

  it('read the environment in one file only', () => {
    const readers = files.filter((file) => readFileSync(join(src, file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['config.ts']);
  });

  it('let pages take only types from the rest', () => {
    const wrong = imports
      .filter(
        ({ room, target, isTypeOnly }) => room === 'web' && /\/(api|domain)\//.test(target) && !isTypeOnly,
      )
      .map(({ file, target }) => `${file} → ${target}`);
    expect(wrong).toEqual([]);
  });
});
