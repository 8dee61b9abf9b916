import type { Span } from '../domain/acoustics.ts';
import type { HearingSettings } from './hearing-settings.ts';

/** One party's talk across short pauses. */
export interface Utterance {
  readonly startMs: number;
  readonly endMs: number;
}

/** A function that is true where one of the ordered spans reaches across a whole pause; asked in time order. */
function coverOf(spans: readonly Span[]): (startMs: number, endMs: number) => boolean {
  let at = 0;
  return (startMs, endMs) => {
    while (at < spans.length && (spans[at] as Span)[1] < endMs) at++;
    const span = spans[at];
    return span !== undefined && span[0] <= startMs;
  };
}

/**
 * One party's speech spans joined over pauses up to `turnGapMs`, in time order. A pause the other party talked right
 * through parts a listening signal from the turn before or after it.
 */
export function toUtterances(
  speech: readonly Span[],
  other: readonly Span[],
  settings: HearingSettings,
): Utterance[] {
  const isTalkedThrough = coverOf(other);
  const utterances: { startMs: number; endMs: number }[] = [];
  for (const [startMs, endMs] of speech) {
    const last = utterances.at(-1);
    const isNear = last !== undefined && startMs - last.endMs <= settings.turnGapMs;
    const isSignal =
      last !== undefined &&
      Math.min(endMs - startMs, last.endMs - last.startMs) <= settings.backchannelMs &&
      isTalkedThrough(last.endMs, startMs);
    if (last && isNear && !isSignal) last.endMs = Math.max(last.endMs, endMs);
    else utterances.push({ startMs, endMs });
  }
  return utterances;
}
