import type { CallLists } from '../domain/call-list.ts';
import type { StageResults } from '../domain/ports.ts';
import type { Standard } from '../domain/standard.ts';
import { asEarmarkError, type EarmarkError } from '../errors.ts';
import { compareScorecards, type Flip } from './compare-standards.ts';
import type { ProcessDeps } from './process-call.ts';
import { runPipeline } from './run-pipeline.ts';
import { createMemoryResults } from './step.ts';
import { nameOf, storedMaterial } from './stored-material.ts';

/** What a changed standard does to calls. */
export interface BenchResult {
  readonly calls: number;
  readonly flips: readonly Flip[];
  /** Calls that could not be scored again from what is stored, with the reason. */
  readonly failed: readonly { readonly call: string; readonly error: EarmarkError }[];
}

const PAGE_SIZE = 200;

/**
 * Scores up to `limit` stored calls, newest first, under both standards with today's code and lists what flips. Nothing
 * is fetched, transcribed, asked of a judge or written: what is kept is read, the rest stays in memory.
 */
export async function benchStoredCalls(
  lists: CallLists,
  deps: ProcessDeps,
  standards: { readonly before: Standard; readonly after: Standard },
  limit: number,
): Promise<BenchResult> {
  const flips: Flip[] = [];
  const failed: { call: string; error: EarmarkError }[] = [];
  let calls = 0;
  let after: Parameters<CallLists['list']>[1]['after'] = null;
  do {
    const page = {
      limit: Math.min(PAGE_SIZE, limit - calls - failed.length),
      after,
      timeZone: deps.timeZone,
    };
    const found = await lists.list({ status: 'scored' }, page);
    for (const { id, key } of found.calls) {
      try {
        flips.push(...(await benchCall(id, deps, standards)));
        calls += 1;
      } catch (error) {
        failed.push({ call: nameOf(key), error: asEarmarkError(error) });
      }
    }
    after = found.next;
  } while (after !== null && calls + failed.length < limit);
  return { calls, flips, failed };
}

async function benchCall(
  id: string,
  deps: ProcessDeps,
  standards: { readonly before: Standard; readonly after: Standard },
): Promise<Flip[]> {
  const call = await deps.store.calls.get(id);
  if (call === null) return [];
  const material = await storedMaterial(call, deps.store);
  const company = await deps.companyFor(deps.openSource(call.source));
  const idle = {
    ...deps,
    results: readOnly(deps.results),
    transcriber: null,
    judging: null,
    watcher: { began: () => {}, ended: () => {} },
  };
  const before = await runPipeline(material, standards.before, company, idle);
  const later = await runPipeline(material, standards.after, company, idle);
  return compareScorecards(material.call.callId ?? material.name, before.scorecard, later.scorecard);
}

/** Stage results that are read from the store and, where new, kept in memory only. */
function readOnly(kept: StageResults): StageResults {
  const own = createMemoryResults();
  return { find: async (key) => (await own.find(key)) ?? kept.find(key), keep: own.keep };
}
