import type { Span } from '../domain/acoustics.ts';
import { joinSpans } from './activity-mask.ts';

/** One party's talk across short pauses. */
export interface Utterance {
  readonly startMs: number;
  readonly endMs: number;
}

/** Speech spans joined over pauses up to `gapMs`, in time order. */
export function toUtterances(speech: readonly Span[], gapMs: number): Utterance[] {
  return joinSpans(speech, gapMs).map(([startMs, endMs]) => ({ startMs, endMs }));
}
