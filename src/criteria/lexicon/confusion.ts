/** Why a customer did not follow: the words were not heard, their sense was not understood, or is asked to be confirmed. */
export type ConfusionKind = 'not-heard' | 'not-understood' | 'checks';

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
    kind: 'checks',
    pattern:
      /^(?:哦|嗯|啊|呃|诶|等等|等一下|那|所以|那就是)*(?:你|您)(?:们)?(?:刚才)?(?:是说|说的是|的意思是|意思是)(?!什么|啥|哪).{2,40}(?:吗|吧|对不对|是不是|是这样|这个意思)|(?:是|也就是|就是|是不是)(?:这个|这|那个)意思(?:吗|吧|么|是吧|对吧|$)|^(?:哦|嗯|那|所以)*(?:也就是说|就是说|那就是说|是不是说)(?:我|是|这|那|你|您).{2,40}(?:吗|吧|对不对|是吗)$/,
  },
  {
    kind: 'checks',
    pattern:
      /^(?:(?:so|oh|okay|ok|wait|hold on|hang on|um|uh|right|well|sorry|and) )*(?:you(?:'re| are) (?:saying|telling me)|are you (?:saying|telling me)|you mean(?: that| to say)?|do you mean|does that mean|so that means|that means|meaning) (?!what\b|like\b)\w+/,
  },
  {
    kind: 'not-understood',
    pattern:
      /(?:没|没有|不|没太|不太|听不|不大|还是不|有点不|搞不|弄不|看不|没有太)(?:太|很)?(?:听|怎么)?(?:懂|明白|理解|清楚(?:是|什么|你|您|怎么))(?!吗|没|了吗)/,
  },
  {
    kind: 'not-understood',
    pattern:
      /(?<!不好|没|有|没有)(?:是)?(?:什么|啥)意思(?!都|也)|(?:怎么|咋)(?:讲|理解|个意思)|(?:是)?指(?:的)?(?:是)?(?:什么|啥|哪)|(?:没|没有)(?:搞|弄|整|闹)(?:太)?(?:懂|明白|清楚)|(?:整|闹|搞|弄)不(?:太)?(?:懂|明白|清楚)|一头雾水|云里雾里|绕(?:晕|糊涂)|(?:说|讲)(?:人话|白话|(?:得|的)?(?:简单|明白|通俗|直白)(?:一)?(?:点|些))|(?:给我|跟我)?(?:再)?(?:解释|讲解)(?:一下|解释|一遍)(?:吗|吧|呗|$)|(?:这|那)是(?:什么|啥)(?:东西|玩意|呀|啊|$)|有点(?:糊涂|晕|懵|乱)|(?:搞|弄|听)(?:糊涂|晕|懵)/,
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
  /你们(?:这|这是|到底)?(?:是)?(?:几个|什么|啥)意思(?!的)|(?:你|您)(?:这|这是|到底)?(?:是)?(?:几个|什么|啥)意思.{0,6}(?:耍|骗|糊弄|忽悠|玩我|凭什么|投诉|故意|态度|欺负)|不好意思|没(?:什么)?意思|(?:你|您)(?:听|能听)?(?:懂|明白|清楚)(?:我|了吗|吗)|(?:你|您)(?:没|不)(?:听)?(?:懂|明白|清楚)|\b(?:you|they|he|she) (?:don't|didn't|do not|did not) (?:understand|get|hear|listen)\b|我(?:明白|知道|懂)(?:你|您)?(?:的|是)?(?:什么)?意思/;

/** Cheap signs without which no confusion can occur. */
export const confusionHint =
  /[雾绕人白]|解释|讲解|是说|说的是|就是说|saying|telling|means?\b|[啊诶哈]$|[听懂晕懵糊]|什么|啥|明白|理解|清楚|遍|慢|快|意思|[怎咋]|信号|重新|重复|sorry|pardon|excuse|what|huh|eh\b|hm|again|repeat|say|slow|speak|hear|catch|missed|mean|understand|get (?:it|that|what)|follow|lost?|confus|sense|idea|simple|plain|see what/;

/** The customer asks what a word is; a sign of confusion where the agent has just used that word, which is the match's first group. */
export const termQuestions: readonly RegExp[] = [
  /(?:什么|啥)(?:叫|是)(?:做)?([^，。吗呢啊呀吧]{2,8}?)(?:啊|呀|呢|来着)?$/,
  /^(?:哦|嗯|啊|那|这个|那个|你说的)*([^，。是]{2,8}?)(?:又|到底)?是(?:个)?(?:什么|啥)(?:东西|玩意儿?|概念)?(?:啊|呀|呢|来着)?$/,
  /\bwhat(?:'s| is| are|s) (?:a |an |the |this |that |your )?([a-z]+(?: [a-z]+)?)(?: exactly| again)?$/,
];

/** Asked for its value and not for its sense (what's the price, 地址是什么), or no term at all. */
export const noTerm =
  /^(?:it|that|this|up|new|next|wrong|left|included|covered|he|she|they|there|happening|going on)$|\b(?:prices?|costs?|names?|address|numbers?|dates?|times?|rates?|e ?mail|totals?|balance|amounts?|website|fees?|offer|quote|catch|problem|difference|reason|deal|plan|point|question)$|地址|价格?|价钱|号码?|电话|名字|日期|时间|金额|费用|多少|网址|邮箱|问题|原因|区别|条件|流程|公司|内容/;

/** Bare interjections: as often a way to say "I hear you" as a question, so nothing is held against the agent for them. */
export const weakSign = /^(?:(?:啊|嗯|哈|诶|喂|哦)+|what|huh|eh|hm+|sorry|(?:um|uh|oh) sorry)$/;

/** An answer that puts something in other words, or sets about it. */
export const rephrases =
  /就是(?:说)?|也就是|意思|简单|换句话|打个比方|比如|比方|举个例子|相当于|等于|好比|通俗|其实|指的|说白了|解释|哪(?:里|一?部分|一?点|儿|块)不|我(?:再|慢慢|重新)|是这样|\b(?:mean|means|meaning|basically|in other words|that is|which is|it's|it is|that's|they're|this is|so|for example|for instance|like|imagine|think of|simply|explain|rephrase|put it|which (?:part|bit)|when you|if you|let me)\b/;

/** The agent turns to the customer for something else instead of explaining. */
export const turnsElsewhere =
  /^(?:好的?|嗯|哦|行|那|那个)*(?:对了|另外|顺便|还有一个|麻烦您|请您?|您先|您(?:的|家|家里|现在|这边).{0,14}(?:吗|吧|多少|什么|是吧|快到期|到期)|方便的话|记得)|别忘了|(?:五星|好评|满意度)|^(?:(?:okay|ok|right|so|and|well|um|uh|anyway) )*(?:by the way|would you (?:mind|like)|could you|can you|can i (?:get|have|take)|may i (?:have|take|get)|please|do you (?:want|have|need)|are you|what(?:'s| is) your|don't forget|remember to|also)\b/;

/** Words of an answer that explain nothing: that it is so, that it was always so, that it was said before. */
export const explainsNothing =
  /\b(?:always|simply|still|already|again|as i said|like i said|i (?:have )?(?:already )?(?:told|said)(?: you)?|mean|means|meant|way|same|such|anyway|after all)\b|一直|本来|反正|已经|就是这样|就这样|都这样|一样|还是|我(?:刚才|刚刚|已经)?(?:跟您|跟你)?说(?:了|过)/g;
