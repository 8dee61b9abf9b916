import { z } from 'zod';
import type { Decision, MeasureEvidence } from '../domain/verdict.ts';
import { met, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';

const settings = z.strictObject({
  /** Up to here a call is as long as business needs. */
  metMs: z
    .number()
    .min(1000)
    .default(15 * 60_000),
  /** From here on it is too long; in between: partly. */
  unmetMs: z
    .number()
    .min(1000)
    .default(30 * 60_000),
});

/** Whether the call kept to a length the standard allows. */
export const callLength: CriterionKind<z.infer<typeof settings>> = {
  kind: 'call-length',
  isRoleBound: false,
  needs: [],
  settings,
  score: (input, criterion): Decision => {
    const { metMs, unmetMs } = criterion.settings;
    const minutes = (ms: number) => Math.round((ms / 60_000) * 10) / 10;
    const evidence: MeasureEvidence = {
      kind: 'measure',
      party: null,
      name: 'call-length',
      value: minutes(input.durationMs),
      unit: 'min',
      threshold: minutes(metMs),
      startMs: 0,
      endMs: input.durationMs,
      spans: [[0, input.durationMs]],
      verified: true,
    };
    const length = minutes(input.durationMs);
    const reason = {
      en: `The call lasted ${length} min; ${minutes(metMs)} min are allowed for.`,
      zh: `通话时长 ${length} 分钟，标准为 ${minutes(metMs)} 分钟以内。`,
    };
    if (input.durationMs <= metMs)
      return met({ code: 'length-in-range', ...reason }, { evidence: [evidence] });
    if (input.durationMs < unmetMs)
      return partly(criterion, { code: 'long', ...reason }, { evidence: [evidence] });
    return unmet({ code: 'too-long', ...reason }, { evidence: [evidence] });
  },
};
