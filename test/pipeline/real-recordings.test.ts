import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLocalCall } from '../../src/cli/read-local-call.ts';
import { openScratch } from '../../src/cli/scratch.ts';
import { readConfig } from '../../src/config.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';
import { type PipelineOutcome, runPipeline } from '../../src/pipeline/run-pipeline.ts';
import { createMemoryReplies, createMemoryResults } from '../../src/pipeline/step.ts';

const calls =
  process.env.EARMARK_SHARED_CALLS ?? fileURLToPath(new URL('../../../shared/calls', import.meta.url));
const reason = existsSync(calls) ? '' : ' (skipped: no folder of real recordings, see EARMARK_SHARED_CALLS)';

/** One real recording through the whole pipeline, the agent on the left, with nobody to transcribe it. */
async function score(path: string): Promise<PipelineOutcome> {
  const config = readConfig({});
  const callFile = join(mkdtempSync(join(tmpdir(), 'earmark-real-')), 'call.json');
  writeFileSync(
    callFile,
    JSON.stringify({ version: 1, language: 'en', channels: { agent: 0, customer: 1 } }),
  );
  try {
    await using scratch = await openScratch(config);
    const material = await readLocalCall(
      { path: join(calls, path), kind: 'recording' },
      { call: callFile },
      config,
    );
    const standard = await loadStandard(config.EARMARK_PIPELINES, config.EARMARK_STANDARD);
    return await runPipeline(material, standard, null, {
      ...scratch,
      results: createMemoryResults(),
      replies: createMemoryReplies(),
      transcriber: null,
      watcher: { began: () => {}, ended: () => {} },
    });
  } finally {
    rmSync(join(callFile, '..'), { recursive: true, force: true });
  }
}

describe.skipIf(reason !== '')(`real recordings${reason}`, () => {
  it.each(['aws-call-40/call-40.wav', 'genesys-audiohook/test-transcript-connector.wav'])(
    '%s has two parties, nobody interrupts, and what needs words says what to configure',
    async (path) => {
      const { scorecard, facts } = await score(path);
      expect(facts.layout).toBe('two-party');
      const verdictOf = (id: string) => scorecard.criteria.find((criterion) => criterion.id === id);
      expect(verdictOf('interruption')?.verdict).toBe('met');
      expect(verdictOf('greeting')).toMatchObject({
        verdict: 'not-assessable',
        reason: { code: 'NO_TRANSCRIBER' },
      });
      expect(verdictOf('greeting')?.reason.en).toMatch(/EARMARK_TRANSCRIBE_MODEL/);
      expect(scorecard.total).toBeNull();
    },
    60_000,
  );

  it.each([
    ['gcp-speech-samples/commercial_mono.wav', 'mono'],
    ['gcp-speech-samples/multi.wav', 'fake-stereo'],
  ])('%s is %s, so nobody is judged for interrupting', async (path, layout) => {
    const { scorecard, facts } = await score(path);
    expect(facts.layout).toBe(layout);
    expect(scorecard.criteria.find(({ id }) => id === 'interruption')?.verdict).toBe('not-assessable');
  });
});
