import { describe, expect, it } from 'vitest';
import { pushySelling } from '../../src/criteria/selling/pushy-selling.ts';
import type { Language } from '../../src/domain/call.ts';
import { aCall } from './a-call.ts';
import { criterionOf } from './made-calls.ts';

function decide(language: Language, lines: readonly string[], extraPhrases?: object) {
  const settings = pushySelling.settings.parse(extraPhrases === undefined ? {} : { extraPhrases });
  return pushySelling.score(aCall(language, lines), criterionOf('pushy-selling', settings));
}
const kinds = (decision: ReturnType<typeof decide>) => decision.events.map(({ kind }) => kind);

const zh = [
  'A:您好 给您推荐一款理财 收益不错',
  'C:俺可不稀罕',
  'A:这款收益真的很高 您现在办还有礼品 我给您办一个吧',
];
const en = [
  'A:hi we have a great deal on solar panels',
  'C:you are barking up the wrong tree mate',
  'A:but this deal saves you three hundred a year let me just sign you up',
];

describe('phrases a standard adds', () => {
  it.each([
    ['zh', zh, '不稀罕'],
    ['en', en, 'barking up the wrong tree'],
  ] as const)('make a wording the product does not know a refusal (%s)', (language, lines, phrase) => {
    expect(kinds(decide(language, lines))).not.toContain('refusal');
    const known = decide(language, lines, { refusal: { clear: [phrase] } });
    expect(kinds(known)).toEqual(['refusal', 'push']);
    expect(known.verdict).toBe('partly');
  });

  it('weigh a refusal by the strength they are listed under', () => {
    const final = decide('zh', zh, { refusal: { final: ['不稀罕'] } });
    expect([final.verdict, final.reason.code]).toEqual(['unmet', 'pushed-after-final-refusal']);
    const soft = decide('zh', [...zh.slice(0, 2), 'A:好的 打扰了 再见'], { refusal: { soft: ['不稀罕'] } });
    expect(soft.verdict).toBe('met');
  });

  it.each([
    ['zh', ['A:您好', 'C:嗯', 'A:过了这个店就没这价了'], '过了这个店', 'deadline', 'partly'],
    ['en', ['A:hello', 'C:hi', 'A:your neighbours will laugh at you'], 'will laugh at you', 'guilt', 'unmet'],
  ] as const)('make a wording pressure of their kind (%s)', (language, lines, phrase, kind, verdict) => {
    expect(decide(language, lines).verdict).toBe('met');
    expect(decide(language, lines, { pressure: { [kind]: [phrase] } }).verdict).toBe(verdict);
  });

  it.each([
    ['zh', ['A:您好', 'C:嗯', 'A:不是说过了这个店就没有'], { pressure: { deadline: ['过了这个店'] } }],
    ['en', ['A:hello', 'C:hi', 'A:we would never laugh at you'], { pressure: { guilt: ['laugh at you'] } }],
    ['en', ['A:hello', 'C:hi', 'A:slaughter'], { pressure: { guilt: ['laughter'] } }],
    ['en', ['A:the wrong tree', 'C:hi', 'A:bye'], { refusal: { final: ['wrong tree'] } }],
  ] as const)(
    'are not heard negated, inside a word, or from the other side (%s %j)',
    (language, lines, extra) => {
      const decision = decide(language, lines, extra);
      expect([decision.verdict, kinds(decision)]).toEqual(['met', []]);
    },
  );

  it.each([
    { refusal: { loud: ['no way'] } },
    { pressure: { hurry: ['now'] } },
    { refusal: { clear: ['。'] } },
    { refusal: { clear: [''] } },
  ])('are refused where they are no phrases or of no kind: %j', (extraPhrases) => {
    expect(pushySelling.settings.safeParse({ extraPhrases }).success).toBe(false);
  });
});
