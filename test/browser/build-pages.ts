import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../src/web', import.meta.url));

/** Builds the pages into a folder of the tests' own and gives its path. */
export async function buildPages(): Promise<string> {
  const outDir = fileURLToPath(new URL('../../.test/web', import.meta.url));
  await build({
    root,
    configFile: `${root}/vite.config.ts`,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}
