import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allScripts } from '../../samples/make/all-scripts.ts';
import type { CallScript, Speaker } from '../../samples/make/call-script.ts';
import { extensionOf } from '../../samples/make/encode.ts';
import type { Truth } from '../../samples/make/side-files.ts';

const folder = new URL('../../samples/calls/', import.meta.url).pathname;
const pathOf = (script: CallScript): string => `${folder}${script.name}.${extensionOf[script.audio.coding]}`;
const truthOf = (script: CallScript): Truth =>
  JSON.parse(readFileSync(`${folder}${script.name}.truth.json`, 'utf8')) as Truth;
const FRAME_MS = 10;

/** Level in dB of every 10 ms of each channel, as ffmpeg decodes the recording at 8 kHz. */
function levelsOf(script: CallScript): number[][] {
  const count = script.audio.layout === 'mono' ? 1 : 2;
  const args = ['-v', 'error', '-i', pathOf(script), '-ar', '8000', '-f', 's16le', '-'];
  const raw = execFileSync('ffmpeg', args, { maxBuffer: 1e8 });
  const samples = new Int16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length));
  return Array.from({ length: count }, (_, channel) => {
    const levels: number[] = [];
    for (let from = 0; from + 80 * count <= samples.length; from += 80 * count) {
      let sum = 0;
      for (let at = from + channel; at < from + 80 * count; at += count) sum += (samples[at] ?? 0) ** 2;
      levels.push(10 * Math.log10(sum / 80 / 32_768 ** 2 + 1e-10));
    }
    return levels;
  });
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const inside = (spans: readonly (readonly [number, number])[], frame: number): boolean =>
  spans.some(([from, to]) => frame * FRAME_MS >= from && frame * FRAME_MS < to);
const channelOf = (script: CallScript, speaker: Speaker): number =>
  (speaker === 'agent') === (script.audio.agentChannel === 'left') ? 0 : 1;
const twoParty = allScripts
  .filter((script) => script.audio.layout === 'two-party')
  .map((script) => [script.name, script] as const);

describe('the sample recordings, measured without the product', () => {
  it.each(twoParty)('%s has each party on its channel where the truth says', (_name, script) => {
    const levels = levelsOf(script);
    const { speech } = truthOf(script);
    for (const speaker of ['agent', 'customer'] as const) {
      if (speech[speaker].length === 0) continue;
      const own = levels[channelOf(script, speaker)] ?? [];
      const spoken = median(own.filter((_, frame) => inside(speech[speaker], frame)));
      const idle = median(own.filter((_, frame) => !inside(speech[speaker], frame)));
      expect(spoken - idle, speaker).toBeGreaterThan(18);
      expect(spoken, speaker).toBeGreaterThan(-42);
    }
  });

  it('keeps the silent customer’s channel near the noise', () => {
    const script = allScripts.find(({ name }) => name === 'zh-08-silent-customer') as CallScript;
    expect(truthOf(script).speech.customer).toEqual([]);
    expect(Math.max(...(levelsOf(script)[1] ?? []))).toBeLessThan(-40);
  });

  it('has one channel in the mono call and one sound in the fake-stereo call', () => {
    const [mono, fake] = ['mono', 'fake-stereo'].map((layout) =>
      allScripts.find((script) => script.audio.layout === layout),
    ) as [CallScript, CallScript];
    const probe = ['-v', 'error', '-show_entries', 'stream=channels', '-of', 'csv=p=0', pathOf(mono)];
    expect(execFileSync('ffprobe', probe).toString().trim()).toBe('1');
    const [left = [], right = []] = levelsOf(fake);
    expect(Math.max(...left.map((level, frame) => Math.abs(level - (right[frame] ?? 0))))).toBeLessThan(0.1);
  });

  it('has the shouting agent 9 dB over his own median for more than three seconds', () => {
    const script = allScripts.find(({ name }) => name === 'en-02-shouting') as CallScript;
    const own = levelsOf(script)[0] ?? [];
    const { speech } = truthOf(script);
    const loudnessOf = ([from, to]: readonly [number, number]): number =>
      median(own.slice(from / FRAME_MS, to / FRAME_MS));
    const usual = median(own.filter((_, frame) => inside(speech.agent, frame)));
    const loud = speech.agent.filter((span) => loudnessOf(span) > usual + 9);
    expect(loud.reduce((sum, [from, to]) => sum + to - from, 0)).toBeGreaterThan(3000);
  });
});
