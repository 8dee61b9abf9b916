import type { PartyAcoustics } from '../domain/acoustics.ts';
import { lengthOf, spansOf } from './activity-mask.ts';
import { hopMarks } from './feature-table.ts';
import { giveBack } from './give-back.ts';
import type { HeardChannel } from './hear-channels.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { estimatePace } from './pace.ts';
import { findFaint, findRaised, summarizeLevels, trackLevel } from './voice-levels.ts';

/** Share of speech hops with clipped samples, in percent; null without speech. */
function clippedPercentOf(channel: HeardChannel): number | null {
  let speech = 0;
  let clipped = 0;
  for (let hop = 0; hop < channel.speech.length; hop++) {
    if (channel.speech[hop] !== 1) continue;
    speech++;
    if (((channel.features.marks[hop] as number) & hopMarks.clipped) !== 0) clipped++;
  }
  return speech === 0 ? null : Math.round((10_000 * clipped) / speech) / 100;
}

/** 1 where anybody speaks or sounds. */
function anyOf(channel: HeardChannel, other: HeardChannel | null): Uint8Array<ArrayBuffer> {
  const { speech, hold, tones } = channel;
  const any = new Uint8Array(speech.length);
  for (let hop = 0; hop < any.length; hop++) {
    any[hop] = (speech[hop] as number) | (hold[hop] as number) | (tones[hop] as number);
  }
  if (other) for (let hop = 0; hop < any.length; hop++) if (other.speech[hop] === 1) any[hop] = 1;
  return any;
}

/** Everything measured of one party on its channel. */
export function measureParty(
  channel: HeardChannel,
  other: HeardChannel | null,
  durationMs: number,
  settings: HearingSettings,
): PartyAcoustics {
  const { level } = channel.features;
  const speech = spansOf(channel.speech, durationMs);
  const any = anyOf(channel, other);
  const levels = summarizeLevels(level, channel.speech, any);
  giveBack(any);
  const levelTrack = trackLevel(level, channel.speech, settings);
  return {
    speech,
    speechMs: lengthOf(speech),
    ...levels,
    clippedPercent: clippedPercentOf(channel),
    levelTrack,
    raised: findRaised(levelTrack, levels.levelDb, settings),
    faint: findFaint(levelTrack, levels.levelDb, settings),
    hold: spansOf(channel.hold, durationMs),
    tones: spansOf(channel.tones, durationMs),
    pace: estimatePace(level, channel.speech, settings),
  };
}
