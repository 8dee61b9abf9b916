import type { Acoustics, Side, Span } from '../domain/acoustics.ts';
import type { Turn } from '../domain/transcript.ts';

/** Which channel a transcript's agent speaks on, by the times of turns and of speech. */
export interface PartyAlignment {
  readonly agent: 'left' | 'right';
  /** 0 (both ways fit alike) to 1 (only this one fits). */
  readonly margin: number;
  /** Share of the named turns' time that lies over speech of the right channel, 0–1. */
  readonly fit: number;
}

/** Speech both channels hold at once says nothing about whose it is. */
const LEAST_TURNS_MS = 1000;

/**
 * Lays the turns of agent and customer over the speech of left and right, both ways, and says which fits better; null
 * without a second of named turns. Only speech of one channel alone counts.
 */
export function alignParties(turns: readonly Turn[], acoustics: Acoustics<Side>): PartyAlignment | null {
  const left = acoustics.parties.left?.speech ?? [];
  const right = acoustics.parties.right?.speech ?? [];
  const spansOf = (party: Turn['party']) => turns.filter((turn) => turn.party === party).flatMap(spokenSpans);
  const agent = spansOf('agent');
  const customer = spansOf('customer');
  const namedMs = lengthOf(agent) + lengthOf(customer);
  if (namedMs < LEAST_TURNS_MS) return null;
  const alone = { left: without(left, right), right: without(right, left) };
  const agentLeft = sharedMs(agent, alone.left) + sharedMs(customer, alone.right);
  const agentRight = sharedMs(agent, alone.right) + sharedMs(customer, alone.left);
  const sum = agentLeft + agentRight;
  return {
    agent: agentRight > agentLeft ? 'right' : 'left',
    margin: sum === 0 ? 0 : Math.abs(agentLeft - agentRight) / sum,
    fit: Math.min(1, Math.max(agentLeft, agentRight) / namedMs),
  };
}

/** The channel most of a turn's time lies on alone, and by what margin (0–1); null where it lies on neither. */
export function channelOfTurn(
  turn: Omit<Turn, 'party'>,
  acoustics: Acoustics<Side>,
): { side: 'left' | 'right'; margin: number } | null {
  const left = acoustics.parties.left?.speech ?? [];
  const right = acoustics.parties.right?.speech ?? [];
  const spans = spokenSpans(turn);
  const onLeft = sharedMs(spans, without(left, right));
  const onRight = sharedMs(spans, without(right, left));
  const sum = onLeft + onRight;
  return sum === 0
    ? null
    : { side: onRight > onLeft ? 'right' : 'left', margin: Math.abs(onLeft - onRight) / sum };
}

/** Where a turn is spoken: its words, else all of it. */
function spokenSpans(turn: Omit<Turn, 'party'>): Span[] {
  const words = turn.words ?? [];
  const spans = words.length > 0 ? words : [turn];
  return spans.map(({ startMs, endMs }): Span => [startMs, endMs]);
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [startMs, endMs]) => sum + Math.max(0, endMs - startMs), 0);
}

/** Milliseconds two lists have in common; `sorted` is in time order and does not overlap itself. */
function sharedMs(spans: readonly Span[], sorted: readonly Span[]): number {
  let shared = 0;
  for (const [startMs, endMs] of spans) {
    for (let index = firstEndingAfter(sorted, startMs); index < sorted.length; index += 1) {
      const [from, to] = sorted[index] ?? [endMs, endMs];
      if (from >= endMs) break;
      shared += Math.max(0, Math.min(endMs, to) - Math.max(startMs, from));
    }
  }
  return shared;
}

function firstEndingAfter(sorted: readonly Span[], timeMs: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[1] ?? 0) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of `spans` does not lie in `other`; both in time order. */
function without(spans: readonly Span[], other: readonly Span[]): Span[] {
  return spans.flatMap(([startMs, endMs]) => {
    const left: Span[] = [];
    let from = startMs;
    for (let index = firstEndingAfter(other, startMs); index < other.length; index += 1) {
      const [otherStart, otherEnd] = other[index] ?? [endMs, endMs];
      if (otherStart >= endMs) break;
      if (otherStart > from) left.push([from, otherStart]);
      from = Math.max(from, otherEnd);
    }
    if (from < endMs) left.push([from, endMs]);
    return left;
  });
}
