/** How firm a refusal is. */
export type RefusalStrength = 'soft' | 'clear' | 'final';

/**
 * Wording by which a customer refuses what is offered, over one clause of normalised text. `needsOffer` ones say
 * no only to what was asked just before, so they count after an offer or a pitch and nowhere else.
 */
export interface RefusalPattern {
  readonly strength: RefusalStrength;
  readonly pattern: RegExp;
  readonly needsOffer?: boolean;
}

const particles = '(?:了|啊|哦|呀|呢|吧|的|啦|嘛|哈|嗯|诶|哎)';
const endZh = `(?=${particles}*(?:$|谢谢|多谢|感谢|不好意思|抱歉|再见|拜拜|我|你|您|这|那|就|先|真的|再|给|打|办|买|推荐|介绍|也|都|不|没|别|现在|已经|行|好|ok|thank))`;
const forNow =
  '(?:暂时|目前|现在|眼下|近期|最近|短期内?|今年|今天|这段时间|先|还|当前|暂)(?:我|我们|也|都|还|是|就|真的|应该|可能)*';

const finalZh: readonly RegExp[] = [
  /(?:别|不要|不许|不准|请勿|甭|能不能别|可不可以不要)(?:再|老|总|一直|天天|老是|总是)*(?:给)?(?:我|我们)?(?:再)?(?:打(?:电话|来|过来|给我|了)?(?:了)?|联系(?:我)?了?|骚扰(?:我)?了?|推销了?|烦我了?|发(?:短信|信息|消息|微信)了?)(?!扰|断|算|听|开|包|折|车)/g,
  /再(?:给我|这么|这样)?(?:打|骚扰|推销)(?:电话|来|过来|给我|下去)?(?:的话)?(?:我)?(?:就|要|可|真)*(?:去)?(?:投诉|报警|举报|拉黑|告你)/g,
  /(?:我)?(?:要|会|可要|就)(?:去)?(?:投诉|举报|拉黑)(?:你|您)/g,
  /把(?:我|我的)?(?:号码|电话|名单|名字|手机号|信息|资料)(?:给我|从.{0,8})?(?:删|拉黑|去掉|移除|清掉|划掉)/g,
  /(?:永远|坚决|绝对|死都|打死都?|无论如何都?|怎么(?:说|样)都)(?:也)?不(?:会|要|买|办|需要|考虑|做)/g,
  /(?:跟你|和你|给你|都|已经)?(?:说|讲)了?(?:多少|几|好几|很多|无数|两|三)(?:遍|次|回)了?.{0,4}不/g,
  /(?:你|你们)?(?:烦不烦|有完没完|还有完没完|听不懂人话)/g,
  /不要再(?:说|讲|介绍)了/g,
];

const clearZh: readonly RegExp[] = [
  new RegExp(
    `(?:不需要|不必|不用)(?:你们?的?|您|这个|这些|这种|那个|什么)?(?:推荐|介绍|服务|产品|保险|贷款|课程)?${endZh}`,
    'g',
  ),
  /(?:没有?|毫无|不)(?:什么|啥|太大|太多|任何|这个|这方面的?|那个|太|怎么|多大)*(?:兴趣|感兴趣)/g,
  /没有?(?:什么|啥|任何|这个|这方面的?|这样的|那个|购买|这种|.{0,6}?)(?:需求|需要|打算|意向|想法|意愿|计划)(?!是|不是|吗|么)/g,
  /(?:根本|完全|真的|肯定|确实|就是)?不(?:会|想|打算|准备|愿意|可能)?(?:再)?(?:考虑|购买|投保|贷款|续费|续保|换套餐|参加|报名|开通|加入|办理)(?!过|不)/g,
  /不(?:想|用|需要|打算|准备)(?:再)?了解/g,
  /(?:决定|想好|考虑好|商量好)(?:了)?(?:还是|先|就)?不(?:买|办|要|做|订|报|投|续|换|升级)了?(?=$|谢谢|啊|吧|我|你|您)/g,
  /(?:我|我们|也|就|真的|都|是|那|可|还是)不(?:想|会|打算|准备|愿意)?(?:再)?(?:买|办|做|换|订|定|装|开|听|试|去|投|加|弄|搞)(?:了|的|这个|这种|这些|那个|你们|保险|房|课)*(?=$|谢谢|我|你|您|不|没|吧|啊|啦|呢|好|再见|拜拜)/g,
  /(?:我|我们|也|就|真的|都|那|还是)?不想(?:要|买|办|听|了解|做|换|贷|学|投|花.{0,3}钱|浪费)/g,
  /用不(?:着|上|到)|没(?:这个|那个|什么)?必要|(?<!还|就|也)不要了(?=$|谢谢|我|啊|吧|你|您)|算了(?:吧|不|我|谢谢|$)|免了(?:吧|$|谢谢)/g,
  /(?:我|我们)(?:都)?(?:已经)?(?:拒绝|回绝)(?:过|了|你)/g,
  /(?:我|都|已经)?(?:说|讲)过?了(?:我)?不(?:要|需要|用|买|办|想|考虑|感兴趣)/g,
  /(?:别|不要)(?:再)?(?:推销|给我推荐|给我介绍|忽悠|跟我说这些)/g,
];

const softZh: readonly RegExp[] = [
  /(?:我|我们|让我|容我|那我|得|要|还|再|先|需要|回去|自己)+(?:好好|仔细|认真)?(?:考虑考虑|考虑一下|考虑下|考虑看看|想一想|想想|想一下|琢磨琢磨|琢磨一下|斟酌)/g,
  /(?:^|嗯|好|啊)(?:考虑考虑|考虑一下吧?|想想吧?|再想想|再考虑)/g,
  /(?:以后|回头|改天|下次|到时候|过段时间|过几天|过阵子|有空|有时间|等.{1,6}?|之后)(?:我|我们)?再(?:说|看|聊|联系|考虑|打|决定|谈)/g,
  /(?:到时候|到时|回头|有空)(?:再)?(?:看|说)(?:吧|看|情况)?/g,
  /再(?:说|看看|看一看|比较|对比|了解了解)(?:吧|一下)?(?=$|我|谢谢|啊|哦)/g,
  /(?:等|如果|要是)?(?:我|我们)?(?:这边)?有(?:需要|需求|兴趣|想法)(?:的话|的时候|了)?(?:我|我们)?(?:会|就|再|自己)*(?:再)?(?:联系|找|打|给你|给您|跟你|跟您)/g,
  new RegExp(
    `${forNow}(?:不|没有?|用不)(?:太|怎么|打算|准备|会)?(?:需要|用|考虑|想|要|买|办|打算|这个|这方面|需求|计划|兴趣|意向|想法|换|做|着急|急|着)`,
    'g',
  ),
  /先(?:不用|不要|不买|不办|不考虑|这样|放一放|等等)(?:了|吧|$)/g,
  /(?:要|得|需要|回去|先)*(?:跟|和|问问|问一下|问下|同)(?:我)?(?:家里人?|家人|老公|老婆|爱人|媳妇|丈夫|妻子|太太|父母|爸妈|孩子|领导|老板|合伙人|他|她)(?:们)?(?:再|先|好好)?(?:商量|沟通|讨论|说一下|说说|聊聊)/g,
];

const weakZh: readonly RefusalPattern[] = [
  {
    strength: 'clear',
    needsOffer: true,
    pattern: new RegExp(
      `^(?:嗯|呃|啊|哦|哎呀|哎哟|呀|好了|行了|好吧|那个|那|这个|喂|哎|诶|唉|好像|我|我们|就|也|还是|真的)*(?:不用|不要|不需要|不了|不必|不想|不考虑|不行|不可以|不办|不买|不加|不订|不定|没兴趣|免了|不感兴趣)${particles}*(?=$|[加发来送寄介看留讲说转推办开]|谢谢|多谢|感谢|不好意思|我|你|您|这|那|再见|拜拜|不|没|先)`,
      'g',
    ),
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern: /(?:我|现在|这会儿|正|在)+(?:很|有点|比较|正)?(?:忙(?!什么|不忙)|开会|开车|上班|有事)(?!吗)/g,
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern: /(?:我|现在|最近|今天|真的|也|都)*(?:没时间|没空|没有时间|没功夫|不方便)(?!吗|的话|透露|说)/g,
  },
  {
    strength: 'clear',
    needsOffer: true,
    pattern:
      /(?:我|我们|我家)(?:现在|也|都|又|暂时|目前|最近|根本|从来)*不(?:装修|贷款|借钱|炒股|投资|理财|学|培训|租|卖|买|换|做|玩|搞|旅游|健身|减肥|美容|开店|加盟|上班|出租|养|喝|抽|用)/g,
  },
];
/** A bare 没有 or 不 refuses only where interest, need or willingness was asked for. */
export const bareNoZh =
  /^(?:嗯|呃|啊|哦|那个|哎|我|也|暂时|目前|还)*(?:没有打算|没有?|不想|不)(?:了|啊|哦|呢|哎|嗯|谢谢|不好意思|没有?|不)*$/;
/** Questions to which a bare no is a refusal. */
export const asksForInterestZh =
  /兴趣|意向|计划|想法|意愿|有没有考虑|考虑|需要|需求|打算|想不想|愿意|要不要|了解一下|方便.{0,6}了解/;

const finalEn: readonly RegExp[] = [
  /\b(?:stop|quit) (?:calling|phoning|contacting|bothering|harassing|texting|emailing|ringing)\b/g,
  /\b(?:don't|dont|do not|never|please don't|don't ever|please do not)(?: you)?(?: ever)? (?:call|phone|contact|bother|ring|text)(?: (?:me|us|here|this number|my (?:number|house|home|phone)|back))*(?: again| anymore| any more| ever again| back)?\b(?! (?:later|tomorrow|before|after|until|on|in the|at \d))/g,
  /\b(?:take|remove|delete|get) (?:me|my (?:name|number|phone number)|us|this number) (?:off|from|out of)\b/g,
  /\b(?:remove|delete) my (?:number|name|information|details)\b/g,
  /\bdo not call (?:list|registry)\b/g,
  /\bleave me alone\b|\blose my number\b|\bnever (?:going to|gonna) (?:buy|sign|want|need|be interested)\b/g,
  /\b(?:i'll|i will|i'm going to|gonna|i am going to) (?:report|block|sue) (?:you|this|your)\b/g,
  /\bhow many times (?:do i|must i|have i)\b/g,
  /\b(?:absolutely|definitely) not\b(?=$| (?:interested|i|no|stop|don't))/g,
];

const clearEn: readonly RegExp[] = [
  /\b(?:not|isn't|aren't|wasn't|never)(?: really| all that| that| particularly| at all| very| too| actually| even| gonna be| going to be)* interested\b/g,
  /\b(?:no|zero|any) interest\b/g,
  /\buninterested\b/g,
  /\b(?:i|we)(?: really| just| actually| honestly| still| already told you i| said i)* (?:don't|dont|do not|didn't)(?: really| actually| even| think (?:i|we))* (?:want|need|wanna)(?! (?:to (?:be|wait|bother|hear you|know|ask|worry|hold)|anything else|any (?:other|more|further)|more|help|you to))(?: (?:it|this|that|any|one|them|those|your|tickets?|to|a|an|the|anything|insurance|nothing))?\b/g,
  /\b(?:i'll|i will|i'd|i'm gonna|i'm going to|we'll|think i'll)(?: have to| just| probably)? (?:pass|decline)\b/g,
  /\b(?:i'd|i would|we'd)(?: really)? (?:rather|prefer) (?:not|keep|save|spend it|use it)\b/g,
  /\b(?:i|we) (?:can't|cannot|cant|am not able to|won't be able to) (?:donate|buy|commit|sign up|give)\b/g,
  /\bnot (?:doing any|in the market|shopping (?:for|around)|my thing|something (?:i|we)(?:'m| am|'re| are)? (?:interested|looking|want|need))\b/g,
  /\b(?:it's|that's|this is|this isn't|it isn't|that is|it is) (?:just )?not for (?:me|us)\b/g,
  /\bnot (?:looking|planning|willing|going|gonna|wanting|ready|prepared|able)(?: (?:for (?:a|an|any|anything|another|that|one)|to (?:buy|purchase|book|change|switch|get|sign|spend|invest|donate|do (?:it|that|this)|give|pay for|commit|upgrade|add)))\b/g,
  /\b(?:i|we) (?:won't|will not) (?:be )?(?:buy|buying|purchas\w+|sign\w*|donat\w+|need\w*|tak\w+|participat\w+)\b/g,
  /\b(?:i|we) (?:already )?(?:said|told you) (?:no|i'm not|i don't|not)\b/g,
  /\bplease (?:don't|do not) (?:book|buy|purchase|sign|send|order) (?:it|that|me|any|anything|them)\b/g,
  /\b(?:cancel|forget|drop) (?:it|that)(?: then)?$|\bforget (?:about )?it\b/g,
];

const softEn: readonly RegExp[] = [
  /\b(?:maybe|perhaps|possibly)(?: (?:some|an)other time| later| next time| in the future| another day| tomorrow)\b/g,
  /\b(?:some other|another) time\b(?! (?:slot|work|do you|that))/g,
  /\bnot (?:at (?:this|the) (?:moment|time|point)|this time|currently|anytime soon|immediately|at present)\b/g,
  /\b(?:i'll|i will|let me|i need to|i want to|i have to|i'd like to|we'll|we need to|gonna|i've got to|i should|i'd have to)(?: just| really| probably)* (?:think|sleep|mull|look) (?:about|on|over|it over|into)\b(?! (?:going|seeing|something))/g,
  /\b(?:i'll|i will|let me|we'll|i can) (?:get back to you|call you back|call back|let you know|do (?:it|that) later|decide later|check (?:with|and)|come back|reach out|be in touch|do it myself)\b/g,
  /\b(?:i|we)(?: really)?(?: have| need|'ve got|'ll have|'d have|'ll need)? to (?:talk|speak|check|discuss)(?: it| this)?(?: over)?(?: to| with) (?:my|the|our) (?:wife|husband|spouse|partner|family|boss|manager|mom|dad|parents|team)\b/g,
  /\b(?:i'm|i am) (?:not sure|unsure|undecided|on the fence)(?= (?:about (?:it|this|that)|if i (?:want|need|should|can))|$)/g,
  /\b(?:i'd|i would|i) (?:hold off|wait)(?: on (?:that|it|this))?\b|\bi'll hold off\b/g,
  /\bi don't think (?:so|i (?:will|can|need|want)|we (?:need|will))\b/g,
];

const noEn =
  "(?:(?:um+|uh+|well|oh|er|hmm|ah|okay|ok|sorry|actually|i'm sorry|yeah|like|hi)\\s+)*(?:no+|nope|nah|naw|no no|no no no)";
const weakEn: readonly RefusalPattern[] = [
  {
    strength: 'clear',
    needsOffer: true,
    pattern: new RegExp(
      `^${noEn}\\b(?! (?:problem|worries|doubt|i mean|matter|preference|idea|one|but i (?:want|need|would)|please (?:tell|go|explain|do)|tell me|go ahead|i (?:didn'?t|did not|haven'?t|have not|don'?t (?:know|have|think so)|wasn'?t|hadn'?t|never|do not (?:know|have))|what|how|why|where))`,
      'g',
    ),
  },
  { strength: 'clear', needsOffer: true, pattern: /\bno thank(?:s| you)\b|\bthanks but no\b/g },
  {
    strength: 'clear',
    needsOffer: true,
    pattern:
      /\b(?:i'm|i am|we're|we are)(?: all)? (?:good|fine|okay|ok|set|covered)\b(?! (?:with (?:that|it|this)|to go))/g,
  },
  {
    strength: 'clear',
    needsOffer: true,
    pattern:
      /\b(?:that|it)(?:'s| is| will be|'ll be| won't be|'s not) (?:not |un)?(?:necessary|needed|required)\b|\bwon't be (?:necessary|needed)\b|\b(?:there's )?no need\b/g,
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern: /\b(?:i|we)(?:'ve| have)? already (?:have|got|use|bought|own|booked)\b/g,
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern:
      /\b(?:i'm|i am|we're)(?: kind of| kinda| really| a bit| a little| quite| very| pretty| so)*(?: busy| in a meeting| at work| driving| in the middle of)\b/g,
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern: /\b(?:don't|dont|do not|haven't|have no)(?: really| got)?(?: have)?(?: any| the| much)? time\b/g,
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern:
      /\b(?:can't|cannot|can not) talk\b|\bbad time\b|\bcall (?:me )?(?:back )?(?:later|another time|some other time)\b/g,
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern: /\bnot (?:right |just |for )?(?:now|today|yet|tonight)\b(?! but i want)/g,
  },
  {
    strength: 'soft',
    needsOffer: true,
    pattern:
      /\b(?:maybe|i'm|im) not sure if i (?:can|could|should|want)\b|\bi (?:can't|cannot|cant) (?:right now|today|at (?:this|the) (?:time|moment)|afford)\b/g,
  },
];

const tag =
  (strength: RefusalStrength) =>
  (pattern: RegExp): RefusalPattern => ({ strength, pattern });

/** Refusals in Mandarin, firmest first. */
export const refusalsZh: readonly RefusalPattern[] = [
  ...finalZh.map(tag('final')),
  ...softZh.map(tag('soft')),
  ...clearZh.map(tag('clear')),
  ...weakZh,
];

/** Refusals in English, firmest first. */
export const refusalsEn: readonly RefusalPattern[] = [
  ...finalEn.map(tag('final')),
  ...softEn.map(tag('soft')),
  ...clearEn.map(tag('clear')),
  ...weakEn,
];

/**
 * Wording around a match that makes it no refusal: thanks and reassurance (不用谢, no problem), a question or a fact
 * about the product (不需要手续费吗), a negated refusal (不是不需要), or a correction of details.
 */
export const notRefusals: readonly RegExp[] = [
  /不用(?:那么|这么|太|谢|客气|担心|管|急|着急|怕|想|等|排队|说|问|麻烦)/g,
  /(?:不是|并不是|也不是|没有?说|没说过|不至于|倒不是)(?:说)?(?:我)?(?:不|没)(?:需要|想|要|买|感兴趣|有?兴趣|考虑|办|用|有时间|时间)/g,
  /(?:需不需要|要不要|(?<!不)用不用|想不想|有没有(?:需要|兴趣|时间))/g,
  /(?:不需要|不用|不要|不想|没有?)[^了谢你您]{0,10}(?:吗|么|是吧|对吧|是吗)$/g,
  /(?:为什么|怎么|干嘛|凭什么)(?:就)?不(?:需要|用|要|能|给)/g,
  /\bno (?:problem|problems|worries|doubt|idea|rush|hurry|preference|matter|question)\b/g,
  /\b(?:not that i'm|it's not that|i'm not saying) (?:not )?(?:i'm not |i don't )?(?:interested|want|need)?\b/g,
  /\bif (?:i'm|you're|they're|we're) not interested\b/g,
];

/** A no that answers "anything else?": the customer is done, and nothing is refused. */
export const isDone =
  /\b(?:that's|that is|thats|that'll be|that will be|that was(?: going to be)?|that would be|this is|it's)(?: really| pretty much| about)? (?:all|it|everything)\b|\bnothing (?:else|more)\b|\b(?:i'm|i am|we're) (?:done|finished)\b|没有?(?:了|其他|别的|什么问题|问题|其它)|就这(?:样|些|个)|可以了|没事了/;

/** Cheap signs without which no refusal can occur. */
export const refusalHint =
  /[不没别甭免烦]|考虑|想|再|先|忙|开会|开车|上班|有事|商量|沟通|讨论|说说|算了|投诉|举报|拉黑|删|有需[要求]|听不懂|\bno|n't|nt\b|not\b|\bna[hw]|never|stop|quit|remove|delete|take|leave|lose|later|maybe|perhaps|possibly|think|sleep|time|busy|pass\b|decline|rather|prefer|talk|check|already|good|fine|okay|set\b|covered|cancel|forget|drop|unsure|uninterested|undecided|back|hold|wait|meeting|driving|work|middle|report|block|how many|out of|need|want|reach|touch/;
