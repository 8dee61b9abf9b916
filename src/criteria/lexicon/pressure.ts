/** What kind of pressure a wording puts on the other side. */
export type PressureKind = 'deadline' | 'scarcity' | 'fear' | 'guilt' | 'threat' | 'intimidation';

/** Fear, guilt, threats and frightening the receptionist weigh more than a deadline or a scarcity made up. */
export const severePressure: ReadonlySet<string> = new Set(['fear', 'guilt', 'threat', 'intimidation']);

/** Pressure wording of an agent over normalised text; plain facts (活动到周五, the offer ends Friday) are not among it. */
export const pressureWording: Readonly<Record<PressureKind, readonly RegExp[]>> = {
  deadline: [
    /(?:今天|今晚|现在|马上|这会儿|这个点)(?:要是|如果)?不(?:办|买|定|订|下单|报|签|交|决定|付|开通)(?:理|购买|名)?.{0,8}(?:就(?:没|涨|恢复|要|得|错过|享受不)|明天|以后|可就|机会)/g,
    /(?:过了|错过)(?:今天|今晚|这次|这个村|这村|这个机会|这一次|明天).{0,6}(?:就|可就|再也|没|恢复)/g,
    /(?:最后|仅此|唯一)(?:的)?(?:一次|一个)?机会|机不可失|机会难得(?:.{0,6}(?:错过|抓紧|赶紧))?|千万(?:别|不要)错过|再不.{1,6}就(?:来不及|晚|没)/g,
    /(?:今天|今晚|现在)(?:就)?(?:必须|一定要|务必|得)(?:给我)?(?:决定|定下来|下单|付款|办|交钱|签|答复)/g,
    /(?:赶紧|赶快|抓紧|立刻|马上)(?:时间)?(?:办|买|定|订|下单|报名|付款|交|决定|签)/g,
    /\b(?:last|final|only|one) chance\b|\bnow or never\b|\bonce in a lifetime\b|\btoday only\b|\bonly (?:good )?(?:for )?today\b/g,
    /\b(?:offer|deal|price|discount|promotion|rate|this)(?: \w+){0,3} (?:expires?|ends?|gone|disappears?|runs? out|goes away)(?: \w+){0,2} (?:today|tonight|midnight|in (?:an|one|the next) hour|when (?:we|you|i) hang up|after this call)\b/g,
    /\b(?:act|decide|buy|order|sign up|commit) (?:right )?now\b|\bbefore it'?s too late\b|\byou (?:have|need|must|got) to (?:decide|buy|order|sign|commit|act)(?: right| this)? (?:now|today|immediately|minute)\b/g,
    /\bif you (?:don't|do not|wait|hang up)(?: \w+){0,5} (?:you'll|you will) (?:lose|miss)\b|\bwon't (?:last|be available (?:tomorrow|again))\b|\b(?:can't|cannot) (?:hold|guarantee) (?:this|it|that|the)(?: \w+){0,3} (?:past|after|beyond) (?:today|tonight|this call)\b/g,
  ],
  scarcity: [
    /(?:只|就|仅)剩(?:下)?(?:最后)?(?:的)?(?:[一二两三四五六七八九十几0-9]+)(?:个|套|席|份|张|位|间|台|名|户)?/g,
    /名额(?:很|非常|特别|真的|已经|就|只|都|快)*(?:有限|紧张|不多|抢|没了|满)|(?:马上|快要?|就要)(?:抢|卖|售|报)(?:光|完|空|满)|手慢(?:就)?(?:没|无)/g,
    /(?:大家|别人|好多人|很多人)都在抢|抢手得很|再晚(?:一点)?就没(?:有)?(?:了|名额|房)/g,
    /\bonly (?:one|two|three|four|five|a few|\d+)(?: \w+)? (?:left|remaining)\b|\b(?:spots?|seats?|units?|places?|slots?)(?: are| is)? (?:very |extremely |almost |nearly )?(?:limited|gone|filling|running out)\b/g,
    /\b(?:selling|going|flying)(?: out| off the shelves)?(?: very| really| so)? (?:fast|quick\w*)\b|\balmost (?:sold out|gone)\b|\b(?:about|going) to sell out\b|\blast (?:few|couple)\b/g,
  ],
  fear: [
    /(?:到时候|以后|将来|早晚|迟早)(?:您|你)?(?:可|就|会|肯定|一定)*(?:后悔|出事|倒霉)|(?:您|你)(?:会|肯定|一定|可|就等着|将来)+后悔|后悔(?:都|也|可就)?(?:来不及|晚|没用)/g,
    /(?:等|要是|万一)(?:您|你|家里|孩子|老人)?(?:真)?(?:的)?(?:出(?:了)?事|得(?:了)?(?:大)?病|生(?:了)?(?:大)?病|倒下|没了|走了|躺在医院).{0,12}(?:就(?:晚|来不及)|谁(?:来)?管|怎么办|后悔)/g,
    /(?:不怕|难道不怕|就不怕|不担心).{0,10}(?:出事|得病|生病|意外|落后|倒闭|亏|被骗|没人管)/g,
    /\byou(?:'ll| will| are going to|'re going to|'re gonna)(?: really| definitely)? regret\b|\bregret (?:it|this|not)\b/g,
    /\b(?:your|the) (?:family|kids|children|wife|husband)(?: \w+){0,4} (?:left with nothing|suffer|on the street|pay for it|homeless)\b|\byou could lose (?:everything|your (?:home|house|job|savings))\b/g,
    /\b(?:aren't you|are you not|you should be) (?:afraid|scared|worried)\b|\bwhat (?:if|happens (?:if|when)) you (?:die|get (?:sick|cancer|hurt|killed)|have an accident)\b|\b(?:something|anything) (?:terrible|bad|awful) (?:will|could|is going to) happen\b/g,
    /\bwhat(?:'s| will| would| is)(?: going to)? happen to your (?:kids|children|family|wife|husband|loved ones)\b|\b(?:end up|be left|left) (?:with nothing|on the streets?|homeless)\b/g,
    /(?:您|你)(?:要是|如果|万一|哪天)?.{0,8}(?:走了|不在了|出了?事|倒下了).{0,8}(?:孩子|家人|老婆|老公|父母|老人).{0,4}(?:怎么办|谁管|喝西北风)/g,
  ],
  guilt: [
    /(?:您|你)(?:就)?(?:不|难道不|怎么不|也不)(?:为|替)(?:您|你|自己)?(?:的)?(?:孩子|家人|老婆|老公|父母|家里|家庭|老人).{0,6}(?:考虑|想|着想)/g,
    /对(?:得)?(?:不)?(?:起|住)(?:您|你|自己|的)*(?:孩子|家人|父母|老婆|老公)|(?:您|你)(?:忍心|好意思|良心|于心何忍)/g,
    /(?:我|我们)(?:都)?(?:跟|给|和)?(?:您|你)?(?:说|讲|介绍|打|聊)了?(?:这么|那么|半天|那么多|这么久).{0,10}(?:不(?:办|买|要|给|支持)|也不|还不|好意思|白)/g,
    /(?:就|还)差(?:您|你)?(?:这)?(?:一单|一个|一份)|(?:帮|支持)(?:我)?(?:一下)?(?:完成|冲|凑).{0,4}(?:业绩|任务|指标)|(?:求|拜托|可怜|帮帮)(?:您|你)?(?:了|我|帮忙|买)|(?:不给|给个)面子/g,
    /\b(?:don't|do) you (?:even |really |not )?(?:care about|love|think (?:of|about)) (?:your|the) (?:family|kids|children|wife|husband|future|loved ones)\b|\b(?:how (?:could|can) you|shame on you|you should be ashamed|have you no heart|don't be (?:selfish|cheap))\b/g,
    /\byou owe (?:it to )?(?:me|us|your|them)\b|\bafter (?:all|everything) (?:i|we)(?:'ve| have)? (?:done|said|told)\b|\b(?:i|i've)(?: have)? (?:spent|wasted)(?: \w+){0,4} (?:on|with|explaining|talking)(?: to)? you\b|\b(?:help me|i need this sale|i need to) (?:make|hit|meet|reach) my (?:quota|target|numbers)\b|\bi'll (?:lose|get fired)\b/g,
  ],
  threat: [
    /不(?:办|买|交|续|签|投|升级|开通).{0,24}(?:影响(?:您|你)?的?(?:征信|信用)|一(?:分|毛)钱?(?:都|也)?不(?:赔|退|给))/g,
    /不(?:办|买|交|同意|配合|处理|续|签|投|升级|开通)(?:理|费|保)?(?:的话)?.{0,6}(?:就|会|将|要|那)(?:给您|给你|把您|把你|直接)?(?:.{0,4})(?:停机|停用|停掉|冻结|上报|起诉|影响(?:您|你)?的?(?:征信|信用)|扣钱|扣费|罚|注销|后果|拉黑)/g,
    /后果(?:您|你)?(?:自负|自己(?:承担|负责))|(?:走|上|通过)法律(?:程序|途径|手段)|(?:找|派)人(?:上门|去(?:您|你)(?:家|单位|公司))/g,
    /(?:我|我们)(?:会|就|要)?(?:每天|天天|一直|不停|还会一直|继续)(?:地)?(?:给您|给你)?打(?:下去|电话|到)|打到(?:您|你)(?:办|买|同意|接)/g,
    /\bif you (?:don't|do not|refuse)(?: \w+){0,8} (?:we|i)(?:'ll| will| are going to|'re going to) (?:cancel|cut|suspend|freeze|close|report|sue|charge|disconnect|terminate|take (?:you|legal))\b/g,
    /\b(?:legal action|take you to court|ruin your credit|affect your credit|report you to|there will be consequences|face the consequences)\b|\bi(?:'ll| will| am going to)(?: just)? (?:keep|continue) (?:calling|call) (?:you|back|until|every)\b|\bwe know where you live\b/g,
  ],
  intimidation: [
    /(?:小心|当心|不想要)(?:您|你)?的?(?:饭碗|工作)(?:不保|没了|了|吗|$)|(?:您|你)的?(?:饭碗|工作)(?:可)?(?:就)?(?:保不住|不保|不想要)/g,
    /\byou(?:'ll| will| could| are going to|'re going to)? be in (?:\w+ )?trouble with your (?:boss|manager|supervisor|director)\b|\b(?:cost you your|(?:you'll|you will|you could) lose your) job\b/g,
    /(?:耽误|误|影响|错过)了?.{0,14}(?:你|您)(?:能|可)?(?:负|担|承担|负责|赔)(?:得|的)?(?:起|了)?(?:这个)?(?:责任|责)?(?:吗|么|啊|不)|(?:你|您)(?:负|担|承担|赔)得起(?:这个)?(?:责任|责)?/g,
    /(?:你们|您们|你|您)?(?:老板|领导|老总|经理|总经理|董事长|上级)(?:要是|如果)?(?:知道了)?.{0,8}(?:怪(?:罪)?(?:下来|你|您)|追究|骂你|开除你|找你算账)/g,
    /(?:我|我们)(?:会|要|就)?(?:直接)?(?:跟|向|找|告诉)(?:你们|您们|贵公司)(?:的)?(?:老板|领导|老总|经理|总)(?:反映|投诉|说是你|告你|说你)|出了(?:问题|事)(?:你|您)(?:来)?(?:负责|承担|担)/g,
    /(?:你|您)(?:只是|就是|不过是)(?:一?个)?(?:前台|秘书|助理|小员工).{0,10}(?:做不了主|没资格|没权|懂什么|凭什么)|(?:你|您)(?:有|没)(?:什么)?(?:资格|权力)(?:拦|挡|决定|拒绝|不)/g,
    /\byour (?:boss|manager|supervisor|ceo|director)(?: \w+){0,4} (?:won't be happy|will be (?:angry|furious|upset|mad)|is (?:not )?going to be (?:angry|happy|furious))\b/g,
    /\b(?:do you|you) (?:really )?(?:want|willing) to (?:be responsible|take (?:the )?(?:responsibility|blame)|explain to your boss|be the one (?:who|to))\b|\bi(?:'ll| will)(?: have to)? (?:tell|report (?:you|this) to) your (?:boss|manager|supervisor)\b|\byou(?:'re| are) (?:just|only) (?:a|the) (?:receptionist|secretary|assistant)\b|\byou(?:'re| are) (?:not )?authori[sz]ed to (?:refuse|decide|turn)\b/g,
  ],
};

/** Cheap signs without which no wording of a kind can occur. */
export const pressureHints: Readonly<Record<PressureKind, RegExp>> = {
  deadline:
    /今天|今晚|现在|马上|这会儿|这个点|立刻|错过|过了|机会|机不可失|赶紧|赶快|抓紧|再不|chance|now|today|tonight|midnight|hour|expire|late|hang up|call|last|lifetime|immediately|minute|lose|miss|available|past|after|beyond/,
  scarcity:
    /剩|名额|抢|[卖售报][光完空满]|手慢|再晚|left|remaining|limited|gone|filling|running|fast|quick|sold|sell|last/,
  fear: /后悔|出事|倒霉|病|倒下|没了|走了|医院|出了事|不怕|不担心|不在了|nothing|street|homeless|regret|famil|kids|children|wife|husband|lose|afraid|scared|worried|happen|die|sick|cancer|accident/,
  guilt:
    /考虑|着想|想|对得?不?[起住]|忍心|好意思|良心|于心何忍|这么|那么|半天|差|业绩|任务|指标|求|拜托|可怜|帮帮|面子|care|love|think|how c|shame|heart|selfish|cheap|owe|after|spent|wasted|quota|target|numbers|lose|fired/,
  threat: /不|后果|法律|上门|单位|打|if you|legal|court|credit|report|consequences|keep|continue|live/,
  intimidation:
    /责|负|担|赔|老板|领导|老总|经理|董事长|上级|前台|秘书|助理|小员工|资格|权力|饭碗|工作|job|boss|manager|supervisor|ceo|director|responsib|blame|the one|receptionist|secretary|assistant|authori/,
};
