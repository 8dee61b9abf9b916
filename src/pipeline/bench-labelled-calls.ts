import type { Flip } from '../domain/bench.ts';
import type { LabelledCall, VerdictPair } from '../domain/labelled-call.ts';
import type { Standard } from '../domain/standard.ts';
import { compareScorecards } from './compare-standards.ts';
import { evaluateCalls } from './evaluate-calls.ts';
import { scoreTranscript } from './score-transcript.ts';

/** What flips in calls read from files, and both standards beside people's labels, where there are any. */
export function benchLabelledCalls(
  calls: readonly LabelledCall[],
  standards: { readonly before: Standard; readonly after: Standard },
): { flips: Flip[]; before: readonly VerdictPair[]; after: readonly VerdictPair[] } {
  return {
    flips: calls.flatMap((call) =>
      compareScorecards(
        call.id,
        scoreTranscript(call, standards.before),
        scoreTranscript(call, standards.after),
      ),
    ),
    before: evaluateCalls(calls, standards.before).verdicts,
    after: evaluateCalls(calls, standards.after).verdicts,
  };
}
