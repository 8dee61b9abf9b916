import { spawnSync } from 'node:child_process';
import createFvad from '@echogarden/fvad-wasm';
import { smoothMask, spansOf } from '../../src/acoustics/activity-mask.ts';
import { hearingSettings } from '../../src/acoustics/hearing-settings.ts';
import type { Span } from '../../src/domain/acoustics.ts';
import type { LabelledCall } from './make-call.ts';

const frameSamples = 80;
const webRtcMode = 3;
const silenceDb = -45;
const fvad = await createFvad();

/** One channel (0 left, 1 right) of interleaved samples. */
export function channelOf(samples: Int16Array, channel: 0 | 1): Int16Array {
  return Int16Array.from({ length: samples.length >> 1 }, (_, n) => samples[2 * n + channel] as number);
}

function smoothed(mask: Uint8Array, durationMs: number): Span[] {
  smoothMask(mask, hearingSettings.fillMs, hearingSettings.minSpeechMs);
  return spansOf(mask, durationMs);
}

/** Speech by WebRTC's detector at its strictest, with the same filling and dropping as our own. */
export function detectByWebRtc(samples: Int16Array, durationMs: number): Span[] {
  const instance = fvad._fvad_new();
  const pointer = fvad._malloc(frameSamples * 2);
  fvad._fvad_set_mode(instance, webRtcMode);
  fvad._fvad_set_sample_rate(instance, 8000);
  const mask = new Uint8Array(Math.floor(samples.length / frameSamples));
  for (let frame = 0; frame < mask.length; frame++) {
    fvad.HEAP16.set(samples.subarray(frame * frameSamples, (frame + 1) * frameSamples), pointer >> 1);
    mask[frame] = fvad._fvad_process(instance, pointer, frameSamples) === 1 ? 1 : 0;
  }
  fvad._free(pointer);
  fvad._fvad_free(instance);
  return smoothed(mask, durationMs);
}

/** Speech as what ffmpeg's silencedetect (−45 dB) leaves, with the same filling and dropping. */
export function detectBySilence(samples: Int16Array, durationMs: number): Span[] {
  const { stderr } = spawnSync(
    'ffmpeg',
    [
      '-nostdin',
      '-f',
      's16le',
      '-ar',
      '8000',
      '-ac',
      '1',
      '-i',
      'pipe:0',
      '-af',
      `silencedetect=n=${silenceDb}dB:d=0.1`,
      '-f',
      'null',
      '-',
    ],
    { input: new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength), encoding: 'utf8' },
  );
  const mask = new Uint8Array(Math.ceil(durationMs / 10)).fill(1);
  let from = mask.length;
  for (const [, edge, seconds] of stderr.matchAll(/silence_(start|end): (-?[\d.]+)/g)) {
    const frame = Math.max(0, Math.round(Number(seconds) * 100));
    if (edge === 'start') from = frame;
    else mask.fill(0, from, frame);
    if (edge === 'end') from = mask.length;
  }
  mask.fill(0, from);
  return smoothed(mask, durationMs);
}

/** Both channels of a made call through one detector. */
export function detectBoth(
  call: LabelledCall,
  detect: (samples: Int16Array, durationMs: number) => Span[],
): { left: Span[]; right: Span[] } {
  return {
    left: detect(channelOf(call.samples, 0), call.durationMs),
    right: detect(channelOf(call.samples, 1), call.durationMs),
  };
}
