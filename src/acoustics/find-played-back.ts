import { findSharedSound, type SoundPrint } from './sound-print.ts';

/** One agent's side of one call. */
export interface PrintedCall {
  readonly id: string;
  readonly print: SoundPrint;
}

/** Sound that is the same in several calls: a recording played back instead of being said. */
export interface PlayedBack {
  readonly calls: readonly { readonly id: string; readonly fromMs: number }[];
  readonly lengthMs: number;
}

/** Shorter repeats may be ringing, beeps or chance. */
const LEAST_MS = 4000;
/** In this many calls the same sound goes to a person (attack G05). */
const LEAST_CALLS = 3;

/**
 * Sound that stands in at least three of the calls, longest first, each group once. It is a reason to listen, not a
 * verdict: an announcement of the telephone system or hold music on the agent's side is the same in every call too.
 */
export function findPlayedBack(calls: readonly PrintedCall[]): PlayedBack[] {
  const found: PlayedBack[] = [];
  calls.forEach((call, index) => {
    if (found.some(({ calls: known }) => known.some(({ id }) => id === call.id))) return;
    const shared = calls.slice(index + 1).flatMap((other) => {
      const [longest] = findSharedSound(call.print, other.print, LEAST_MS).sort(
        (a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs),
      );
      return longest ? [{ ...longest, id: other.id }] : [];
    });
    const [longest] = [...shared].sort((a, b) => b.toMs - b.fromMs - (a.toMs - a.fromMs));
    if (longest === undefined) return;
    const same = shared.filter(({ fromMs, toMs }) => fromMs < longest.toMs && longest.fromMs < toMs);
    if (same.length + 1 < LEAST_CALLS) return;
    found.push({
      calls: [
        { id: call.id, fromMs: longest.fromMs },
        ...same.map(({ id, otherFromMs }) => ({ id, fromMs: otherFromMs })),
      ],
      lengthMs: longest.toMs - longest.fromMs,
    });
  });
  return found.sort((a, b) => b.lengthMs - a.lengthMs);
}
