import type { Span } from '../domain/acoustics.ts';

/** Later starts answer nothing any more. */
const longestMs = 10_000;

/** Median time from the end of the other side's turn to the start of this side's, in ms; null where there is none. */
export function medianResponseMs(other: readonly Span[], own: readonly Span[]): number | null {
  const responses: number[] = [];
  let at = 0;
  let ownEnd = Number.NEGATIVE_INFINITY;
  for (const [start, end] of own) {
    while (at < other.length && (other[at] as Span)[0] < start) at++;
    const last = other[at - 1];
    if (last && ownEnd <= last[0] && start - last[1] <= longestMs) responses.push(start - last[1]);
    ownEnd = end;
  }
  responses.sort((a, b) => a - b);
  return responses[responses.length >> 1] ?? null;
}
