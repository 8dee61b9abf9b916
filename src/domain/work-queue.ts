import type { CallReach } from './access-rules.ts';
import type { Language } from './call.ts';
import type { CallSummary } from './call-list.ts';
import type { Reviewer } from './review-ports.ts';

/** Why a call waits for a person, the most pressing first. */
export const queueReasons = [
  'disputed',
  'critical-failure',
  'needs-person',
  'low-coverage',
  'roles-uncertain',
  'assigned',
  'random',
] as const;
export type QueueReason = (typeof queueReasons)[number];

/** One call waiting for a person. */
export interface QueueEntry {
  /** Of the assignment. */
  readonly id: string;
  /** Grows with each change: a change names the version it saw. */
  readonly version: number;
  readonly call: CallSummary;
  /** Name of the queue; null where the call was given to the person. */
  readonly queue: string | null;
  readonly isMine: boolean;
  readonly isRandom: boolean;
  /** The agent's name is not to be shown. */
  readonly isBlind: boolean;
  readonly why: QueueReason;
  readonly dueAt: string | null;
  readonly createdAt: string;
}

/** Which calls are drawn, how many of each agent, and who looks at them. */
export interface SamplingPlan {
  readonly name: string;
  /** Calls that began within so many days before now. */
  readonly days: number;
  /** Of each agent: this many calls, or this share of them (0–1, rounded up). */
  readonly perAgent: { readonly count: number } | { readonly share: number };
  readonly filter: {
    readonly team?: string | undefined;
    readonly agent?: string | undefined;
    readonly standard?: string | undefined;
    readonly language?: Language | undefined;
  };
  readonly reviewers: readonly { readonly person: string; readonly share: number }[];
  readonly isBlind: boolean;
}

/** What came of drawing a plan. */
export interface DrawnSample {
  readonly id: string;
  readonly calls: number;
}

/** Who is to look at which call. */
export interface WorkQueue {
  /** Open assignments of a person and of the person's queues within a reach, the most pressing first; 200 at most. */
  waiting(reach: CallReach, by: Reviewer): Promise<QueueEntry[]>;
  /** The call of an assignment, open or not; null where there is none. */
  callOf(id: string): Promise<string | null>;
  /** Takes a call out of a queue for oneself. Throws `E_CONFLICT` when somebody was faster. */
  claim(id: string, version: number, by: Reviewer): Promise<void>;
  /** Gives a call back to its queue, or ends the assignment where it came from none. Throws `E_CONFLICT`. */
  handBack(id: string, version: number, by: Reviewer): Promise<void>;
  /** Gives a call to a reviewer. Throws `E_CONFLICT` when it lies with somebody already, or is that person's own. */
  assign(callId: string, person: string, by: Reviewer): Promise<string>;
  /** Makes a queue and draws its calls at random. Throws `E_CONFLICT` when the name is taken. */
  draw(plan: SamplingPlan, by: Reviewer): Promise<DrawnSample>;
}

/** Why a call waits, from the reason it was given for and what its scorecard says. */
export function whyWaiting(given: string, call: CallSummary): QueueReason {
  if (given === 'disputed') return 'disputed';
  if (call.criticalFailures.length > 0) return 'critical-failure';
  const reasons = new Set(call.needsPerson.map(({ reason }) => reason));
  const isUnsure = reasons.delete('roles-uncertain');
  if (reasons.size > 0) return 'needs-person';
  if (call.total === null && call.notScored === null) return 'low-coverage';
  if (isUnsure) return 'roles-uncertain';
  return given === 'random' ? 'random' : 'assigned';
}

/** The most pressing first; of the same reason what has waited longest. */
export function orderQueue(entries: readonly QueueEntry[]): QueueEntry[] {
  return [...entries].sort(
    (a, b) =>
      queueReasons.indexOf(a.why) - queueReasons.indexOf(b.why) ||
      a.createdAt.localeCompare(b.createdAt) ||
      a.id.localeCompare(b.id),
  );
}

/**
 * Shares calls out among reviewers in proportion to their shares: each goes to whoever is furthest behind, and nobody
 * gets an own call; null where nobody else is left.
 */
export function shareOut(
  calls: readonly { readonly id: string; readonly agent: string | null }[],
  reviewers: readonly {
    readonly person: string;
    readonly share: number;
    readonly agents: readonly string[];
  }[],
): { call: string; person: string | null }[] {
  const given = new Map(reviewers.map(({ person }) => [person, 0]));
  return calls.map(({ id, agent }) => {
    const able = reviewers.filter(
      ({ agents, share }) => share > 0 && (agent === null || !agents.includes(agent)),
    );
    const loadOf = (one: (typeof able)[number]) => ((given.get(one.person) ?? 0) + 1) / one.share;
    const next = able.reduce<(typeof able)[number] | null>(
      (best, one) => (best === null || loadOf(one) < loadOf(best) ? one : best),
      null,
    );
    if (next !== null) given.set(next.person, (given.get(next.person) ?? 0) + 1);
    return { call: id, person: next?.person ?? null };
  });
}
