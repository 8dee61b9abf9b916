import type { Config } from '../config.ts';
import type { Benches } from '../domain/bench.ts';
import { EarmarkError } from '../errors.ts';
import { createBenches } from '../pipeline/bench-runs.ts';
import { benchStoredCalls } from '../pipeline/bench-stored-calls.ts';
import { loadDraft } from '../pipeline/load-draft.ts';
import { loadStandard } from '../pipeline/load-standard.ts';
import { publishStandard } from '../pipeline/publish-standard.ts';
import type { Installation } from './installation.ts';

const at = (config: Config, name: string) => ({
  folder: config.EARMARK_PIPELINES,
  name,
  prompts: config.EARMARK_PROMPTS,
});

/** Benches over an installation's stored calls. */
export function benchesOf({ config, store, processing, people }: Installation): Benches {
  return createBenches({
    load: async ({ standard, text }) => {
      const after = await loadDraft(at(config, standard), text);
      const { folder, name, prompts } = at(config, standard);
      return { before: await loadStandard(folder, name, prompts), after };
    },
    score: (standards, limit, progress) =>
      benchStoredCalls({ lists: store.lists, people }, processing, standards, limit, progress),
  });
}

/**
 * Publishes a standard as calls are scored by it. Throws `E_NOT_FOUND` for an unknown standard, `E_CONFLICT` where its
 * file was changed since this process read it.
 */
export async function publishInUse({ config, store, standards }: Installation, id: string, by: string) {
  const inUse = standards.find((standard) => standard.id === id);
  if (inUse === undefined) throw new EarmarkError('E_NOT_FOUND', 'there is no such standard');
  const { folder, name, prompts } = at(config, id);
  if ((await loadStandard(folder, name, prompts)).hash !== inUse.hash)
    throw new EarmarkError('E_CONFLICT', `the file of "${id}" was changed since Earmark was started`, {
      remedy: 'restart Earmark, so that calls are scored by what is published',
    });
  return await publishStandard({ folder, name, prompts }, store.standards, by);
}
