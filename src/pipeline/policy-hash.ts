import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { hashJson } from './content-hash.ts';
import { readYaml } from './read-yaml.ts';

const anyMapping = z.looseObject({ extends: z.array(z.string()).default([]) });

/**
 * Hash of what a standard's file and those it extends say, 64 hex digits: blind to comments, blanks and the defaults
 * of the code that reads them, so that only a changed policy changes it.
 */
export async function policyHash(folder: string, name: string): Promise<string> {
  const files: Record<string, unknown> = {};
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next in files) continue;
    const { result } = readYaml(await readFile(join(folder, `${next}.yaml`)), `${next}.yaml`, anyMapping);
    if (!('value' in result)) continue;
    files[next] = result.value;
    waiting.push(...result.value.extends);
  }
  return hashJson(files);
}
