import type { Overlap, OverlapClass, OverlapOutcome, Span } from '../domain/acoustics.ts';
import type { HearingSettings } from './hearing-settings.ts';
import type { Utterance } from './utterances.ts';

/** One side of an encounter: the unbroken stretch and the utterance it belongs to. */
export interface Voice<P extends string> {
  readonly party: P;
  readonly span: Span;
  readonly utterance: Utterance;
}

/** Two parties speaking at once: who was in, who came in. */
export interface Encounter<P extends string> {
  readonly startMs: number;
  readonly endMs: number;
  readonly floor: Voice<P>;
  readonly incoming: Voice<P>;
}

function overlap<P extends string>(
  encounter: Encounter<P>,
  verdict: readonly [OverlapClass, OverlapOutcome, string],
): Overlap<P> {
  return {
    startMs: encounter.startMs,
    endMs: encounter.endMs,
    floor: encounter.floor.party,
    incoming: encounter.incoming.party,
    class: verdict[0],
    outcome: verdict[1],
    why: verdict[2],
  };
}

/** The same encounter with the roles exchanged. */
export function exchanged<P extends string>(encounter: Encounter<P>): Encounter<P> {
  return { ...encounter, floor: encounter.incoming, incoming: encounter.floor };
}

function judgeKeptFloor(
  lengthMs: number,
  settings: HearingSettings,
): readonly [OverlapClass, OverlapOutcome, string] {
  if (lengthMs <= settings.backchannelMs) return ['backchannel', 'none', 'short-and-floor-kept'];
  if (lengthMs >= settings.buttingInMs) return ['interruption', 'gave-way', 'long-and-floor-kept'];
  return ['unclear', 'gave-way', 'middling-and-floor-kept'];
}

/** The class of an encounter by who started when and who went on; `unclear` where timing cannot tell. */
export function judgeBySound<P extends string>(
  encounter: Encounter<P>,
  settings: HearingSettings,
): Overlap<P> {
  const { floor, incoming, startMs } = encounter;
  const heldMs = startMs - floor.utterance.startMs;
  const incomingHeldMs = startMs - incoming.utterance.startMs;
  const floorMs = floor.utterance.endMs - floor.utterance.startMs;
  const incomingMs = incoming.utterance.endMs - startMs;
  const goesOnMs = floor.utterance.endMs - startMs;
  const beyondMs = incoming.utterance.endMs - floor.utterance.endMs;
  if (incomingHeldMs > settings.startTogetherMs) {
    if (floorMs <= settings.backchannelMs)
      return overlap(exchanged(encounter), ['backchannel', 'none', 'short-in-a-pause']);
    return overlap(encounter, ['unclear', 'none', 'resumed-after-pause']);
  }
  if (startMs - floor.span[0] < settings.startTogetherMs) {
    return overlap(encounter, ['simultaneous-start', 'none', 'started-together']);
  }
  if (beyondMs <= -settings.keepsFloorMs) return overlap(encounter, judgeKeptFloor(incomingMs, settings));
  if (goesOnMs < settings.turnEndMs)
    return overlap(encounter, ['turn-end', 'took-floor', 'floor-was-ending']);
  if (heldMs < settings.floorHeldMs) return overlap(encounter, ['unclear', 'none', 'floor-not-held']);
  if (beyondMs < settings.takesFloorMs) return overlap(encounter, ['unclear', 'none', 'ended-together']);
  if (goesOnMs < settings.surelyCutMs)
    return overlap(encounter, ['unclear', 'took-floor', 'may-have-been-ending']);
  return overlap(encounter, ['interruption', 'took-floor', 'floor-taken']);
}
