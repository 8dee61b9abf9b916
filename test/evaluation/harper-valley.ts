import { opening } from '../../src/criteria/opening/opening.ts';
import { tone } from '../../src/criteria/tone/tone.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { harperValleyCalls } from '../criteria/harper-valley.ts';
import { criterionOf } from '../criteria/made-calls.ts';

/** How three real bank calls fare, as people and as a recognizer wrote them down: every call is greeted by name and civil. */
export function evaluateHarperValley(by: 'human_transcript' | 'transcript'): {
  greeting: Verdict[];
  needQuestion: Verdict[];
  tone: Verdict[];
} {
  const calls = harperValleyCalls(by);
  const open = (parts: string[]) => criterionOf('greeting', opening.settings.parse({ parts }));
  const civil = criterionOf('tone', tone.settings.parse({}));
  return {
    greeting: calls.map((call) => opening.score(call, open(['greeting', 'company-name'])).verdict),
    needQuestion: calls.map((call) => opening.score(call, open(['need-question'])).verdict),
    tone: calls.map((call) => tone.score(call, civil).verdict),
  };
}

if (import.meta.main)
  for (const by of ['human_transcript', 'transcript'] as const) console.log(by, evaluateHarperValley(by));
