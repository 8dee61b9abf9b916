/** Customer wording that commits to the offer or to a next step, over normalised text. */
export const committedPatterns: readonly RegExp[] = [
  /(?:我|我们|那|就|好|行|可以)(?:就)?(?:要了|买了|办了|订了|定了|报名|买(?:一份|一套|一个|这个|那个)|办(?:一个|一份|这个|吧)|订(?:一个|一份|吧)|来一份|就这个|签吧|定下来)(?!吗|吧你|没)/gm,
  /(?<!没|没有|不太|不|无|没什么|没啥)(?:很|挺|比较|非常|有点|蛮|还是|还挺|是|有)(?:感兴趣|有兴趣|兴趣|有意向|心动)/gm,
  /(?:给我|帮我|麻烦(?:你|您)?|你|您)(?:把)?(?:资料|方案|合同|报价|链接|材料|计划书|宣传册)?(?:发|寄|传|做|预约|登记|安排|办理|办|报名|开通|留)(?:给我|一下|一个|一份|到我|过来|个)/gm,
  /(?:加|留)(?:一下|个|你|您|我)?(?:的)?微信|约(?:个|一下)?时间|(?:我|我们)(?:到时候|明天|后天|周.|下周|这周)?(?:过去|过来|去|来)(?:看看|看一下|你们公司|你们那|店里|现场)|(?:可以|行|好)(?:的)?(?:那)?(?:就)?(?:约|定)(?:在)?/gm,
  /\b(?:i'm|i am|we're|im|we are|definitely|very|quite) interested\b|\b(?:i'd|i would|we'd|we would|i) (?:love|like) (?:to )?(?:sign up|buy|book|order|try (?:it|that)|go ahead|proceed|get (?:one|it|that|started)|have (?:it|one)|know more|hear more|learn more|schedule|come in)\b/gm,
  /\b(?:sign me up|i'll take (?:it|one|that|two)|let's do (?:it|that)|let's go ahead|go ahead and (?:book|order|sign|send|schedule|set)|count me in|that works for me|sounds (?:good|great|perfect|interesting)|book (?:it|me)|yes please)\b/gm,
];

/** Words of a note that class the customer as interested. */
export const notedInterest =
  /(?:有|较强|强烈|高|明确|一定)(?:的)?(?:购买|合作|投保)?(?:意向|意愿|兴趣)|感兴趣|有需求|意向(?:客户|高|强|较高|明确|较强|为高|：高)|意向(?:[:：]|等级|程度)*(?:a|高|强|有)|(?<![a-z])a类|准客户|愿意(?:购买|办理|了解|考虑|面谈|参观)|同意(?:购买|办理|面谈|参观|预约|投保)|\binterested\b|\bhot lead\b|\bwarm lead\b|\bkeen\b|\bwants? to (?:buy|book|proceed|sign|order|schedule|go ahead)\b|\bhigh(?:ly)? (?:interest|intent)\w*|\bintent(?:ion)?:? (?:high|yes|hot|warm)\b|\bagreed to\b/;

/** Words of a note that class the customer as not interested. */
export const notedDisinterest =
  /(?:无|没有?|暂无|毫无|目前无|低|不)(?:任何|购买|合作|投保|明确|太大|什么)*(?:的)?(?:意向|意愿|兴趣|需求)|不感兴趣|不需要|不考虑|拒绝|婉拒|意向(?:[:：]|等级|程度)*(?:d|低|无|弱|没有)|意向(?:低|弱|不强)|(?<![a-z])d类|勿扰|不想(?:买|办|了解)|\bnot? (?:really |at all |currently )?(?:interested|interest|interests)\b|\buninterested\b|\bdeclined\b|\brefused\b|\brejected\b|\bno need\b|\bdo(?:es)?n'?t (?:want|need)\b|\bdo(?:es)? not (?:want|need)\b|\bcold lead\b|\blow (?:interest|intent)\b|\bintent(?:ion)?:? (?:low|no|none|cold)\b|\bdo not call\b|\bturned (?:it |us |this )?down\b/;

/** Words of a note that say how the call ended. */
export const notedOutcome =
  /预约|约定|约(?:了|在|好|到)|同意|拒绝|成交|签约|签单|下单|购买|办理|发送|发(?:了|送)?(?:资料|方案|短信|邮件|链接)|回访|跟进|回电|再联系|联系|转接|转(?:至|给|交)|解决|处理|登记|报案|受理|告知|通知|提醒|确认|挂断|未接|无人|空号|不需要|不感兴趣|感兴趣|考虑|续(?:保|费|期)|缴费|退(?:保|款|订)|投诉|上门|参观|面谈|到访|查询|补(?:办|发|寄)|修改|变更|邮寄|开通|取消|核实|咨询|了解|\bappointment\b|\bscheduled?\b|\bbook(?:ed|ing)?\b|\bagreed\b|\bdeclined\b|\brefused\b|\bsent\b|\bsend\b|\bemail(?:ed)?\b|\bcall(?:ed)? ?back\b|\bfollow(?:ing)?[ -]?up\b|\bresolved\b|\bordered\b|\breplaced?\b|\bupdated\b|\bchanged\b|\btransferred\b|\bconfirmed\b|\bpaid\b|\brenew(?:ed)?\b|\bcancel(?:led|ed)?\b|\bsold\b|\bsale\b|\bpurchased?\b|\brefund(?:ed)?\b|\bwill (?:call|think|visit|pay|come|decide|consider)\b|\bwants?\b|\bnot interested\b|\binterested\b|\bno answer\b|\bvoice ?mail\b|\bescalated\b|\bquote\b|\bchecked\b|\bprovided\b|\binformed\b/;

/** Words that make a date or a time an agreed next step. */
export const nextStepWords =
  /约|见面|面谈|上门|过来|过去|回访|回电|再(?:打|联系|给|聊)|打给|联系|到访|参观|送|安排|预约|取|寄|到店|开会|之前|以前|最晚|截止|修好|装好|交货|\bappointment\b|\bschedul\w*\b|\bcall(?:ing)?\b.{0,12}\bback\b|\bcall me\b|\bcome (?:in|by|over|to)\b|\bvisit\b|\bmeet\w*\b|\bbook\w*\b|\bdeliver\w*\b|\bpick ?up\b|\breserv\w*\b|\bsee you\b|\bfollow up\b|\bget back\b|\btransfer\b|\bby\b|\bbefore\b|\bdue\b|\bdeadline\b|\bneed(?:s|ed)? (?:it|them)\b/;
