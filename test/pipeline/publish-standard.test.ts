import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PublishedStandard, PublishedStandards } from '../../src/domain/published-standard.ts';
import { policyHash } from '../../src/pipeline/policy-hash.ts';
import { compareVersions, publishStandard, requireOwnVersion } from '../../src/pipeline/publish-standard.ts';

const written = (version: string, weight = 100) => `id: sales
version: "${version}"
title: { en: Sales, zh: 销售 }
criteria:
  - id: greeting
    clauses: ["5/4.1"]
    title: { en: Greets, zh: 问候 }
    kind: opening
    weight: ${weight}
`;

function inMemory(): PublishedStandards {
  const kept: PublishedStandard[] = [];
  return {
    publish: async (standard) => void kept.push(standard),
    find: async (id, version) => kept.find((one) => one.id === id && one.version === version) ?? null,
    versions: async (id) => kept.filter((one) => one.id === id),
  };
}

describe('publishing a standard', () => {
  let folder = '';
  const at = () => ({ folder, name: 'sales' });
  const write = (text: string) => writeFile(join(folder, 'sales.yaml'), text);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earmark-standard-'));
    await write(written('1.0'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps it once, and changes nothing the second time', async () => {
    const published = inMemory();
    expect(await publishStandard(at(), published, 'qa')).toMatchObject({ version: '1.0', isNew: true });
    expect(await publishStandard(at(), published, 'qa')).toMatchObject({ isNew: false });
    expect(await published.versions('sales')).toHaveLength(1);
  });

  it('refuses a changed policy under the published version', async () => {
    const published = inMemory();
    await publishStandard(at(), published, 'qa');
    await write(written('1.0').replace('kind: opening', 'kind: opening\n    critical: true'));
    await expect(publishStandard(at(), published, 'qa')).rejects.toMatchObject({ code: 'E_STANDARD' });
    const hash = await policyHash(folder, 'sales');
    await expect(requireOwnVersion({ id: 'sales', version: '1.0', hash }, published)).rejects.toMatchObject({
      code: 'E_STANDARD',
    });
  });

  it('takes the change under a higher version, and none under a lower one', async () => {
    const published = inMemory();
    await publishStandard(at(), published, 'qa');
    await write(written('1.1'));
    expect(await publishStandard(at(), published, 'qa')).toMatchObject({ version: '1.1', isNew: true });
    await write(written('0.9'));
    await expect(publishStandard(at(), published, 'qa')).rejects.toMatchObject({ code: 'E_STANDARD' });
  });

  it('is blind to comments and blanks', async () => {
    const before = await policyHash(folder, 'sales');
    await write(`# a remark\n\n${written('1.0')}`);
    expect(await policyHash(folder, 'sales')).toBe(before);
  });

  it('counts versions by their numbers', () => {
    expect(compareVersions('1.10', '1.9')).toBeGreaterThan(0);
    expect(compareVersions('1', '1.0')).toBe(0);
    expect(compareVersions('2.0', '10')).toBeLessThan(0);
  });
});
