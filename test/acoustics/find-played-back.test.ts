import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { findPlayedBack } from '../../src/acoustics/find-played-back.ts';
import { createListener } from '../../src/acoustics/listen.ts';
import { printSound, type SoundPrint } from '../../src/acoustics/sound-print.ts';
import { seededRandom } from './synth-call.ts';

/** 8 kHz samples of one side of a sample call. */
function side(file: string, pan: 'c0' | 'c1'): Int16Array {
  const options = ['-nostdin', '-v', 'error', '-i', `samples/calls/${file}`, '-af', `pan=mono|c0=${pan}`];
  const { stdout } = spawnSync('ffmpeg', [...options, '-ar', '8000', '-f', 's16le', 'pipe:1'], {
    maxBuffer: 1 << 28,
  });
  return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
}

function printOf(samples: Int16Array): SoundPrint {
  const listener = createListener({ channels: 1 });
  listener.push(samples);
  const [channel] = listener.finish().channels;
  if (!channel) throw new Error('nothing was heard');
  return printSound(channel);
}

const script = side('en-01-full-service.mp3', 'c0').subarray(0, 8000 * 20);
const lives = [
  side('zh-01-full-service.wav', 'c0'),
  side('en-07-guilt.wav', 'c0'),
  side('en-07-guilt.wav', 'c1'),
];

/** A call in which the script is played from a sample on, at a gain, over a little noise of the line. */
function playedInto(live: Int16Array, at: number, gain: number, seed: number): Int16Array {
  const random = seededRandom(seed);
  const call = new Int16Array(Math.max(live.length, at + script.length));
  call.set(live);
  script.forEach((sample, i) => {
    call[at + i] = Math.round(gain * sample + 12 * (random() - 0.5));
  });
  return call;
}

describe('a recording of the script played back (G05)', () => {
  const played = [
    playedInto(lives[0] ?? script, 16_000, 1, 1),
    playedInto(lives[1] ?? script, 91_113, 0.6, 2),
    playedInto(lives[2] ?? script, 3037, 1.3, 3),
  ];
  const prints = played.map((samples, i) => ({ id: `c${i}`, print: printOf(samples) }));

  it('is found in the three calls it stands in, at its places', () => {
    const [group] = findPlayedBack(prints);
    expect(group?.calls.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2']);
    const [a = 0, b = 0, c = 0] = group?.calls.map(({ fromMs }) => fromMs) ?? [];
    expect(Math.abs(b - a - (91_113 - 16_000) / 8)).toBeLessThan(50);
    expect(Math.abs(c - a - (3037 - 16_000) / 8)).toBeLessThan(50);
  });

  it('is nothing in two calls', () => {
    expect(findPlayedBack(prints.slice(0, 2))).toEqual([]);
  });

  it('is not found in live speech', () => {
    const live = lives.map((samples, i) => ({ id: `l${i}`, print: printOf(samples) }));
    expect(findPlayedBack([...live, { id: 'script', print: printOf(script) }])).toEqual([]);
  });
});
