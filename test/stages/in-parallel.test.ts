import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inParallel } from '../../src/stages/in-parallel.ts';

describe('working in parallel', () => {
  it('keeps the order of results and the limit', async () => {
    let running = 0;
    let most = 0;
    const results = await inParallel([5, 1, 4, 2, 3], 2, async (size) => {
      running += 1;
      most = Math.max(most, running);
      await wait(size);
      running -= 1;
      return size * 10;
    });
    expect(results).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });

  it('starts nothing new after a failure and waits for what runs', async () => {
    const ended: number[] = [];
    const work = inParallel([1, 2, 3, 4], 2, async (size) => {
      await wait(size === 1 ? 1 : 20);
      if (size === 1) throw new Error('failed');
      ended.push(size);
    });
    await expect(work).rejects.toThrow('failed');
    expect(ended).toEqual([2]);
  });
});
