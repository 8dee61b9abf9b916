import type { Layout, PartyAcoustics, SignalFlag } from '../domain/acoustics.ts';
import type { Copy } from './detect-copy.ts';
import { type FeatureTable, heardMs, hopMarks, hopMs } from './feature-table.ts';
import type { HeardChannel } from './hear-channels.ts';
import type { HearingSettings } from './hearing-settings.ts';

/** What the flags are raised from. */
export interface FlagSources {
  readonly features: FeatureTable;
  readonly heard: readonly HeardChannel[];
  readonly parties: readonly PartyAcoustics[];
  readonly layout: Layout;
  readonly copy: Copy;
}

/** Longest and shortest hole in speech that counts as a dropout. */
const dropoutHops = [2, 50] as const;

/** Holes of digital silence with speech right before and after. */
function countDropouts(channel: HeardChannel): number {
  const { marks } = channel.features;
  let count = 0;
  let run = 0;
  for (let hop = 0; hop < marks.length; hop++) {
    if (((marks[hop] as number) & hopMarks.constant) !== 0) {
      run++;
      continue;
    }
    const isHole = run >= dropoutHops[0] && run <= dropoutHops[1];
    if (isHole && channel.speech[hop] === 1 && channel.speech[hop - run - 1] === 1) count++;
    run = 0;
  }
  return count;
}

function hasOffset(features: FeatureTable, settings: HearingSettings): boolean {
  return features.channels.some(
    (channel) =>
      Math.abs(channel.sum / Math.max(1, features.frames)) / 32768 >= settings.dcOffsetPercent / 100,
  );
}

/** Everything the recording suffers from, in the order of the type. */
export function signalFlags(sources: FlagSources, settings: HearingSettings): SignalFlag[] {
  const { features, heard, parties, layout, copy } = sources;
  const minutes = Math.max(heardMs(features), hopMs) / 60_000;
  const hasSpeech = parties.some((party) => party.speechMs >= settings.partyMinMs);
  const isTwo = layout === 'two-party';
  const found: [SignalFlag, boolean][] = [
    ['CLIPPED', parties.some((party) => (party.clippedPercent ?? 0) >= settings.clippedPercent)],
    ['DC_OFFSET', hasOffset(features, settings)],
    ['DROPOUTS', heard.some((channel) => countDropouts(channel) / minutes >= settings.dropoutsPerMinute)],
    ['INVERTED_COPY', copy.isInverted],
    ['NO_SPEECH', !hasSpeech],
    ['MISSING_CHANNEL', layout === 'one-party'],
    ['LOW_SNR', parties.some((party) => party.snrDb !== null && party.snrDb < settings.blameSnrDb)],
    ['STRONG_LEAK', isTwo && heard.some((channel) => (channel.leakDb ?? -100) > settings.strongLeakDb)],
  ];
  return found.filter(([, isSo]) => isSo).map(([flag]) => flag);
}
