import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scorecardSchema } from '../../src/domain/scorecard.ts';
import { runEarmark } from './run-earmark.ts';

const samples = fileURLToPath(new URL('../../samples/calls', import.meta.url));
const sample = 'zh-01-full-service';

function linesOf(stdout: string) {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; error?: { code: string } } & Record<string, unknown>);
}

describe('earmark score', () => {
  const folder = mkdtempSync(join(tmpdir(), 'earmark-cli-'));
  beforeAll(() => {
    for (const suffix of ['transcript.json', 'call.json', 'note.json'])
      cpSync(join(samples, `${sample}.${suffix}`), join(folder, `alone.${suffix}`));
    writeFileSync(join(folder, 'broken.transcript.json'), '{"version":1,"turns":[');
    writeFileSync(join(folder, 'text.wav'), 'this is no sound');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('prints one object a call and nothing else, the failed ones by name, and says so by its exit code', async () => {
    const { code, stdout } = await runEarmark(['score', folder, join(folder, 'gone.wav'), '--json']);
    expect(code).toBe(1);
    const lines = linesOf(stdout);
    expect(lines.map(({ file, error }) => [file.slice(folder.length + 1), error?.code])).toEqual([
      ['alone.transcript.json', undefined],
      ['broken.transcript.json', 'E_TRANSCRIPT'],
      ['text.wav', 'E_TYPE'],
      ['gone.wav', 'E_NOT_FOUND'],
    ]);
  });

  it('scores a transcript alone: overlaps are coarse, levels are not assessable', async () => {
    const { code, stdout } = await runEarmark(['score', join(folder, 'alone.transcript.json'), '--json']);
    expect(code).toBe(0);
    const scorecard = scorecardSchema.parse(linesOf(stdout)[0]);
    expect(scorecard.callId).toBe('sample-zh-01');
    const verdictOf = (id: string) => scorecard.criteria.find((criterion) => criterion.id === id)?.verdict;
    expect(verdictOf('greeting')).toBe('met');
    expect(scorecard.inputs.recording).toBeNull();
  });

  it('gives the same bytes for the same inputs', async () => {
    const runs = [1, 2].map(() => runEarmark(['score', join(folder, 'alone.transcript.json'), '--json']));
    const [first, second] = await Promise.all(runs);
    expect(first?.stdout).toBe(second?.stdout);
  });

  it('takes the side files named instead of those beside the call', async () => {
    const note = join(folder, 'other-note.txt');
    writeFileSync(note, '时间：周一\n联系人：陈先生');
    const args = ['score', join(folder, 'alone.transcript.json'), '--note', note, '--json'];
    const scorecard = scorecardSchema.parse(linesOf((await runEarmark(args)).stdout)[0]);
    expect(scorecard.criteria.find(({ id }) => id === 'note')?.verdict).not.toBe('met');
  });

  it('answers what it does not understand with exit code 2 and what to do', async () => {
    for (const args of [
      ['score'],
      ['scroe', 'x'],
      ['score', folder, '--standard', 'nope'],
      ['score', folder, '--note', 'x'],
    ]) {
      const { code, stdout, stderr } = await runEarmark(args);
      expect([args.join(' '), code, stdout]).toEqual([args.join(' '), 2, '']);
      expect(stderr).not.toBe('');
    }
  });
});
