import type { Language } from '../domain/call.ts';

const adjectives =
  'good|great|nice|true|right|fine|okay|ok|awful|terrible|horrible|bad|sad|funny|interesting|cool|wonderful|amazing|awesome|lovely|neat|fantastic|perfect|crazy|weird|strange|hard|tough|rough|hilarious|ridiculous|beautiful|fair|correct|excellent|incredible|unbelievable|wild|scary|exciting|shame|pity';
const english = new RegExp(
  [
    `(?:and |so |but |well |oh )*(?:thats|that is|that was|thatd be|that would be|that must be|that must have been|that sounds|sounds|that sounds like|sounds like|its|it is|how|what a)(?: (?:so|very|really|pretty|just|quite|kind of|sort of|actually|too|such|a|an|always))* (?:${adjectives})(?: (?:point|idea|question|one|deal|story|thing|news|way))?`,
    '(?:and |so |well |oh )*(?:that|it) makes? (?:a lot of |total |perfect |complete )?sense',
    'i (?:can |do |could |totally |completely |really |never |had |have |didnt )*(?:know|knew|see|understand|hear|get|believe|imagine|no idea)(?: (?:exactly |just )?(?:that|it|you|what you mean|what youre saying|how you feel|completely|totally))?',
    'thats (?:exactly |just |pretty much )?what i (?:thought|said|mean|meant|heard|figured|was thinking)',
    'i (?:was|am) (?:just )?(?:going to|gonna|about to|thinking) (?:say )?(?:that|so|the same thing|the same)',
    '(?:youre|you are) (?:absolutely |so |totally |quite )?(?:right|welcome|kidding)',
    'i (?:totally |completely |absolutely )?agree(?: with (?:you|that))?',
    '(?:tell me about it|you can say that again|you dont say|who knows|isnt that something)',
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|')
    .replace(/^/, '^(?:')
    .replace(/$/, ')$'),
);
const chinese =
  /^(?:(?:那|这|也|还|真|真的|挺|蛮|非常|很|确实|都|就|的确|倒|是|可|太|多)*(?:好|棒|对|可以|不错|有意思|有道理|合理|正常|方便|便宜|麻烦|辛苦|厉害|惨|可怜|可惜|难受|好玩|好笑|遗憾|行|贵|快)(?:的|了|啊|呀|吧|呢|哦|嘛)*|我?(?:也|都|能|很|非常|特别|完全)*(?:明白|理解|了解|知道|懂|清楚)(?:您|你)?(?:的|说的)?(?:意思|心情|情况|想法|感受)?(?:了|的|啊)*|我也?(?:是|就是)?(?:这么|这样)?(?:觉得|想|认为|同意|以为)(?:的|啊|呀)*|我也是(?:的|啊|呀)*|(?:就|也)?是这个意思|(?:原来)?(?:就|那|也|可)?是?(?:这样|这么|那样|那么)(?:子|回事)?(?:的|啊|吗|呀|嘛|哦|呢)*)$/u;

/**
 * True where the words only assess or agree with what the other says (“that makes a lot of sense”, 那挺好的): they
 * claim no turn.
 */
export function isAssessment(tokens: readonly string[], language: Language): boolean {
  if (tokens.length === 0) return false;
  return language === 'zh' ? chinese.test(tokens.join('')) : english.test(tokens.join(' '));
}
