import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const runFfmpeg = fileURLToPath(new URL('../../src/adapters/ffmpeg-run.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Cuts a second of silence with `left` descriptors, then again with all of them. */
const script = (left: number) => `
import { closeSync, openSync } from 'node:fs';
import ffmpeg from 'fluent-ffmpeg';
import { runFfmpeg } from '${runFfmpeg}';
const cut = async () => {
  const command = ffmpeg().input('anullsrc=d=1').inputFormat('lavfi').output('/dev/null').format('null');
  const run = runFfmpeg(command, { sink: null, wallClockMs: 60_000 });
  return await run.then(() => 'cut', (error) => error.code + ' ' + error.isRetryable);
};
const first = await cut();
const held = [];
try { for (;;) held.push(openSync('/dev/null', 'r')); } catch {}
for (const descriptor of held.splice(0, ${left})) closeSync(descriptor);
const without = await cut();
for (const descriptor of held) closeSync(descriptor);
console.log([first, without, await cut()].join(', '));`;

test.each([0, 3, 7])('a program that finds %i descriptors left fails and may be started again', (left) => {
  const words = [process.execPath, '--input-type=module', '-e', script(left)];
  const given = ['-c', 'ulimit -n 128; exec "$@"', 'sh', ...words];
  const said = execFileSync('/bin/sh', given, { cwd: root, encoding: 'utf8' });
  expect(said.trim()).toBe('cut, E_DESCRIPTORS true, cut');
});
