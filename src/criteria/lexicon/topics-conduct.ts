import type { Topic } from './topic.ts';

/** What an agent owes to, or must keep from, the other side. */
export const conductTopics = {
  'late-apology': {
    title: { en: 'an apology for the wait', zh: '为久等致歉' },
    patterns: [
      /(?:抱歉|对不起|不好意思|对不住|让(?:您|你)久等|久等了)/gm,
      /\b(?:sorry|apologi[sz]e|apologies|pardon)\b|\b(?:thank you|thanks) for (?:waiting|holding|your patience|being patient)\b/gm,
    ],
  },
  'earlier-contact': {
    title: { en: 'an earlier contact referred to', zh: '提及此前联系' },
    patterns: [
      /(?:上次|上周|上个月|之前|前几天|前两天|前天|昨天|先前|上回|去年|早前|曾经).{0,10}(?:联系|聊|通过|电话|沟通|咨询|来过|见|登记|留|打|说|介绍|发|寄|合作|购买|报名|谈|买)/gm,
      /\b(?:we|i|you|our)(?: \w+){0,3} (?:spoke|talked|chatted|met|emailed|called|contacted|discussed|reached out|visited|wrote|requested|signed up|corresponded)\b.{0,24}\b(?:last|before|earlier|yesterday|ago|previously|in (?:january|february|march|april|may|june|july|august|september|october|november|december)|on (?:monday|tuesday|wednesday|thursday|friday))\b|\b(?:our|my|your) (?:last|previous|earlier) (?:call|conversation|chat|email|meeting|order|visit)\b|\bwhen (?:we|i) (?:last )?(?:spoke|talked|met)\b|\bfollowing up (?:on|from|with)\b/gm,
    ],
  },
  'private-chat': {
    title: { en: 'talk beside the business', zh: '与业务无关的闲聊' },
    patterns: [
      /(?:昨晚|昨天|周末|晚上|今晚|放假).{0,8}(?:看(?:了|的)?(?:球|电影|电视剧|比赛)|打(?:游戏|牌|麻将|球)|喝(?:酒|多)|吃(?:火锅|烧烤|什么好)|逛街|追剧)|(?:男朋友|女朋友|相亲|八卦|追剧|打游戏|打麻将|朋友圈).{0,8}(?:吗|呢|啊|吧|了)|(?:中午|晚上|早上)吃(?:的)?(?:什么|啥|了吗|了没)/gm,
      /\b(?:did you (?:see|watch|catch) (?:the (?:game|match|show|movie|episode)|that show)|what (?:are|did) you (?:doing|do) (?:this|last|over the|on the) (?:weekend|evening|night)|how was your (?:weekend|holiday|vacation|date)|any plans for the (?:weekend|holiday)|have you seen (?:the new|that) (?:movie|show|film|series)|(?:my|your) (?:boyfriend|girlfriend|date|fantasy (?:team|league)))\b/gm,
    ],
  },
  'ownership-dispute': {
    title: { en: 'a dispute over whose customer this is', zh: '当着客户争客户归属' },
    patterns: [
      /(?:您|你|这个客户|这位客户|这客户|这单|这个单子|这一单)(?:就|本来|应该|原来|其实|一直|明明|才|可|都)*(?:是|归|算|属于)(?:我|他|她|小[\u4e00-\u9fff])(?:的)?(?:客户|单子|单|名下|跟的|在跟|先接的|先联系的)|(?:别|不要|不能|不用)(?:再)?(?:找|跟|联系|理)(?:他|她|别的|其他|别人|那个|小[\u4e00-\u9fff])+(?:销售|同事|顾问|业务员|置业顾问|办|买|签|登记)|(?:他|她|小[\u4e00-\u9fff]|那个(?:销售|同事|人))(?:抢|撬|截)(?:了)?(?:我(?:的)?)?(?:客户|单|单子)|抢(?:我|了我)的?(?:客户|单子|单)/gm,
      /\b(?:you(?:'re| are)(?: really| actually| supposed to be)?|this is|that's|that is|that customer is|you were)(?: \w+)? (?:my|his|her) (?:customer|client|lead|account|sale)\b(?! (?:service|number|support|relations|manager|representative|id|care|team|reference))|\b(?:he|she|they|my colleague|that guy|another agent)(?: just| always| has| is)? (?:stole|steals|stealing|stolen|poached?|poaching|took|grabbed) (?:you|my (?:customer|client|lead|sale|account)s?|this (?:sale|lead))\b|\b(?:don't|do not|never) (?:talk|deal|speak|buy|sign|order)(?: \w+)? (?:to|with|from) (?:him|her|them|anyone else|any other (?:agent|rep|salesperson)|my colleague)\b/gm,
    ],
  },
  'colleague-disparaged': {
    title: { en: 'a colleague run down', zh: '贬低同事' },
    patterns: [
      /(?:我(?:的|们)?(?:那个|那位|这个)?(?:同事|前一个同事|上一个同事)|(?:那个|上个|上一个|之前(?:那个|的)|前面那个|其他|别的)(?:同事|销售|客服|业务员|顾问|坐席)|小[\u4e00-\u9fff](?:他|她|这个人|那个人)?)(?:他|她|这个人|那个人|们)?(?:就是|根本|什么都|啥都|完全|一向|从来|老是|总是|一直|比较|特别|很|太|真的|都|就|也|是|可)*(?:不专业|不懂|不负责|骗|乱说|瞎说|胡说|忽悠|不靠谱|不行|没经验|坑|不会做|没水平|水平(?:差|不行|很差|低)|业务不熟|差劲|懒|不会(?:办|弄|做事|说话)|净骗)(?!人的|到您|吗)/gm,
      /\b(?:my|our|that|the other|the last|your (?:last|previous)|those|other) (?:colleagues?|coworkers?|co workers?|agents?|reps?|representatives?|salesm[ae]n|salesperson|guys?|advisors?)(?: you (?:spoke|talked) (?:to|with))?(?: who \w+ \w+)?(?: is| was| are| were| really| just| always| clearly| probably| obviously)* (?:an? )?(?:lied|lies|liars?|lying|useless|incompetent|clueless|idiots?|lazy|stupid|dishonest|unprofessional|terrible|doesn't (?:know|care|have a clue)|don't (?:know|care)|no idea what|has no idea|have no idea|never knows|cheated|cheats|ripping|scammed|messed|screwed)\b/gm,
    ],
  },
  'competitor-disparaged': {
    title: { en: 'a competitor run down', zh: '贬低同行' },
    patterns: [
      /(?:他们(?:家|公司|那边|那家)|那家(?:公司|店)?|别(?:的)?家|别的公司|其他公司|同行|竞品|对面(?:那家)?|隔壁(?:那家)?)(?:就|都|全|根本|完全|其实|是|那|也|很多|那些|的|人|东西|产品|质量|服务)*(?:骗子|骗人|忽悠|坑人|坑客户|垃圾|不靠谱|黑心|快倒闭|要倒闭|假的|不正规|皮包公司|烂|是骗)/gm,
      /\b(?:they|they're|those (?:guys|people)|the competition|our competitors?|that company|other (?:companies|agencies|providers|banks|insurers))(?: is| are| were| was| all| just| really| always| will| only| basically)* (?:an? |such )?(?:scams?|scammers?|crooks?|liars?|lie to|lying|garbage|trash|rip ?offs?|ripping|cheats?|cheating|frauds?|con artists?|thieves|terrible|awful|useless|rip you off|going (?:bankrupt|bust|under))\b/gm,
    ],
  },
  'outside-dealing': {
    title: { en: 'business of the agent’s own', zh: '私下交易或从事公司外业务' },
    patterns: [
      /(?:转|打|汇|付|交|存)(?:到|给|进|在)?(?:我|我的|我个人|我私人|我自己)(?:的)?(?:个人|私人|自己)?(?:的)?(?:账户|账号|卡|银行卡|微信|支付宝|卡里|卡上|私账)|(?:私下|私底下|不(?:走|通过|经过)公司)(?:里)?(?:给|帮|跟|和|找|交易|办|做|付|签|来|联系|收|直接)|(?:我(?:自己|个人)|我(?:在外面|另外)|我朋友)(?:还)?(?:也)?(?:有|做|开|接|搞)(?:了)?(?:一?个|一?家|点|着|些)?.{0,4}(?:私活|副业|公司(?!的产品)|生意|店|兼职)|(?:接|干|做)(?:点|些|个)?私活|别(?:跟|和|让|告诉)(?:我们)?(?:公司|领导|经理|老板)(?:说|讲|知道)/gm,
      /\b(?:pay|wire|transfer|send|venmo|zelle|deposit)(?: \w+){0,4} (?:to|into) (?:me personally|my (?:own |personal |private )?(?:account|card|venmo|paypal|zelle|bank account))\b|\b(?:off the books|under the table|between you and me i|without (?:the company|my (?:boss|manager|company)) knowing|don't tell (?:my|the) (?:boss|manager|company)|my own (?:company|business|firm|side business)|on the side(?: i| we| for)?|my side (?:business|hustle|gig)|i(?:'ll| can) do it (?:privately|for cash|on the side))\b/gm,
    ],
  },
  'personal-attack': {
    title: { en: 'a personal attack or a rumour', zh: '人身攻击或造谣' },
    patterns: [
      /(?:听说|据说|有人说|都说)(?:他|她|那个|小[\u4e00-\u9fff]|我们(?:经理|老板|领导|同事)|[\u4e00-\u9fff]总).{0,10}(?:出轨|离婚|小三|欠(?:了)?(?:债|钱|赌债)|坐过牢|被抓|贪污|吸毒|包养|有病|犯事|被开除)/gm,
      /\b(?:i heard|i've heard|they say|people say|rumou?r has it|word is|everyone knows)(?: that)? (?:he|she|my (?:boss|manager|colleague)|our (?:boss|manager|director)|that (?:guy|woman|agent)|mr \w+|mrs \w+|ms \w+)(?: is| was| got| has| had|'s)*(?: \w+){0,2} (?:affair|divorced?|drunk|drinking problem|jail|prison|fired|stealing|arrested|drugs|cheating|broke|debt|embezzl\w+)\b/gm,
    ],
  },
  'guaranteed-claim': {
    title: { en: 'a promise nobody can keep', zh: '无法兑现的承诺' },
    patterns: [
      /(?:保证|包|肯定|绝对|百分之百|百分百|100%|稳)(?:您|你|让您|让你|会|能|可以)*(?:赚(?!不)|盈利|回本|升值|涨(?!价)|翻倍|收益|不亏|不会亏|没风险|无风险|零风险|治好)|(?:稳赚不赔|只赚不赔|保本保息|零风险|毫无风险|绝无风险)/gm,
      /\b(?:guarantee\w*|promise)(?: you| that| to| a| an| you'll| you will| your)*(?: \w+){0,2} (?:profits?|returns?|double|triple|make money|rise|go up|no risk)\b|\b(?:risk free|no risk (?:at all|whatsoever)|can't lose|cannot lose|zero risk)\b/gm,
    ],
  },
} as const satisfies Readonly<Record<string, Topic>>;
