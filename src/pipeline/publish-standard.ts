import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublishedStandards } from '../domain/published-standard.ts';
import { EarmarkError } from '../errors.ts';
import { loadStandard } from './load-standard.ts';
import { policyHash } from './policy-hash.ts';

/**
 * Publishes a checked standard under its version. The same policy again changes nothing. Throws `E_STANDARD` for a
 * changed policy under a published version, or a version that is not above the newest published one.
 */
export async function publishStandard(
  at: { readonly folder: string; readonly name: string; readonly prompts?: string },
  published: PublishedStandards,
  by: string,
): Promise<{ id: string; version: string; isNew: boolean }> {
  const { id, version } = await loadStandard(at.folder, at.name, at.prompts);
  const hash = await policyHash(at.folder, at.name);
  await requireOwnVersion({ id, version, hash }, published);
  if ((await published.find(id, version)) !== null) return { id, version, isNew: false };
  const newest = (await published.versions(id)).at(-1);
  if (newest !== undefined && compareVersions(version, newest.version) <= 0)
    throw new EarmarkError(
      'E_STANDARD',
      `version ${version} is not above ${newest.version}, published last`,
      {
        remedy: `write a version above ${newest.version}`,
      },
    );
  const body = await readFile(join(at.folder, `${at.name}.yaml`), 'utf8');
  await published.publish({ id, version, hash, body, by });
  return { id, version, isNew: true };
}

/** Throws `E_STANDARD` where the version was published with another policy, which old scorecards still name. */
export async function requireOwnVersion(
  { id, version, hash }: { readonly id: string; readonly version: string; readonly hash: string },
  published: PublishedStandards,
): Promise<void> {
  const known = await published.find(id, version);
  if (known === null || known.hash === hash) return;
  throw new EarmarkError(
    'E_STANDARD',
    `"${id}" was changed, and its version is still ${version}, which is published`,
    {
      remedy:
        'write a new version into the file, or take the change back; old scorecards keep the published one',
    },
  );
}

/** Below 0 where `a` is the lower version, above 0 where it is the higher, by its numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < Math.max(left?.length ?? 0, right?.length ?? 0); part++) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
