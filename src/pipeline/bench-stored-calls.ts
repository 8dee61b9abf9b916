import type { Flip, PeopleDecisions } from '../domain/bench.ts';
import type { CallLists } from '../domain/call-list.ts';
import type { VerdictPair } from '../domain/labelled-call.ts';
import type { StageResults } from '../domain/ports.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { Standard } from '../domain/standard.ts';
import { asEarmarkError, type EarmarkError } from '../errors.ts';
import { compareScorecards } from './compare-standards.ts';
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
  /** What people decided beside what each standard finds, for every criterion somebody decided. */
  readonly people: { readonly before: readonly VerdictPair[]; readonly after: readonly VerdictPair[] };
}

interface Standards {
  readonly before: Standard;
  readonly after: Standard;
}

const PAGE_SIZE = 200;

/**
 * Scores up to `limit` stored calls, newest first, under both standards with today's code, lists what flips and holds
 * both beside people's decisions. Nothing is fetched, transcribed, asked of a judge or written: what is kept is read, the
 * rest stays in memory. `progress` is told after every call.
 */
export async function benchStoredCalls(
  from: { readonly lists: CallLists; readonly people: PeopleDecisions },
  deps: ProcessDeps,
  standards: Standards,
  limit: number,
  progress: (result: BenchResult) => void = () => {},
): Promise<BenchResult> {
  const flips: Flip[] = [];
  const failed: { call: string; error: EarmarkError }[] = [];
  const people: { before: VerdictPair[]; after: VerdictPair[] } = { before: [], after: [] };
  let calls = 0;
  let after: Parameters<CallLists['list']>[1]['after'] = null;
  do {
    const page = {
      limit: Math.min(PAGE_SIZE, limit - calls - failed.length),
      after,
      timeZone: deps.timeZone,
    };
    const found = await from.lists.list({ status: 'scored' }, page);
    for (const { id, key } of found.calls) {
      try {
        const both = await benchCall(id, deps, standards);
        if (both === null) continue;
        flips.push(...both.flips);
        const decided = await from.people.of(id);
        people.before.push(...pairsOf(both.name, decided, both.before));
        people.after.push(...pairsOf(both.name, decided, both.after));
        calls += 1;
      } catch (error) {
        failed.push({ call: nameOf(key), error: asEarmarkError(error) });
      }
      progress({ calls, flips, failed, people });
    }
    after = found.next;
  } while (after !== null && calls + failed.length < limit);
  return { calls, flips, failed, people };
}

async function benchCall(
  id: string,
  deps: ProcessDeps,
  standards: Standards,
): Promise<{ name: string; flips: Flip[]; before: Scorecard; after: Scorecard } | null> {
  const call = await deps.store.calls.get(id);
  if (call === null) return null;
  const material = await storedMaterial(call, deps.store);
  const company = await deps.companyFor(deps.openSource(call.source));
  const idle = {
    ...deps,
    results: readOnly(deps.results),
    transcriber: null,
    judging: null,
    watcher: { began: () => {}, ended: () => {} },
  };
  const { scorecard: before } = await runPipeline(material, standards.before, company, idle);
  const { scorecard: after } = await runPipeline(material, standards.after, company, idle);
  const name = material.call.callId ?? material.name;
  const flips = compareScorecards(name, before, after).map((flip) => ({ ...flip, callRecordId: id }));
  return { name, flips, before, after };
}

/** What people decided beside what a scorecard holds; criteria the standard does not have are left out. */
function pairsOf(
  id: string,
  decided: Awaited<ReturnType<PeopleDecisions['of']>>,
  { criteria, language }: Scorecard,
): VerdictPair[] {
  return criteria.flatMap((result) => {
    const labelled = decided[result.id];
    if (labelled === undefined) return [];
    const { verdict: found, reason } = result;
    return [{ id, language, criterion: result.id, labelled, found, reason: reason.code }];
  });
}

/** Stage results that are read from the store and, where new, kept in memory only. */
function readOnly(kept: StageResults): StageResults {
  const own = createMemoryResults();
  return { find: async (key) => (await own.find(key)) ?? kept.find(key), keep: own.keep };
}
