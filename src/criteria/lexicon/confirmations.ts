/** The agent says outright that it confirms; normalised text, either language. */
export const confirmCues: readonly RegExp[] = [
  /\b(?:please|kindly|can you|could you|would you|will you)(?: just| please| kindly| quickly)* (?:re)?(?:confirm|verify|check|ensure|make sure|review|affirm)\b/,
  /^(?:(?:okay|ok|sure|great|alright|all right|perfect|so|and|now|well|sounds good|no problem|fine|got it|certainly|absolutely|very well|good|excellent|yes) )*(?:confirm(?:ing)?|verify(?:ing)?|please (?:confirm|verify))\b(?! (?:the booking|it)$)/,
  /\b(?:just|i want|i'd like|i would like|wanted|like|want|need|have|so|allow me|let us|lets|i'll)(?: just| quickly)? to (?:re)?(?:confirm|verify|check|double check|recap|repeat|review|make sure|be (?:sure|clear|certain)|clarify|summarize|sum up)\b/,
  /^(?:(?:okay|ok|sure|great|alright|all right|so|and|perfect|now) )*to (?:confirm|verify|recap|clarify|summarize|double check)\b/,
  /\b(?:let me|let's|lets|i'll|i will|i'm going to|allow me to|may i|can i|i)(?: just| quickly| please| now)* (?:re)?(?:confirm|verify|double check|recap|repeat (?:that|this|it|what|your|the|back)|read (?:that|this|it|your|the)|summarize|make sure|clarify)\b(?! (?:the|your|that) (?:booking|reservation|order)? ?for you$)/,
  /\b(?:i|we)(?: would| will)?(?: just)?(?: want| need| like)? ?confirm (?:that|the following|these|you|your)\b/,
  /\b(?:is|are|was|does|do i have)(?: all(?: of)?)? (?:that|this|it|these|those|everything|the (?:details|information)|i)(?: all| look| sound| information| details)*(?: right| correct| correctly| ok| okay| alright| all right| accurate| good| fine)\b(?! (?:for you to call|time))/,
  /\b(?:is that|is this|is it) (?:what you (?:want|need|said|meant)|ok|okay|right|correct)\b|\b(?:am i|are we) (?:right|correct)\b|\bdid i (?:get|hear) (?:that|it|you)(?: all)? (?:right|correctly)\b|\bdo i have that right\b/,
  /\b(?:correct|right|yes|isn't it|yeah)$/,
  /\bensure (?:that|the|these)\b|\bthe following (?:details|information|is|are)\b|\bhere (?:are|is) (?:the|your) (?:details|information|booking|reservation|summary)\b/,
  /(?:跟|和|与|向|帮|给|同|为)?(?:您|你)?(?:这边|这里)?(?:再|先|最后|简单)*(?:确认|核对|核实|复述|重复|核准|回顾)(?:一下|下|一遍|一次)/,
  /(?:我|咱们?|这边)(?:再|先|来|这边)*(?:给您|跟您|和您|帮您|为您)?(?:确认|核对|复述|重复|念)(?:一下|下|一遍|一次)?/,
  /请(?:您|你)?(?:再)?(?:确认|核对|核实)|(?:信息|内容|订单|资料)(?:如下|是这样)|(?:以上|这些)(?:信息)?(?:是否|有没有|都)?(?:正确|有误|无误|没问题|对)/,
  /(?:对吗|对吧|对不对|对么|是吗|是吧|是么|是不是|没错吧|没错吗|没问题吧|对的吧|可以吗|没有错吧)$/,
  /(?:您|你)(?:的|说的|刚才说的|的需求|的意思)*(?:意思|需求|要求|问题|诉求)(?:就)?是(?!什么|啥|哪)/,
  /(?:也)?就是说|换句话说|(?:刚才|刚刚)(?:您|你)?(?:说|讲|提到|报)|(?:您|你)(?:刚才|刚刚|是)?(?:说|讲|提到)(?:的)?(?:是|要|了|您|你)/,
];

/** The agent puts into words what the customer needs; counts where it shares words with what the customer said. */
export const needCues: readonly RegExp[] = [
  /^(?:好的?|嗯|哦|行|那|明白了?|了解|理解|所以|也就是)*(?:您|你)(?:这边|刚才|刚刚|现在)?(?:是说|的意思(?:就)?是|意思是|是想|是要|是不是想|说的(?:就)?是|想问的(?:就)?是|反映的(?:就)?是|遇到的(?:就)?是|的(?:诉求|需求|问题)(?:就)?是|主要(?:是|想))/,
  /^(?:(?:okay|ok|right|alright|all right|so|got it|i see|oh|um|uh) )*(?:if i (?:understand|understood|heard|got)(?: you| that)?(?: correctly| right)? )?(?:so )?(?:you(?:'re| are) saying|you mean|what you(?:'re| are) saying|it sounds like|sounds like)\b/,
  /^(?:(?:okay|ok|right|alright|got it|i see|oh|um|uh) )*so\b.*\byou(?:'d| would)? (?:like|want|need|rather|prefer|can't|cannot|haven't|don't)\b/,
];

/** The agent says what the customer wants or what is now arranged; counts where the values are the customer's. */
export const arrangeCues: readonly RegExp[] = [
  /\b(?:so|okay|ok|alright|great|sure|perfect|right|got it|no problem|then|and)? ?(?:you|you'd|you'll|you are|you're|you would|you will)(?: are| be| would| will| have)?(?: just| also| now| only)? (?:want|wanted|like|need|wish|looking|look|booking|reserving|buying|ordering|getting|purchasing|going|request\w*|said|mentioned|prefer|calling|asking|interested|transferring|sending|scheduling|renting|paying|flying|leaving|staying|traveling|hav(?:e|ing)|get|chose|selected|changed)\b/,
  /\b(?:i|i'll|we'll|i'm|i am|i will|i've|i have|we|let me|shall i|should i|can i|may i|do you want me to|would you like me to|want me to|me to|for me to|happy to)(?: have| am| will| now| just| be| go ahead and| gonna| going to| also)* (?:book|reserv|schedul|transfer|order|buy|purchas|set|add|put|make|mak|send|play|chang|updat|arrang|pay|rent|get|not|check|find|search|look|cancel|mark|writ|record|regist|sign|fil|tak|charg|deduct|debit)(?:e|ed|ing|ting|d|s|t)?\b/,
  /\b(?:your|the|an?|this) (?:appointment|reservation|booking|order|payment|transfer|ticket|tickets|table|room|flight|visit|delivery|card|meeting|ride|viewing|tour|trip|bus|train|car|alarm|event|call)s?(?: will| is| has| are| have| was| been| be| would| all| now)* (?:scheduled|set|booked|reserved|made|confirmed|going|for|on|at|placed|changed|moved|updated|sent|to|from|leaving|under|cancel)/,
  /\b(?:it's|its|it is|it will be|that's|that is|that'll be|that will be|that would be|so|making|make it|makes|i have (?:you|it|that)(?: down)?(?: for| as)?|i've got(?: you)?|we have you|we'll see you|see you|down for|putting you)\b/,
  /^(?:(?:ok|okay|sure|alright|great|so|got it|no problem|right|and|then) )*(?:playing|booking|setting|transferring|sending|reserving|scheduling|ordering|buying|paying|adding|renting|canceling|cancelling|changing|updating)\b/,
  /(?:帮|给|为|替)(?:您|你)(?:这边|先|也|已经|来)*(?:订|预订|预定|预约|登记|记录|约|安排|办理|下单|改|更改|修改|查|转|记|备注|留|报|定|买|挂|申请|搜|找|送|扣|收|存|汇|寄|充)/,
  /(?:您|你)(?:这边|呢|是|就是|的话|想|要|需要|希望|打算|一共|总共|的)*(?:要|想|需要|希望|打算|预订|预定|订|约|买|办|去|从|到|住|是)(?!什么|哪|几|多少|怎么|谁)/,
  /(?:那|那么|所以|好的|嗯|行|好)?(?:就|那就|也就|一共|总共|共)是|(?:您|你)的(?:电话|手机|号码|手机号|地址|姓名|名字|尾号|卡号|保单号|订单|预订|预约|邮箱)(?:号码|号)?(?:是|为|在)?/,
  /(?:预订|预定|预约|安排|登记|约|定|订|改|记)(?:的是|好了|成功|到|在|成|为|了)/,
];

/** The agent brings something new: an offer, a find, an answer. Such a turn repeats the customer's words in passing. */
export const offerCues: readonly RegExp[] = [
  /\b(?:there (?:is|are|was|were|will be)|there's|theres|i(?:'ve| have)?(?: also)? (?:found|find|see|located)|we found|how about|what about|another (?:one|option|event)|other (?:one|option|event)s?|one (?:event|option|is|of)|(?:i|we) have (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|some|several|a|an|the|another)\b(?! (?:reservation|booking|table|appointment) for you)|you (?:can|could|might|may)|i can (?:let|suggest|offer)|i (?:suggest|recommend|would recommend|would suggest)|check out|unfortunately|sorry (?:but|i|we|there)|not available|no availability|couldn't|could not|unable|is available|are available|do you like|does that (?:sound|work)|how does that|would you be interested|sounds? interesting|takes? place|taking place|is playing|playing at|starts? at|happening|costs?|the (?:price|cost|fare|total|rent|temperature|average|balance)|it (?:has|costs)|they (?:have|are))\b/,
  /有(?:一个|一家|一款|几|两|三|很多|个|家|趟|班)|为您(?:找到|推荐|查到|查询到)|(?:给|帮|为)您(?:找|查|搜)(?:到|了)|推荐(?:您|你|一|给)|(?:可以|建议)(?:您|你)?(?:考虑|选择|试|去|看)|还有|另外|(?:价格|票价|费用|评分|人均|门票|均价)(?:是|为|在|一共)|(?:抱歉|不好意思).{0,12}(?:没|无法|不能|满|不支持)|没有(?:找到|查到|空)|暂时没/,
];

/** A question that asks for something not yet said. */
export const asksNew =
  /\b(?:which|what|where|when|who|how (?:many|much|long|about)|any (?:particular|preferred|specific|certain)|is there (?:a|any)|do you have (?:a|any)|do you prefer|preference)\b|什么|哪|几(?:个|位|点|号|张|间|人|天|晚|楼|套)|多少|怎么|谁|有没有|是否/;

/** The customer says yes to a restatement. */
export const saysYes =
  /^(?:(?:oh|um+|uh+|ok|okay|well|and|嗯|啊|哦|好) ?)*(?:yes|yeah|yep|yup|yea|ya|correct|right|exactly|sure|absolutely|definitely|perfect|great|good(?! ?(?:bye|day|night))|fine|awesome|ok|okay|uh huh|mm hmm|mhm|that(?:'s| is| would be| will be|'ll be|s)(?: all| just| totally| absolutely)* (?:right|correct|fine|good|great|perfect|it|okay|ok|awesome|wonderful)|sounds|please do|you got it|是的?|对的?|没错|嗯|可以|行|好的?|没问题|正确|就是|ok)/;
/** The customer says no to a restatement, or corrects it. */
export const saysNo =
  /^(?:(?:oh|um+|uh+|ok|okay|well|and|sorry|i'm sorry|嗯|啊|哦|呃|等一下|等等) ?)*(?:no|nope|nah|not (?:quite|exactly|really|right)|wrong|incorrect|wait|actually|that(?:'s| is|s) (?:not|wrong|incorrect)|sorry|不对|不是|错了?|不|搞错|弄错|记错|有误|少了|多了)|\b(?:actually|instead|change (?:it|that)|make (?:it|that)|i said|i meant)\b|不对|不是这|错了|应该是|我说的是|改成|换成/;
