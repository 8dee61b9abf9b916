import type { Config } from '../config.ts';
import { type ErasingDeps, eraseCalls, removeFiles } from './erase-calls.ts';

/** One worker of all looks this often. */
const EVERY_MS = 3_600_000;
/** Calls looked up at a time. */
const PAGE = 100;

/** Files a crash left behind, removed in one pass. */
const MAX_LEFT = 10_000;

const nobody = { kind: 'nobody', id: null } as const;

/** Calls that lost something because of their age. */
export interface Aged {
  readonly audio: number;
  readonly words: number;
  readonly calls: number;
}

/** Takes away what is older than the configuration lets it be kept, and files a crash left of erased calls; null when another worker did within the hour. */
export async function keepRetention(
  deps: ErasingDeps & { readonly config: Config },
  signal?: AbortSignal,
): Promise<Aged | null> {
  const { EARMARK_KEEP_AUDIO_DAYS: audio, EARMARK_KEEP_WORDS_DAYS: words } = deps.config;
  const calls = deps.config.EARMARK_KEEP_CALLS_DAYS;
  if (!(await deps.store.chores.claim('retention', EVERY_MS))) return null;
  await removeFiles(deps, await deps.store.erasure.leftArtifacts(MAX_LEFT));
  return await removeAged(deps, { audio, words, calls }, signal);
}

/** Takes away what is older than so many days; what has no age is kept for ever. */
export async function removeAged(
  { store, artifacts }: ErasingDeps,
  days: { readonly [Kind in keyof Aged]?: number | undefined },
  signal?: AbortSignal,
): Promise<Aged> {
  const { retention } = store;
  const { audio, words, calls } = days;
  const because = 'age';
  return {
    calls: await page(calls, signal, retention.callsOlderThan, async (id) => {
      await eraseCalls({ store, artifacts }, { subject: { call: id }, by: nobody, because });
    }),
    audio: await page(audio, signal, retention.audioOlderThan, async ({ id, artifacts: names }) => {
      // marked after: what a crash leaves is removed by the next pass
      for (const name of names) await artifacts.remove(name);
      await retention.audioRemoved(id);
    }),
    words: await page(words, signal, retention.wordsOlderThan, retention.removeWords),
  };
}

async function page<T>(
  days: number | undefined,
  signal: AbortSignal | undefined,
  find: (days: number, limit: number) => Promise<readonly T[]>,
  remove: (found: T) => Promise<void>,
): Promise<number> {
  if (days === undefined) return 0;
  for (let count = 0; ; ) {
    const found = await find(days, PAGE);
    if (found.length === 0 || signal?.aborted) return count;
    for (const one of found) await remove(one);
    count += found.length;
  }
}
