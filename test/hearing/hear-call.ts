import { type HearingSettings, hearingSettings } from '../../src/acoustics/hearing-settings.ts';
import { createListener } from '../../src/acoustics/listen.ts';
import { measure } from '../../src/acoustics/measure.ts';
import type { Acoustics, Overlap } from '../../src/domain/acoustics.ts';
import type { Blame } from './compare-events.ts';

/** Everything our own ears find in interleaved stereo samples. */
export function hearSamples(samples: Int16Array, settings: HearingSettings = hearingSettings): Acoustics {
  const listener = createListener({ channels: 2 });
  for (let at = 0; at < samples.length; at += 65_536) listener.push(samples.subarray(at, at + 65_536));
  return measure(listener.finish(), settings);
}

/** Overlaps between parties as overlaps between sides: the agent is left, the customer right. */
export function onSides(overlaps: readonly Overlap[]): Blame[] {
  return overlaps.map((overlap) => ({
    ...overlap,
    incoming: overlap.incoming === 'agent' ? 'left' : 'right',
  }));
}
