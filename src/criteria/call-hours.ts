import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { ConditionEvidence, Decision } from '../domain/verdict.ts';
import { isWorkingDay, liesIn, localTime } from './calendar.ts';
import { met, notAssessable, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';

const settings = z.strictObject({
  /** Outbound calls must also keep out of the company's quiet hours (meals, midday rest). */
  quietHours: z.boolean().default(true),
});

/** Whether the call was made in the company's working hours, and an outbound one outside meals and rest. */
export const callHours: CriterionKind<z.infer<typeof settings>> = {
  kind: 'call-hours',
  isRoleBound: false,
  needs: [],
  settings,
  score: (input, criterion): Decision => {
    const { startedAt, direction } = input.call;
    const { calendar, timeZone } = input.company;
    if (startedAt === undefined)
      return notAssessable({
        code: 'no-start-time',
        en: 'The call file does not say when the call began ("startedAt").',
        zh: '通话文件未注明开始时间（startedAt）。',
      });
    if (calendar.workingHours.length === 0)
      return notAssessable({
        code: 'no-calendar',
        en: 'The company file has no working hours ("calendar.workingHours").',
        zh: '公司文件未注明工作时间（calendar.workingHours）。',
      });
    const time = localTime(startedAt, timeZone);
    if (time === null)
      return notAssessable({
        code: 'unreadable-start-time',
        en: `The start time or the zone ${timeZone} cannot be read.`,
        zh: `无法识别开始时间或时区 ${timeZone}。`,
      });
    const evidence = [clockEvidence(input, `${time.date} ${time.clock} ${timeZone}`)];
    if (!isWorkingDay(time, calendar) || !liesIn(time.clock, calendar.workingHours))
      return unmet(
        {
          code: 'outside-working-hours',
          en: `The call began at ${time.clock} on ${time.date}, outside working hours.`,
          zh: `通话于 ${time.date} ${time.clock} 开始，不在工作时间内。`,
        },
        { evidence },
      );
    if (direction !== 'inbound' && criterion.settings.quietHours && liesIn(time.clock, calendar.quietHours))
      return direction === 'outbound'
        ? unmet(
            {
              code: 'in-quiet-hours',
              en: `The outbound call began at ${time.clock}, in a meal or rest time.`,
              zh: `呼出电话于 ${time.clock} 开始，正值用餐或午休时间。`,
            },
            { evidence },
          )
        : notAssessable({
            code: 'no-direction',
            en: `The call began at ${time.clock}, in a meal or rest time, and it is not known whether it was outbound.`,
            zh: `通话于 ${time.clock} 开始，正值用餐或午休时间，但未知是否为呼出。`,
          });
    return met(
      {
        code: 'in-working-hours',
        en: `The call began at ${time.clock}, in working hours.`,
        zh: `通话于 ${time.clock} 开始，在工作时间内。`,
      },
      { evidence },
    );
  },
};

function clockEvidence(input: ScoringInput, value: string): ConditionEvidence {
  const condition = { en: 'local time at the start of the call', zh: '通话开始时的当地时间' };
  return { kind: 'condition', condition, value, startMs: 0, endMs: input.durationMs, verified: true };
}
