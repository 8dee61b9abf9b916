import { randomUUID } from 'node:crypto';
import type { Benches, BenchRequest, BenchRun } from '../domain/bench.ts';
import type { Standard } from '../domain/standard.ts';
import { asEarmarkError, EarmarkError } from '../errors.ts';
import type { BenchResult } from './bench-stored-calls.ts';

/** Benches remembered, newest first. */
const REMEMBERED = 20;

/** What a bench needs: both standards of a request, and the scoring itself, which tells of every call. */
export interface BenchWork {
  load(request: BenchRequest): Promise<{ readonly before: Standard; readonly after: Standard }>;
  score(
    standards: { readonly before: Standard; readonly after: Standard },
    limit: number,
    progress: (result: BenchResult) => void,
  ): Promise<BenchResult>;
}

/** Benches run in this process one after another; what they found is held in memory. */
export function createBenches(work: BenchWork, now: () => Date = () => new Date()): Benches {
  const runs = new Map<string, BenchRun>();
  const change = (id: string, changes: Partial<BenchRun>): void => {
    const run = runs.get(id);
    if (run) runs.set(id, { ...run, ...changes });
  };
  return {
    async begin(request) {
      const standards = await work.load(request);
      if ([...runs.values()].some(({ state }) => state === 'running'))
        throw new EarmarkError('E_CONFLICT', 'a bench is running already', {
          remedy: 'wait until it is done',
        });
      const run = newRun(request.standard, standards, now());
      runs.set(run.id, run);
      for (const old of [...runs.keys()].slice(0, -REMEMBERED)) runs.delete(old);
      work
        .score(standards, request.limit, (result) => change(run.id, shown(result)))
        .then((result) => change(run.id, { ...shown(result), state: 'done', endedAt: now().toISOString() }))
        .catch((caught: unknown) => {
          const { code, message } = asEarmarkError(caught);
          change(run.id, { state: 'failed', failure: { code, message }, endedAt: now().toISOString() });
        });
      return run;
    },
    find: (id) => runs.get(id) ?? null,
  };
}

function newRun(
  standard: string,
  { before, after }: { readonly before: Standard; readonly after: Standard },
  at: Date,
): BenchRun {
  return {
    id: randomUUID(),
    standard: { id: standard, before: before.version, after: after.version },
    ...{ state: 'running', calls: 0, flips: [], failed: [], people: { before: [], after: [] } },
    ...{ failure: null, startedAt: at.toISOString(), endedAt: null },
  };
}

const shown = ({ calls, flips, failed, people }: BenchResult) => ({
  calls,
  flips,
  people,
  failed: failed.map(({ call, error: { code, message } }) => ({ call, code, message })),
});
