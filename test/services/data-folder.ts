import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open-store.ts';

const root = new URL('../..', import.meta.url).pathname;
const kept = join(root, '.test/databases');

/** Over everything an empty database comes from: the migrations and the engine. */
async function templateName(): Promise<string> {
  const migrations = join(root, 'src/store/migrations');
  const files = (await readdir(migrations)).sort().map((file) => join(migrations, file));
  const engine = join(root, 'node_modules/@electric-sql/pglite/package.json');
  const hash = createHash('sha256');
  for (const file of [...files, join(root, 'src/store/migrate.ts'), engine])
    hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A folder with an empty embedded database at its newest schema, made once and kept for later runs. */
async function makeTemplate(): Promise<string> {
  const template = join(kept, await templateName());
  if (await isThere(template)) return template;
  await mkdir(kept, { recursive: true });
  const building = await mkdtemp(join(kept, 'building-'));
  await (await openStore({ dataDir: building })).close();
  // whoever is second finds the name taken, by the same content
  await rename(join(building, 'database'), template).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(building, { recursive: true, force: true });
  return template;
}

let template: Promise<string> | null = null;

/**
 * A temporary data folder in which the embedded database is there already, empty: opening it costs an eighth of
 * making one. The first opening of all is tested in test/store/embedded-store.test.ts.
 */
export async function makeDataFolder(name: string): Promise<string> {
  template ??= makeTemplate();
  const folder = await mkdtemp(join(tmpdir(), `earmark-${name}-`));
  await cp(await template, join(folder, 'database'), { recursive: true });
  return folder;
}
