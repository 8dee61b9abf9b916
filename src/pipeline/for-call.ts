import type { ArtifactStore, StageResults } from '../domain/ports.ts';
import { artifactsOf, type NormalizedRecording } from '../domain/recording.ts';
import { asEarmarkError } from '../errors.ts';
import { meterJudge, meterTranscriber } from './meter-providers.ts';
import type { ProcessDeps } from './process-call.ts';

/** The same, with results kept for this call and providers that count what it asks of them. */
export function forCall(id: string, given: ProcessDeps): ProcessDeps {
  const { metering, transcriber, judging } = given;
  const { results, replies } = given.store.keptFor(id);
  const deps = { ...given, replies, results: removingRefused(results, given.artifacts) };
  if (metering === undefined) return deps;
  return {
    ...deps,
    transcriber: transcriber && meterTranscriber(transcriber, id, metering),
    judging: judging ? { ...judging, judge: meterJudge(judging.judge, id, metering) } : null,
  };
}

/** The same results; files of one that is refused because its call was erased are removed with it. */
function removingRefused(results: StageResults, artifacts: ArtifactStore): StageResults {
  return {
    find: results.find,
    async keep(result) {
      try {
        await results.keep(result);
      } catch (error) {
        if (asEarmarkError(error).code !== 'E_ERASED' || result.stage !== 'normalize-audio') throw error;
        for (const { name } of artifactsOf(result.output as NormalizedRecording))
          await artifacts.remove(name);
        throw error;
      }
    },
  };
}
