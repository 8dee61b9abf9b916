/** The agent proposes that the customer buy, book, sign up or listen on; normalised text of either language. */
export const offers: readonly RegExp[] = [
  /\bcalling(?: you)?(?: today)? to (?:introduce|offer|tell|present|share|discuss|talk)\b/,
  /\b(?:would|do|did|don't) you (?:(?:like|want|wish|care|need|wanna|prefer)(?: me| us)?(?: to)?|have (?:any )?interest|intend to|plan to)\b.*?\b(?:buy|purchase|book|reserve|reservations?|tickets?|order|sign|try|schedule|appointments?|upgrade|subscribe|enrol\w*|donat\w*|add|get|proceed|continue|play|watch|rent|transfer|hear more|hear about|learn more|find|make|apply|arrange|register|set (?:it )?up|go ahead|a table|a ride|see it|visit|listen|pay|it|one|this|them)\b/,
  /\b(?:shall|should|can|could|may|might) (?:i|we)(?: go ahead and| please| also| just)* (?:buy|book|reserve|make|get|purchase|sign|offer|interest|send|order|set|put|schedule|add|tell you|arrange|help you (?:book|buy|purchase|reserve)|transfer|rent|play)\b/,
  /\b(?:want|wanna|need|interested in|care for)(?: me to| to)? (?:buy\w*|book\w*|reserv\w*|purchas\w*|get\w*|order\w*|mak\w*|tickets?|hear\w*|learn\w*|try\w*|schedul\w*|sign\w*|listen\w*|play\w*|watch\w*|rent\w*|tak\w*|donat\w*|see\w*)\b/,
  /\b(?:are|would) you(?: be)?(?: at all)? (?:interested|willing|open|up for|keen)\b/,
  /\b(?:any|a) chance\b|\b(?:would|could|might|can|will) you(?: \w+)? (?:consider|donate|give|contribute|spare|help)\b/,
  /\b(?:how|what) about\b|\bwhy (?:not|don't (?:you|we))\b|\byou (?:could|should|might) (?:consider|try|donate|buy)\b/,
  /(?:要不要|需不需要|需要|想不想|愿不愿意|是否(?:需要|愿意|考虑)?|可不可以|能不能|有没有兴趣|感不感兴趣|有兴趣|感兴趣|考虑)(?:我|我们|给您|帮您|为您|您|你|给你|帮你|一下|这边|也|再|先)*.{0,12}(?:办|开通|买|订|定|预约|下单|了解|介绍|推荐|体验|试|参加|报名|升级|加|发|安排|投|续|看看|听|留|吗|呢)/,
  /(?:加|发|寄|送|给)(?:您|你|一?个)?.{0,14}(?:好吗|可以吗|行吗|好不好|方便吗|怎么样|行不行|要吗|可以不|好吧)/,
  /(?:我|我们|这边)?(?:给|帮|为)(?:您|你)(?:先|再|也|这边)*(?:办|开通|预约|下单|介绍|推荐|安排|报名|登记|预留|申请|订|定|发一?[份个]|讲|说)/,
];

/** Words of a pitch: what is sold, its price and its merits. One alone says little; several, or one after "but", do. */
export const pitchWords: readonly RegExp[] = [
  /优惠|活动|特价|折扣|打折|促销|立减|返现|满减|补贴|返利/g,
  /免费|赠送|送您|送你|礼品|礼包|白送|不要钱|零元/g,
  /套餐|产品|课程|保险|保障|理财|收益|额度|利率|利息|贷款|基金|会员|项目|楼盘|户型|房源|方案|服务|系统|软件|流量|宽带/g,
  /划算|性价比|便宜|实惠|省(?:下|钱|了|不少)|赚|值得|好处|优势|效果|口碑|品牌|正规|大公司/g,
  /我们(?:这个|家|公司|这款|这边|平台|这里|的)|跟(?:一般|别的|其他).{0,4}不一样/g,
  /理赔|保额|首付|均价|地段|学区|师资|提分|定金|名额/g,
  /办理|开通|购买|下单|报名|体验|试听|试用|投保|升级|签约|预约|上门|到店|看房|参观/g,
  /了解(?:一下|下|看看)|介绍(?:一下|下)|推荐|考虑(?:一下|下)|看(?:一下|看)|听(?:一下|我|听)/g,
  /(?:只要|只需|才|每天|每月|一个月|一年)(?:也)?(?:就|只|才)?.{0,6}(?:块|元|钱|\d)/g,
  /很多(?:客户|人|顾客|企业|家长|业主)|大家都|其他(?:客户|人)都|好多(?:客户|人)/g,
  /\b(?:offers?|discounts?|deals?|promotions?|specials?|coupon|rebate|bonus)\b/g,
  /\b(?:pounds?|dollars?|euros?|quid|bucks|pence|cents|\d) (?:a|per|each|every) (?:day|week|month|year)\b|\bcovers? (?:you|your|the whole|everything|all)\b|\bcover (?:includes|starts)\b/g,
  /\bfree\b|\bno (?:cost|obligation|commitment|risk|charge)\b/g,
  /\b(?:plans?|products?|packages?|polic(?:y|ies)|coverage|subscription|membership|service|solution|warranty|insurance|investment|program(?:me)?|upgrade|trial|donations?|charity|charities|organization|cause|tickets?)\b/g,
  /\b(?:save|saves|saving|savings|cheaper|affordable|value|worth|benefits?|guarantee\w*|return|profit|advantage)\b/g,
  /\b(?:sign(?:ing)? (?:you )?up|buy|purchase|order|enrol\w*|join|try|subscribe|donate|invest|book it|get started)\b/g,
  /\b(?:only|just|less than|as (?:little|low) as|starting at) (?:a |an |\$|\d|one|two|three|five|ten|twenty|fifty)\w*\b/g,
  /\bwe(?:'re| are)? (?:provid\w*|offer\w*|help\w*|specializ\w*|giving|do|have|also have|do have)\b|\bthere(?:'s| is) also\b|\bcalling (?:about|on behalf|regarding|to offer)\b/g,
  /\bin your (?:area|neighborhood|city|street)\b|\b(?:free )?(?:estimates?|quotes?|consultations?|inspections?)\b|\bdo you have (?:a|one|two|a few|a couple) (?:minutes?|moments?|seconds?)\b/g,
  /\b(?:most|many|lots|all|other) (?:of )?(?:our |my |the )?(?:customers|clients|people|homeowners|families|folks|businesses|companies|members)\b|\beveryone\b|\beverybody\b/g,
  /\b(?:make|makes|making) (?:a )?(?:big |huge |real )?(?:difference|impact)\b|\b(?:goes|go) a long way\b|\bevery (?:penny|little|dollar|cent|bit)\b/g,
  /\b(?:help|helps|helping|save|feed) (?:the |a |these |those )?(?:you|child|children|kids|people|them)\b/g,
];

/** Going on in spite of a no: asking to be heard out, brushing the no aside, asking again. */
export const urges: readonly RegExp[] = [
  /(?:您|你)(?:现在|今天|真的|真)?(?:就)?(?:应该|该|一定要|必须)(?:马上|现在|赶紧|今天)?(?:就)?(?:办|买|定|订|报|投|签|开通)|(?:这)?有什么(?:好)?(?:可)?(?:考虑|犹豫|商量)的|还(?:考虑|商量|犹豫)什么|(?:我们|咱们)(?:现在|今天)就(?:办|买|定|签)|我?(?:现在|马上|这就|直接)(?:就)?(?:给|帮)(?:您|你)(?:办(?!理?(?:取消|退))|下单|开通|报名|投保|订(?!阅))/g,
  /\b(?:there's|there is) nothing to think about\b|\bwhat(?:'s| is) there to think about\b|\blet(?:'s| us) (?:just )?(?:do it|get (?:it|this|that) (?:done|set up|started))\b|\b(?:just )?sign up (?:today|now)\b|\b(?:don't|do not) miss (?:out|this)\b/g,
  /就(?:看|听|试|花|了解)(?:您|你)?(?:一眼|一下|一听|两分钟|一会)|不(?:会)?(?:耽误|占用)(?:您|你)?(?:太多|多少|什么)?(?:的)?时间|(?:就)?先(?:交|付|办|买|定|订|报|试|下单|投|开通|体验)(?!生)/g,
  /(?:又|也|反正)不(?:花|收|要)(?:您|你)?(?:的)?(?:钱|费)|(?:了解|听|看)(?:一下|听|看)?(?:又|也|总)(?:没|不)(?:关系|要紧|吃亏|花钱|损失|坏处)/g,
  /\bwhat if (?:i|we|you)\b|\byou(?:'d| would| could| can| will|'ll)(?: \w+)? (?:save|earn|get|lose|benefit|miss)\b|\bdid you know\b|\bit(?:'ll|'d| will| would)?(?: only| just)? takes? (?:a|one|two|five|ten|fifteen|thirty|\d+|just)\b|\bi(?:'ll| will) be (?:quick|brief)\b|\bif i could just\b|\bget you (?:down|scheduled|booked|signed|set up|in)\b/g,
  /(?:先)?别(?:急着|着急|忙着|急)(?:拒绝|挂|说不|下结论)|(?:您|你)(?:先)?(?:别挂|不要挂|先不要挂|先别(?:挂|拒绝|说))/g,
  /听我(?:说完|讲完|把话|介绍完|说一句|说两句|再说)|让我(?:说完|讲完|把话|再说|再给)|(?:您|你)(?:先|再)?听我(?:说|讲|给|解释)/g,
  /(?:就|只|再)?(?:耽误|占用|给我|再给我|花|用)(?:您|你)?(?:的)?(?:一|两|几|1|2|半)(?:分钟|点时间|秒)/g,
  /(?:怎么|为什么|干嘛|为啥)(?:会|能)?(?:不需要|不要|不买|不办|不感兴趣|不考虑|不用)(?:呢|啊)?/g,
  /(?<!那|那么|行|好的?|没事|没关系)(?:您|你)(?:还是|就|真的|确定|真)?(?:再)(?:考虑|想想|想一想|看看|了解)(?:一下|下|考虑|看)?|(?:真的|确定)不(?:需要|要|考虑|办|买|了解|试试)/g,
  /(?:您|你)?(?:就)?(?:先)?(?:办|买|订|定|试|来|报|开通|下单|投|加)(?:一)?(?:个|份|下|一下|张|套|单|名)?(?:吧|嘛|呗)(?!啊?再见)/g,
  /(?:不|没)(?:买|办|要|需要|感兴趣)(?:也)?(?:没关系|不要紧|没事)?(?:您|你|可以|也可以|先)+(?:了解|听|看|试)/g,
  /(?:怎么可能|不可能)(?:不需要|没兴趣|用不到|用不上)|(?:每个?人|谁)都(?:需要|要|会|用得)/g,
  /\b(?:hear me out|let me (?:finish|explain|just|tell you)|before you (?:hang up|go|say no|decide)|don't hang up|hold on|wait wait|but wait|give me (?:just )?(?:a|one|two|five|thirty|30|60) (?:minutes?|seconds?|more|chance)|just (?:a|one) (?:minute|second|moment|more)|just listen|listen to me)\b/g,
  /\b(?:are you (?:sure|certain|absolutely sure|positive)|why (?:wouldn't|would you not|not)|why don't you (?:want|just|try|give)|how can you not|reconsider|think (?:about it )?again|at least (?:try|consider|think|listen)|won't you|come on|you really should|you need this|you (?:have|need) to (?:try|get|have|see))\b/g,
  /\b(?:i (?:totally |completely |fully |certainly |definitely |can )?(?:understand|hear you|get that|appreciate that)|i hear you|i get that|i know|sure|okay|fair enough|no problem)(?: \w+){0,6} (?:but|however|though)\b(?! (?:thank|thanks|have a|if you|feel free|no problem|that's (?:ok|fine)))/g,
  /\b(?:even|just|how about|only)(?: a| an)? (?:little|small|few|dollar|penny|cent|\$?[0-9.]+|one|two|five|ten|twenty|fifty)\b(?: \w+){0,4} (?:helps?|would|could|goes|go|make|makes|can|will)\b/g,
];

/** The agent lets it drop: takes note, thanks, wishes a good day, or asks what else is needed. */
export const acceptances: readonly RegExp[] = [
  /(?:那)?(?:就)?(?:不|先不|那不|不再)(?:打扰|打搅|耽误|麻烦|占用)(?:您|你|了)|打扰(?:了|您了|你了|到您)|打搅(?:了|您)/g,
  /(?:没|不要)(?:关系|事|问题|要紧)|理解(?:您|的|了|$)|(?:好的|好|行|嗯)(?:好的|的|嘞|吧)*(?:我)?(?:明白|了解|知道|清楚|理解)了?|尊重(?:您|你)/g,
  /再见|拜拜|祝(?:您|你)|(?:生活|工作|一切)(?:愉快|顺利)|感谢(?:您|你)|谢谢(?:您|你)?(?:的)?(?:接听|时间|耐心|配合)?/g,
  /(?:有|如果有|以后有|后续有|您有|要是有)(?:任何|什么|其他|别的)?(?:需要|需求|问题|兴趣)(?:的话|时|的时候)?(?:您|你|再|可以|随时|欢迎|都)*(?:联系|找|打|来电|拨打|咨询)/g,
  /那(?:您|你)(?:就)?(?:先|再|慢慢|自己)*(?:看看|考虑(?:考虑|一下|下)?|想想|商量(?:商量|一下)?|了解了解)/g,
  /(?:不再|不会再)(?:给您|给你|向您)?(?:打|联系|致电|来电|打扰)|(?:帮您|给您|为您|我)?(?:把您|将您)?.{0,6}(?:移除|删除|取消|登记.{0,4}不再)/g,
  /\b(?:no problem|no worries|not a problem|that's (?:fine|okay|ok|alright|all right|quite alright|totally fine)|understood|i understand|fair enough|of course|very well|all right|alright|okay|ok|sure|got it|noted|certainly|absolutely|cool|great)\b/g,
  /\b(?:have (?:a|an|yourself)|enjoy (?:your|the)|good ?bye|bye|take care|thank(?:s| you)(?: (?:so much|very much))?(?: for (?:your time|letting|calling|taking))?|see you|you're welcome|my pleasure|good day)\b/g,
  /\b(?:i'll|i will|we'll|let me)(?: go ahead and| make sure(?: to)?)? (?:remove|take|not (?:call|bother|contact)|let you go|leave you|note that|stop)\b|\bsorry (?:to|for|about) (?:bother|the|disturb|trouble|interrupt|taking|any)\w*\b/g,
  /\b(?:feel free|if you (?:change your mind|ever|need|have any|do|decide)|whenever you|(?:give|call) us a call|don't hesitate)\b/g,
];

/** Asking for the reason of a no. */
export const whyQuestions: readonly RegExp[] = [
  /(?:请问|方便问|能问|可以问|想问|冒昧问|了解|想了解|能不能|可以|方便).{0,8}(?:是什么|什么|哪些|哪方面的?|啥|一下|下)?(?:原因|顾虑|考虑|疑虑|担心|不满意|想法)/g,
  /(?:为什么|是什么原因|什么原因|什么顾虑|哪方面(?:不|有)|哪里不|主要是考虑|主要担心|(?:是|是不是)(?:因为|觉得|担心).{1,12}(?:吗|呢|还是|$))/g,
  /\b(?:may|can|could|might|mind if) i (?:just )?(?:ask|know|find out|understand)(?: you)? (?:why|what|if|the reason|for what)\b/g,
  /\b(?:what(?:'s| is) (?:the reason|holding|stopping|your (?:main )?concern|making you)|what (?:concerns|changed|made you|would make)|any (?:particular|specific|reason)|is (?:it|there) (?:because|a reason|the price|any reason|something)|why is that|why not|how come|reason why)\b/g,
];

/** Asking what else the customer needs: a no to it ends the call and refuses nothing. */
export const asksForMore: readonly RegExp[] = [
  /\b(?:anything|something|any ?thing|what) (?:else|more|further)\b|\bany (?:other|more|further|additional) \w+|\belse (?:i|can i|may i|that i)\b|\bfurther (?:assistance|help|questions?|info\w*)\b|\b(?:need|require|want|like)(?: me| us)?(?: for)?(?: any| some| more)* (?:help|assistance)\b|\b(?:help|assist) you (?:with|in)? ?(?:anything|today|further|any)|\bneed me for\b|\bmore (?:help|questions?)\b|\bis that (?:all|everything|it)\b|\bwill that be all\b|\bany questions?\b/,
  /还(?:需要|想|要|有)(?:看看?|了解|听听?|办|问|要)?.{0,4}(?:别的|其他|其它)|还有(?:没有)?(?:什么|其他|别的|其它|啥|哪些|别|问题|疑问|需要)|(?:其他|别的|其它)(?:的)?(?:问题|需要|帮助|业务|可以帮|疑问|要)|(?:什么|有没有|还有)(?:别的|其他|其它|疑问|不清楚|不明白|问题)|(?:什么|有什么)(?:可以|能)(?:帮|为|协助)/,
];

/** Asking for a detail of the service or the customer, where a no is an answer and no refusal. */
export const asksForDetail: readonly RegExp[] = [
  /(?:需要|要不要|要).{0,4}(?:发票|短信|快递|打包|包装|回执|密码|邮寄|纸质|刻字|贺卡|餐具|吸管)/,
  /(?:之前|以前|曾经|有没有|是否)(?:有|您|你)*(?:过敏|出险|生病|住院|贷款过|买过|办过|用过|做过|逾期|接触过)/,
  /\b(?:do|did|have|are|is|was|were|does) (?:you|there|it|they|your)(?: \w+){0,3} (?:prefer\w*|specific|particular|looking|currently|ever|already|allerg\w+|before|smoke|been|covered|from)\b/,
  /\b(?:did|do) you know\b|\bhave you (?:heard|ever|been|seen|had|received|got|tried)\b/,
  /\b(?:preference|preferred|which|what (?:time|day|date|kind|type|city|is|are)|how many|(?:where|when|who)(?:'s|'d)? (?:do|does|would|is|are|did|can|should|will|was|were|shall|to)|(?:where|when|who)(?=$))\b/,
];
