import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildPages } from './build-pages.ts';

/** Size of a file as it travels, in kB. */
const gzipKb = async (path: string) => gzipSync(await readFile(path)).length / 1000;

describe('the files of the pages', () => {
  it('stay under 200 kB gzip for a first visit to a call, and hold no inline script', async () => {
    const folder = await buildPages();
    const names = await readdir(join(folder, 'assets'));
    const sizes = new Map(
      await Promise.all(
        names.map(async (name) => [name, await gzipKb(join(folder, 'assets', name))] as const),
      ),
    );
    const sum = (pattern: RegExp) =>
      [...sizes].filter(([name]) => pattern.test(name)).reduce((total, [, size]) => total + size, 0);
    const first = sum(/^index-/);
    const call = sum(/^call-page-/);
    console.log(`list ${first.toFixed(0)} kB gzip, call page ${(first + call).toFixed(0)} kB gzip`);
    expect(first).toBeGreaterThan(20);
    expect(call).toBeGreaterThan(10);
    expect(first + call).toBeLessThan(200);
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/https?:\/\//);
  }, 120_000);
});
