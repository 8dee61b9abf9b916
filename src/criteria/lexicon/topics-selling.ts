import type { Topic } from './topic.ts';

/** What selling calls talk about: the need, the offer, its merits, the money, the doubts. */
export const sellingTopics = {
  need: {
    title: { en: 'a question about what the customer needs', zh: '询问客户需求' },
    patterns: [
      /(?:您|你|咱们|贵司|贵公司|家里|店里)(?:们)?(?:这边|那边|家|公司|最近|近期|目前|现在|平时|之前|以前|一般|主要|今年|大概|是|有|都|想|打算|希望|更|比较|对|做|用|投)*.{0,14}?(?:哪些|哪种|哪类|哪方面|哪个|哪块|什么(?!意思|事$)|怎么(?!称呼|样)|怎样|多大|多少(?!钱)|几个人|几口|有没有|是否|是不是|还是|需不需要|要不要|考虑(?:过|什么|哪)|做过|投过|了解过|用过|买过)/gm,
      /(?:有(?:什么|啥|哪些|没有|无)(?:具体|特别|其他|别的|这方面|相关)?(?:的)?(?:需求|需要|要求|想法|计划|打算|考虑|顾虑|问题)|(?:需求|预算|目标|用途|要求|情况)(?:是|大概|方面)?(?:什么|怎么|如何|多少)|(?:请问|想)(?:问|了解|知道)(?:一下|下)?(?:您|你|贵|咱)|(?:主要|比较|更)(?:看重|关注|关心|在意|担心|想)(?:什么|哪|的是))/gm,
      /\b(?:how (?:can|may|could) (?:i|we) (?:help|assist|be of)|what (?:can|could) (?:i|we) (?:do|help|get)|what (?:would|do|did|are|is|were|have|kind|type|sort|brings|has|were)\b.{0,12}\b(?:you|your)\b|(?:how|where|when|which|who|why) (?:do|are|did|have|would|often|many|much|long|large|big)\b.{0,16}\b(?:you|your)\b|tell me (?:a (?:little|bit) )?(?:more )?about (?:your|what|how|the)|(?:are|were) you (?:looking|hoping|currently|thinking|using|trying|already)|do you (?:currently|already|usually|ever|have|use|need|do any|run|advertise|want)|have you (?:ever|already|tried|used|considered|thought|done|looked|had)|what matters|what's (?:important|your (?:goal|need|situation|biggest|main)))/gm,
    ],
  },
  'need-stated': {
    title: { en: 'a need the customer states', zh: '客户说出需求' },
    patterns: [
      /(?:我|我们)(?:这边|公司|家|就|今天|现在|是|主要)*(?:想|要|需要|打算|准备|希望)(?:咨询|了解|问|查|办|买|订|做|投|找|看|换|改|续|退|申请|预约|报|一|个|台|套|给)|(?:帮我|麻烦(?:您|你)?|给我)(?:查|办|看|改|订|问|处理|报|登记|介绍)/gm,
      /\b(?:i|we)(?: just| also| really)?(?:'d| would| am| was)? ?(?:like|need|want|wanted|am looking|was wondering|am trying|looking|wondering|have a (?:question|problem)) (?:to|for|a|an|some|if|about|the|help|my|it|this)\b|\b(?:i'm|i am|we're|we are) (?:looking|calling|trying|interested|hoping)\b|\b(?:can|could|would) you (?:please )?(?:help|check|tell|send|give|book|order|change|cancel|update)\b/gm,
    ],
  },
  interest: {
    title: { en: 'the customer’s interest sounded out', zh: '了解客户意向' },
    patterns: [
      /(?:有(?:没有)?|感|是否(?:有|感)?|有无|感不感)(?:这方面的?|什么|点|这个)?(?:兴趣|意向|意愿|想法|打算|考虑)|(?:觉得|感觉|认为|看(?:了|过|完)?|看法)(?:我们|这个|那个|资料|方案|怎么样)*.{0,6}(?:怎么样|如何|合适吗|合不合适|可以吗|行吗|还行吗|满意吗|好吗)|(?:您|你)(?:是)?(?:怎么|什么)(?:想|看|考虑|打算|看法|想法|意见|建议)(?:的)?|(?:有|什么)(?:什么|啥|哪些)?(?:看法|意见|建议|想法|感受)|(?:要不要|想不想|愿不愿意|愿意|考虑)(?:试|做|了解|参加|合作|投|看).{0,8}(?:吗|一下|看|呢|$)/gm,
      /\b(?:what (?:do|did) you think|how (?:do|did) you (?:feel|like|find)|(?:are|were|would) you (?:be )?(?:at all )?interested|(?:does|did|do|would) (?:that|this|it|any of (?:that|this|it))(?: \w+)? (?:sound|interest|appeal|work|fit|help)|is (?:that|this|it) something|any (?:thoughts|feedback|interest|questions about)|your (?:thoughts|opinion|view|feedback|impression)|would you (?:like|consider|be (?:open|willing))|(?:did|have) you (?:had |get |have |got )?(?:a )?(?:chance|time|look|looked|read|review\w*))\b/gm,
    ],
  },
  budget: {
    title: { en: 'budget or spending asked about', zh: '了解预算与消费能力' },
    patterns: [
      /预算(?!师)|(?:每|一|全|平均)(?:个)?(?:年|月|季度|周|次)?.{0,8}(?:投入|投放|花|花费|费用|支出|消费).{0,8}(?:多少|大概|多大|什么范围)|(?:多少|什么价位|什么价格|哪个价位|多大)(?:的)?(?:预算|费用|投入|投放|价位|范围)|(?:价位|价格|费用)(?:区间|范围|方面|上)?.{0,6}(?:多少|什么|哪|接受|考虑)|(?:平时|之前|以前|目前|现在|一般)(?:都|是|在|做|投|会)*.{0,8}(?:哪些|什么|哪种)(?:样的)?(?:媒体|广告|渠道|平台|推广)/gm,
      /\bbudget(?:s|ed|ing)?\b|\b(?:how much|what)(?: \w+){0,4} (?:spend|spending|spent|invest|pay|paying|afford|set aside|put aside|price range|spend on)\b|\bprice range\b|\bspend(?:ing)? (?:on|for|per|each|a) \w+|\bwhat (?:media|channels|kinds? of (?:ads|advertising|media))\b/gm,
    ],
  },
  advantages: {
    title: { en: 'what is offered and its advantages', zh: '产品或媒体优势' },
    patterns: [
      /优势|优点|特点|特色|好处|覆盖(?!过)|效果(?!不好)|性价比|口碑|人流量|客流|受众|曝光|收视|收听|点击|流量大|专业|独家|领先|知名|经验|案例|服务(?:好|过|于|周到)|帮(?:助)?(?:您|你|客户|企业|很多).{0,10}(?:提升|提高|增加|节省|降低|省|带来|解决|减少|扩大)|(?:可以|能|能够|让)(?:您|你|客户|企业|大家)?.{0,8}(?:提升|提高|增加|节省|降低|带来|扩大|减少|省下)/gm,
      /\b(?:advantages?|benefits?|reach(?:es|ing)?(?: over| about| more| up to)? (?:\w+ ){0,3}(?:people|homes|listeners|customers|viewers|readers|drivers|families)|coverage|audience|results?|proven|award|leading|track record|value for|unique|exclusive|features?|experienced|save(?:s)? you|help(?:s|ed|ing)? (?:you|companies|businesses|people|clients|customers|our)|makes? it (?:easy|easier)|so (?:that )?you (?:can|get|don't|will)|more (?:customers|sales|leads|time|exposure))\b/gm,
    ],
  },
  benefit: {
    title: { en: 'what the customer gains', zh: '从客户角度说明益处' },
    patterns: [
      /(?:对|给|为|帮|让|替)(?:您|你|贵|咱|您们|你们)(?:们|公司|家|司|来说|而言|的|这边|这样|孩子|生意|店|企业|品牌|产品|店里|门店)*.{0,14}?(?:好处|有利|划算|合适|方便|省|节省|提升|提高|增加|带来|降低|减少|解决|保障|放心|多(?!少)|划得来|更|赚|实惠|受益|扩大|帮助|吸引|安心)|(?:您|你|贵公司|咱们)(?:就|就能|就可以|可以|能|能够|便可|会|也能|还能|还可以)+.{0,12}(?:省|享|得到|获得|收到|节省|提升|增加|不用再|不用担心|少|多得|免费|随时|拿到|看到|领|放心|减少|吸引|覆盖|受益)/gm,
      /\b(?:so (?:that )?you(?:'ll| can| get| will| don't| won't| never| only| could|'d)|you(?:'ll| will| can| could| would|'d)(?: also| even| still| only| actually| always)? (?:save|get|gain|have|enjoy|reach|benefit|receive|avoid|earn|see|pay less|be able|be covered|never|attract|keep)|(?:saves?|helps?|gives?|gets?|brings?|protects?|allows?|lets?|lettings?|earns?|means?|benefits?|costs?) (?:you|your)(?: \w+)?|(?:benefit|advantage|good|better|best|great|easier|cheaper|perfect|helpful|right|convenient|ideal) for (?:you|your|a \w+ like)|in your case|your (?:\w+ )?(?:customers|business|family|shop|company|team|sales|store|brand)(?: \w+){0,2} (?:will|can|would|get|gets|see|sees|hear|save|grow))\b/gm,
    ],
  },
  pitch: {
    title: { en: 'an offer presented', zh: '介绍或推荐产品' },
    patterns: [
      /(?:给|帮|向|跟|为)(?:您|你)(?:介绍|推荐|讲|说)(?:一下|一款|一个|下|个|的是|我们)|(?:我们|这边|公司|目前)(?:现在|最近|这里|这边|这次|刚|正好|也|新|推出了?|上线了?|有|正在|做)*.{0,6}(?:一款|一个|一种|推出|新的|优惠活动|特价|套餐|活动)(?!问题|原因|建议|请求)|(?:建议|推荐)(?:您|你)(?:可以|考虑|选|买|做|投|办|试|用|订)/gm,
      /\b(?:i'd|i would|we'd|i|let me|we|i'm calling to|like to) (?:\w+ )?(?:offer|recommend|suggest|introduce|propose|tell you about|present) (?:you |to you |our |a |an |the |that you )|\bwe(?:'re| are)?(?: currently| now| also| just)? (?:have|offer|offering|running|launched|got|launching) (?:a |an |our |this |some )?(?:\w+ ){0,2}(?:plan|package|offer|deal|special|promotion|product|program|discount|policy|campaign|service)\b/gm,
    ],
  },
  'material-offered': {
    title: { en: 'material offered or sent', zh: '发送资料' },
    patterns: [
      /(?:发|寄|传|邮寄|送|快递|拿|带|转)(?:一?份|一个|一下|个|些|给|到|过去|过来|您|你|点|电子版|套)*.{0,8}(?:资料|材料|方案|介绍|样刊|报价|彩页|手册|计划书|文件|宣传|邮件|画册|图片|案例|明细|清单|合同|户型图|链接)|(?:资料|材料|方案|介绍|报价|样刊|手册|计划书|宣传册|画册|邮件|案例|户型图|链接).{0,8}(?:发|寄|传|邮|送|快递|给(?:您|你))/gm,
      /\b(?:send|sending|sent|email|e mail|emailing|mail|mailing|forward|drop|text|share|shoot|fax)(?: \w+){0,3} (?:over |out |across )?(?:some |the |a |an |our |you |it |that |more |this |all )*(?:information|brochure|details|material|materials|proposal|email|catalogue|catalog|pricing|quote|samples?|document|documents|deck|link|overview|summary|leaflet|flyer|media kit|package|packet|copy)\b/gm,
    ],
  },
  invitation: {
    title: { en: 'a meeting or a visit proposed', zh: '邀约或面谈' },
    patterns: [
      /(?:邀请|请|欢迎|约)(?:您|你|一个|个|一下)?.{0,8}(?:来|到|过来|参观|考察|面谈|见面|看看|现场|公司|看房|售楼|店里|坐坐)|(?:我|我们)(?:这边|明天|后天|下周|下午|上午|过去|可以|安排|去|上门|登门|周[一二三四五六日天])*.{0,6}(?:拜访|上门|登门|过去(?:一趟|找您|见|跟您|当面)|见个面|见一面|面谈|当面)|(?:什么时候|哪天|几点|何时|明天|后天|周[一二三四五六日天]|下周|这周).{0,8}(?:有空|有时间|方便).{0,6}(?:来|过来|见|面谈|看|坐|过去|拜访|$)|(?:见面|面谈|面聊|当面)(?:聊|谈|详细|说|沟通|给您|的话)?/gm,
      /\b(?:meet(?:ing)?(?: up)? (?:with|in person|face|you|at|on|next|this|tomorrow|for)|come (?:in|by|over|down|and see|to our|visit|see)|stop by|drop by|(?:set|schedule|book|arrange)(?: \w+){0,3} (?:meeting|appointment|visit|demo|tour|viewing|time to meet|consultation)|invite you|in person|face to face|visit (?:you|our|the|us|your)|i(?:'ll| can| could| will) (?:come|stop|drop|visit)|show you around|site visit)\b/gm,
    ],
  },
  'doubt-answered': {
    title: { en: 'an answer to the customer’s question or doubt', zh: '解答客户疑问' },
    patterns: [
      /(?:您|你)(?:放心|别担心|不用担心|说的|提的|问的|担心的|的顾虑|的意思|的问题|这个问题)|(?:是这样的?|这个(?:是|呢|问题|您|你)|其实|因为|原因是|主要是|也就是说|意思(?:就)?是|简单(?:来|地)?说|解释|说明)|(?:我们|这边|这个|它|费用|价格|合同|服务|公司|里面|都|也)(?:是|有|都|会|可以|支持|包括|包含|含|提供|保证|能)/gm,
      /\b(?:(?:that's|that is) a (?:good|great|fair) (?:question|point)|(?:let me|i can|i'll) (?:explain|clarify|answer|check|find out|look)|what (?:that|this|it) means|the reason|because|don't worry|no need to worry|i understand (?:your|that|why|the)|good question|actually|basically|it (?:includes|covers|means|costs|is|comes|works|depends|takes|starts|runs)|we (?:do|have|offer|guarantee|provide|include|can|will|cover)|it's|there(?:'s| is| are| isn't)|you (?:can|don't|would|will|only))\b/gm,
    ],
  },
  'customer-doubt': {
    title: { en: 'a question or doubt of the customer', zh: '客户提出疑问' },
    patterns: [
      /(?:怎么|如何|为什么|为啥|凭什么|什么|哪|几|多少|吗|么|呢|是不是|有没有|会不会|能不能|可不可以|靠谱吗).{0,10}$|(?:担心|怕|不放心|顾虑|疑问|不确定|不相信|怀疑|靠不靠谱|太贵|有点贵)/gm,
      /\b(?:how|what|why|where|when|which|who)(?:'s| is| are| do| does| did| much| many| long| about| would| will| can| if)\b.{2,}|^(?:is|are|do|does|can|will|would|could) (?:it|that|there|you|they|the|i|we|this)\b.{3,}|\b(?:i'm|i am) (?:not sure|worried|concerned|afraid|sceptical|skeptical|wondering)\b|\b(?:concern|worry|doubt|too expensive|not convinced)\b/gm,
    ],
  },
} as const satisfies Readonly<Record<string, Topic>>;
