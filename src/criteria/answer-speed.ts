import { z } from 'zod';
import type { ConditionEvidence, Decision } from '../domain/verdict.ts';
import { met, notApplicable, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';

const settings = z.strictObject({
  /** Answered within so many rings: met. */
  metRings: z.int().min(1).default(3),
  /** From so many rings on: unmet; in between: partly. */
  unmetRings: z.int().min(2).default(5),
});

/** Whether an inbound call was picked up within the rings the standard allows (from the call's metadata). */
export const answerSpeed: CriterionKind<z.infer<typeof settings>> = {
  kind: 'answer-speed',
  isRoleBound: false,
  needs: [],
  settings,
  score: (input, criterion): Decision => {
    const { direction, rings } = input.call;
    const evidence = (value: string): ConditionEvidence => ({
      kind: 'condition',
      condition: { en: 'rings before an inbound call was answered', zh: '呼入电话接起前的振铃次数' },
      value,
      startMs: 0,
      endMs: 0,
      verified: true,
    });
    if (direction === 'outbound')
      return notApplicable(
        { code: 'outbound', en: 'The agent made this call.', zh: '本次通话由坐席呼出。' },
        { evidence: [evidence('outbound')] },
      );
    if (direction === undefined || rings === undefined)
      return notAssessable({
        code: direction === undefined ? 'no-direction' : 'no-rings',
        en: `The call file does not say ${direction === undefined ? 'which way the call went ("direction")' : 'how often it rang ("rings")'}.`,
        zh: `通话文件未注明${direction === undefined ? '呼入或呼出（direction）' : '振铃次数（rings）'}。`,
      });
    const findings = { evidence: [evidence(String(rings))] };
    const reason = { en: `Answered after ${rings} ring(s).`, zh: `振铃 ${rings} 次后接起。` };
    if (rings <= criterion.settings.metRings) return met({ code: 'answered-in-time', ...reason }, findings);
    if (rings < criterion.settings.unmetRings)
      return partly(criterion, { code: 'answered-late', ...reason }, findings);
    return unmet({ code: 'answered-very-late', ...reason }, findings);
  },
};
