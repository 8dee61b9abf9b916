import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importInto } from '../../src/cli/import.ts';
import { openInstallation } from '../../src/cli/installation.ts';
import { readConfig } from '../../src/config.ts';
import { copySamples, startWorker } from './run-worker.ts';

describe('F08: a recording that ends its process', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'earmark-poison-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is quarantined after three crashes with the reason, and the others are scored', async () => {
    const folder = join(dataDir, 'calls');
    copySamples(folder, {
      'en-01-full-service': 'a-poison',
      'en-02-shouting': 'b-good',
      'en-03-mono': 'c-good',
    });
    const environment = { EARMARK_DATA: join(dataDir, 'data'), EARMARK_CONCURRENCY: '2' };
    {
      await using installation = await openInstallation(readConfig(environment));
      await importInto(installation, folder, { isRefresh: false, by: 'test' });
    }
    const strike = { action: 'abort', at: 'stage normalize-audio', when: 'before', nth: 1 } as const;
    const run = () => startWorker({ strike }, { ...environment, FAULT_KEY: 'poison' });
    for (let crash = 1; crash <= 3; crash++) expect((await run().ended).signal).toBe('SIGABRT');
    const last = run();
    expect(await last.ended, last.said()).toEqual({ code: 0, signal: null });
    expect(last.said()).toMatch(/^quarantined /m);

    await using after = await openInstallation(readConfig(environment));
    const { calls } = await after.store.lists.list({}, { after: null, limit: 9, timeZone: 'UTC' });
    const byKey = Object.fromEntries(calls.map((one) => [one.key.replace(/\..*$/, ''), one]));
    expect(byKey['a-poison']).toMatchObject({
      status: 'held',
      error: { code: 'E_QUARANTINED', stage: 'normalize-audio' },
    });
    expect(byKey['b-good']?.status).toBe('scored');
    expect(byKey['c-good']?.status).toBe('scored');
    expect(await after.queue.countOpen()).toBe(0);
  }, 300_000);
});
