import type { Layout, PartyAcoustics, SignalFlag } from '../domain/acoustics.ts';
import type { Copy } from './detect-copy.ts';
import { type FeatureTable, heardMs, hopMarks, hopMs, levelCode } from './feature-table.ts';
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

/** Speech this close to the usual level right before and after a hole means that the hole was torn into it. */
const tornDb = 10;

/** Holes of digital silence with loud speech right before and after; talk that pauses fades first. */
function countDropouts(channel: HeardChannel, medianDb: number): number {
  const { marks, level } = channel.features;
  const loud = levelCode(medianDb - tornDb);
  let count = 0;
  let run = 0;
  for (let hop = 0; hop < marks.length; hop++) {
    if (((marks[hop] as number) & hopMarks.constant) !== 0) {
      run++;
      continue;
    }
    if (run >= dropoutHops[0] && run <= dropoutHops[1]) {
      // one hop of play on each side, for the window reaches into the hole
      const before = Math.max(level[hop - run - 1] ?? 0, level[hop - run - 2] ?? 0);
      const after = Math.max(level[hop] as number, level[hop + 1] ?? 0);
      if (before >= loud && after >= loud) count++;
    }
    run = 0;
  }
  return count;
}

function hasDropouts(sources: FlagSources, settings: HearingSettings): boolean {
  const minutes = Math.max(heardMs(sources.features), hopMs) / 60_000;
  return sources.heard.some((channel, index) => {
    const medianDb = sources.parties[index]?.levelDb ?? null;
    return medianDb !== null && countDropouts(channel, medianDb) / minutes >= settings.dropoutsPerMinute;
  });
}

function hasOffset(features: FeatureTable, settings: HearingSettings): boolean {
  return features.channels.some(
    (channel) =>
      Math.abs(channel.sum / Math.max(1, features.frames)) / 32768 >= settings.dcOffsetPercent / 100,
  );
}

/** Under much noise the level of the leak cannot be told; LOW_SNR says so already. */
function hasStrongLeak({ heard, parties }: FlagSources, settings: HearingSettings): boolean {
  return heard.some((channel, index) => {
    const snrDb = parties[index]?.snrDb ?? Number.POSITIVE_INFINITY;
    return (
      (channel.leakDb ?? Number.NEGATIVE_INFINITY) > settings.strongLeakDb && snrDb >= settings.blameSnrDb
    );
  });
}

/** Everything the recording suffers from, in the order of the type. */
export function signalFlags(sources: FlagSources, settings: HearingSettings): SignalFlag[] {
  const { features, parties, layout, copy } = sources;
  const hasSpeech = parties.some((party) => party.speechMs >= settings.partyMinMs);
  const isTwo = layout === 'two-party';
  const found: [SignalFlag, boolean][] = [
    ['CLIPPED', parties.some((party) => (party.clippedPercent ?? 0) >= settings.clippedPercent)],
    ['DC_OFFSET', hasOffset(features, settings)],
    ['DROPOUTS', hasDropouts(sources, settings)],
    ['INVERTED_COPY', copy.isInverted],
    ['NO_SPEECH', !hasSpeech],
    ['MISSING_CHANNEL', layout === 'one-party'],
    ['LOW_SNR', parties.some((party) => party.snrDb !== null && party.snrDb < settings.blameSnrDb)],
    ['STRONG_LEAK', isTwo && hasStrongLeak(sources, settings)],
  ];
  return found.filter(([, isSo]) => isSo).map(([flag]) => flag);
}
