import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../src/web', import.meta.url));
const kept = fileURLToPath(new URL('../../.test', import.meta.url));

const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of paths.sort()) hash.update(path).update(await readFile(path));
  return hash.digest('hex').slice(0, 16);
}

/** Builds the pages once for the present sources and gives the folder; test files may ask at the same time. */
export async function buildPages(): Promise<string> {
  const folder = join(kept, `web-${await hashSources()}`);
  if (existsSync(folder)) return folder;
  await mkdir(kept, { recursive: true });
  const outDir = await mkdtemp(join(kept, 'building-'));
  // in a process of its own: the tests' NODE_ENV would make it React's development build
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', root, '--outDir', outDir, '--emptyOutDir'], {
    env,
  });
  await rename(outDir, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(outDir, { recursive: true }); // another test file was faster
  });
  return folder;
}
