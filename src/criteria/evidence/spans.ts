import type { Span } from '../../domain/acoustics.ts';

/** Milliseconds of [startMs, endMs) that the spans cover; spans may overlap when they are in order of start. */
export function coveredMs(spans: readonly Span[], startMs: number, endMs: number): number {
  let covered = 0;
  let reached = startMs;
  for (const [from, to] of spans) {
    if (from >= endMs) break;
    const start = Math.max(from, reached);
    const end = Math.min(to, endMs);
    if (end <= start) continue;
    covered += end - start;
    reached = end;
  }
  return covered;
}

/** The spans widened by `byMs` at both ends and joined where they then touch, in order. */
export function widen(spans: readonly Span[], byMs: number): Span[] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = joined.at(-1);
    if (last && from - byMs <= last[1]) last[1] = Math.max(last[1], to + byMs);
    else joined.push([from - byMs, to + byMs]);
  }
  return joined;
}

/** The part of the spans inside [startMs, endMs]. */
export function clip(spans: readonly Span[], startMs: number, endMs: number): Span[] {
  return spans
    .map(([from, to]): Span => [Math.max(from, startMs), Math.min(to, endMs)])
    .filter(([from, to]) => to > from);
}
