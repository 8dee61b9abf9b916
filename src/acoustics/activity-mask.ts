import type { Span } from '../domain/acoustics.ts';
import { hopMs } from './feature-table.ts';

/** Runs of ones in a mask as `[firstHop, endHop)` pairs. */
export function runsOf(mask: Uint8Array): [number, number][] {
  const runs: [number, number][] = [];
  for (let start = mask.indexOf(1); start >= 0; ) {
    const zero = mask.indexOf(0, start);
    const end = zero < 0 ? mask.length : zero;
    runs.push([start, end]);
    start = mask.indexOf(1, end);
  }
  return runs;
}

/** Fills gaps up to `fillMs`, then drops runs shorter than `minMs`; changes the mask. */
export function smoothMask(mask: Uint8Array, fillMs: number, minMs: number): void {
  let lastEnd = -1;
  for (const [start, end] of runsOf(mask)) {
    if (lastEnd >= 0 && (start - lastEnd) * hopMs <= fillMs) mask.fill(1, lastEnd, start);
    lastEnd = end;
  }
  for (const [start, end] of runsOf(mask)) if ((end - start) * hopMs < minMs) mask.fill(0, start, end);
}

/** Drops runs shorter than `minMs` that stand further than `nearMs` from any longer run: clicks, not consonants. */
export function dropClicks(mask: Uint8Array, minMs: number, nearMs: number): void {
  const runs = runsOf(mask);
  const isLong = runs.map(([start, end]) => (end - start) * hopMs >= minMs);
  runs.forEach(([start, end], index) => {
    if (isLong[index]) return;
    const before = runs[index - 1];
    const after = runs[index + 1];
    const isNearBefore = before && isLong[index - 1] && (start - before[1]) * hopMs <= nearMs;
    const isNearAfter = after && isLong[index + 1] && (after[0] - end) * hopMs <= nearMs;
    if (!isNearBefore && !isNearAfter) mask.fill(0, start, end);
  });
}

/** The runs of a mask in ms; nothing reaches past `durationMs`. */
export function spansOf(mask: Uint8Array, durationMs: number): Span[] {
  return runsOf(mask)
    .map(([start, end]): Span => [start * hopMs, Math.min(end * hopMs, durationMs)])
    .filter(([start, end]) => end > start);
}

/** Total length of spans, in ms. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** What two ordered lists of spans have in common. */
export function intersectSpans(one: readonly Span[], two: readonly Span[]): Span[] {
  const common: Span[] = [];
  let i = 0;
  let j = 0;
  while (i < one.length && j < two.length) {
    const [a, aEnd] = one[i] as Span;
    const [b, bEnd] = two[j] as Span;
    const start = Math.max(a, b);
    const end = Math.min(aEnd, bEnd);
    if (end > start) common.push([start, end]);
    if (aEnd < bEnd) i++;
    else j++;
  }
  return common;
}

/** Spans joined across gaps up to `gapMs`; takes any order, gives time order. */
export function joinSpans(spans: readonly Span[], gapMs: number): Span[] {
  const joined: [number, number][] = [];
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start - last[1] <= gapMs) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** What is left of 0 to `durationMs` outside the spans, at least `minMs` long. */
export function gapsBetween(spans: readonly Span[], durationMs: number, minMs: number): Span[] {
  const gaps: Span[] = [];
  let from = 0;
  for (const [start, end] of joinSpans(spans, 0)) {
    if (start - from >= minMs) gaps.push([from, start]);
    from = Math.max(from, end);
  }
  if (durationMs - from >= minMs) gaps.push([from, durationMs]);
  return gaps;
}
