/** Why a customer did not follow: the words were not heard, or their sense was not understood. */
export type ConfusionKind = 'not-heard' | 'not-understood';

/** Signs of confusion in a customer's turn, over normalised text. */
export const confusionSigns: readonly { readonly kind: ConfusionKind; readonly pattern: RegExp }[] = [
  {
    kind: 'not-heard',
    pattern:
      /(?:没|没有|听不|没太|不太)(?:听)?(?:听)?(?:清楚?|见|到)(?!了吗|吗)|(?:没|没有)听(?:见|到|清楚?)|听不(?:清楚?|见|到)|信号不好/,
  },
  {
    kind: 'not-heard',
    pattern:
      /(?:再|重新|麻烦再|你再|您再)(?:给我)?(?:说|讲|重复|念|报)(?:一遍|一次|一下|遍)|(?:说|讲)(?:得|的)?(?:慢|大声|清楚)(?:一)?(?:点|些)|慢(?:一)?点(?:说|讲)|太快了/,
  },
  {
    kind: 'not-heard',
    pattern:
      /^(?:啊|嗯|哈|诶|喂)?(?:什么|啥|你说什么|您说什么|说什么|你说啥|说啥)(?:啊|呀|来着|呢)?$|(?:你|您)(?:刚才|刚刚)?(?:说|讲)(?:的是)?(?:什么|啥)(?:啊|来着|呢|$)|^啊$/,
  },
  {
    kind: 'not-understood',
    pattern:
      /(?:没|没有|不|没太|不太|听不|不大|还是不|有点不|搞不|弄不|看不|没有太)(?:太|很)?(?:听|怎么)?(?:懂|明白|理解|清楚(?:是|什么|你|您|怎么))(?!吗|没|了吗)/,
  },
  {
    kind: 'not-understood',
    pattern:
      /(?<!不好|没|有|没有)(?:是)?(?:什么|啥)意思(?!都|也)|(?:怎么|咋)(?:讲|理解|个意思)|(?:是)?指(?:的)?(?:是)?(?:什么|啥|哪)|(?:这|那)是(?:什么|啥)(?:东西|玩意|呀|啊|$)|有点(?:糊涂|晕|懵|乱)|(?:搞|弄|听)(?:糊涂|晕|懵)/,
  },
  {
    kind: 'not-heard',
    pattern:
      /^(?:(?:um|uh|oh|i'm|i am|hmm) )*(?:sorry|pardon(?: me)?|excuse me|what|huh|come again|say again|eh|hm|beg your pardon|what's that|what was that|sorry what|sorry what was that)$/,
  },
  {
    kind: 'not-heard',
    pattern:
      /\b(?:say|repeat|tell me|run|go over) (?:that|it|this|the \w+)(?: for me| by me| to me)?(?: again| one more time| once more| please)\b|\b(?:can|could|would|will) you (?:please )?(?:repeat|say (?:that|it) again|slow down|speak (?:up|slower|more slowly|louder))\b|\bcome again\b|\bpardon me\b|\bi beg your pardon\b/,
  },
  {
    kind: 'not-heard',
    pattern:
      /\b(?:didn't|did not|couldn't|could not|can't|can not|cannot)(?: quite| really)? (?:hear|catch)\b|\bmissed (?:that|what you)\b|\bwhat did you (?:just )?say\b|\bwhat was that(?: again)?\b/,
  },
  {
    kind: 'not-understood',
    pattern:
      /\bwhat (?:do|did|does|are) (?:you|that|it|this|they|he|she)(?: \w+)? (?:mean|means|meaning|saying)\b|\bwhat (?:do|did) you mean\b|\bmeaning what\b|\bwhat(?:'s| is) (?:a|an|the|that) [\w ]{2,24}(?: mean| supposed to mean)\b/,
  },
  {
    kind: 'not-understood',
    pattern:
      /\b(?:don't|do not|didn't|did not|not sure i|can't|cannot|not)(?: quite| really| fully| think i)? (?:understand(?:ing)?|get it|get that|get what|follow(?:ing)?|see what you)\b(?! why| you don't| your company)|\byou(?:'ve)? lost me\b|\b(?:i'm|i am|i'm a bit|i'm a little|i'm kind of|now i'm|kinda)(?: a bit| a little| so| still| kind of| very)* (?:confused|lost)\b|\bmakes no sense\b|\bdoesn't make (?:any )?sense\b|\bnot sure what you(?:'re| are)? (?:mean|saying|asking)\b|\bthat's confusing\b|\bno idea what\b|\bin (?:plain|simple) (?:english|terms|words)\b/,
  },
];

/** Wording that only looks like confusion (我明白, 不好意思, do you understand what I mean). */
export const notConfused =
  /不好意思|没(?:什么)?意思|(?:你|您)(?:听|能听)?(?:懂|明白|清楚)(?:我|了吗|吗)|(?:你|您)(?:没|不)(?:听)?(?:懂|明白|清楚)|\b(?:you|they|he|she) (?:don't|didn't|do not|did not) (?:understand|get|hear|listen)\b|我(?:明白|知道|懂)(?:你|您)?(?:的|是)?(?:什么)?意思/;

/** Cheap signs without which no confusion can occur. */
export const confusionHint =
  /[啊诶哈]$|[听懂晕懵糊]|什么|啥|明白|理解|清楚|遍|慢|快|意思|[怎咋]|信号|重新|重复|sorry|pardon|excuse|what|huh|eh\b|hm|again|repeat|say|slow|speak|hear|catch|missed|mean|understand|get (?:it|that|what)|follow|lost?|confus|sense|idea|simple|plain|see what/;

/** Words of an answer that explain nothing: that it is so, that it was always so, that it was said before. */
export const explainsNothing =
  /\b(?:always|simply|still|already|again|as i said|like i said|i (?:have )?(?:already )?(?:told|said)(?: you)?|mean|means|meant|way|same|such|anyway|after all)\b|一直|本来|反正|已经|就是这样|就这样|都这样|一样|还是|我(?:刚才|刚刚|已经)?(?:跟您|跟你)?说(?:了|过)/g;
