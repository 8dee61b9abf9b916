import { describe, expect, it } from 'vitest';
import type { CallSummary } from '../../src/domain/call-list.ts';
import { orderQueue, type QueueEntry, shareOut, whyWaiting } from '../../src/domain/work-queue.ts';

const call = (given: Partial<CallSummary>) =>
  ({
    criticalFailures: [],
    needsPerson: [],
    total: 0.8,
    notScored: null,
    ...given,
  }) as unknown as CallSummary;
const need = (reason: string) => [{ criterion: 'tone', reason }];

describe('why a call waits', () => {
  it('is the most pressing of what holds', () => {
    const critical = call({ criticalFailures: ['tone'], needsPerson: need('rude-wording'), total: null });
    expect(whyWaiting('disputed', critical)).toBe('disputed');
    expect(whyWaiting('random', critical)).toBe('critical-failure');
    expect(whyWaiting('random', call({ needsPerson: need('rude-wording'), total: null }))).toBe(
      'needs-person',
    );
    expect(whyWaiting('random', call({ needsPerson: need('roles-uncertain'), total: null }))).toBe(
      'low-coverage',
    );
    expect(whyWaiting('random', call({ needsPerson: need('roles-uncertain') }))).toBe('roles-uncertain');
    expect([whyWaiting('random', call({})), whyWaiting('assigned', call({}))]).toEqual([
      'random',
      'assigned',
    ]);
  });

  it('orders the queue, what has waited longest first', () => {
    const entry = (id: string, why: QueueEntry['why'], createdAt: string) =>
      ({ id, why, createdAt }) as unknown as QueueEntry;
    const entries = [
      entry('a', 'random', '2026-01-01'),
      entry('b', 'needs-person', '2026-01-03'),
      entry('c', 'needs-person', '2026-01-02'),
      entry('d', 'disputed', '2026-01-09'),
    ];
    expect(orderQueue(entries).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('sharing calls out', () => {
  const person = (name: string, share: number, agents: string[] = []) => ({ person: name, share, agents });

  it('follows the shares and gives nobody an own call', () => {
    const calls = Array.from({ length: 9 }, (_, index) => ({ id: String(index), agent: 'a-1' }));
    const shared = shareOut(calls, [person('ann', 2), person('bo', 1)]);
    expect(shared.filter((one) => one.person === 'ann')).toHaveLength(6);
    const own = shareOut(calls, [person('ann', 2, ['a-1']), person('bo', 1)]);
    expect(new Set(own.map((one) => one.person))).toEqual(new Set(['bo']));
    expect(shareOut(calls, [person('ann', 1, ['a-1'])])[0]?.person).toBeNull();
  });
});
