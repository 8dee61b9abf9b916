import type { RawReplies, RawReply, StageResults } from '../domain/ports.ts';
import { hashJson } from './content-hash.ts';

/** What a step is told beside its work: what makes its output what it is. */
export interface StepInputs {
  readonly stage: string;
  readonly codeVersion: string;
  /** Hashes of everything the stage reads. */
  readonly inputs: readonly (string | null)[];
  readonly settings?: unknown;
}

/** Told when a stage begins and ends, for progress; `isReused` means nothing ran. */
export interface StepWatcher {
  began(stage: string): Promise<void> | void;
  ended(stage: string, isReused: boolean): Promise<void> | void;
}

export type Step = <T>(inputs: StepInputs, run: () => Promise<T>) => Promise<T>;

/**
 * A step runs a stage once for the same code, inputs and settings: the output is kept under a key made of them
 * and given back ever after. Outputs must be plain JSON.
 */
export function createStep(results: StageResults, watcher: StepWatcher, signal?: AbortSignal): Step {
  return async <T>(
    { stage, codeVersion, inputs, settings }: StepInputs,
    run: () => Promise<T>,
  ): Promise<T> => {
    signal?.throwIfAborted();
    const key = hashJson({ stage, codeVersion, inputs, settings: settings ?? null });
    const kept = await results.find(key);
    await watcher.began(stage);
    if (kept !== null) {
      await watcher.ended(stage, true);
      return kept.output as T;
    }
    const output = await run();
    await results.keep({ key, stage, codeVersion, output });
    await watcher.ended(stage, false);
    return output;
  };
}

/** Stage results in memory, for scoring without a database. */
export function createMemoryResults(): StageResults {
  const kept = new Map<string, Parameters<StageResults['keep']>[0]>();
  return {
    find: async (key) => kept.get(key) ?? null,
    keep: async (result) => {
      if (!kept.has(result.key)) kept.set(result.key, result);
    },
  };
}

/** Raw replies in memory, for scoring without a database. */
export function createMemoryReplies(): RawReplies {
  const kept = new Map<string, RawReply>();
  return {
    find: async (key) => kept.get(key) ?? null,
    keep: async (reply) => {
      kept.set(reply.key, reply);
    },
  };
}
