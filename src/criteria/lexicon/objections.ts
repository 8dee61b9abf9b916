/** What a customer objects to, over normalised text; the first that fits names it. */
export const objectionPatterns: Readonly<
  Record<'competitor' | 'price' | 'trust' | 'time' | 'need', readonly RegExp[]>
> = {
  competitor: [
    /(?:别家|别人家?|其他(?:家|公司|平台)|另外一家|隔壁|人家|同行|对面那家|(?:你们)?竞争对手)(?:的|那边|都|也|才|只|比|报价|价格|给我|卖|好像)*(?:更|比(?:你|您)们?|要|便宜|优惠|低|好|划算)/gm,
    /比(?:别家|别人|其他(?:家|公司)|同行|隔壁|市面上|市场价?)(?:的|都|还|要|卖|贵|高)*(?:贵|高|差)/gm,
    /\b(?:competitors?|another company|other compan(?:y|ies)|other providers?|somebody else|someone else|other places?|your rivals?)\b[^.]{0,30}\b(?:cheaper|less|lower|better|offers?|offered|charges?|quoted)\b/gm,
    /\b(?:cheaper|less|better (?:price|deal|offer|rate))\b[^.]{0,16}\b(?:elsewhere|somewhere else|from (?:another|a competitor|someone else)|with (?:another|someone else))\b/gm,
  ],
  price: [
    /(?<!不|怕|没有)(?:太|有点儿?|有些|这么|好|挺|还是|也太|实在|真|比较|偏|蛮|那么)(?:太)?(?:贵|高价)(?!重|宾|司|公司|姓|方)/gm,
    /(?:价格|价钱|费用|报价|收费|保费|单价|总价|首付|利率|手续费)(?:是不是|还是|有点儿?|也|太|都|真的|实在|比较|这么|偏)+(?:高|贵)/gm,
    /(?:超(?:出)?|不在)(?:了)?(?:我们?)?(?:的)?预算|(?:没|没有)(?:那么|这么)(?:多|高)(?:的)?(?:钱|预算)|(?:付|买|承担|负担)不起|不值(?:这个|那个|这)?(?:价|钱)|能不能(?:再)?便宜|(?:便宜|优惠)(?:一)?点(?:吧|行|可以|才)/gm,
    /\b(?:too|so|quite|very|pretty|rather|really|bit|little|that's|is) (?:expensive|pricey|costly|steep)\b|\b(?:too|so) (?:high|much)\b(?= (?:for (?:us|me|our|my)|money)|$)|\b(?:price|cost|premium|rate|fee|rent)s? (?:is|are|seems?|sounds?)(?: \w+){0,2} high\b/gm,
    /\b(?:can't|cannot|can not|couldn't|don't think (?:i|we) can) afford\b|\b(?:out of|over|beyond|above|not in|not within) (?:my|our|the) (?:budget|price range)\b|\b(?:a lot of|too much|that much) money\b|\bnot worth (?:it|that|the (?:money|price))\b/gm,
  ],
  trust: [
    /(?:你们)?(?:是不是|不会是|该不会是|怕(?:是|被)?|万一是|像是?)(?:个)?(?:骗|诈骗|传销|皮包公司)|(?:靠谱|可靠|正规)(?:吗|不|么)|(?:怎么|凭什么|拿什么|让我怎么)(?:能)?(?:相信|信)(?:你|您)?|(?:不|不太|不敢|信不过|没法)(?:相信|信任|信得过)(?:你|您|电话|这)|信不过|没(?:怎么)?听说过(?:你|您)们?/gm,
    /(?:不会|会不会|怕|担心)(?:到时候|以后|后面|又|是)?(?:不赔|跑路|倒闭|乱收费|没(?:有)?效果|没用|理赔难)|(?:真的|到底|确定|真)(?:有用|有效果?|能(?:赔|行))(?:吗|么)/gm,
    /\bis (?:this|it|that)(?: \w+)? (?:a )?(?:scam|fraud|legit|legitimate|for real)\b|\bsounds? (?:like a scam|too good to be true|fishy|dodgy)\b|\b(?:how (?:do|can|would) i (?:know|trust)|why should i (?:trust|believe))\b|\b(?:never|haven't) heard of (?:you|your)\b|\b(?:don't|do not|not sure i|can't) (?:really )?trust\b/gm,
    /\b(?:does|will|would|do) (?:it|this|that|they) (?:really|actually) (?:work|pay|help|cover)\b|\b(?:worried|afraid|concerned)(?: that| about| it| you| this)*\b/gm,
  ],
  time: [
    /(?:周期|时间|工期|交货|发货|审核|办理|等(?:得|的)?)(?:是不是|有点|也|太|这么|要|得|都)+(?:长|久|慢)|(?:太|这么|有点)(?:久|慢|麻烦|复杂|繁琐)(?:了|吧)?|来不及|赶不上/gm,
    /\b(?:too|so|that|very) (?:long|slow|complicated|much (?:work|trouble|hassle))\b|\btakes? (?:too|so|that) long\b|\b(?:such|too much of|a lot of) a? ?hassle\b/gm,
  ],
  need: [
    /(?:我|我们|家里|单位|公司)?(?:已经|都|早就|现在|目前)(?:有|买|办|装|投|用)(?:了|过)?(?:一个|一家|一份|别的|其他的?|类似的?|社保|医保|固定的?|合作)|怕(?:用不上|用不着|浪费|没时间用)|(?:有什么|有啥)用(?:呢|啊|$)|(?:社保|医保|现在的?)(?:就|也|已经)?够(?:了|用)/gm,
    /\b(?:we|i)(?:'ve)? (?:already|currently) (?:have|got|use|work with|bought)\b|\b(?:don't|do not) (?:really )?see (?:the|any|why|how)(?: \w+){0,2} (?:point|benefit|need|value|use|need it|help)\b|\bwhy would (?:i|we) need\b/gm,
  ],
};

/** The agent takes an objection seriously in words. */
export const acknowledgements: readonly RegExp[] = [
  /理解|明白(?:您|你)|(?:您|你)(?:的)?(?:这个|说的|讲的|提的|考虑|顾虑|担心|担忧|想法|问题)+(?:很|非常|是|也|确实|都|挺)*(?:正常|有道理|对|好|重要|应该|能理解|可以理解)|确实(?:是|会|有|不)|换(?:了|做|成)我(?:也|我)|很多(?:客户|人)(?:一开始|刚开始|也|都|之前)/gm,
  /\b(?:i|we)(?: \w+)? (?:understand|hear you|see (?:your|what|why|where)|get (?:it|that)|appreciate)\b|\bthat(?:'s| is) (?:a |an )?(?:\w+ )?(?:fair|good|understandable|valid|reasonable|great)\b|\byou(?:'re| are) right\b|\bfair enough\b|\bthat makes sense\b|\bgood (?:question|point)\b|\bmany (?:customers|people|clients)\b/gm,
];

/** The agent answers with substance: a reason, what is included, a comparison, a proof, another way. */
export const substance: readonly RegExp[] = [
  /因为|所以|根据|取决于|随时|包含|包括|含(?:了|有|在)|保证|承诺|合同|资质|执照|备案|牌照|监管|可以(?:先|分|按|选|给|帮|申请|退|看|查|来|随时)|分期|分摊|平均(?:下来|每)|相当于|折算|算下来|其实|主要是|区别|优势|不同的是|不一样|质量|售后|免费|试用|退款|退|案例|数据|补充|报销|对比|客户(?:反馈|用|都)|优惠|折扣|活动|送(?:您|你)|方案|另外(?:一|还)|还有(?:一|个)|如果(?:您|你).{0,20}(?:可以|会|就)|我们(?:是|有|会|公司|这边)/gm,
  /\b(?:because|depends|based on|includes?|included|including|covers?|covered|guarantee\w*|warrant\w*|contract|licen[sc]ed|regulated|registered|certified|refund\w*|cancel|instal\w+|monthly|per (?:day|week|month|year)|works? out|compared?|difference|unlike|quality|free|trial|case stud\w+|reviews?|for example|which means|that way|the reason|we (?:also|can|do|offer|have|are|will|take|handle)|you (?:can|could|get|would|will|only)|option|smaller|discount|save)\b/gm,
];

/** The agent brushes the customer off. */
export const dismissals: readonly RegExp[] = [
  /(?:爱|想)(?:买|办|要|信)不(?:买|办|要|信)|嫌贵(?:就|那)?(?:别|不要|不)|(?:就|反正)(?:是)?这个?价(?:格|钱)?(?:了)?(?:爱|你|您|没)|不(?:信|相信)(?:就)?(?:算了|拉倒)|随(?:便)?(?:你|您)(?:便|吧|怎么想)?(?:$|了|吧)|(?:你|您)(?:自己)?(?:爱|愿意)(?:去)?(?:哪|找谁)|那(?:你|您)(?:就)?(?:去)?(?:找|买)(?:他们|别家|别人)(?:吧|好了|去)|买不起(?:就)?(?:别|不)/gm,
  /\btake it or leave it\b|\b(?:that's|that is|it's) (?:your|not my|not our) problem\b|\bthen (?:don't (?:buy|take) it|go (?:to|with|somewhere)|buy (?:it )?(?:from|somewhere))\b|\bif you (?:can't|don't) (?:afford|like|believe|trust)(?: \w+){0,3} (?:then )?(?:don't|too bad|go|forget)\b|\bwhatever (?:you|then)\b|\bsuit yourself\b/gm,
];

/** The agent gives in without an answer. */
export const passiveReplies: readonly RegExp[] = [
  /^(?:哦|噢|嗯|啊|呃|好|行|那|这|这个|这样|啊|吧|的|就|是|呀|啦|我|也|真)*(?:那|这个|这)?(?:就)?(?:没办法|没有办法|不知道|不清楚|不太清楚|不好说|不了解|那算了|算了|没法|不太懂)(?:了|啊|吧|呢|的)*$/gm,
  /^(?:(?:oh|well|ok|okay|um|uh|right|yeah|sorry|i see|and|so) ?)*(?:i (?:don't|do not|wouldn't|can't)(?: really)? (?:know|say|help (?:you )?(?:with )?(?:that|it))|no idea|nothing i can do|that's (?:just )?(?:how|the way) it is|it is what it is|never mind then|fine then)(?: (?:about that|then|sorry|i'm afraid|really|sir|ma'am))*$/gm,
];
