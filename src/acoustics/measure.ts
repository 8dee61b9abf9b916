import type {
  Acoustics,
  Layout,
  Overlap,
  PartyAcoustics,
  Side,
  SignalFlag,
  Span,
} from '../domain/acoustics.ts';
import { gapsBetween, lengthOf } from './activity-mask.ts';
import { detectCopy } from './detect-copy.ts';
import { type FeatureTable, heardMs } from './feature-table.ts';
import { findOverlaps } from './find-overlaps.ts';
import { type HeardChannel, hearChannels } from './hear-channels.ts';
import { type HearingSettings, hearingSettings } from './hearing-settings.ts';
import { measureParty } from './measure-party.ts';
import { medianResponseMs } from './response-time.ts';
import { signalFlags } from './signal-flags.ts';

function layoutOf(
  channels: number,
  isCopy: boolean,
  speechMs: readonly number[],
  settings: HearingSettings,
): Layout {
  if (channels === 1) return 'mono';
  if (isCopy) return 'fake-stereo';
  return speechMs.some((ms) => ms < settings.partyMinMs) ? 'one-party' : 'two-party';
}

function sharesOf(parties: Readonly<Partial<Record<Side, PartyAcoustics>>>): Partial<Record<Side, number>> {
  const all = Object.values(parties).reduce((sum, party) => sum + party.speechMs, 0);
  const shares: Partial<Record<Side, number>> = {};
  for (const [side, party] of Object.entries(parties))
    shares[side as Side] = all === 0 ? 0 : party.speechMs / all;
  return shares;
}

/** Overlaps nobody may be blamed for, because the sound does not carry it. */
function withoutBlame(
  overlaps: readonly Overlap<Side>[],
  flags: readonly SignalFlag[],
): readonly Overlap<Side>[] {
  const why = flags.includes('STRONG_LEAK') ? 'strong-leak' : flags.includes('LOW_SNR') ? 'low-snr' : null;
  if (why === null) return overlaps;
  return overlaps.map((overlap) => ({ ...overlap, class: 'unclear', outcome: 'none', why }));
}

function hearOverlaps(
  parties: Readonly<Partial<Record<Side, PartyAcoustics>>>,
  layout: Layout,
  flags: readonly SignalFlag[],
  settings: HearingSettings,
): readonly Overlap<Side>[] {
  const { left, right } = parties;
  if (layout !== 'two-party' || !left || !right) return [];
  const sides = {
    first: { party: 'left' as const, speech: left.speech },
    second: { party: 'right' as const, speech: right.speech },
  };
  return withoutBlame(findOverlaps<Side>(sides, settings), flags);
}

function responsesOf(
  parties: Readonly<Partial<Record<Side, PartyAcoustics>>>,
): Partial<Record<Side, number | null>> {
  const { left, right } = parties;
  if (!left || !right) return {};
  return {
    left: medianResponseMs(right.speech, left.speech),
    right: medianResponseMs(left.speech, right.speech),
  };
}

/**
 * All that can be heard in a call, per side: speech, overlaps by class, silences, levels, pace, layout and flags.
 * Mono and one signal on both channels give one side, `mixed`, and no overlaps.
 */
export function measure(
  features: FeatureTable,
  settings: HearingSettings = hearingSettings,
): Acoustics<Side> {
  const durationMs = heardMs(features);
  const copy = detectCopy(features, settings);
  const isMixed = features.channels.length === 1 || copy.isCopy;
  const heard = hearChannels(isMixed ? features.channels.slice(0, 1) : features.channels, settings);
  const sides: readonly Side[] = isMixed ? ['mixed'] : ['left', 'right'];
  const parties: Partial<Record<Side, PartyAcoustics>> = {};
  heard.forEach((channel: HeardChannel, index) => {
    parties[sides[index] as Side] = measureParty(channel, heard[1 - index] ?? null, durationMs, settings);
  });
  const all: Span[] = Object.values(parties).flatMap((party) => party.speech);
  const speechMs = Object.values(parties).map((party) => lengthOf(party.speech));
  const layout = layoutOf(features.channels.length, copy.isCopy, speechMs, settings);
  const flags = signalFlags({ features, heard, parties: Object.values(parties), layout, copy }, settings);
  return {
    version: 1,
    durationMs,
    layout,
    timing: 'audio',
    parties,
    overlaps: hearOverlaps(parties, layout, flags, settings),
    silences: gapsBetween(all, durationMs, settings.silenceMinMs),
    talkShare: sharesOf(parties),
    responseMs: responsesOf(parties),
    flags,
  };
}
