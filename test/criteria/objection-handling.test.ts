import { describe, expect, it } from 'vitest';
import { objectionHandling } from '../../src/criteria/objection-handling.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf } from './made-calls.ts';

const score = (...lines: string[]): Decision =>
  objectionHandling.score(
    callOf({ lines }),
    criterionOf('objection-handling', objectionHandling.settings.parse({})),
  );
const zh = (objection: string, answer: string): Decision =>
  score(
    'agent: 您好，我们的社区屏很适合您。',
    `customer: ${objection}`,
    `agent: ${answer}`,
    'customer: 嗯我知道了',
  );
const en = (objection: string, answer: string): Decision =>
  score(
    'agent: Our screens would suit your shop.',
    `customer: ${objection}`,
    `agent: ${answer}`,
    'customer: I see what you mean',
  );

describe('objection handling', () => {
  it.each([
    ['你们这个太贵了', '我理解，不过这个价格包含设计和制作，分摊下来每天不到三百元。', 'price'],
    ['别家比你们便宜', '确实有便宜的，区别在于我们的屏都在电梯口。', 'competitor'],
    ['你们是不是骗子啊', '我们有营业执照，合同可以先给您看。', 'trust'],
    ['审核也太久了吧', '因为要街道备案，一般五个工作日就能完成。', 'time'],
  ])('finds "%s" and its answer', (objection, answer, detail) => {
    const decision = zh(objection, answer);
    expect(decision.events.find(({ kind }) => kind === 'objection')).toMatchObject({ detail, turn: 1 });
    expect(decision).toMatchObject({ verdict: 'met', reason: { code: 'objection-answered' } });
    expect(decision.evidence.every(({ verified }) => verified)).toBe(true);
  });

  it.each([
    ["that's too expensive for us", 'It includes design and it works out at ten dollars a day.', 'price'],
    [
      'another company offered it cheaper',
      'The difference is that our screens stand by the lifts.',
      'competitor',
    ],
    ['is this a scam', 'We are a licensed company and you can cancel within 14 days.', 'trust'],
    ['it takes too long', 'We can have it up in five days.', 'time'],
  ])('finds "%s" and its answer', (objection, answer, detail) => {
    const decision = en(objection, answer);
    expect(decision.events.find(({ kind }) => kind === 'objection')).toMatchObject({ detail, turn: 1 });
    expect(decision.verdict).toBe('met');
  });

  it.each([
    ['你们这个太贵了', '嫌贵就别买啊。', 'unmet', 'objection-dismissed'],
    ['你们这个太贵了', '哦那没办法了', 'unmet', 'objection-passive'],
    ['你们这个太贵了', '我明白您的顾虑。', 'partly', 'objection-only-acknowledged'],
    ["it's too expensive", 'Take it or leave it.', 'unmet', 'objection-dismissed'],
    ["it's too expensive", "Oh okay, I don't know.", 'unmet', 'objection-passive'],
    ["it's too expensive", 'I hear you.', 'partly', 'objection-only-acknowledged'],
    ["it's too expensive", 'Mm lovely weather over there today.', 'not-assessable', 'answer-unclear'],
  ])('answers to "%s" such as "%s" are %s', (objection, answer, verdict, code) => {
    const decision = /[\u4e00-\u9fff]/.test(objection) ? zh(objection, answer) : en(objection, answer);
    expect(decision).toMatchObject({ verdict, reason: { code } });
  });

  it.each([
    ['这个不贵', '是的。'],
    ['我不需要，别打了', '好的再见。'],
    ['我姓贵', '好的。'],
    ['not too expensive, good', 'Glad to hear it.'],
    ["I'm not interested, it's too expensive", 'All right, goodbye.'],
  ])('do not arise from "%s"', (objection, answer) => {
    const decision = /[\u4e00-\u9fff]/.test(objection) ? zh(objection, answer) : en(objection, answer);
    expect(decision).toMatchObject({ verdict: 'not-applicable', evidence: [{ kind: 'search' }] });
  });

  it('owe no answer when the call ends with the objection', () => {
    expect(score('agent: 您好', 'customer: 这个太贵了').verdict).toBe('not-applicable');
  });
});
