import type { Overlap } from '../../src/domain/acoustics.ts';
import type { TrueEvent } from './script-call.ts';

/** How far apart a found and a true event may lie and still be one. */
const toleranceMs = 250;

/** Who is said to come in on whom; agent is left, customer is right. */
export type Blame = Pick<Overlap, 'startMs' | 'endMs' | 'incoming' | 'class'>;

/** Hits and misses of interruptions by one side. */
export interface EventCounts {
  hit: number;
  false: number;
  missed: number;
  /** Found interruptions that truly were backchannels, of all true backchannels. */
  backchannelBlamed: number;
  backchannels: number;
  /** True events and those found as interruption, by true class. */
  readonly blamedByClass: Record<string, number>;
}

/** Counts of nothing yet. */
export function noEvents(): EventCounts {
  return { hit: 0, false: 0, missed: 0, backchannelBlamed: 0, backchannels: 0, blamedByClass: {} };
}

function isSame(found: Blame, truth: TrueEvent): boolean {
  return (
    found.incoming === truth.incoming &&
    found.startMs <= truth.endMs + toleranceMs &&
    found.endMs >= truth.startMs - toleranceMs
  );
}

function overlapMs(found: Blame, truth: TrueEvent): number {
  return Math.min(found.endMs, truth.endMs) - Math.max(found.startMs, truth.startMs);
}

/** Adds one call: found interruptions by `incoming` against the true ones, each matched at most once. */
export function countEvents(
  counts: EventCounts,
  found: readonly Blame[],
  truth: readonly TrueEvent[],
  incoming: 'left' | 'right',
): void {
  const open = new Set(
    truth.filter((event) => event.class === 'interruption' && event.incoming === incoming),
  );
  const mine = truth.filter((event) => event.incoming === incoming);
  counts.backchannels += mine.filter((event) => event.class === 'backchannel').length;
  for (const blame of found) {
    if (blame.class !== 'interruption' || blame.incoming !== incoming) continue;
    const match = [...open].find((event) => isSame(blame, event));
    if (match) {
      open.delete(match);
      counts.hit++;
      continue;
    }
    counts.false++;
    const near = mine
      .filter((event) => isSame(blame, event))
      .sort((a, b) => overlapMs(blame, b) - overlapMs(blame, a))[0];
    const kind = near?.class ?? 'nothing';
    counts.blamedByClass[kind] = (counts.blamedByClass[kind] ?? 0) + 1;
    if (kind === 'backchannel') counts.backchannelBlamed++;
  }
  counts.missed += open.size;
}

/** What was found for each true event, as counts by true class and found class (`nothing` where none was). */
export function confuse(
  table: Map<string, number>,
  found: readonly Blame[],
  truth: readonly TrueEvent[],
): void {
  for (const event of truth) {
    const match = found
      .filter(
        (blame) => blame.startMs <= event.endMs + toleranceMs && blame.endMs >= event.startMs - toleranceMs,
      )
      .sort((a, b) => overlapMs(b, event) - overlapMs(a, event))[0];
    const key = `${event.class} → ${match?.class ?? 'nothing'}`;
    table.set(key, (table.get(key) ?? 0) + 1);
  }
}
