import { dropClicks, smoothMask } from './activity-mask.ts';
import type { ChannelFeatures } from './feature-table.ts';
import { findHold } from './find-hold.ts';
import { findTones } from './find-tones.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { detectActivity } from './speech-activity.ts';
import { measureLeakDb, suppressLeak } from './suppress-leak.ts';

/** One channel with its masks, a byte a hop. */
export interface HeardChannel {
  readonly features: ChannelFeatures;
  readonly speech: Uint8Array;
  readonly hold: Uint8Array;
  readonly tones: Uint8Array;
  /** Usual level of the other side in this channel, against the other channel; null where unknown. */
  readonly leakDb: number | null;
}

function clearWhere(mask: Uint8Array, where: Uint8Array): void {
  for (let hop = 0; hop < mask.length; hop++) if (where[hop] === 1) mask[hop] = 0;
}

/** Speech, hold music and tones of one or two channels, the other side's leak taken out. */
export function hearChannels(
  channels: readonly ChannelFeatures[],
  settings: HearingSettings,
): HeardChannel[] {
  const tones = channels.map((channel) => findTones(channel, settings));
  const active = channels.map((channel, index) => {
    const mask = detectActivity(channel, settings);
    clearWhere(mask, tones[index] as Uint8Array);
    return mask;
  });
  const hold = channels.map((channel, index) => findHold(channel.level, active[1 - index] ?? null, settings));
  return channels.map((features, index) => {
    const other = channels[1 - index];
    const own = active[index] as Uint8Array;
    const theirs = active[1 - index];
    const leakDb = other && theirs ? measureLeakDb(features.level, other.level, theirs) : null;
    const speech =
      other && theirs
        ? suppressLeak({ features, active: own }, { features: other, active: theirs }, leakDb, settings)
        : own.slice();
    clearWhere(speech, hold[index] as Uint8Array);
    dropClicks(speech, settings.clickMs, settings.fillMs);
    smoothMask(speech, settings.fillMs, settings.minSpeechMs);
    return { features, speech, hold: hold[index] as Uint8Array, tones: tones[index] as Uint8Array, leakDb };
  });
}
